import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { BookingState, Campaign } from '#app/domain/booking/booking.ts'
import type { ReplyKind } from '#app/domain/booking/mail-facts.ts'
import type { CounterState } from '#app/domain/booking/replies/reply.ts'
import type { ProposalState } from '#app/domain/booking/proposal/proposal.ts'
import type { Diagnosis } from '#app/domain/booking/diagnosis.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { meetingType } from './calendar.ts'
import { createdAt, instant, primaryId } from './columns.ts'
import { meeting, seat } from './meeting.ts'
import { consultant, person } from './people.ts'

export const booking = pgTable('booking', {
  id: primaryId(),
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  typeId: uuid('type_id').notNull().references(() => meetingType.id),
  personId: uuid('person_id').notNull().references(() => person.id),
  /** The seat of the person who booked. */
  seatId: uuid('seat_id').notNull().references(() => seat.id, { onDelete: 'cascade' }),
  diagnosis: text('diagnosis').$type<Diagnosis>().notNull(),
  /** What was written beside "something else". */
  diagnosisText: text('diagnosis_text'),
  message: text('message'),
  locale: text('locale').$type<Locale>().notNull(),
  timeZone: text('time_zone').notNull(),
  state: text('state').$type<BookingState>().notNull().default('confirmed'),
  /** Rendered into the form, so that a double click or a retry gives the same booking. */
  idempotencyKey: uuid('idempotency_key').notNull(),
  /** Keyed hashes of the addresses that asked not to be brought along. */
  declinedHashes: jsonb('declined_hashes').$type<string[]>().notNull().default([]),
  /** What the address of the page said about where the visitor came from. */
  campaign: jsonb('campaign').$type<Campaign>(),
  /** Where the page's address asked to lead on to afterwards. */
  returnUrl: text('return_url'),
  cancelledAt: instant('cancelled_at'),
  /** Until when the consultant can say yes to a pending one; kept when it is answered. */
  answerBy: instant('answer_by'),
  /** What the consultant wrote with a no. */
  answerText: text('answer_text'),
  createdAt: createdAt(),
}, (table) => [
  uniqueIndex('booking_idempotency').on(table.idempotencyKey),
  uniqueIndex('booking_meeting').on(table.meetingId),
  index('booking_person').on(table.personId),
  check('booking_pending_ends', sql`${table.state} <> 'pending' OR ${table.answerBy} IS NOT NULL`),
])

function startsAtList() {
  return timestamp('starts', { withTimezone: true, precision: 3, mode: 'date' }).array().notNull()
}

/** Times that a prospect proposes because none of the free ones fits. They block nothing; answered once. */
export const proposal = pgTable('proposal', {
  id: primaryId(),
  typeId: uuid('type_id').notNull().references(() => meetingType.id, { onDelete: 'cascade' }),
  durationMinutes: integer('duration_minutes').notNull(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  companyName: text('company_name').notNull(),
  phone: text('phone'),
  diagnosis: text('diagnosis').$type<Diagnosis>().notNull(),
  diagnosisText: text('diagnosis_text'),
  message: text('message'),
  locale: text('locale').$type<Locale>().notNull(),
  timeZone: text('time_zone').notNull(),
  /** One to three, in the order in which they were proposed. */
  starts: startsAtList(),
  state: text('state').$type<ProposalState>().notNull().default('open'),
  answerText: text('answer_text'),
  answeredAt: instant('answered_at'),
  /** Which of the type's hosts answered; null while nobody has, and when that consultant is gone. */
  hostId: uuid('host_id').references(() => consultant.id, { onDelete: 'set null' }),
  meetingId: uuid('meeting_id').references(() => meeting.id, { onDelete: 'set null' }),
  /** Where the visitor came from and asked to be led on to, for the booking that it may become. */
  campaign: jsonb('campaign').$type<Campaign>(),
  returnUrl: text('return_url'),
  idempotencyKey: uuid('idempotency_key').notNull(),
  createdAt: createdAt(),
}, (table) => [
  uniqueIndex('proposal_idempotency').on(table.idempotencyKey),
  index('proposal_type').on(table.typeId, table.state),
  index('proposal_created').on(table.createdAt),
  check('proposal_starts', sql`cardinality(${table.starts}) BETWEEN 1 AND 3`),
])

/** A link made for one person, with times that need not be free for anybody else. Its first use closes it. */
export const oneOff = pgTable('one_off', {
  id: primaryId(),
  hostId: uuid('host_id').notNull().references(() => consultant.id, { onDelete: 'cascade' }),
  typeId: uuid('type_id').notNull().references(() => meetingType.id, { onDelete: 'cascade' }),
  name: text('name').notNull(),
  email: text('email').notNull(),
  companyName: text('company_name').notNull(),
  locale: text('locale').$type<Locale>().notNull(),
  durationMinutes: integer('duration_minutes').notNull(),
  /** One to five, ascending. They block nothing. */
  starts: startsAtList(),
  expiresAt: instant('expires_at').notNull(),
  /** Part of the link's secret, as for a seat. */
  linkGeneration: integer('link_generation').notNull().default(1),
  revokedAt: instant('revoked_at'),
  usedAt: instant('used_at'),
  meetingId: uuid('meeting_id').references(() => meeting.id, { onDelete: 'set null' }),
  createdAt: createdAt(),
}, (table) => [
  index('one_off_host').on(table.hostId, table.createdAt),
  index('one_off_expires').on(table.expiresAt),
  check('one_off_starts', sql`cardinality(${table.starts}) BETWEEN 1 AND 5`),
])

/** Another time that somebody's calendar proposes for a meeting (COUNTER, RFC 5546 §3.2.7). It blocks nothing. */
export const counterProposal = pgTable('counter_proposal', {
  id: primaryId(),
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  seatId: uuid('seat_id').notNull().references(() => seat.id, { onDelete: 'cascade' }),
  startsAt: instant('starts_at').notNull(),
  /** DTSTAMP: of several from one seat the newest counts. */
  stampedAt: instant('stamped_at').notNull(),
  comment: text('comment'),
  state: text('state').$type<CounterState>().notNull().default('open'),
  answeredAt: instant('answered_at'),
  createdAt: createdAt(),
}, (table) => [
  index('counter_proposal_meeting').on(table.meetingId),
  uniqueIndex('counter_proposal_one_open').on(table.seatId).where(sql`${table.state} = 'open'`),
])

/** An answer of which it isn't proven who wrote it. It changes nothing until the one whose seat it is says so, by a link in one mail. */
export const unprovenReply = pgTable('unproven_reply', {
  id: primaryId(),
  seatId: uuid('seat_id').notNull().references(() => seat.id, { onDelete: 'cascade' }),
  kind: text('kind').$type<ReplyKind>().notNull(),
  /** SEQUENCE of the meeting then, and not the one that was written: each version asks once. */
  sequence: integer('sequence').notNull(),
  /** The time that is proposed. */
  startsAt: instant('starts_at'),
  confirmedAt: instant('confirmed_at'),
  createdAt: createdAt(),
}, (table) => [uniqueIndex('unproven_reply_once').on(table.seatId, table.kind, table.sequence)])
