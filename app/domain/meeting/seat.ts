import type { Locale } from '#app/kernel/locale.ts'
import type { Checked, DoorState, Hold, MeetingState, Readiness, SeatRole, TurnUp } from './meeting.ts'

export type Meeting = {
  id: string
  hostId: string
  typeId: string
  title: string
  locale: Locale
  startsAt: number
  endsAt: number
  state: MeetingState
  roomName: string
  icsUid: string
  icsSequence: number
  icsStampedAt: number
  movedAt: number | null
  openedAt: number | null
  /** While it is set, nobody new may knock. */
  lockedAt: number | null
  endedAt: number | null
  createdAt: number
}

export type Seat = {
  id: string
  meetingId: string
  role: SeatRole
  personId: string | null
  consultantId: string | null
  name: string
  email: string
  companyName: string | null
  locale: Locale
  timeZone: string
  identity: string
  linkGeneration: number
  door: DoorState
  readiness: Readiness | null
  checked: Checked | null
  lastSeenAt: number | null
  admittedAt: number | null
  /** Since when this one has a question. */
  handRaisedAt: number | null
  /** Of the browser that the seat is bound to, by its first knock; null before. */
  deviceHash: string | null
  hold: Hold | null
  /** What a guest said about coming; null while nothing was said. */
  turnUp: TurnUp | null
}

/** A seat whose holder has proven who they are, with the meeting it belongs to. */
export type SeatPass = { seat: Seat; meeting: Meeting }

/** The same for one browser at the room's door: `device` is the hash of its secret, null for a host, who needs none. */
export type Visitor = SeatPass & { device: string | null }
