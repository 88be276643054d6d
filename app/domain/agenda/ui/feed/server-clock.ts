import { SECOND_MS } from '#app/kernel/time.ts'
import { browserNow, steadyNow } from '#app/ui/clock.ts'

/** Clocks of one machine part so far only when one of them was put right, or stood still while the machine slept. */
const PARTED_MS = 2 * SECOND_MS
const LOOK_MS = 5 * SECOND_MS

/**
 * What is to be added for the server's time, after it told a time. That was true before it was heard, and a step may be told long
 * after it was made: of all that was told, what leads furthest is nearest.
 */
export function offsetAfter(offsetMs: number, serverAt: number): number {
  return Math.max(offsetMs, serverAt - steadyNow())
}

/** How far the browser's clock stands from the time that runs evenly. */
export function clockGapMs(): number {
  return browserNow() - steadyNow()
}

/**
 * Asks the server for its time whenever the two times of this machine have parted, until it answers. Gives what ends it.
 * @param known its `gapMs` is how far they stood apart at the last answer.
 */
export function watchClock(known: { gapMs: number }, ask: () => Promise<void>): () => void {
  let isAsking = false
  const timer = setInterval(() => {
    if (isAsking || Math.abs(clockGapMs() - known.gapMs) < PARTED_MS) return
    isAsking = true
    void ask().finally(() => { isAsking = false })
  }, LOOK_MS)
  return () => clearInterval(timer)
}
