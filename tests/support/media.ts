import { expect, type Page } from '@playwright/test'

/** Frames that remote pictures have shown; asked twice it tells whether they move. */
export async function expectMovingPicture(page: Page, limitMs = 15_000): Promise<void> {
  await expect.poll(() => countFrames(page), { message: 'a remote picture moves', timeout: limitMs }).toBeGreaterThan(3)
}

/** Loudness (root mean square, 0 to 1) of what comes from the others; the fake microphone beeps once a second. */
export async function expectSound(page: Page, limitMs = 15_000): Promise<void> {
  await expect.poll(() => measureLoudness(page), { message: 'the other side is heard', timeout: limitMs }).toBeGreaterThan(0.001)
}

/** Ends the own camera as a phone's lock does, or somebody who pulls it out. */
export function endCamera(page: Page): Promise<void> {
  return page.evaluate(() => {
    const own = document.querySelector<HTMLVideoElement>('[data-person="you"] video')?.srcObject
    const [track] = own instanceof MediaStream ? own.getVideoTracks() : []
    track?.stop()
    // Stopping by script tells no event; a phone's lock tells this one.
    track?.dispatchEvent(new Event('ended'))
  })
}

/** Counts presented frames of the largest remote picture for half a second. */
function countFrames(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const isRemote = (video: HTMLVideoElement) => video.srcObject instanceof MediaStream && !video.muted && video.videoWidth > 0
    const own = [...document.querySelectorAll('video')].filter((video) => video.srcObject instanceof MediaStream)
    const remote = own.filter((video) => video.closest('[data-person="other"]')).find((video) => video.videoWidth > 0) ?? own.find(isRemote)
    if (!remote) return 0
    let frames = 0
    const count = () => { frames += 1; remote.requestVideoFrameCallback(count) }
    remote.requestVideoFrameCallback(count)
    await new Promise((resolve) => setTimeout(resolve, 500))
    return frames
  })
}

/** The loudest of two seconds over all remote audio. */
function measureLoudness(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const sources = [...document.querySelectorAll('audio, video')]
      .filter((element): element is HTMLMediaElement => element instanceof HTMLMediaElement && !element.muted)
      .map((element) => element.srcObject)
      .filter((stream): stream is MediaStream => stream instanceof MediaStream && stream.getAudioTracks().length > 0)
    const context = new AudioContext()
    await context.resume()
    const analysers = sources.map((stream) => {
      const analyser = context.createAnalyser()
      context.createMediaStreamSource(stream).connect(analyser)
      return analyser
    })
    let loudest = 0
    for (let turn = 0; turn < 40; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      for (const analyser of analysers) {
        const wave = new Float32Array(analyser.fftSize)
        analyser.getFloatTimeDomainData(wave)
        loudest = Math.max(loudest, Math.sqrt(wave.reduce((sum, value) => sum + value * value, 0) / wave.length))
      }
    }
    await context.close()
    return loudest
  })
}
