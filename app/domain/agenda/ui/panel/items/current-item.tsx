import { Button } from '#app/ui/button.tsx'
import { useSinglePress } from '#app/ui/island/use-single-press.ts'
import { useClock } from '#app/ui/island/use-store.ts'
import { fill } from '#app/i18n/fill.ts'
import { MINUTE_MS, SECOND_MS } from '#app/kernel/time.ts'
import { leftMsOf, type AgendaItem } from '../../../agenda.ts'
import { usePanel } from '../panel-context.ts'
import { TradeLine } from '../../clock/trade-parts.tsx'
import { countdownOf } from './countdown.ts'
import { nextMeetingStep, type MeetingStep } from './meeting-step.ts'

/** Where the meeting is, how much time is left there, and for the host the way on. */
export function CurrentItem() {
  const { agenda, viewer } = usePanel()
  const current = agenda.items.find((item) => item.id === agenda.currentItemId)
  return (
    <>
      {current && <RunningItem item={current} />}
      {current && viewer.role === 'host' && <TradeLine />}
      {viewer.role === 'host' && <MeetingStepButton />}
    </>
  )
}

function RunningItem({ item }: { item: AgendaItem }) {
  const { agenda, texts, clockOffsetMs } = usePanel()
  const now = useClock(SECOND_MS) + clockOffsetMs
  const leftMs = leftMsOf(agenda, item.id, now)
  const plannedMs = item.minutes * MINUTE_MS
  return (
    <div className="panel-now">
      <h3 className="panel-now-title">{item.title}</h3>
      <p className="panel-clock" role="timer" aria-label={texts.clock.label}><ClockWords leftMs={leftMs} /></p>
      <progress className="panel-progress" aria-hidden="true" max={plannedMs} value={Math.min(plannedMs, plannedMs - leftMs)} />
    </div>
  )
}

function ClockWords({ leftMs }: { leftMs: number }) {
  const { clock: texts } = usePanel().texts
  const countdown = countdownOf(leftMs)
  if (countdown.kind === 'over') return <>{fill(texts.over, { minutes: countdown.minutes })}</>
  if (countdown.kind === 'just-over') return <>{texts.justOver}</>
  const [before, after] = texts.left.split('{clock}')
  return <>{before}<span className="panel-digits">{countdown.clock}</span>{after}</>
}

function MeetingStepButton() {
  const { agenda, texts, attempt, focusOn, idOf } = usePanel()
  const step = nextMeetingStep(agenda)
  const presses = useSinglePress(() => { if (step) goOn(step) })

  function goOn({ name, changes }: MeetingStep) {
    for (const change of changes) attempt(change)
    focusOn(...(name === 'finish' ? ['body'] : ['step']))
  }
  return step && <Button type="button" className="panel-step" id={idOf('step')} {...presses}>{texts.host[step.name]}</Button>
}
