import type { Locale } from '#app/kernel/locale.ts'
import { doorClosedReason, PRESENT_WITHIN_MS } from './meeting.ts'
import type { DeviceState, DoorClosedReason, DoorState, Hold, MeetingState, MeetingTimes, Readiness, SeatRole, TurnUp } from './meeting.ts'
import type { Seat } from './seat.ts'

/** Can video start? building: the server is being built; down: it died and comes back; missing: there is none. */
export type MediaState = 'starting' | 'building' | 'ready' | 'down' | 'missing'

/** The note is a remedy or a progress, for the host alone. */
export type MediaHealth = { state: MediaState; note: string | null }

/** Somebody else in the meeting, as the one who looks may see them. Readiness is for the host's eyes. */
export type DoorGuest = {
  seatId: string
  name: string
  companyName: string | null
  door: DoorState
  readiness: Readiness | null
  isPresent: boolean
  /** What this guest said about coming; for the host's eyes. */
  turnUp: TurnUp | null
}

/** A browser with this guest's link, while the seat is bound to another; for the host's eyes. */
export type DeviceAtDoor = Pick<DoorGuest, 'seatId' | 'name' | 'readiness' | 'isPresent'> & { deviceId: string }

/** What this browser is at the door. `other` when its seat is bound to another one, and whether a code was mailed for it. */
export type OwnDoor = { door: DoorState; other?: { hasCode: boolean }; hold?: Hold }

/** The door as one seat may see it: the host sees every guest, an admitted guest the admitted ones, others nobody. */
export type DoorView = {
  meetingState: MeetingState
  /** Why this seat can't come in now; null when it may knock or is inside. */
  closedReason: DoorClosedReason | null
  me: OwnDoor
  isHostPresent: boolean
  guests: DoorGuest[]
  devices?: DeviceAtDoor[]
  livekit: MediaHealth
}

export type RoomLinks = {
  token: string
  door: string
  /** Other times, for a guest whose host is late. */
  times: string
  agenda: string
  feed: string
  summary: string
  /** The front page's free times, to book the next meeting. */
  bookNext: string
  /** The guest's own booking; null for the host. */
  booking: string | null
}

/** What the room's page carries as JSON. The agenda's shape and the texts belong to those who fill them in. */
export type RoomData<AgendaShape, Texts> = {
  seat: { id: string; role: SeatRole; name: string; locale: Locale; timeZone: string }
  meeting: { id: string; title: string; startsAt: number; endsAt: number; state: MeetingState }
  host: { name: string; title: string; phone: string | null }
  door: DoorView
  agenda: { version: number; agenda: AgendaShape }
  /** `url` is where the browser's LiveKit client connects. */
  livekit: { url: string } & MediaHealth
  serverNow: number
  links: RoomLinks
  messages: Texts
}

/** POST links.token. knock: come to the door with what the device check found; refresh: a new token, nothing else. */
export type TokenRequest = { intent: 'knock' | 'refresh'; camera: DeviceState; microphone: DeviceState }

/**
 * Lets this seat into this meeting's room until `expiresAt` (epoch milliseconds), waiting or admitted as its door says.
 * `token` is null while there is no LiveKit server to ask: the door works without it, ask again when it is ready.
 */
export type TokenAnswer = { token: string | null; url: string; expiresAt: number; door: DoorView }

/**
 * POST links.door. admit and turn-away name a guest's seat, or one of its other devices; like admit-all, hold and end they
 * are the host's. send-code and use-code are for a guest on another device.
 */
export type DoorRequest =
  | { intent: 'admit' | 'turn-away'; seatId: string; deviceId?: string }
  | { intent: 'admit-all' | 'end' | 'leave' | 'send-code' }
  | { intent: 'hold'; seatId: string; hold: Hold }
  | { intent: 'use-code'; code: string }

/** What everybody's door looks like now, of which each sees a part. */
export type DoorFacts = {
  meeting: MeetingTimes
  seats: Seat[]
  livekit: MediaHealth
  now: number
  /** Of `me` when it looks from another device. */
  own?: OwnDoor | null
  devices?: DeviceAtDoor[]
}

/** The door as the holder of `me` may see it. */
export function viewDoor(me: Seat, { meeting, seats, livekit, now, own, devices }: DoorFacts): DoorView {
  return {
    meetingState: meeting.state,
    closedReason: closedReasonFor(me.role, meeting, now),
    me: own ?? { door: me.door, ...(me.hold && { hold: me.hold }) },
    isHostPresent: isHostThere(seats, now),
    guests: own ? [] : seats.filter((seat) => maySee(me, seat)).map((seat) => ({
      seatId: seat.id,
      name: seat.name,
      companyName: seat.companyName,
      door: seat.door,
      readiness: me.role === 'host' ? seat.readiness : null,
      isPresent: isPresent(seat, now),
      turnUp: me.role === 'host' ? seat.turnUp : null,
    })),
    livekit: me.role === 'host' ? livekit : { ...livekit, note: null },
    ...(devices && devices.length > 0 && { devices }),
  }
}

/** The host may come as early as the host likes, and opens the door for the guests by that. */
export function closedReasonFor(role: SeatRole, meeting: MeetingTimes, now: number): DoorClosedReason | null {
  const reason = doorClosedReason(meeting, now)
  return role === 'host' && reason === 'too-early' ? null : reason
}

/** Is a host in the room now? */
export function isHostThere(seats: readonly Seat[], now: number): boolean {
  return seats.some((seat) => seat.role === 'host' && seat.door === 'admitted' && isPresent(seat, now))
}

/** Does this guest stand at the door now, with the page open? */
export function isWaitingNow(seat: Seat, now: number): boolean {
  return seat.role === 'guest' && seat.door === 'waiting' && isPresent(seat, now)
}

export function isPresent({ lastSeenAt }: Pick<Seat, 'lastSeenAt'>, now: number): boolean {
  return lastSeenAt !== null && now - lastSeenAt <= PRESENT_WITHIN_MS
}

function maySee(me: Seat, other: Seat): boolean {
  if (other.role === 'host' || other.id === me.id) return false
  return me.role === 'host' || (me.door === 'admitted' && other.door === 'admitted')
}
