import { sql } from 'drizzle-orm'
import { bigint, check, customType, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { AgendaNews } from '#app/domain/agenda/change.ts'
import type { ReplyNews } from '#app/domain/booking/mail-facts.ts'
import type { CodeSource, SeatMailKind } from '#app/domain/meeting/meeting.ts'
import type { ChannelName } from '#app/platform/channels/reminder-channel.ts'
import { proposal } from './booking.ts'
import { createdAt, instant, primaryId } from './columns.ts'
import { meeting, seat } from './meeting.ts'
import { consultant } from './people.ts'
import { unconfirmed, watch } from './reservation.ts'

/** What a mail must say as it was when it was queued; people and links are read when it is sent. */
export type MailSnapshot = {
  sequence: number
  stampedAt: number
  startsAt: number
  endsAt: number
  previousStartsAt?: number
  /** Who was brought along, or is no longer. */
  who?: { name: string; isComing: boolean; hasNewAddress?: boolean }
  /** What a calendar has answered. */
  reply?: ReplyNews
  /** What the code in it is made from. */
  code?: CodeSource
  /** What is new about the agenda. */
  changed?: AgendaNews[]
  /** The next step that is brought up, and the day on which it is with the recipient. */
  stepId?: string
  stepDay?: string
}

/**
 * Mails to an address without a seat, or about more than its seat; `proposed` and `declined` are about a proposal of
 * times, `sign-in` lets a consultant in.
 */
export const LOOSE_MAIL_KINDS = ['freed', 'earlier', 'confirm', 'proposed', 'declined', 'sign-in'] as const

export type LooseMailKind = (typeof LOOSE_MAIL_KINDS)[number]

/** bounce: another mail server sent a mail of ours back. other: a person wrote. broken: it can't be read within bounds. */
export type IncomingKind = 'reply' | 'counter' | 'bounce' | 'auto-reply' | 'other' | 'broken'

export type MailKind = SeatMailKind | LooseMailKind

/**
 * One mail to one recipient, written in the transaction of the command that causes it: either to a seat,
 * about its meeting, to somebody who watches a time or proposes some, or to somebody whose booking waits for them.
 */
export const mail = pgTable('mail', {
  id: primaryId(),
  kind: text('kind').$type<MailKind>().notNull(),
  /** What carries it: a reminder may go out as a text message too. */
  channel: text('channel').$type<ChannelName>().notNull().default('mail'),
  meetingId: uuid('meeting_id').references(() => meeting.id, { onDelete: 'cascade' }),
  seatId: uuid('seat_id').references(() => seat.id, { onDelete: 'cascade' }),
  snapshot: jsonb('snapshot').$type<MailSnapshot>(),
  watchId: uuid('watch_id').references(() => watch.id, { onDelete: 'cascade' }),
  proposalId: uuid('proposal_id').references(() => proposal.id, { onDelete: 'cascade' }),
  /** The host whom a mail about a proposal, or to sign in with, goes to; null for one to whoever proposed. */
  hostId: uuid('host_id').references(() => consultant.id, { onDelete: 'cascade' }),
  unconfirmedId: uuid('unconfirmed_id').references(() => unconfirmed.id, { onDelete: 'cascade' }),
  sentAt: instant('sent_at'),
  /** Set when the mail server refused for good (5xx), or the tries ran out. */
  failedAt: instant('failed_at'),
  attempts: integer('attempts').notNull().default(0),
  lastError: text('last_error'),
  /** When it is tried again; null for what was sent or given up. */
  nextTryAt: instant('next_try_at'),
  /** Set when a mail server further on sent it back, and what that one said, without addresses. */
  bouncedAt: instant('bounced_at'),
  bounceReason: text('bounce_reason'),
  createdAt: createdAt(),
}, (table) => [
  index('mail_meeting').on(table.meetingId),
  index('mail_watch').on(table.watchId),
  index('mail_proposal').on(table.proposalId),
  index('mail_unconfirmed').on(table.unconfirmedId),
  check('mail_recipient', sql`CASE num_nonnulls(${table.watchId}, ${table.proposalId}, ${table.unconfirmedId})
    WHEN 0 THEN num_nonnulls(${table.meetingId}, ${table.seatId}, ${table.snapshot}) = CASE ${table.kind} WHEN 'sign-in' THEN 0 ELSE 3 END
    WHEN 1 THEN num_nonnulls(${table.meetingId}, ${table.seatId}, ${table.snapshot}) = 0
    ELSE false END`),
  check('mail_proposed_to', sql`${table.kind} NOT IN ('proposed', 'sign-in') OR ${table.hostId} IS NOT NULL`),
])

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** How far a mailbox has been read. The key is a hash of its address; UIDs mean something under one UIDVALIDITY (RFC 9051 §2.3.1.1). */
export const mailboxPlace = pgTable('mailbox_place', {
  mailbox: text('mailbox').primaryKey(),
  uidValidity: text('uid_validity').notNull(),
  lastUid: bigint('last_uid', { mode: 'number' }).notNull(),
})

/** A mail that came to our own mailbox. Its bytes stay, sealed, until it is understood; what isn't is kept for a month. */
export const incomingMail = pgTable('incoming_mail', {
  id: primaryId(),
  mailbox: text('mailbox').notNull(),
  uidValidity: text('uid_validity').notNull(),
  uid: bigint('uid', { mode: 'number' }).notNull(),
  /** Its Message-ID, or a hash of the whole: the same mail twice is one. */
  messageId: text('message_id').notNull(),
  /** Of the whole mail in octets; more than `raw` when it was too big to fetch. */
  size: integer('size').notNull(),
  raw: bytes('raw'),
  kind: text('kind').$type<IncomingKind>(),
  /** What became of it, in one word. */
  outcome: text('outcome'),
  handledAt: instant('handled_at'),
  createdAt: createdAt(),
}, (table) => [
  uniqueIndex('incoming_mail_message').on(table.messageId),
  uniqueIndex('incoming_mail_uid').on(table.mailbox, table.uidValidity, table.uid),
  index('incoming_mail_created').on(table.createdAt),
])

/** Which worker ids belong to which process, so that the jobs of a dead one are freed at once. */
export const workerPool = pgTable('worker_pool', {
  poolId: uuid('pool_id').notNull(),
  workerId: text('worker_id').notNull(),
  startedAt: instant('started_at').notNull(),
}, (table) => [primaryKey({ columns: [table.poolId, table.workerId] })])
