import { RoomEvent, Track, VideoQuality, type LocalVideoTrack, type Room } from 'livekit-client'

type Wish = Parameters<LocalVideoTrack['setPublishingCodecs']>[0]
type SetLayers = LocalVideoTrack['setPublishingLayers']
type Layers = Parameters<SetLayers>[1]

/** So long no larger layer begins when somebody has come in a call of two. */
const FIRST_LOOK_MS = 1_000

/**
 * Sends the layers of a camera that are looked at, as LiveKit's client does, but for three moments.
 *
 * - Which they are may be said before that client has published the camera, and is lost then (its handleSubscribedQualityUpdate knows
 *   no such track): the camera would go on with the layers that it began with.
 * - The server asks for the larger ones while the first picture is on its way. They make the encoder anew, 20 ms at a higher priority
 *   than the page that has an answer to take in, and fill the line, so they begin a second later.
 * - Nobody looks, but somebody is at the door: the encoder that shows them a face at once stays awake with the smallest.
 *
 * A layer that runs is never paused for it: the server gives one that paused without its asking to nobody for ten seconds
 * (its StreamTrackerPacket), and counts it as lost by the line.
 *
 * @param isSomebodyAtDoor does anybody wait to be let in?
 */
export function heedWishes(room: Room, isSomebodyAtDoor: () => boolean): void {
  const wishes = new Map<string, Wish>()
  const hear = ({ trackSid, subscribedCodecs }: { trackSid: string; subscribedCodecs: Wish }) => { wishes.set(trackSid, subscribedCodecs) }
  const firstLook = createSpan(FIRST_LOOK_MS)
  room.on(RoomEvent.SignalConnected, () => {
    room.engine.off('subscribedQualityUpdate', hear).on('subscribedQualityUpdate', hear)
  })
  room.on(RoomEvent.ParticipantConnected, () => firstLook.begin())
  room.on(RoomEvent.LocalTrackPublished, ({ trackSid, videoTrack, source }) => {
    if (!videoTrack) return
    if (source === Track.Source.Camera) {
      firstLook.begin()
      keepInTime(videoTrack, {
        firstLookMs: () => room.remoteParticipants.size === 1 ? firstLook.leftMs() : 0,
        isAwaited: () => room.remoteParticipants.size === 0 && isSomebodyAtDoor(),
      })
    }
    const wish = wishes.get(trackSid)
    if (wish) videoTrack.setPublishingCodecs(wish).catch(() => null)
  })
}

function createSpan(ms: number): { begin: () => void; leftMs: () => number } {
  let until = 0
  return {
    begin() { until = performance.now() + ms },
    leftMs: () => until - performance.now(),
  }
}

type Moments = {
  /** What is left of the time in which no larger layer begins, milliseconds; none from 0 on. */
  firstLookMs: () => number
  isAwaited: () => boolean
}

/** Tracks outlive a line, and are published again on the next. */
const timed = new WeakSet<LocalVideoTrack>()

/**
 * Stands below what LiveKit's client remembers (setPublishingCodecs), for it asks for that again after each negotiation: what is held
 * back here would be all that is ever asked for.
 */
function keepInTime(track: LocalVideoTrack, { firstLookMs, isAwaited }: Moments): void {
  if (timed.has(track)) return
  timed.add(track)
  const setLayers: SetLayers = track.setPublishingLayers.bind(track)
  let later: ReturnType<typeof setTimeout> | undefined
  track.setPublishingLayers = function setInTime(isSvc, layers) {
    clearTimeout(later)
    if (isAwaited()) return setLayers(isSvc, changed(layers, ({ quality, enabled }) => enabled || quality === VideoQuality.LOW))
    const ms = firstLookMs()
    if (ms <= 0) return setLayers(isSvc, layers)
    later = setTimeout(() => void setInTime(isSvc, layers).catch(() => null), ms)
    const running = runningIn(track)
    return setLayers(isSvc, changed(layers, ({ quality, enabled }) => enabled && (quality === VideoQuality.LOW || running.has(quality))))
  }
}

/** LiveKit's names of a camera's layers. */
const QUALITIES = new Map<string, number>([['q', VideoQuality.LOW], ['h', VideoQuality.MEDIUM], ['f', VideoQuality.HIGH]])

function runningIn({ sender }: LocalVideoTrack): Set<number | undefined> {
  return new Set(sender?.getParameters().encodings.flatMap(({ rid = '', active }) => active === true ? [QUALITIES.get(rid)] : []))
}

function changed(layers: Layers, isEnabled: (layer: Layers[number]) => boolean): Layers {
  return layers.map((layer) => {
    const copy = layer.clone()
    copy.enabled = isEnabled(layer)
    return copy
  })
}
