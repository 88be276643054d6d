import { invariant } from '#app/kernel/invariant.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { doorClosedReason, PRESENT_WITHIN_MS } from './meeting.ts'
import type {
  Checked, DoorClosedReason, DoorState, Hold, MeetingState, MeetingTimes, RaisedHand, Readiness, SeatRole, SentKind, TurnUp,
} from './meeting.ts'
import type { NextMeeting } from './next-meeting.ts'
import { viewRecording, type RecordingFacts, type RecordingView } from './recording.ts'
import type { Meeting, Seat } from './seat.ts'

/** Can video start? building: the server is being built; down: it died and comes back; missing: there is none. */
export type MediaState = 'starting' | 'building' | 'ready' | 'down' | 'missing'

/** The note is a remedy or a progress, for the host alone. */
export type MediaHealth = { state: MediaState; note: string | null }

/** Somebody else in the meeting, as the one who looks may see them. Readiness is for the host's eyes. */
export type DoorGuest = {
  seatId: string
  /** By which the person's picture is known; null outside, where there is none. */
  identity: string | null
  name: string
  companyName: string | null
  door: DoorState
  readiness: Readiness | null
  /** What this guest found on the check page before; for the host's eyes. */
  checked: Checked | null
  isPresent: boolean
  /** What this guest said about coming; for the host's eyes. */
  turnUp: TurnUp | null
}

/** A browser with this guest's link, while the seat is bound to another; for the host's eyes. */
export type DeviceAtDoor = Pick<DoorGuest, 'seatId' | 'name' | 'readiness' | 'isPresent'> & { deviceId: string }

/** What this browser is at the door. `other` when its seat is bound to another one, and whether a code was mailed for it. */
export type OwnDoor = { door: DoorState; other?: { hasCode: boolean }; hold?: Hold }

/** Who guests meet: the names of all hosts, with the title and the number of whoever leads. */
export type HostCard = { name: string; title: string; phone: string | null }

/** The door as one seat may see it: the host sees every guest, an admitted guest the admitted ones, others nobody. */
export type DoorView = {
  meetingState: MeetingState
  /** Why this seat can't come in now; null when it may knock or is inside. */
  closedReason: DoorClosedReason | null
  me: OwnDoor
  host: HostCard
  /** The host who leads the meeting now. */
  leader: { seatId: string; name: string }
  isHostPresent: boolean
  guests: DoorGuest[]
  devices?: DeviceAtDoor[]
  /** Who has a question; for whoever is inside. */
  hands: RaisedHand[]
  isLocked: boolean
  /** The other hosts inside, when it is the reader who leads the meeting and may hand it over. */
  heirs: { seatId: string; name: string }[]
  livekit: MediaHealth
  /** Null while nobody has asked to record, and to whoever is not inside. */
  recording: RecordingView | null
  /** The meeting after this one, once something was said of it; for whoever is inside. */
  next?: NextMeeting
}

export type RoomLinks = {
  token: string
  door: string
  /** Other times, for a guest whose host is late. */
  times: string
  agenda: string
  /** What the host alone has prepared; null for a guest. */
  hostNotes: string | null
  /** Files that were prepared; each is read at its id below it. */
  prepared: string
  consent: string
  line: string
  feed: string
  summary: string
  chat: string
  /** Where files are handed over; each is read at its message's id below it. */
  files: string
  /** Each document that is shown is read by its id below it. */
  documents: string
  /** Speaking time: for the host what was counted, for a guest whether to be in it. */
  mirror: string
  /** Where the next meeting is booked, and where the room's own script does that. */
  bookNext: string
  nextTimes: string
  /** Where anybody books a meeting of this kind, for who missed this one. */
  book: string
  /** The guest's own booking; null for the host. */
  booking: string | null
  /** The page for checking devices and network in good time. */
  check: string
} & CheckLinks

/** Where what the device check found is sent, and where a way to try the network is asked for. */
export type CheckLinks = { found: string; probe: string }

