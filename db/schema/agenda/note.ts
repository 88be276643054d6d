import { customType, integer, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core'
import type { NoteWriters } from '#app/domain/agenda/notes/writers.ts'
import { meeting } from '../meeting.ts'

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** What is written together in one meeting, merged; each update stands in the agenda's events too. */
export const agendaNote = pgTable('agenda_note', {
  meetingId: uuid('meeting_id').primaryKey().references(() => meeting.id, { onDelete: 'cascade' }),
  state: bytes('state').notNull(),
  /** Bytes of all updates so far, which bounds what the events grow by. */
  logBytes: integer('log_bytes').notNull(),
  writers: jsonb('writers').$type<NoteWriters>().notNull().default({}),
})
