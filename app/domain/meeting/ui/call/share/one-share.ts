import { RoomEvent, Track, type RemoteParticipant, type TrackPublication } from 'livekit-client'
import { fill } from '#app/i18n/fill.ts'
import { say, type Call } from '../call.ts'
import { stopShare } from '../publish.ts'
import { isNewerShare, type ShareMark } from './newest-share.ts'

/** One share at a time: the newest stays, and whose share is older stops it and is told. The answer ends it. */
export function keepOneShare(call: Call): () => void {
  const { room } = call
  const look = () => {
    const own = shareOf(room.localParticipant)
    const newer = own && [...room.remoteParticipants.values()].find((person) => isAfter(person, own))
    if (newer) void giveWay(call, newer)
  }
  room.on(RoomEvent.TrackPublished, look).on(RoomEvent.LocalTrackPublished, look)
  return () => room.off(RoomEvent.TrackPublished, look).off(RoomEvent.LocalTrackPublished, look)
}

async function giveWay(call: Call, { name = '' }: RemoteParticipant): Promise<void> {
  await stopShare(call.room).catch(() => null)
  say(call, fill(call.texts.shareTurn.taken, { name }))
}

function isAfter(person: RemoteParticipant, own: TrackPublication): boolean {
  const share = shareOf(person)
  return share !== undefined && isNewerShare(markOf(share), markOf(own))
}

function shareOf(person: { getTrackPublication(source: Track.Source): TrackPublication | undefined }): TrackPublication | undefined {
  return person.getTrackPublication(Track.Source.ScreenShare)
}

function markOf({ trackSid, trackInfo }: TrackPublication): ShareMark {
  return { sid: trackSid, startedAt: trackInfo?.version ?? null }
}