/** What the room's page carries as JSON. The agenda's shape and the texts belong to those who fill them in. */
export type RoomData<AgendaShape, Texts> = {
  seat: { id: string; role: SeatRole; name: string; locale: Locale; timeZone: string }
  meeting: { id: string; title: string; startsAt: number; endsAt: number; state: MeetingState }
  door: DoorView
  /** `notes`: what is written together, as the script that merges it takes it. */
  agenda: { version: number; agenda: AgendaShape; notes: string }
  /** `url` is where the browser's LiveKit client connects; `grant` lets whoever is inside already do so without asking first. */
  livekit: { url: string; grant: Grant | null } & MediaHealth
  serverNow: number
  links: RoomLinks
  messages: Texts
}

/** POST links.token. knock: come to the door with what the device check found; refresh: a new token, nothing else. */
export type TokenRequest = { intent: 'knock' | 'refresh' } & Readiness

/**
 * Lets a seat into its meeting's room until `expiresAt` (epoch milliseconds), waiting or admitted as its door says. `token`
 * is null while there is no LiveKit server to ask, or while this one is to wait without it: the door works all the same.
 */
export type Grant = { token: string | null; expiresAt: number }

export type TokenAnswer = Grant & { url: string; door: DoorView }

/** POST links.probe: lets one browser try the ways to the media server for a minute, in a room of its own. */
export type ProbeAnswer = { token: string; url: string; outward: OutwardPorts | null }

/** What a firewall has to let out; null for a media server of others, of which only they know. */
export type OutwardPorts = { udp: number; tcp: number; turn: number; hasTurnTls: boolean }

/**
 * POST links.door. admit and turn-away name a guest's seat, or one of its other devices; like admit-all, hold, silence,
 * hand-over, lock and end they are the host's. send-code and use-code are for a guest on another device.
 */
export type DoorRequest =
  | { intent: 'admit' | 'turn-away'; seatId: string; deviceId?: string }
  | { intent: 'admit-all' | 'end' | 'leave' | 'send-code' }
  | { intent: 'hold'; seatId: string; hold: Hold }
  | { intent: 'use-code'; code: string }
  | ControlRequest

/** About those who are inside. lower-hand is for the host, and for whoever raised it. */
export type ControlRequest =
  | { intent: 'silence'; seatId: string; kind: SentKind }
  | { intent: 'hand-over' | 'lower-hand'; seatId: string }
  | { intent: 'lock' | 'unlock' | 'raise-hand' }

/**
 * POST links.consent. ask, start, stop are the host's; answer and withdraw each person's own. keep: the host's browser
 * looks whether it may still record. Answered by the door as it is then.
 */
export type ConsentRequest =
  | { intent: 'ask' | 'keep' }
  | { intent: 'answer'; recordingId: string; isYes: boolean }
  | { intent: 'withdraw' | 'start' | 'stop'; recordingId: string }

/** What everybody's door looks like now, of which each sees a part. */
export type DoorFacts = {
  meeting: MeetingTimes & Pick<Meeting, 'hostId' | 'lockedAt'>
  seats: Seat[]
  host: HostCard
  livekit: MediaHealth
  recording: RecordingFacts | null
  now: number
  /** Of `me` when it looks from another device. */
  own?: OwnDoor | null
  devices?: DeviceAtDoor[]
  next?: NextMeeting | null
}

