import { newId } from '#app/kernel/ids.ts'
import type { MirrorView, Spoken, SpokenReport } from '../../mirror/mirror.ts'
import type { SpokenOutcome } from './post-spoken.ts'
import { addStep, type Moment } from './tally.ts'

export type CounterParts = {
  post: (report: SpokenReport) => Promise<SpokenOutcome>
  onView: (view: MirrorView) => void
  /** Milliseconds that only go forward, whatever is done to the clock. */
  clock: () => number
}

export type Counter = {
  /** Somebody began or stopped, or time has passed. */
  look(moment: Moment): void
  /** Sends what was heard since the last time. One report is on its way at a time. */
  tell(): Promise<void>
  /** Sends the rest and lets go, so that another page may count. */
  end(): void
}

const NOBODY: Moment = { identities: [], itemId: null }

/** Counts who speaks how long while a host's page is inside. It hears that somebody speaks, and never what. */
export function createCounter({ post, onView, clock }: CounterParts): Counter {
  const counterId = newId()
  let [number, isOver, isTelling] = [0, false, false]
  let last = { moment: NOBODY, at: clock() }
  let spoken: Spoken[] = []
  /** What has no answer yet keeps its number, so that it counts once however often it is sent. */
  let unanswered: SpokenReport | null = null

  function look(moment: Moment) {
    const at = clock()
    spoken = addStep(spoken, last.moment, at - last.at)
    last = { moment, at }
  }
  function nextReport(isLast: boolean): SpokenReport {
    number += 1
    const report = { counterId, number, spoken, isLast }
    spoken = []
    return report
  }
  async function tell() {
    if (isTelling || isOver) return
    isTelling = true
    const report: SpokenReport = unanswered ?? nextReport(false)
    unanswered = report
    const outcome = await post(report)
    isTelling = false
    if (outcome.kind === 'unanswered') return
    unanswered = null
    if (outcome.kind === 'dropped') spoken = []
    else if (!isOver) onView(outcome.view)
  }
  function end() {
    if (isOver) return
    look(NOBODY)
    isOver = true
    void post(nextReport(true))
  }
  return { look, tell, end }
}
