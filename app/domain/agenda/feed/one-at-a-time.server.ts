import type { EventStream } from '#app/platform/feed/event-stream.server.ts'
import { log } from '#app/platform/log.server.ts'

/** Runs `work` now, or once more after the run that is going on: calls in between fall together. */
export function oneAtATime(work: () => Promise<void>, stream: EventStream): () => void {
  let isRunning = false
  let isWanted = false
  return () => {
    isWanted = true
    if (!isRunning) void run()
  }

  async function run(): Promise<void> {
    isRunning = true
    while (isWanted && stream.isOpen()) {
      isWanted = false
      await work().catch((error: unknown) => {
        // The browser connects again and catches up, which is all that can be done about a database that fails.
        log('warn', 'room-feed-failed', { error })
        stream.end()
      })
    }
    isRunning = false
  }
}

/** Runs `work` once for all calls that come within `pauseMs` of the first, at the end of that time. */
export function afterPause(work: () => void, pauseMs: number): { ask: () => void; end: () => void } {
  let timer: NodeJS.Timeout | null = null
  const run = () => {
    timer = null
    work()
  }
  return {
    ask: () => { timer ??= setTimeout(run, pauseMs) },
    end: () => { if (timer) clearTimeout(timer) },
  }
}
