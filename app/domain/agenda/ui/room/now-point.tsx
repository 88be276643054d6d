import { useClock } from '#app/ui/island/use-store.ts'
import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { SECOND_MS } from '#app/kernel/time.ts'
import { leftMsOf } from '../../agenda.ts'
import type { AgendaInHand } from '../feed/use-agenda-feed.ts'
import { countdownOf } from '../panel/items/countdown.ts'

type NowPointProps = { inHand: Pick<AgendaInHand, 'agenda' | 'clockOffsetMs'>; texts: Messages['agenda']; none: string }

/** Where the meeting is and how much time is left there, in two lines; for where there is no room for an agenda. */
export function NowPoint({ inHand: { agenda, clockOffsetMs }, texts, none }: NowPointProps) {
  const current = agenda.items.find((item) => item.id === agenda.currentItemId)
  const now = useClock(SECOND_MS, current !== undefined) + clockOffsetMs
  if (!current) return <p className="soft small">{none}</p>
  return (
    <>
      <p className="now-point-title">{current.title}</p>
      <p className="soft small" role="timer" aria-label={texts.clock.label}>{clockWords(leftMsOf(agenda, current.id, now), texts.clock)}</p>
    </>
  )
}

function clockWords(leftMs: number, texts: Messages['agenda']['clock']): string {
  const countdown = countdownOf(leftMs)
  if (countdown.kind === 'left') return fill(texts.left, { clock: countdown.clock })
  return countdown.kind === 'over' ? fill(texts.over, { minutes: countdown.minutes }) : texts.justOver
}
