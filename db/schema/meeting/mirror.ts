import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { meeting, seat } from '../meeting.ts'

/** That a guest has been told of the count of speaking time, and whether they are in it. Without a row nothing is counted. */
export const mirrorChoice = pgTable('mirror_choice', {
  seatId: uuid('seat_id').primaryKey().references(() => seat.id, { onDelete: 'cascade' }),
  toldAt: instant('told_at').notNull(),
  isOn: boolean('is_on').notNull().default(true),
  changedAt: instant('changed_at').notNull(),
})

/** How long one person spoke while the meeting was at one item, or at none. A sum and nothing else. */
export const mirrorShare = pgTable('mirror_share', {
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  /** An item that was removed meanwhile leaves its sum. */
  itemId: uuid('item_id'),
  seatId: uuid('seat_id').notNull().references(() => seat.id, { onDelete: 'cascade' }),
  spokenMs: integer('spoken_ms').notNull(),
}, (table) => [
  unique('mirror_share_place').on(table.meetingId, table.itemId, table.seatId).nullsNotDistinct(),
  check('mirror_share_spoken', sql`${table.spokenMs} >= 0`),
])

/** Which of the hosts' pages counts, so that no second is counted by two. Its row is the lock under which sums are added. */
export const mirrorCount = pgTable('mirror_count', {
  meetingId: uuid('meeting_id').primaryKey().references(() => meeting.id, { onDelete: 'cascade' }),
  /** Named by the page; null when the last one let go. */
  counterId: uuid('counter_id'),
  /** Of that page's newest report, so that one which comes twice counts once. */
  lastNumber: integer('last_number').notNull().default(0),
  countedAt: instant('counted_at').notNull(),
})
