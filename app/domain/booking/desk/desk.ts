import type { Agenda } from '#app/domain/agenda/agenda.ts'
import type { PresenceRecord } from '#app/domain/meeting/attendance/presence-record.ts'
import type { ChatMessage } from '#app/domain/meeting/message.ts'
import type { Checked, DoorState, MeetingState, TurnUp } from '#app/domain/meeting/meeting.ts'
import type { ConsentProof } from '#app/domain/meeting/recording.ts'
import { isoDate } from '#app/kernel/time.ts'
import type { DeliveryFault } from '#app/platform/smtp/fault.ts'
import type { Standing } from '../approval/approval.ts'
import type { Campaign } from '../booking.ts'
import type { MailStanding, MailTries } from '../delivery/standing.ts'
import type { PrepareState } from '../prepare/prepare-state.ts'
import type { OpenCounter, SeatReply } from '../replies/reply.ts'
import type { Diagnosis } from '../diagnosis.ts'

export const COMING_COUNT = 20

/** The worst that is known of a meeting's mails. */
export type MailOutcome = 'sent' | 'waiting' | 'failed' | 'none'

export type DeskGuest = {
  seatId: string
  name: string
  companyName: string | null
  door: DoorState
  isPresent: boolean
  turnUp: TurnUp | null
}

/** A meeting as a line of the desk. */
export type DeskMeeting = {
  id: string
  title: string
  startsAt: number
  endsAt: number
  state: MeetingState
  hostSeatId: string
  guests: DeskGuest[]
  mail: MailOutcome
  /** What the guests' calendars have answered, in one word. */
  reply: SeatReply['partstat'] | null
  /** Until when it waits for the consultant's answer; null for what doesn't. */
  answerBy: number | null
}

export type DeskDay = {
  /** What goes on now, or is next. */
  focus: { meeting: DeskMeeting; isNow: boolean } | null
  earlier: DeskMeeting[]
  rest: DeskMeeting[]
  coming: DeskMeeting[]
  isComingCut: boolean
  /** Newest first. */
  recent: DeskMeeting[]
  /** To come, but a mail about it did not arrive: cancelled ones too, for who does not know of it may turn up. */
  undelivered: DeskMeeting[]
  /** What waits for an answer, the most urgent first. */
  asked: DeskMeeting[]
  atTheDoor: { hostSeatId: string; guest: DeskGuest }[]
}

export type DeskMail = MailTries & {
  id: string
  channel: 'mail' | 'sms'
  to: string
  email: string
  isToGuest: boolean
  /** Of the seat that it is for, as it is now. */
  door: DoorState
  createdAt: number
  attempts: number
  nextTryAt: number | null
  standing: MailStanding
  /** Why it did not arrive, or not yet; null for what had no trouble. */
  fault: DeliveryFault | null
}

/** A stay in the room; `leftAt` is null while it lasts. */
export type Stay = { id: string; name: string; joinedAt: number; leftAt: number | null }

export type SheetGuest = {
  seatId: string
  name: string
  email: string
  companyName: string | null
  phone: string | null
  timeZone: string
  reply: SeatReply | null
  turnUp: TurnUp | null
  /** What this guest found on the check page; null while nothing was looked at. */
  checked: Checked | null
  /** The guest's own way into the room, secret included. */
  link: string
}

/** Everything that the consultant may know about one meeting. */
export type MeetingSheet = {
  meeting: { id: string; title: string; startsAt: number; endsAt: number; state: MeetingState }
  hostSeatId: string
  /** Names of those who host it too. */
  coHosts: string[]
  guests: SheetGuest[]
  /** Null for a meeting that nobody booked. */
  answers: { diagnosis: Diagnosis; ownWords: string | null; message: string | null } | null
  /** Of a booking that needs or needed a yes. */
  approval: { standing: Standing; answerBy: number; text: string | null; wasAgreed: boolean } | null
  /** Where the one who booked came from; null when the address of the page did not say. */
  campaign: Campaign | null
  agenda: Pick<Agenda, 'items' | 'entries'>
  /** The same to be prepared, with what the hosts alone have. */
  prepare: PrepareState
  /** What was written in the chat. */
  said: ChatMessage[]
  mails: DeskMail[]
  stays: Stay[]
  consents: ConsentProof[]
  record: PresenceRecord
  /** Of everybody who has or had a seat, by its id. */
  names: Record<string, string>
  /** Other times that calendars propose. */
  counters: OpenCounter[]
  canCancel: boolean
}

/**
 * Lays meetings out as the consultant's day in `zone`.
 * @param meetings in the order of their starts.
 */
export function arrangeDay(meetings: readonly DeskMeeting[], now: number, zone: string): DeskDay {
  const today = isoDate(now, zone)
  const focus = findFocus(meetings, now)
  const others = meetings.filter((one) => one.id !== focus?.meeting.id)
  const dated = others.map((one) => ({ one, date: isoDate(one.startsAt, zone) }))
  const ofToday = dated.filter(({ date }) => date === today).map(({ one }) => one)
  const after = dated.filter(({ date }) => date > today).map(({ one }) => one)
  return {
    focus,
    earlier: ofToday.filter((one) => isBehind(one, now)),
    rest: ofToday.filter((one) => !isBehind(one, now)),
    coming: after.slice(0, COMING_COUNT),
    isComingCut: after.length > COMING_COUNT,
    recent: dated.filter(({ date }) => date < today).map(({ one }) => one).reverse(),
    undelivered: meetings.filter((one) => one.mail === 'failed' && one.startsAt > now),
    asked: meetings.filter(isAsked).sort((one, other) => (one.answerBy ?? 0) - (other.answerBy ?? 0)),
    atTheDoor: meetings.filter(isAlive).flatMap(({ hostSeatId, guests }) =>
      guests.filter((guest) => guest.door === 'waiting' && guest.isPresent).map((guest) => ({ hostSeatId, guest }))),
  }
}

/** One mail that did not arrive is worth knowing of, whatever became of the others. */
export function outcomeOf(mails: readonly Pick<DeskMail, 'standing'>[]): MailOutcome {
  const standings = mails.map(({ standing }) => standing).filter((standing) => standing !== 'overtaken')
  if (standings.length === 0) return 'none'
  if (standings.includes('undelivered')) return 'failed'
  return standings.includes('waiting') ? 'waiting' : 'sent'
}

function findFocus(meetings: readonly DeskMeeting[], now: number): DeskDay['focus'] {
  const alive = meetings.filter((one) => isAlive(one) && one.state !== 'pending')
  const current = alive.find((one) => one.state === 'live')
    ?? alive.find((one) => one.state === 'open')
    ?? alive.find((one) => one.startsAt <= now && now < one.endsAt)
  if (current) return { meeting: current, isNow: true }
  const next = alive.find((one) => one.startsAt > now)
  return next ? { meeting: next, isNow: false } : null
}

function isAsked({ state, answerBy }: DeskMeeting): boolean {
  return state === 'pending' && answerBy !== null
}

function isAlive({ state }: DeskMeeting): boolean {
  return state !== 'ended' && state !== 'cancelled'
}

function isBehind({ state, endsAt }: DeskMeeting, now: number): boolean {
  return state === 'ended' || endsAt <= now
}
