import type { DoorGuest, DoorView } from '#app/domain/meeting/room-data.ts'
import type { Person, Playable } from '#app/domain/meeting/ui/call/people.ts'

/** A door that is open, with the asker outside it. */
export function doorView(given: Partial<DoorView> = {}): DoorView {
  return {
    meetingState: 'open', closedReason: null, me: { door: 'away' }, host: { name: 'Mette', title: 'Konsulent', phone: null },
    leader: { seatId: 'host', name: 'Mette' }, isHostPresent: true, guests: [], hands: [], isLocked: false, heirs: [], livekit: { state: 'ready', note: null }, recording: null, ...given,
  }
}

export function doorGuest(given: Partial<DoorGuest> = {}): DoorGuest {
  return {
    seatId: 'seat-1', identity: 'p-1', name: 'Søren', companyName: null, door: 'waiting', readiness: null, checked: null, isPresent: true,
    turnUp: null, ...given,
  }
}

export function person(given: Partial<Person> = {}): Person {
  return {
    id: 'p-1', name: 'Søren', picture: null, isCameraOn: true, isMicrophoneOn: true, isSpeaking: false, screen: null, sounds: [], ...given,
  }
}

export const PLAYABLE: Playable = { attach: () => null, detach: () => null }
