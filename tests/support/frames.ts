import type { Page } from '@playwright/test'

export type Frames = {
  /** Milliseconds of the longest wait for a frame of another person's picture, since it was last asked. */
  longestGapMs: () => Promise<number>
  /** Waits until a frame has come after this moment; gives how long that took. @throws {Error} when none comes in time. */
  untilNext: (limitMs: number) => Promise<number>
}

/** Counts each frame of another person's picture as it is shown, through every element that comes to show it. */
export async function watchFrames(page: Page): Promise<Frames> {
  const seen = await page.evaluateHandle(() => {
    const state = { lastAt: performance.now(), longestMs: 0, count: 0 }
    let watched: HTMLVideoElement | null = null
    const note = () => {
      const at = performance.now()
      state.longestMs = Math.max(state.longestMs, at - state.lastAt)
      state.lastAt = at
      state.count += 1
      watched?.requestVideoFrameCallback(note)
    }
    setInterval(() => {
      const video = document.querySelector<HTMLVideoElement>('[data-person="other"] video')
      if (!video || video === watched) return
      watched = video
      video.requestVideoFrameCallback(note)
    }, 50)
    return state
  })
  return {
    longestGapMs: () => seen.evaluate((state) => {
      const longest = Math.max(state.longestMs, performance.now() - state.lastAt)
      state.longestMs = 0
      return longest
    }),
    untilNext: (limitMs) => seen.evaluate((state, limit) => new Promise<number>((resolve, reject) => {
      const [from, known] = [performance.now(), state.count]
      const timer = setInterval(() => {
        const passedMs = performance.now() - from
        if (state.count > known + 1) { clearInterval(timer); resolve(passedMs) }
        if (passedMs > limit) { clearInterval(timer); reject(new Error(`No picture within ${limit} ms`)) }
      }, 50)
    }), limitMs),
  }
}