/** The door as the holder of `me` may see it. */
export function viewDoor(me: Seat, { meeting, seats, host, livekit, recording, now, own, devices, next }: DoorFacts): DoorView {
  return {
    meetingState: meeting.state,
    closedReason: closedReasonFor(me.role, meeting, now) ?? (isLockedOut(own ? asOther(own) : me, meeting) ? 'meeting-locked' : null),
    me: own ?? { door: me.door, ...(me.hold && { hold: me.hold }) },
    host,
    leader: leaderAmong(seats, meeting),
    isHostPresent: isHostThere(seats, now),
    guests: own ? [] : seats.filter((seat) => maySee(me, seat)).map((seat) => ({
      seatId: seat.id,
      identity: seat.door === 'admitted' ? seat.identity : null,
      name: seat.name,
      companyName: seat.companyName,
      door: seat.door,
      readiness: me.role === 'host' ? seat.readiness : null,
      checked: me.role === 'host' ? seat.checked : null,
      isPresent: isPresent(seat, now),
      turnUp: me.role === 'host' ? seat.turnUp : null,
    })),
    hands: me.door === 'admitted' && !own ? handsOf(seats) : [],
    isLocked: meeting.lockedAt !== null,
    heirs: me.role === 'host' && me.consultantId === meeting.hostId ? heirsOf(me, seats) : [],
    livekit: me.role === 'host' ? livekit : { ...livekit, note: null },
    recording: own ? null : viewRecording(me, recording, { meetingState: meeting.state, seats, now }),
    ...(devices && devices.length > 0 && { devices }),
    ...(next && !own && (me.role === 'host' || me.door === 'admitted') && { next }),
  }
}

/** The host may come as early as the host likes, and opens the door for the guests by that. */
export function closedReasonFor(role: SeatRole, meeting: MeetingTimes, now: number): DoorClosedReason | null {
  const reason = doorClosedReason(meeting, now)
  return role === 'host' && reason === 'too-early' ? null : reason
}

/** Whoever was inside once may come back, and who waits may go on waiting. */
export function isLockedOut(seat: Pick<Seat, 'role' | 'door' | 'admittedAt'>, { lockedAt }: Pick<Meeting, 'lockedAt'>): boolean {
  return lockedAt !== null && seat.role === 'guest' && seat.door === 'away' && seat.admittedAt === null
}

/** A browser that the seat is not bound to was never inside, whoever it belongs to. */
export function asOther({ door }: Pick<OwnDoor, 'door'>): Pick<Seat, 'role' | 'door' | 'admittedAt'> {
  return { role: 'guest', door, admittedAt: null }
}

/** Is a host in the room now? */
export function isHostThere(seats: readonly Seat[], now: number): boolean {
  return seats.some((seat) => seat.role === 'host' && seat.door === 'admitted' && isPresent(seat, now))
}

/** Does this guest stand at the door now, with the page open? */
export function isWaitingNow(seat: Seat, now: number): boolean {
  return seat.role === 'guest' && seat.door === 'waiting' && isPresent(seat, now)
}

function leaderAmong(seats: readonly Seat[], { hostId }: Pick<Meeting, 'hostId'>): DoorView['leader'] {
  const leader = seats.find(({ consultantId }) => consultantId === hostId)
  invariant(leader, 'whoever leads has a seat')
  return { seatId: leader.id, name: leader.name }
}

function handsOf(seats: readonly Seat[]): RaisedHand[] {
  return seats.filter((seat) => seat.door === 'admitted' && seat.handRaisedAt !== null)
    .sort((a, b) => (a.handRaisedAt ?? 0) - (b.handRaisedAt ?? 0))
    .map(({ id: seatId, identity, name }) => ({ seatId, identity, name }))
}

function heirsOf(me: Seat, seats: readonly Seat[]): DoorView['heirs'] {
  return seats.filter((seat) => seat.role === 'host' && seat.id !== me.id && seat.door === 'admitted')
    .map(({ id: seatId, name }) => ({ seatId, name }))
}

export function isPresent({ lastSeenAt }: Pick<Seat, 'lastSeenAt'>, now: number): boolean {
  return lastSeenAt !== null && now - lastSeenAt <= PRESENT_WITHIN_MS
}

function maySee(me: Seat, other: Seat): boolean {
  if (other.role === 'host' || other.id === me.id) return false
  return me.role === 'host' || (me.door === 'admitted' && other.door === 'admitted')
}
