import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Agenda } from '#app/domain/agenda/agenda.ts'
import type { AgendaChange } from '#app/domain/agenda/change.ts'
import type { TemplateItem } from '#app/domain/agenda/template.ts'
import type { Language } from '#app/kernel/locale.ts'
import { createdAt, instant, primaryId } from './columns.ts'
import { meeting, seat } from './meeting.ts'
import { consultant } from './people.ts'

export const agenda = pgTable('agenda', {
  meetingId: uuid('meeting_id').primaryKey().references(() => meeting.id, { onDelete: 'cascade' }),
  /** Counts the changes; it is the id of the newest event. */
  version: integer('version').notNull().default(0),
  state: jsonb('state').$type<Agenda>().notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const agendaEvent = pgTable('agenda_event', {
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  version: integer('version').notNull(),
  /** Named by the browser that made the change, so that a repeated post is recognised. */
  changeId: uuid('change_id').notNull(),
  seatId: uuid('seat_id').notNull().references(() => seat.id, { onDelete: 'cascade' }),
  change: jsonb('change').$type<AgendaChange>().notNull(),
  at: instant('at').notNull(),
}, (table) => [
  primaryKey({ columns: [table.meetingId, table.version] }),
  uniqueIndex('agenda_event_change').on(table.meetingId, table.changeId),
])

export const agendaTemplate = pgTable('agenda_template', {
  id: primaryId(),
  hostId: uuid('host_id').notNull().references(() => consultant.id, { onDelete: 'cascade' }),
  /** The diagnosis answer that picks this template. */
  diagnosis: text('diagnosis').notNull(),
  locale: text('locale').$type<Language>().notNull(),
  title: text('title').notNull(),
  items: jsonb('items').$type<TemplateItem[]>().notNull(),
  updatedAt: instant('updated_at').notNull(),
  createdAt: createdAt(),
}, (table) => [
  uniqueIndex('agenda_template_pick').on(table.hostId, table.diagnosis, table.locale),
  index('agenda_template_host').on(table.hostId),
])
