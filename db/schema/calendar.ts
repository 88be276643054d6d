import { boolean, customType, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { consultant } from './people.ts'
import { createdAt, instant, primaryId } from './columns.ts'

/** A half-open range of instants, written and read as PostgreSQL prints it. */
const tstzrange = customType<{ data: string }>({ dataType: () => 'tstzrange' })

/** The consultant's weekly hours, wall time in the consultant's zone. */
export const weeklyWindow = pgTable('weekly_window', {
  id: primaryId(),
  hostId: uuid('host_id').notNull().references(() => consultant.id, { onDelete: 'cascade' }),
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  weekday: integer('weekday').notNull(),
  /** Minutes after midnight, 0 to 1440; the end may be 1440, which is the next date's midnight. */
  startMinute: integer('start_minute').notNull(),
  endMinute: integer('end_minute').notNull(),
}, (table) => [index('weekly_window_host').on(table.hostId)])

export const meetingType = pgTable('meeting_type', {
  id: primaryId(),
  hostId: uuid('host_id').notNull().references(() => consultant.id, { onDelete: 'cascade' }),
  slug: text('slug').notNull(),
  titleDa: text('title_da').notNull(),
  titleEn: text('title_en').notNull(),
  summaryDa: text('summary_da').notNull(),
  summaryEn: text('summary_en').notNull(),
  durationMinutes: integer('duration_minutes').notNull(),
  stepMinutes: integer('step_minutes').notNull(),
  bufferBeforeMinutes: integer('buffer_before_minutes').notNull(),
  bufferAfterMinutes: integer('buffer_after_minutes').notNull(),
  noticeMinutes: integer('notice_minutes').notNull(),
  horizonDays: integer('horizon_days').notNull(),
  maxPerDay: integer('max_per_day'),
  maxPerWeek: integer('max_per_week'),
  isActive: boolean('is_active').notNull().default(true),
  position: integer('position').notNull().default(0),
}, (table) => [uniqueIndex('meeting_type_slug').on(table.slug)])

export type OccupiedState = 'reserved' | 'pending' | 'confirmed' | 'cancelled'

/**
 * Who is taken when, buffers included. The exclusion constraint `occupied_time_no_overlap`
 * (in the migration, for drizzle can't say it) decides who wins a slot.
 */
export const occupiedTime = pgTable('occupied_time', {
  id: primaryId(),
  hostId: uuid('host_id').notNull().references(() => consultant.id, { onDelete: 'cascade' }),
  meetingId: uuid('meeting_id').notNull(),
  typeId: uuid('type_id').notNull().references(() => meetingType.id),
  /** The meeting itself, without its buffers. */
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  bufferBeforeMinutes: integer('buffer_before_minutes').notNull(),
  bufferAfterMinutes: integer('buffer_after_minutes').notNull(),
  /** [starts - before, ends + after) */
  occupied: tstzrange('occupied').notNull(),
  state: text('state').$type<OccupiedState>().notNull(),
  /** When a reservation lapses; null for anything that stays. */
  expiresAt: instant('expires_at'),
  createdAt: createdAt(),
}, (table) => [
  uniqueIndex('occupied_time_meeting_host').on(table.meetingId, table.hostId),
  index('occupied_time_host_starts').on(table.hostId, table.startsAt),
])
