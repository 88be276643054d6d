import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { meetingType } from '../calendar.ts'
import { createdAt, instant, primaryId } from '../columns.ts'
import { meeting, seat } from '../meeting.ts'

/** The meeting after this one: what the host offered of it, and what was booked. */
export const nextMeeting = pgTable('next_meeting', {
  meetingId: uuid('meeting_id').primaryKey().references(() => meeting.id, { onDelete: 'cascade' }),
  /** Since when a guest may book it in the room. */
  offeredAt: instant('offered_at'),
  /** None: any free time. They block nothing. */
  proposed: timestamp('proposed', { withTimezone: true, precision: 3, mode: 'date' }).array().notNull().default([]),
  /** The kind of meeting that the host offers, and how long; null: the same as this one. */
  typeId: uuid('type_id').references(() => meetingType.id, { onDelete: 'set null' }),
  minutes: integer('minutes'),
  bookedMeetingId: uuid('booked_meeting_id').references(() => meeting.id, { onDelete: 'set null' }),
  /** The points, questions and next steps of this meeting that went to that one: each goes once, also when it was taken off there. */
  carried: jsonb('carried').$type<string[]>().notNull().default([]),
  createdAt: createdAt(),
}, (table) => [
  uniqueIndex('next_meeting_booked').on(table.bookedMeetingId),
  check('next_meeting_proposed', sql`cardinality(${table.proposed}) <= 3`),
])

/** What a line, or a text that was written together, said before it was put right after the meeting. */
export type LineBefore = { text: string; owner: string; due: string }

/** One line put right, or added, after the end. The agenda holds how it reads now. */
export const correction = pgTable('correction', {
  id: primaryId(),
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  seatId: uuid('seat_id').notNull().references(() => seat.id, { onDelete: 'cascade' }),
  /** The id of a line, or the name of a text in the notes. */
  entryId: text('entry_id').notNull(),
  /** Of the agenda, to which it led. */
  version: integer('version').notNull(),
  /** Null for a line that was added. */
  before: jsonb('before').$type<LineBefore>(),
  at: instant('at').notNull(),
}, (table) => [uniqueIndex('correction_version').on(table.meetingId, table.version)])

/** A next step that somebody has done. */
export const doneStep = pgTable('done_step', {
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  entryId: uuid('entry_id').notNull(),
  seatId: uuid('seat_id').notNull().references(() => seat.id, { onDelete: 'cascade' }),
  at: instant('at').notNull(),
}, (table) => [primaryKey({ columns: [table.meetingId, table.entryId] })])

/** Who is to be reminded of a next step, and when. The key makes two mails for one seat, step and day impossible. */
export const stepReminder = pgTable('step_reminder', {
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  entryId: uuid('entry_id').notNull(),
  seatId: uuid('seat_id').notNull().references(() => seat.id, { onDelete: 'cascade' }),
  /** The day that it is due, or on which it is brought up where none was agreed on; dates have no zone. */
  day: date('day', { mode: 'string' }).notNull(),
  /** When it is brought up: on the morning of that day with the reader, unless it was planned too late for that. */
  dueAt: instant('due_at').notNull(),
  /** When it was told, or found to be of no use any more. */
  settledAt: instant('settled_at'),
}, (table) => [
  primaryKey({ columns: [table.seatId, table.entryId, table.day] }),
  index('step_reminder_meeting').on(table.meetingId),
  index('step_reminder_due').on(table.dueAt).where(sql`${table.settledAt} IS NULL`),
])
