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
    stop = run(video, { segmenter, composer, onSlow })
  }
  const processor: TrackProcessor<Track.Kind.Video> = {
    name: `background-${background}`,
    async init({ track }: VideoProcessorOptions) {
      await start(track)
      processor.processedTrack = composer.canvas.captureStream(FRAMES_PER_SECOND).getVideoTracks()[0]
    },
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

/** One picture at a time: while one is being worked on the next is left out. */
function run(video: HTMLVideoElement, { segmenter, composer, onSlow }: Parts): () => void {
  const small = Object.assign(document.createElement('canvas'), LOOKED_AT)
  const context = small.getContext('2d')
  const pace = createPace()
  let [isBusy, isOver] = [false, false]
  const look = async () => {
    if (isBusy || isOver || video.videoWidth === 0) return
    isBusy = true
    context?.drawImage(video, 0, 0, LOOKED_AT.width, LOOKED_AT.height)
    const found = await segmenter.find(small).catch(() => null)
    isBusy = false
    if (!found || isOver) return
    composer.draw({ image: video, mask: found.segmentationMask }, { width: video.videoWidth, height: video.videoHeight })
    if (pace.note(performance.now())) onSlow()
  }
  const stopTimer = startSteadyTimer(() => void look(), 1000 / FRAMES_PER_SECOND)
  return () => {
    isOver = true
    stopTimer()
    video.srcObject = null
  }
}

async function play(track: MediaStreamTrack): Promise<HTMLVideoElement> {
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true, srcObject: new MediaStream([track]) })
  await video.play().catch(() => null)
  return video
}
