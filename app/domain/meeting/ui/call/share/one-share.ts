import { RoomEvent, type LocalTrackPublication, type RemoteParticipant } from 'livekit-client'
import { fill } from '#app/i18n/fill.ts'
import type { Call } from '../call.ts'
import { isNewerShare } from './newest-share.ts'
import { noteTurns, publishShare, shareMarkOf, stopShare, takeBackStopped } from './own-share.ts'

/**
 * One share at a time: the newest stays, and whose share is older stops it and is told. One that was stopped before it was out
 * does not come out. The answer ends it.
 */
export function keepOneShare(call: Call): () => void {
  const { room } = call
  const look = () => {
    noteTurns(call)
    const own = shareMarkOf(room.localParticipant)
    const isNewer = (person: RemoteParticipant) => {
      const other = shareMarkOf(person)
      return own !== null && other !== null && isNewerShare(other, own)
    }
    const newer = [...room.remoteParticipants.values()].find(isNewer)
    if (newer) giveWay(call, newer)
  }
  const takeBack = (publication: LocalTrackPublication) => takeBackStopped(call, publication)
  room.on(RoomEvent.TrackPublished, look).on(RoomEvent.LocalTrackPublished, look).on(RoomEvent.LocalTrackPublished, takeBack)
  return () => {
    room.off(RoomEvent.TrackPublished, look).off(RoomEvent.LocalTrackPublished, look).off(RoomEvent.LocalTrackPublished, takeBack)
  }
}

/** On a line that was made anew the own share goes on, unless somebody else has begun one meanwhile. */
export async function resumeShare(call: Call): Promise<void> {
  const { share, room } = call
  if (share.tracks.length === 0 || shareMarkOf(room.localParticipant)) return
  const other = [...room.remoteParticipants.values()].find(shareMarkOf)
  if (other) return giveWay(call, other)
  // A share that can't go on has stopped, and that is said.
  await publishShare(call).catch(() => null)
}

function giveWay(call: Call, { name = '' }: RemoteParticipant): void {
  stopShare(call, fill(call.texts.shareTurn.taken, { name }))
}
