import type { Track, TrackProcessor, VideoProcessorOptions } from 'livekit-client'
import { startSteadyTimer } from '#app/ui/browser/steady-timer.ts'
import type { Background } from './background.ts'
import { createComposer } from './compose.ts'
import { createPace } from './pace.ts'
import { openSegmenter, type Segmenter } from './segmenter.ts'

const FRAMES_PER_SECOND = 24
/** The model looks at 256 by 144 anyway (its card), and a small picture is handed over faster. */
const LOOKED_AT = { width: 256, height: 144 }

/**
 * Puts a background behind whoever sits before the camera, as LiveKit's client wants it done.
 * @param onSlow called once when this computer has been too slow for some seconds.
 */
export async function createBackgroundProcessor(
  background: Background, onSlow: () => void,
): Promise<TrackProcessor<Track.Kind.Video>> {
  const segmenter = await openSegmenter()
  const composer = createComposer(background)
  let stop = () => {}
  const start = async (track: MediaStreamTrack) => {
    stop()
    const video = await play(track)
    const running = run(video, { segmenter, composer, onSlow })
    stop = running.stop
    await running.firstPicture
    // What is drawn goes on without a camera; whoever looks whether this one still runs must see that it does not.
    track.addEventListener('ended', () => processor.processedTrack?.stop(), { once: true })
    if (processor.processedTrack?.readyState !== 'live') [processor.processedTrack] = composer.canvas.captureStream(FRAMES_PER_SECOND).getVideoTracks()
  }
  const processor: TrackProcessor<Track.Kind.Video> = {
    name: `background-${background}`,
    init: ({ track }: VideoProcessorOptions) => start(track),
    restart: ({ track }: VideoProcessorOptions) => start(track),
    async destroy() {
      stop()
      processor.processedTrack?.stop()
      await segmenter.close()
    },
  }
  return processor
}

type Parts = { segmenter: Segmenter; composer: ReturnType<typeof createComposer>; onSlow: () => void }

/** Half as long as a picture took, the page has its time for itself: else nothing in it could be pressed. */
const REST = 0.5
/** So long the others go on seeing the room as it is, if no picture is ready before. */
const FIRST_PICTURE_MS = 8_000

/** One picture at a time: while one is being worked on the next is left out. */
function run(video: HTMLVideoElement, { segmenter, composer, onSlow }: Parts): { firstPicture: Promise<void>; stop: () => void } {
  const small = Object.assign(document.createElement('canvas'), LOOKED_AT)
  const context = small.getContext('2d')
  const pace = createPace()
  let isDrawn = () => {}
  const firstPicture = new Promise<void>((resolve) => { isDrawn = resolve })
  const limit = setTimeout(isDrawn, FIRST_PICTURE_MS)
  let [isBusy, isOver, restUntil] = [false, false, 0]
  const look = async () => {
    const from = performance.now()
    if (isBusy || isOver || from < restUntil || video.videoWidth === 0) return
    isBusy = true
    context?.drawImage(video, 0, 0, LOOKED_AT.width, LOOKED_AT.height)
    const found = await segmenter.find(small).catch(() => null)
    isBusy = false
    if (!found || isOver) return
    composer.draw({ image: video, mask: found.segmentationMask }, { width: video.videoWidth, height: video.videoHeight })
    isDrawn()
    const to = performance.now()
    restUntil = to + (to - from) * REST
    if (pace.note(to, to - from)) onSlow()
  }
  const stopTimer = startSteadyTimer(() => void look(), 1000 / FRAMES_PER_SECOND)
  const stop = () => {
    isOver = true
    isDrawn()
    clearTimeout(limit)
    stopTimer()
    video.srcObject = null
  }
  return { firstPicture, stop }
}

async function play(track: MediaStreamTrack): Promise<HTMLVideoElement> {
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true, srcObject: new MediaStream([track]) })
  await video.play().catch(() => null)
  return video
}
