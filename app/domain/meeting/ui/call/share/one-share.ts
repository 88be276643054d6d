import { RoomEvent, type RemoteParticipant } from 'livekit-client'
import { fill } from '#app/i18n/fill.ts'
import { say, type Call } from '../call.ts'
import { shareMarkOf, stopShare } from '../publish.ts'
import { isNewerShare } from './newest-share.ts'

/** One share at a time: the newest stays, and whose share is older stops it and is told. The answer ends it. */
export function keepOneShare(call: Call): () => void {
  const { room } = call
  const look = () => {
    const own = shareMarkOf(room.localParticipant)
    const isNewer = (person: RemoteParticipant) => {
      const other = shareMarkOf(person)
      return own !== null && other !== null && isNewerShare(other, own)
    }
    const newer = [...room.remoteParticipants.values()].find(isNewer)
    if (newer) void giveWay(call, newer)
  }
  room.on(RoomEvent.TrackPublished, look).on(RoomEvent.LocalTrackPublished, look)
  return () => room.off(RoomEvent.TrackPublished, look).off(RoomEvent.LocalTrackPublished, look)
}

async function giveWay(call: Call, { name = '' }: RemoteParticipant): Promise<void> {
  await stopShare(call.room).catch(() => null)
  say(call, fill(call.texts.shareTurn.taken, { name }))
}
