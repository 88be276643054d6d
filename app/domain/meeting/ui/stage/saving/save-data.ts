import { RemoteTrackPublication, RoomEvent, Track, VideoQuality, type Room, type TrackPublication } from 'livekit-client'
import type { SavingLevel } from './saving.ts'

export type Saver = {
  /** Goes to a level at once, and holds whoever comes later to it. */
  set(level: SavingLevel): void
  stop(): void
}

/** Small enough for any line that carries speech, and a face is still a face. */
const SMALL = { width: 320, height: 180, frameRate: 12 }
const FULL = { width: 1280, height: 720, frameRate: 30 }

/**
 * Saves data both ways: others' cameras come small or not at all, the own camera films small. What is shared is what the meeting is
 * about and stays. Nothing is touched until it is first asked for.
 */
export function createSaver(room: Room): Saver {
  let level: SavingLevel = 'off'
  const receive = (publication: TrackPublication) => receiveAt(publication, level)
  const film = () => filmAt(room, level)
  const stop = () => {
    room.off(RoomEvent.TrackPublished, receive).off(RoomEvent.TrackSubscribed, receiveSubscribed)
      .off(RoomEvent.LocalTrackPublished, film).off(RoomEvent.TrackUnmuted, film)
  }
  const receiveSubscribed = (_track: unknown, publication: TrackPublication) => receive(publication)
  const start = () => {
    room.on(RoomEvent.TrackPublished, receive).on(RoomEvent.TrackSubscribed, receiveSubscribed)
      .on(RoomEvent.LocalTrackPublished, film).on(RoomEvent.TrackUnmuted, film)
  }
  return {
    set(next) {
      if (next === level) return
      level = next
      stop()
      if (level !== 'off') start()
      remoteCameras(room).forEach(receive)
      film()
    },
    stop,
  }
}

function receiveAt(publication: TrackPublication, level: SavingLevel): void {
  if (!(publication instanceof RemoteTrackPublication) || publication.source !== Track.Source.Camera) return
  const isWanted = level !== 'sound'
  if (publication.isDesired !== isWanted) publication.setSubscribed(isWanted)
  if (isWanted) publication.setVideoQuality(level === 'less' ? VideoQuality.LOW : VideoQuality.HIGH)
}

/** By the camera itself and not by layers, which dynacast turns on again. A camera that can't film small goes on as it was. */
function filmAt(room: Room, level: SavingLevel): void {
  const camera = room.localParticipant.getTrackPublication(Track.Source.Camera)?.videoTrack?.mediaStreamTrack
  camera?.applyConstraints(level === 'off' ? FULL : SMALL).catch(() => null)
}

function remoteCameras(room: Room): TrackPublication[] {
  return [...room.remoteParticipants.values()].flatMap((person) => person.getTrackPublication(Track.Source.Camera) ?? [])
}
