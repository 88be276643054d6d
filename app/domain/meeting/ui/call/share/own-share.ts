import {
  ConnectionState, ScreenSharePresets, Track, TrackEvent, VideoPreset,
  type LocalTrack, type LocalTrackPublication, type Participant, type ScreenShareCaptureOptions, type TrackPublishOptions,
} from 'livekit-client'
import { isAdmitted } from '../call-state.ts'
import { say, type Call } from '../call.ts'
import { isPublished } from '../publish.ts'
import { latestTurn, shareName, type ShareMark } from './newest-share.ts'

const CAPTURE: ScreenShareCaptureOptions = {
  // Without restrictOwnAudio the guests would hear themselves in the shared sound (Chrome 141).
  audio: { restrictOwnAudio: true },
  contentHint: 'text',
  resolution: ScreenSharePresets.h1080fps15.resolution,
  surfaceSwitching: 'include',
  selfBrowserSurface: 'exclude',
  systemAudio: 'include',
  suppressLocalAudioPlayback: true,
}

/**
 * The layer for thin lines has the size of the other and a tenth of its frames: text that moves less can be read, text that is
 * smaller can't (BigBlueButton, pull request 24800). Larger than any source, so that no size is taken off.
 */
const SLOW_AND_SHARP = new VideoPreset(7680, 4320, 400_000, 2)

const ENCODING: TrackPublishOptions = {
  videoCodec: 'vp8',
  simulcast: true,
  screenShareEncoding: { maxBitrate: 2_500_000, maxFramerate: 15 },
  screenShareSimulcastLayers: [SLOW_AND_SHARP],
  degradationPreference: 'maintain-resolution',
}

/**
 * Lets the person choose what to share, and shares it until `stopShare`, or until the browser's own button ends it.
 * @throws {Error} NotAllowedError when the person closes the browser's picker.
 */
export async function startShare(call: Call): Promise<void> {
  const { share, room } = call
  if (share.isAsking || share.tracks.length > 0) return
  share.isAsking = true
  const tracks = await room.localParticipant.createScreenTracks(CAPTURE).finally(() => { share.isAsking = false })
  const { state } = call.store.read()
  // A picker stays open for as long as one likes: whoever is outside by now shares nothing.
  if (!isAdmitted(state)) return tracks.forEach((track) => track.stop())
  noteTurns(call)
  share.turn = share.latestTurn += 1
  keep(call, tracks)
  say(call, call.texts.news.youShare)
  if (state.stage === 'inside') await publishShare(call)
}

/** Ends the own share, whatever the line is like, and says so in these words. While nothing is shared it does nothing. */
export function stopShare(call: Call, words = call.texts.news.youStopped): void {
  const { share: { tracks }, room } = call
  if (tracks.length === 0) return
  keep(call, [])
  for (const track of tracks) {
    track.stop()
    if (isPublished(room, track)) void room.localParticipant.unpublishTrack(track).catch(() => null)
  }
  say(call, words)
}

/**
 * Takes a share back that comes out only after it was stopped: until then there was nothing to unpublish, and the others would look
 * at a black screen for as long as the call lasts. LiveKit's client publishes again by itself too when it has made a line anew.
 */
export function takeBackStopped({ share, room }: Call, { source, track }: LocalTrackPublication): void {
  const isOfShare = source === Track.Source.ScreenShare || source === Track.Source.ScreenShareAudio
  if (isOfShare && track && !share.tracks.includes(track)) void room.localParticipant.unpublishTrack(track).catch(() => null)
}

/**
 * Publishes what is shared and not out yet. A line that breaks meanwhile costs nothing; whatever else fails ends the share.
 * @throws {Error} what LiveKit's client says of it.
 */
export async function publishShare(call: Call): Promise<void> {
  const { share: { tracks }, room } = call
  const options = { ...ENCODING, name: shareName(call.share.turn) }
  const waiting = tracks.filter((track) => !isPublished(room, track))
  try {
    await Promise.all(waiting.map((track) => room.localParticipant.publishTrack(track, options)))
  } catch (error) {
    if (room.state !== ConnectionState.Connected || call.share.tracks !== tracks) return
    stopShare(call)
    throw error
  }
}

/** Remembers the turns of all that share now: one of them may be away for a moment when the next begins. */
export function noteTurns({ share, room }: Call): void {
  share.latestTurn = latestTurn(share.latestTurn, [...room.remoteParticipants.values()].flatMap((person) => shareMarkOf(person) ?? []))
}

/** The screen that somebody shares now, by its marks; null when they share none. */
export function shareMarkOf(participant: Participant): ShareMark | null {
  const share = participant.getTrackPublication(Track.Source.ScreenShare)
  return share ? { sid: share.trackSid, name: share.trackName } : null
}

function keep(call: Call, tracks: LocalTrack[]): void {
  call.share.tracks = tracks
  call.store.write({ ...call.store.read(), isSharing: tracks.length > 0 })
  tracks[0]?.once(TrackEvent.Ended, () => { if (call.share.tracks === tracks) stopShare(call) })
}
