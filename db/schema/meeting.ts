import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Locale } from '#app/kernel/locale.ts'
import type { Partstat } from '#app/domain/calendar/replies/calendar-reply.ts'
import type { Checked, DoorState, Hold, MeetingState, Readiness, SeatRole } from '#app/domain/meeting/meeting.ts'
import { meetingType } from './calendar.ts'
import { createdAt, instant, primaryId } from './columns.ts'
import { consultant, person } from './people.ts'

export const meeting = pgTable('meeting', {
  id: primaryId(),
  hostId: uuid('host_id').notNull().references(() => consultant.id),
  typeId: uuid('type_id').notNull().references(() => meetingType.id),
  /** What calendars and mails call it, in the language of the booking. */
  title: text('title').notNull(),
  locale: text('locale').$type<Locale>().notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  state: text('state').$type<MeetingState>().notNull().default('scheduled'),
  /** The LiveKit room: unguessable, and it names neither person nor company. */
  roomName: text('room_name').notNull().unique(),
  /** One UID for the meeting's life (RFC 5545 §3.8.4.7). */
  icsUid: text('ics_uid').notNull().unique(),
  /** SEQUENCE (§3.8.7.4) and DTSTAMP (§3.8.7.2) rise together, in the transaction that changes the meeting. */
  icsSequence: integer('ics_sequence').notNull().default(0),
  icsStampedAt: instant('ics_stamped_at').notNull(),
  /** When it last got another time. */
  movedAt: instant('moved_at'),
  /** When the host was told by mail that a guest waits; null again once the host has come. */
  waitingToldAt: instant('waiting_told_at'),
  openedAt: instant('opened_at'),
  endedAt: instant('ended_at'),
  /** While it is set, nobody new may knock. */
  lockedAt: instant('locked_at'),
  isDemo: boolean('is_demo').notNull().default(false),
  createdAt: createdAt(),
}, (table) => [index('meeting_starts').on(table.startsAt), index('meeting_host_created').on(table.hostId, table.createdAt)])

/** One person's place in one meeting: link, door and LiveKit identity hang on it. */
export const seat = pgTable('seat', {
  id: primaryId(),
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  role: text('role').$type<SeatRole>().notNull(),
  personId: uuid('person_id').references(() => person.id),
  consultantId: uuid('consultant_id').references(() => consultant.id),
  name: text('name').notNull(),
  email: text('email').notNull(),
  companyName: text('company_name'),
  locale: text('locale').$type<Locale>().notNull(),
  timeZone: text('time_zone').notNull(),
  /** LiveKit identity, opaque because it lands in foreign logs. */
  identity: text('identity').notNull().unique(),
  /** Raising it revokes every link of this seat. */
  linkGeneration: integer('link_generation').notNull().default(1),
  door: text('door').$type<DoorState>().notNull().default('away'),
  readiness: jsonb('readiness').$type<Readiness>(),
  /** What this one found on the check page, and when; it outlives a move of the meeting. */
  checked: jsonb('checked').$type<Checked>(),
  /** SHA-256 of the secret in the browser that knocked first: only that one connects. */
  deviceHash: text('device_hash'),
  /** Since when it is one of the few that wait connected. */
  warmSince: instant('warm_since'),
  /** How often LiveKit gave up on a connection of this seat before it carried anything. */
  connectFaults: integer('connect_faults').notNull().default(0),
  /** What the host said to whoever waits. */
  hold: jsonb('hold').$type<Hold>(),
  /** When the seat's event stream was last seen open. */
  lastSeenAt: instant('last_seen_at'),
  admittedAt: instant('admitted_at'),
  /** Since when this one has a question; null again once the hand is down. */
  handRaisedAt: instant('hand_raised_at'),
  /** What the guest said about coming: so many minutes late, 0 for on time; null while nothing was said. */
  lateMinutes: integer('late_minutes'),
  answeredAt: instant('answered_at'),
  /** A colleague who is no longer to come. The seat opens nothing any more, and is deleted once its holder was told. */
  withdrawnAt: instant('withdrawn_at'),
  /** What this one's calendar has answered to the time that holds now; a move asks again. */
  partstat: text('partstat').$type<Partstat>().notNull().default('needs-action'),
  /** DTSTAMP of that answer: only a newer one counts (RFC 5546 §2.1.5). */
  partstatAt: instant('partstat_at'),
  partstatComment: text('partstat_comment'),
  createdAt: createdAt(),
}, (table) => [
  index('seat_meeting').on(table.meetingId),
  check('seat_answer', sql`(${table.lateMinutes} IS NULL) = (${table.answeredAt} IS NULL) AND ${table.lateMinutes} >= 0`),
])

/** A browser that came with a seat's link while the seat is bound to another one; it waits without being connected. */
export const otherDevice = pgTable('other_device', {
  id: primaryId(),
  seatId: uuid('seat_id').notNull().references(() => seat.id, { onDelete: 'cascade' }),
  secretHash: text('secret_hash').notNull(),
  door: text('door').$type<Exclude<DoorState, 'admitted'>>().notNull(),
  readiness: jsonb('readiness').$type<Readiness>().notNull(),
  lastSeenAt: instant('last_seen_at').notNull(),
  /** The code that was mailed is derived from the row and this moment, so it stands nowhere. */
  codeAskedAt: instant('code_asked_at'),
  codeTries: integer('code_tries').notNull().default(0),
  createdAt: createdAt(),
}, (table) => [uniqueIndex('other_device_secret').on(table.seatId, table.secretHash)])

/** From LiveKit's signed webhooks: one row per connection that had media. */
export const attendance = pgTable('attendance', {
  id: primaryId(),
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  seatId: uuid('seat_id').notNull().references(() => seat.id, { onDelete: 'cascade' }),
  /** LiveKit's id of the connection (`PA_...`). */
  participantSid: text('participant_sid').notNull(),
  joinedAt: instant('joined_at').notNull(),
  leftAt: instant('left_at'),
}, (table) => [uniqueIndex('attendance_sid').on(table.participantSid), index('attendance_meeting').on(table.meetingId)])

/** Webhooks are delivered at least once: an id that stands here was handled. */
export const livekitEvent = pgTable('livekit_event', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  receivedAt: instant('received_at').notNull(),
})
