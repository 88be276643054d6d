import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Locale } from '#app/kernel/locale.ts'
import type { RecordingEnd } from '#app/domain/meeting/recording.ts'
import { instant, primaryId } from '../columns.ts'
import { meeting, seat } from '../meeting.ts'

/** That a host asked to record. Sound and pictures are in the host's own browser and never come here. */
export const recording = pgTable('recording', {
  id: primaryId(),
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  askedBy: uuid('asked_by').notNull().references(() => seat.id, { onDelete: 'cascade' }),
  askedAt: instant('asked_at').notNull(),
  startedAt: instant('started_at'),
  endedAt: instant('ended_at'),
  endReason: text('end_reason').$type<RecordingEnd>(),
  /** Whose no, withdrawal or coming ended it. */
  endedBy: uuid('ended_by').references(() => seat.id, { onDelete: 'set null' }),
}, (table) => [
  uniqueIndex('recording_open').on(table.meetingId).where(sql`${table.endedAt} IS NULL`),
  index('recording_meeting').on(table.meetingId, table.askedAt),
  check('recording_end', sql`(${table.endedAt} IS NULL) = (${table.endReason} IS NULL)`),
])

/** The proof: what one person answered to one question, to which words and in which language. */
export const consent = pgTable('consent', {
  recordingId: uuid('recording_id').notNull().references(() => recording.id, { onDelete: 'cascade' }),
  seatId: uuid('seat_id').notNull().references(() => seat.id, { onDelete: 'cascade' }),
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  askedAt: instant('asked_at').notNull(),
  answeredAt: instant('answered_at'),
  isYes: boolean('is_yes'),
  withdrawnAt: instant('withdrawn_at'),
  wordingVersion: integer('wording_version').notNull(),
  locale: text('locale').$type<Locale>().notNull(),
}, (table) => [
  primaryKey({ columns: [table.recordingId, table.seatId] }),
  index('consent_meeting').on(table.meetingId),
  check('consent_answer', sql`(${table.answeredAt} IS NULL) = (${table.isYes} IS NULL)`),
  check('consent_withdrawal', sql`${table.withdrawnAt} IS NULL OR ${table.isYes}`),
])
