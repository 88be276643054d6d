import { ScreenSharePresets, Track, VideoPreset, VideoQuality, type LocalTrack, type Participant, type Room } from 'livekit-client'
import type { MediaDesk } from '../device/own-media.ts'
import { nextShareName, type ShareMark } from './share/newest-share.ts'

/** A camera whose negotiation hangs must not hold back what is heard. */
const CAMERA_GOES_FIRST_MS = 1_000

/** Publishes the tracks of the device check as they are, those that aren't out yet. Not awaited: pictures follow by themselves. */
export function publishOwn(room: Room, desk: MediaDesk): void {
  void publishInOrder(
    () => publishNew(room, desk.store.read().camera.track),
    () => publishNew(room, desk.store.read().microphone.track),
  )
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

/** With nobody to see it, dynacast lets the camera's encoder rest, and waking takes 100 ms: so it is woken while somebody waits. */
export function wakeCamera(room: Room): void {
  if (room.remoteParticipants.size > 0) return
  room.localParticipant.getTrackPublication(Track.Source.Camera)?.videoTrack?.setPublishingQuality(VideoQuality.HIGH)
}

/**
 * The layer for thin lines has the size of the other and a tenth of its frames: text that moves less can be read, text that is
 * smaller can't (BigBlueButton, pull request 24800). Larger than any source, so that no size is taken off.
 */
const SLOW_AND_SHARP = new VideoPreset(7680, 4320, 400_000, 2)

/**
 * @throws {Error} NotAllowedError when the person closes the browser's picker.
 */
export async function startShare(room: Room): Promise<void> {
  await room.localParticipant.setScreenShareEnabled(
    true,
    {
      // Without restrictOwnAudio the guests would hear themselves in the shared sound (Chrome 141).
      audio: { restrictOwnAudio: true },
      contentHint: 'text',
      resolution: ScreenSharePresets.h1080fps15.resolution,
      surfaceSwitching: 'include',
      selfBrowserSurface: 'exclude',
      systemAudio: 'include',
      suppressLocalAudioPlayback: true,
    },
    {
      name: nextShareName([...room.remoteParticipants.values()].flatMap((person) => shareMarkOf(person) ?? [])),
      videoCodec: 'vp8',
      simulcast: true,
      screenShareEncoding: { maxBitrate: 2_500_000, maxFramerate: 15 },
      screenShareSimulcastLayers: [SLOW_AND_SHARP],
      degradationPreference: 'maintain-resolution',
    },
  )
}

export async function stopShare(room: Room): Promise<void> {
  const shared = [Track.Source.ScreenShare, Track.Source.ScreenShareAudio]
    .map((source) => room.localParticipant.getTrackPublication(source)?.track)
  await room.localParticipant.setScreenShareEnabled(false)
  for (const track of shared) track?.stop()
}

export function isSharing(room: Room): boolean {
  return room.localParticipant.getTrackPublication(Track.Source.ScreenShare) !== undefined
}

/** The screen that somebody shares now, by its marks; null when they share none. */
export function shareMarkOf(participant: Participant): ShareMark | null {
  const share = participant.getTrackPublication(Track.Source.ScreenShare)
  return share ? { sid: share.trackSid, name: share.trackName } : null
}

function isPublished(room: Room, track: LocalTrack): boolean {
  return room.localParticipant.getTrackPublications().some((publication) => publication.track === track)
}

/** A line that breaks meanwhile costs nothing: what is not out is published again when it is mended. */
async function publishNew(room: Room, track: LocalTrack | null | undefined): Promise<void> {
  if (track && !isPublished(room, track)) await room.localParticipant.publishTrack(track).catch(() => null)
}
