import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { Agenda } from '#app/domain/agenda/agenda.ts'
import { createdAt, instant, primaryId } from '../columns.ts'
import { meeting, seat } from '../meeting.ts'
import { consultant } from '../people.ts'

/** What the hosts of a meeting have prepared, for one item or, without one, for all of it. Guests get none of it. */
export const hostNote = pgTable('host_note', {
  id: primaryId(),
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  /** An item that was removed meanwhile leaves its note. */
  itemId: uuid('item_id'),
  /** What to ask, a line each. */
  questions: text('questions').notNull().default(''),
  text: text('text').notNull().default(''),
  /** Counts the changes, so that nobody writes over what another has written meanwhile. */
  version: integer('version').notNull().default(1),
  updatedAt: instant('updated_at').notNull(),
}, (table) => [unique('host_note_place').on(table.meetingId, table.itemId).nullsNotDistinct()])

/** A file that an agenda names or that was added while preparing: of a host's templates, or of one meeting. */
export const agendaFile = pgTable('agenda_file', {
  id: primaryId(),
  hostId: uuid('host_id').references(() => consultant.id, { onDelete: 'cascade' }),
  meetingId: uuid('meeting_id').references(() => meeting.id, { onDelete: 'cascade' }),
  /** Who added it to the meeting; null for what came with the template. */
  seatId: uuid('seat_id').references(() => seat.id, { onDelete: 'cascade' }),
  /** SHA-256 of its content, by which it is stored. */
  hash: text('hash').notNull(),
  name: text('name').notNull(),
  type: text('type').notNull(),
  bytes: integer('bytes').notNull(),
  createdAt: createdAt(),
}, (table) => [
  index('agenda_file_meeting').on(table.meetingId),
  index('agenda_file_host').on(table.hostId),
  check('agenda_file_owner', sql`num_nonnulls(${table.hostId}, ${table.meetingId}) = 1`),
])

/** What one side of a meeting has yet to hear about the prepared agenda. */
export const agendaDigest = pgTable('agenda_digest', {
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  /** Whom it is for. */
  side: text('side').$type<'host' | 'guest'>().notNull(),
  /** When they will be told; null while there is nothing to tell. */
  dueAt: instant('due_at'),
  /** The agenda before the first change that they have not heard of, and its version. */
  base: jsonb('base').$type<Agenda>(),
  baseVersion: integer('base_version').notNull().default(0),
  /** Since when files count as new. */
  since: instant('since'),
  toldAt: instant('told_at'),
}, (table) => [primaryKey({ columns: [table.meetingId, table.side] })])
