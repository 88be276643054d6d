/** Below this a moving mouth is no longer seen to speak. */
const LEAST_FRAMES_PER_SECOND = 15
/** A model that has just been loaded is slow for a moment. */
const WARM_UP_MS = 4_000
const WINDOW_MS = 3_000
/** One slow stretch may be another program's fault. */
const MOST_SLOW_WINDOWS = 2

/** A picture that took so long kept the whole page from answering meanwhile. */
const STUCK_MS = 400
/** The first is slow on every machine, for everything is put in place with it. */
const MOST_STUCK = 3

/**
 * Watches how many pictures a second come out. `note` is called for each with the milliseconds that it took, and says
 * whether it has been too slow for too long.
 */
export function createPace(): { note(nowMs: number, tookMs: number): boolean } {
  let from: number | null = null
  let [count, slow, stuck] = [0, 0, 0]
  return {
    note(nowMs, tookMs) {
      stuck = from !== null && tookMs > STUCK_MS ? stuck + 1 : 0
      if (stuck >= MOST_STUCK) return true
      from ??= nowMs + WARM_UP_MS
      if (nowMs < from) return false
      count += 1
      const spanMs = nowMs - from
      if (spanMs < WINDOW_MS) return false
      slow = (count * 1000) / spanMs < LEAST_FRAMES_PER_SECOND ? slow + 1 : 0
      from = nowMs
      count = 0
      return slow >= MOST_SLOW_WINDOWS
    },
  }
}
