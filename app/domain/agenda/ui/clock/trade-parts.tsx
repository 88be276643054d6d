import { useClock } from '#app/ui/island/use-store.ts'
import { fill } from '#app/i18n/fill.ts'
import { clockText, SECOND_MS } from '#app/kernel/time.ts'
import type { AgendaItem } from '../../agenda.ts'
import { tradeOf, type Trade } from '../../clock/trade.ts'
import { usePanel } from '../panel/panel-context.ts'

const LOOK_MS = 5 * SECOND_MS

/** For the host: the end stands, and what the later items give for it. Seen, and not read out each minute. */
export function TradeLine() {
  const { texts: { writing: { trade: texts } }, endsAt, viewer } = usePanel()
  const { taken } = useTrade()
  const time = clockText(endsAt, viewer.timeZone, viewer.locale)
  return <p className="trade">{taken > 0 && fill(taken === 1 ? texts.takenOne : texts.taken, { time, minutes: taken })}</p>
}

/** What this item still gets, when it gives something. */
export function ItemShare({ item }: { item: AgendaItem }) {
  const { agenda, texts: { writing: { trade: texts } } } = usePanel()
  const share = useTrade().later.find(({ itemId }) => itemId === item.id)
  if (agenda.currentItemId === null || !share || share.minutes === share.planned) return null
  return <strong className="trade-share"> · {share.minutes === 0 ? texts.nothing : fill(texts.share, { minutes: share.minutes })}</strong>
}

function useTrade(): Trade {
  const { agenda, endsAt, clockOffsetMs } = usePanel()
  const now = useClock(LOOK_MS, agenda.currentItemId !== null) + clockOffsetMs
  return tradeOf(agenda, { now, endsAt })
}
