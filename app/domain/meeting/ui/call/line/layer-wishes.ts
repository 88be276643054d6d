import { ConnectionState, RoomEvent, Track, VideoQuality, type LocalVideoTrack, type Room } from 'livekit-client'

type SetLayers = LocalVideoTrack['setPublishingCodecs']
type Wish = Parameters<SetLayers>[0]

/** So long somebody who comes in a call of two is sent the smallest layer alone. */
const FIRST_LOOK_MS = 1_000

/**
 * Sends the layers of a camera that are looked at, as LiveKit's client does, but for three moments.
 *
 * - Which they are may be said before that client has published the camera, and is lost then (its handleSubscribedQualityUpdate knows
 *   no such track): the camera would go on with the layers that it began with.
 * - The server asks for the larger ones while the first picture is on its way. They make the encoder anew, 20 ms at a higher priority
 *   than the page that has an answer to take in, and fill the line, so they begin a second later.
 * - When the other has gone they end at once, where the server would let them go on for five seconds. If it took no notice of a short
 *   absence, it says nothing new, and what it said before holds again.
 */
export function heedWishes(room: Room): void {
  const wishes = new Map<string, Wish>()
  const hear = ({ trackSid, subscribedCodecs }: { trackSid: string; subscribedCodecs: Wish }) => { wishes.set(trackSid, subscribedCodecs) }
  const firstLook = createSpan(FIRST_LOOK_MS)
  const camera = () => room.localParticipant.getTrackPublication(Track.Source.Camera)
  const cameraWish = () => wishes.get(camera()?.trackSid ?? '')
  const wish = (layers: Wish | undefined, track = camera()?.videoTrack) => {
    if (layers) track?.setPublishingCodecs(layers).catch(() => null)
  }
  let heldBack: Wish | undefined
  room.on(RoomEvent.SignalConnected, () => {
    room.engine.off('subscribedQualityUpdate', hear).on('subscribedQualityUpdate', hear)
  })
  room.on(RoomEvent.ParticipantConnected, () => {
    firstLook.begin()
    if (heldBack && heldBack === cameraWish()) wish(heldBack)
    heldBack = undefined
  })
  room.on(RoomEvent.ParticipantDisconnected, () => {
    if (room.remoteParticipants.size > 0 || room.state !== ConnectionState.Connected) return
    heldBack = cameraWish()
    wish(heldBack?.map(smallestOf))
  })
  room.on(RoomEvent.LocalTrackPublished, ({ trackSid, videoTrack, source }) => {
    if (!videoTrack) return
    if (source === Track.Source.Camera) {
      firstLook.begin()
      beginSmall(videoTrack, () => room.remoteParticipants.size === 1 ? firstLook.leftMs() : 0)
    }
    wish(wishes.get(trackSid), videoTrack)
  })
}

function createSpan(ms: number): { begin: () => void; leftMs: () => number } {
  let until = 0
  return {
    begin() { until = performance.now() + ms },
    leftMs: () => until - performance.now(),
  }
}

/** Tracks outlive a line, and are published again on the next. */
const small = new WeakSet<LocalVideoTrack>()

/** @param firstLookMs what is left of the time in which the smallest layer does; none from 0 on. */
function beginSmall(track: LocalVideoTrack, firstLookMs: () => number): void {
  if (small.has(track)) return
  small.add(track)
  const setLayers: SetLayers = track.setPublishingCodecs.bind(track)
  let later: ReturnType<typeof setTimeout> | undefined
  track.setPublishingCodecs = function setInTime(wish) {
    clearTimeout(later)
    const ms = firstLookMs()
    if (ms <= 0) return setLayers(wish)
    later = setTimeout(() => void setInTime(wish).catch(() => null), ms)
    return setLayers(wish.map(smallestOf))
  }
}

function smallestOf(codec: Wish[number]): Wish[number] {
  const copy = codec.clone()
  for (const layer of copy.qualities) layer.enabled &&= layer.quality === VideoQuality.LOW
  return copy
}
