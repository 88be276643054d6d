import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, primaryId } from '../columns.ts'
import { meeting, seat } from '../meeting.ts'

/** Numbers a meeting's messages; its row is the lock under which they are written. */
export const chat = pgTable('chat', {
  meetingId: uuid('meeting_id').primaryKey().references(() => meeting.id, { onDelete: 'cascade' }),
  lastNumber: integer('last_number').notNull().default(0),
})

/** What was written, or a file that was handed over, while people met. The id is named by the browser. */
export const chatMessage = pgTable('chat_message', {
  id: primaryId(),
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  number: integer('number').notNull(),
  seatId: uuid('seat_id').notNull().references(() => seat.id, { onDelete: 'cascade' }),
  text: text('text').notNull(),
  /** The agenda's item that was current when it was written; null between items, and for an item that is gone since. */
  itemId: uuid('item_id'),
  /** SHA-256 of the file's content, by which it is stored. */
  fileHash: text('file_hash'),
  fileName: text('file_name'),
  fileType: text('file_type'),
  fileBytes: integer('file_bytes'),
  at: instant('at').notNull(),
}, (table) => [
  uniqueIndex('chat_message_order').on(table.meetingId, table.number),
  check('chat_message_file', sql`num_nulls(${table.fileHash}, ${table.fileName}, ${table.fileType}, ${table.fileBytes}) IN (0, 4)`),
])
