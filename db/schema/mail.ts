import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { SeatMailKind } from '#app/domain/meeting/meeting.ts'
import type { ChannelName } from '#app/platform/channels/reminder-channel.ts'
import { proposal } from './booking.ts'
import { createdAt, instant, primaryId } from './columns.ts'
import { meeting, seat } from './meeting.ts'
import { unconfirmed, watch } from './reservation.ts'

/** What a mail must say as it was when it was queued; people and links are read when it is sent. */
export type MailSnapshot = {
  sequence: number
  stampedAt: number
  startsAt: number
  endsAt: number
  previousStartsAt?: number
  /** Who was brought along, or is no longer. */
  who?: { name: string; isComing: boolean }
}

/** Mails to an address without a seat, or about more than its seat; `proposed` and `declined` are about a proposal of times. */
export type LooseMailKind = 'freed' | 'earlier' | 'confirm' | 'proposed' | 'declined'

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
  unconfirmedId: uuid('unconfirmed_id').references(() => unconfirmed.id, { onDelete: 'cascade' }),
  sentAt: instant('sent_at'),
  /** Set when the mail server refused for good (5xx), or the tries ran out. */
  failedAt: instant('failed_at'),
  attempts: integer('attempts').notNull().default(0),
  lastError: text('last_error'),
  createdAt: createdAt(),
}, (table) => [
  index('mail_meeting').on(table.meetingId),
  index('mail_watch').on(table.watchId),
  index('mail_proposal').on(table.proposalId),
  index('mail_unconfirmed').on(table.unconfirmedId),
  check('mail_recipient', sql`CASE num_nonnulls(${table.watchId}, ${table.proposalId}, ${table.unconfirmedId})
    WHEN 0 THEN num_nonnulls(${table.meetingId}, ${table.seatId}, ${table.snapshot}) = 3
    WHEN 1 THEN num_nonnulls(${table.meetingId}, ${table.seatId}, ${table.snapshot}) = 0
    ELSE false END`),
])

/** Which worker ids belong to which process, so that the jobs of a dead one are freed at once. */
export const workerPool = pgTable('worker_pool', {
  poolId: uuid('pool_id').notNull(),
  workerId: text('worker_id').notNull(),
  startedAt: instant('started_at').notNull(),
}, (table) => [primaryKey({ columns: [table.poolId, table.workerId] })])
