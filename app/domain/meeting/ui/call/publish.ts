import { RoomEvent, Track, VideoQuality, type LocalTrack, type Room } from 'livekit-client'
import type { MediaDesk } from '../device/own-media.ts'

/** A camera whose negotiation hangs must not hold back what is heard. */
const CAMERA_GOES_FIRST_MS = 1_000

/** Whoever comes in sees the others first: that their own camera starts at once would cost them more than it gives. */
const SEES_FIRST_MS = 250
const sights = new WeakMap<Room, Promise<void>>()

/** Being let in and a device that comes may both ask for the same track, before LiveKit's client knows that it has it. */
const onTheirWay = new WeakMap<LocalTrack, Promise<unknown>>()

/** Publishes the tracks of the device check as they are, those that aren't out yet. Not awaited: pictures follow by themselves. */
export function publishOwn(room: Room, desk: MediaDesk): void {
  void publishInOrder(
    () => firstSight(room).then(() => publishNew(room, desk.store.read().camera.track)),
    () => publishNew(room, desk.store.read().microphone.track),
  )
}

/** Once for a page: what is published later waits for nothing. */
function firstSight(room: Room): Promise<void> {
  const sight = sights.get(room) ?? new Promise((resolve) => {
    room.once(RoomEvent.TrackSubscribed, () => resolve())
    setTimeout(resolve, SEES_FIRST_MS)
  })
  sights.set(room, sight)
  return sight
}

/**
 * The microphone follows the camera: sound flows 100 ms sooner, LiveKit then asks the others to negotiate for it alone, and not
 * before 150 ms have passed for the picture too. It waits for a second at most.
 */
export async function publishInOrder(publishCamera: () => Promise<void>, publishMicrophone: () => Promise<void>): Promise<void> {
  const camera = publishCamera()
  await Promise.race([camera, new Promise((resolve) => setTimeout(resolve, CAMERA_GOES_FIRST_MS))])
  await Promise.all([camera, publishMicrophone()])
}

/**
 * With nobody to see it, dynacast lets the camera's encoder rest, and waking takes 100 ms: so it is woken while somebody waits,
 * for the layer that they will get first. One that is awake still, because the last one has just gone, keeps its layers.
 */
export function wakeCamera(room: Room): void {
  const camera = room.localParticipant.getTrackPublication(Track.Source.Camera)?.videoTrack
  const isAwake = camera?.sender?.getParameters().encodings.some(({ active }) => active)
  if (room.remoteParticipants.size === 0 && !isAwake) camera?.setPublishingQuality(VideoQuality.LOW)
}

/** Is this track out on the present line? */
export function isPublished(room: Room, track: LocalTrack): boolean {
  return room.localParticipant.getTrackPublications().some((publication) => publication.track === track)
}

/** A line that breaks meanwhile costs nothing: what is not out is published again when it is mended. What is on its way goes once. */
async function publishNew(room: Room, track: LocalTrack | null | undefined): Promise<void> {
  if (!track || isPublished(room, track)) return
  const sent = onTheirWay.get(track) ?? room.localParticipant.publishTrack(track).catch(() => null).finally(() => onTheirWay.delete(track))
  onTheirWay.set(track, sent)
  await sent
}
