import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, instant, primaryId } from './columns.ts'
import { meeting, seat } from './meeting.ts'

/** What a mail must say as it was when it was queued; people and links are read when it is sent. */
export type MailSnapshot = { sequence: number; stampedAt: number; startsAt: number; endsAt: number; previousStartsAt?: number }

export type MailKind = 'invitation' | 'update' | 'cancellation' | 'summary'

/** One mail to one recipient, written in the transaction of the command that causes it. */
export const mail = pgTable('mail', {
  id: primaryId(),
  kind: text('kind').$type<MailKind>().notNull(),
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  seatId: uuid('seat_id').notNull().references(() => seat.id, { onDelete: 'cascade' }),
  snapshot: jsonb('snapshot').$type<MailSnapshot>().notNull(),
  sentAt: instant('sent_at'),
  /** Set when the mail server refused for good (5xx), or the tries ran out. */
  failedAt: instant('failed_at'),
  attempts: integer('attempts').notNull().default(0),
  lastError: text('last_error'),
  createdAt: createdAt(),
}, (table) => [index('mail_meeting').on(table.meetingId)])

/** Which worker ids belong to which process, so that the jobs of a dead one are freed at once. */
export const workerPool = pgTable('worker_pool', {
  poolId: uuid('pool_id').notNull(),
  workerId: text('worker_id').notNull(),
  startedAt: instant('started_at').notNull(),
}, (table) => [primaryKey({ columns: [table.poolId, table.workerId] })])
