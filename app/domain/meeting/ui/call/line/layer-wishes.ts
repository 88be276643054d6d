import { RoomEvent, Track, VideoQuality, type LocalVideoTrack, type Room } from 'livekit-client'

type SetLayers = LocalVideoTrack['setPublishingCodecs']
type Wish = Parameters<SetLayers>[0]

/** So long somebody who comes in a call of two is sent the smallest layer alone. */
const FIRST_LOOK_MS = 1_000

/**
 * Sends the layers of a camera that are looked at, as LiveKit's client does, but for two moments.
 *
 * - Which they are may be said before that client has published the camera, and is lost then (its handleSubscribedQualityUpdate knows
 *   no such track): the camera would go on with the layers that it began with.
 * - The server asks for the larger ones while the first picture is on its way. They make the encoder anew, 20 ms at a higher priority
 *   than the page that has an answer to take in, and fill the line, so they begin a second later.
 */
export function heedWishes(room: Room): void {
  const wishes = new Map<string, Wish>()
  const hear = ({ trackSid, subscribedCodecs }: { trackSid: string; subscribedCodecs: Wish }) => { wishes.set(trackSid, subscribedCodecs) }
  let firstLookUntil = 0
  const beginFirstLook = () => { firstLookUntil = performance.now() + FIRST_LOOK_MS }
  room.on(RoomEvent.SignalConnected, () => {
    room.engine.off('subscribedQualityUpdate', hear).on('subscribedQualityUpdate', hear)
  })
  room.on(RoomEvent.ParticipantConnected, beginFirstLook)
  room.on(RoomEvent.LocalTrackPublished, ({ trackSid, videoTrack, source }) => {
    if (!videoTrack) return
    if (source === Track.Source.Camera) {
      beginFirstLook()
      beginSmall(videoTrack, () => room.remoteParticipants.size === 1 ? firstLookUntil - performance.now() : 0)
    }
    const wish = wishes.get(trackSid)
    if (wish) videoTrack.setPublishingCodecs(wish).catch(() => null)
  })
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
