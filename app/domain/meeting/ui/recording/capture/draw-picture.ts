import { Track, type Room } from 'livekit-client'
import { startSteadyTimer } from '#app/ui/browser/steady-timer.ts'
import { fitInside, mainSource, type PictureSource } from './main-source.ts'

const FRAMES_PER_SECOND = 15
const FRAME = { width: 1280, height: 720 }
const [GROUND, INK] = ['#171411', '#f4efe8']

type Seen = PictureSource & { name: string; track: MediaStreamTrack | null }

/** One picture that is always the one that matters, drawn on a canvas; `end` lets go of everything. */
export function drawPicture(room: Room): { track: MediaStreamTrack; end: () => void } {
  const canvas = Object.assign(document.createElement('canvas'), FRAME)
  const context = canvas.getContext('2d', { alpha: false })
  const [track] = canvas.captureStream(FRAMES_PER_SECOND).getVideoTracks()
  if (!context || !track) throw new Error('this browser draws no canvas to record')
  const screen = createScreen()
  let lastId: string | null = null
  const draw = () => {
    const source = mainSource(sourcesIn(room), lastId)
    lastId = source?.id ?? null
    context.fillStyle = GROUND
    context.fillRect(0, 0, FRAME.width, FRAME.height)
    const video = screen.show(source?.track ?? null)
    if (!video || video.videoWidth === 0) return writeName(context, source?.name ?? '')
    const { x, y, width, height } = fitInside({ width: video.videoWidth, height: video.videoHeight }, FRAME)
    context.drawImage(video, x, y, width, height)
  }
  // The host looks at another window while sharing it.
  const stop = startSteadyTimer(draw, 1000 / FRAMES_PER_SECOND)
  draw()
  return { track, end: () => { stop(); screen.show(null); track.stop() } }
}

/** Plays one track at a time, in an element that nobody sees. */
function createScreen() {
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true })
  let shown: MediaStreamTrack | null = null
  return {
    show(track: MediaStreamTrack | null): HTMLVideoElement | null {
      if (track !== shown) {
        shown = track
        video.srcObject = track && new MediaStream([track])
        if (track) video.play().catch(() => null)
      }
      return track && video
    },
  }
}

function sourcesIn(room: Room): Seen[] {
  const people = [room.localParticipant, ...room.remoteParticipants.values()]
  return people.flatMap((person) => [Track.Source.ScreenShare, Track.Source.Camera].flatMap((source): Seen[] => {
    const publication = person.getTrackPublication(source)
    const track = publication?.isMuted ? null : publication?.track?.mediaStreamTrack ?? null
    const kind = source === Track.Source.Camera ? 'camera' : 'screen'
    if (kind === 'screen' && !track) return []
    return [{ id: `${person.identity}:${kind}`, kind, isOwn: person.isLocal, isSpeaking: person.isSpeaking, name: person.name ?? '', track }]
  }))
}

function writeName(context: CanvasRenderingContext2D, name: string): void {
  context.fillStyle = INK
  context.font = '48px sans-serif'
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(name, FRAME.width / 2, FRAME.height / 2, FRAME.width - 160)
}
