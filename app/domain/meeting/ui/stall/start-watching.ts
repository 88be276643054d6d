import type { Call } from '../call/call.ts'

/** The first picture comes first: what watches over it is loaded afterwards. */
const AFTER_COMING_IN_MS = 2_000
/** Trouble of the line may keep the watch itself from coming. */
const AGAIN_MS = 10_000

/** Watches for stalls from the first time that the person is inside. The answer ends it. */
export function watchStallsInside(call: Call): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let end = () => {}
  let isOver = false

  async function load(): Promise<void> {
    const loaded = await import('./watch-stalls.ts').catch(() => null)
    if (isOver) return
    if (loaded) end = loaded.watchStalls(call)
    else timer = setTimeout(() => void load(), AGAIN_MS)
  }
  const unwatch = call.store.watch(() => {
    if (call.store.read().state.stage !== 'inside') return
    unwatch()
    timer = setTimeout(() => void load(), AFTER_COMING_IN_MS)
  })
  return () => {
    isOver = true
    clearTimeout(timer)
    unwatch()
    end()
  }
}
