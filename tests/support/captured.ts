import type { Page } from '@playwright/test'

/** One track that a page got of the browser: of the screen, or of camera and microphone. `wish` is how the page asked for it. */
export type Captured = { of: 'screen' | 'devices'; kind: string; isLive: boolean; size: string; contentHint: string; wish: unknown }

/** Notes every track that pages which are opened from now on get of the browser, for `captured`. */
export async function noteCaptured(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const notes: { of: string; track: MediaStreamTrack; wish: unknown }[] = []
    Object.assign(globalThis, { capturedTracks: notes })
    const { mediaDevices } = navigator
    if (!mediaDevices) return
    const noting = <Wish>(of: string, ask: (wish?: Wish) => Promise<MediaStream>) => async (wish?: Wish) => {
      const stream = await ask.call(mediaDevices, wish)
      notes.push(...stream.getTracks().map((track) => ({ of, track, wish })))
      return stream
    }
    mediaDevices.getDisplayMedia = noting('screen', mediaDevices.getDisplayMedia)
    mediaDevices.getUserMedia = noting('devices', mediaDevices.getUserMedia)
  })
}

/** Everything that the page has got since it was opened, what is over included. */
export function captured(page: Page, of: Captured['of']): Promise<Captured[]> {
  return page.evaluate((wanted) => {
    const notes = (globalThis as unknown as { capturedTracks: (Pick<Captured, 'of' | 'wish'> & { track: MediaStreamTrack })[] }).capturedTracks
    return notes.filter((note) => note.of === wanted).map(({ track, ...note }) => {
      const { width, height } = track.getSettings()
      return { ...note, kind: track.kind, isLive: track.readyState === 'live', size: `${width} x ${height}`, contentHint: track.contentHint }
    })
  }, of)
}

/** The kinds of what is captured at this moment. */
export async function liveKinds(page: Page, of: Captured['of']): Promise<string[]> {
  return (await captured(page, of)).filter(({ isLive }) => isLive).map(({ kind }) => kind)
}
