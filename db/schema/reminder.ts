import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { meeting, seat } from './meeting.ts'

/**
 * What a guest is to be reminded of and when, written in the transaction that gives the meeting its time. The key
 * makes two for one seat, start and lead impossible, also after a move there and back.
 */
export const reminder = pgTable('reminder', {
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  seatId: uuid('seat_id').notNull().references(() => seat.id, { onDelete: 'cascade' }),
  /** The start that it is about. */
  startsAt: instant('starts_at').notNull(),
  /** Below zero: so many minutes after the start it is asked whether anybody has come. */
  minutesBefore: integer('minutes_before').notNull(),
  dueAt: instant('due_at').notNull(),
  /** When it was told, or found to be of no use any more. */
  settledAt: instant('settled_at'),
}, (table) => [
  primaryKey({ columns: [table.seatId, table.startsAt, table.minutesBefore] }),
  // With `settled_at` in it the index of what is due is never read whole for one meeting.
  index('reminder_meeting').on(table.meetingId, table.settledAt),
  index('reminder_due').on(table.dueAt).where(sql`${table.settledAt} IS NULL`),
])
