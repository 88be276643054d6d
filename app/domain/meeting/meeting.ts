import { MINUTE_MS } from '#app/kernel/time.ts'

/**
 * pending (the consultant has not said yes) -> scheduled, or scheduled from the first; then
 * scheduled -> open (the consultant is in the room) -> live (somebody was admitted) -> ended; or cancelled.
 */
export type MeetingState = 'pending' | 'scheduled' | 'open' | 'live' | 'ended' | 'cancelled'

/**
 * Mails to a seat of a booked meeting. people: the host is told who comes along, or no longer does; the one who booked,
 * that a colleague said no. removal: to whoever is no longer to come. unproven: was that answer yours? calendar-no,
 * counter: to the host, what a calendar answered. counter-declined: the host's no to what it proposed.
 * reminder: before the start. missing: to the one who booked, when nobody came. waiting: to the host, who is not there
 * while a guest is at the door. door-code: lets a guest take their seat on another device. agenda-changed: what the
 * other side has changed while the meeting is prepared. step-due: a next step that was agreed on is brought up.
 */
export const SEAT_MAIL_KINDS = [
  'invitation', 'update', 'cancellation', 'summary', 'asked', 'refused', 'lapsed', 'withdrawn', 'people', 'removal',
  'unproven', 'calendar-no', 'counter', 'counter-declined', 'reminder', 'missing', 'waiting',
  'door-code', 'agenda-changed', 'step-due',
] as const

export type SeatMailKind = (typeof SEAT_MAIL_KINDS)[number]

/** They carry what was prepared, said or agreed on in the meeting; the others say what the appointment is. */
const OF_WHAT_WAS_SAID: readonly SeatMailKind[] = ['summary', 'agenda-changed', 'step-due']

export type SeatRole = 'host' | 'guest'

/** away: not at the door. waiting: knocked, not let in. admitted: may see and hear. removed: may not come back. */
export type DoorState = 'away' | 'waiting' | 'admitted' | 'removed'

/** May a seat with this door get a mail of this kind? Whoever was sent away is told of the appointment alone. */
export function mayBeMailed(kind: SeatMailKind, { door }: { door: DoorState }): boolean {
  return door !== 'removed' || !OF_WHAT_WAS_SAID.includes(kind)
}

/** What somebody sends to the others. */
export type SentKind = 'microphone' | 'camera' | 'share'

/** Somebody with a question; `identity` finds the picture. */
export type RaisedHand = { seatId: string; identity: string; name: string }

export type DeviceState = 'ready' | 'off' | 'denied' | 'missing' | 'busy'

/** What the person said after the test sound. */
export type SpeakerState = 'heard' | 'unheard'

/** The best way to the media server that is open; blocked: none is. turn: by a relay. */
export type NetworkWay = 'udp' | 'tcp' | 'turn' | 'blocked'

/** `roundTripMs`: to the media server and back, milliseconds; null when nothing came through. */
export type NetworkFinding = { way: NetworkWay; roundTripMs: number | null }

/** What the device check found; the host sees it beside Admit. Loudspeaker and network are left out while untested. */
export type Readiness = { camera: DeviceState; microphone: DeviceState; speaker?: SpeakerState; network?: NetworkFinding }

/** What was found on the check page; `at` in epoch milliseconds. */
export type Checked = { readiness: Readiness; at: number }

/** What the host can say to whoever waits, in the guest's own language, or in own words. */
export const HOLD_WORDS = ['soon', 'five-minutes', 'ending-another'] as const

/** The most characters of own words. */
export const HOLD_LENGTH = 200

export type Hold = { kind: (typeof HOLD_WORDS)[number] } | { kind: 'own'; text: string }

/** What a guest said about coming: on time (0) or so many minutes late, and when it was said (epoch milliseconds). */
export type TurnUp = { lateMinutes: number; answeredAt: number }

/** What a code is for: one browser's one asking. It is made from this each time, so it stands in the mail alone. */
export type CodeSource = { deviceId: string; askedAt: number }

/** How long before the start a guest may wait at the door. */
export const DOOR_OPENS_BEFORE_MS = 60 * MINUTE_MS

/** How long after the planned end the room can still be entered. */
export const DOOR_CLOSES_AFTER_MS = 4 * 60 * MINUTE_MS

/** A stream that was seen within this time counts as present. */
export const PRESENT_WITHIN_MS = 40_000

export type MeetingTimes = { state: MeetingState; startsAt: number; endsAt: number }

/** meeting-locked: the host lets nobody new knock. */
export type DoorClosedReason = 'meeting-ended' | 'meeting-cancelled' | 'too-early' | 'too-late' | 'meeting-locked'

/** Why the door is closed to a guest at `now`, or null when a guest may knock. */
export function doorClosedReason(meeting: MeetingTimes, now: number): DoorClosedReason | null {
  if (meeting.state === 'ended') return 'meeting-ended'
  if (meeting.state === 'cancelled') return 'meeting-cancelled'
  if (meeting.state === 'open' || meeting.state === 'live') return null
  if (meeting.state === 'pending' || now < meeting.startsAt - DOOR_OPENS_BEFORE_MS) return 'too-early'
  if (now > meeting.endsAt + DOOR_CLOSES_AFTER_MS) return 'too-late'
  return null
}

/** May times, people and agenda still be changed by the one who booked? */
export function isChangeable(meeting: MeetingTimes, now: number): boolean {
  return (meeting.state === 'scheduled' || meeting.state === 'pending') && now < meeting.startsAt
}

/** Held or called off: nothing more is done in it. */
export function isOver({ state }: Pick<MeetingTimes, 'state'>): boolean {
  return state === 'ended' || state === 'cancelled'
}

/** In which states a meeting is agreed on, and neither over nor off. */
export const EXPECTED_STATES: readonly MeetingState[] = ['scheduled', 'open', 'live']

export function isExpected({ state }: Pick<MeetingTimes, 'state'>): boolean {
  return EXPECTED_STATES.includes(state)
}

/** Is it neither over nor called off? One that was never opened is over at its planned end, another when the host ends it. */
export function isToCome({ state, endsAt }: MeetingTimes, now: number): boolean {
  return state === 'open' || state === 'live' || (state === 'scheduled' && now < endsAt)
}

/** May it get another time? Whoever did not come may still choose another one, for as long as the room could be entered. */
export function isMovable(meeting: MeetingTimes, now: number): boolean {
  if (isChangeable(meeting, now)) return true
  const isUnattended = meeting.state === 'scheduled' || meeting.state === 'open'
  return isUnattended && meeting.startsAt <= now && now < meeting.endsAt + DOOR_CLOSES_AFTER_MS
}
