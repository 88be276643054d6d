import { Track, type Participant, type RemoteParticipant, type Room } from 'livekit-client'

/** Something that plays in a media element; LiveKit's tracks are such. */
export type Playable = { attach(element: HTMLMediaElement): unknown; detach(element: HTMLMediaElement): unknown }

/** Somebody in the room as the stage shows them. */
export type Person = {
  id: string
  name: string
  picture: Playable | null
  isCameraOn: boolean
  isMicrophoneOn: boolean
  isSpeaking: boolean
  screen: Playable | null
  sounds: { id: string; sound: Playable }[]
}

/** Everybody else in the room. */
export function peopleIn(room: Room): Person[] {
  return [...room.remoteParticipants.values()].map(personOf)
}

/** Do these look and sound the same? Many of LiveKit's events change nothing that is shown. */
export function arePeopleSame(before: readonly Person[], now: readonly Person[]): boolean {
  return before.length === now.length && before.every((person, index) => isPersonSame(person, now[index]))
}

function isPersonSame(before: Person, now: Person | undefined): boolean {
  if (!now) return false
  const { sounds: soundsBefore, ...rest } = before
  const { sounds, ...restNow } = now
  const areSoundsSame = sounds.length === soundsBefore.length && sounds.every(({ id, sound }, index) => (
    id === soundsBefore[index]?.id && sound === soundsBefore[index].sound
  ))
  return areSoundsSame && Object.entries(rest).every(([key, value]) => value === restNow[key as keyof typeof restNow])
}

function personOf(participant: RemoteParticipant): Person {
  const camera = participant.getTrackPublication(Track.Source.Camera)
  return {
    id: participant.identity,
    name: participant.name || '',
    // A track that was let go of to save data stays there, black.
    picture: camera?.isSubscribed ? camera.track ?? null : null,
    isCameraOn: isOn(participant, Track.Source.Camera),
    isMicrophoneOn: isOn(participant, Track.Source.Microphone),
    isSpeaking: participant.isSpeaking,
    screen: participant.getTrackPublication(Track.Source.ScreenShare)?.track ?? null,
    sounds: [...participant.audioTrackPublications.values()]
      .flatMap(({ track }) => (track?.sid ? [{ id: track.sid, sound: track }] : [])),
  }
}

function isOn(participant: Participant, source: Track.Source): boolean {
  const publication = participant.getTrackPublication(source)
  return publication !== undefined && !publication.isMuted
}
