import { sql } from 'drizzle-orm'
import { boolean, check, customType, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { schedule } from './availability.ts'
import { consultant } from './people.ts'
import { createdAt, instant, primaryId } from './columns.ts'

/** A half-open range of instants, written and read as PostgreSQL prints it. */
const tstzrange = customType<{ data: string }>({ dataType: () => 'tstzrange' })

/** What can be booked. `host_id` owns it, and hosts it alone while no row of `type_host` says otherwise. */
export const meetingType = pgTable('meeting_type', {
  id: primaryId(),
  hostId: uuid('host_id').notNull().references(() => consultant.id, { onDelete: 'cascade' }),
  slug: text('slug').notNull(),
  titleDa: text('title_da').notNull(),
  titleEn: text('title_en').notNull(),
  summaryDa: text('summary_da').notNull(),
  summaryEn: text('summary_en').notNull(),
  /** The owner's schedule for it; null is the default one. */
  scheduleId: uuid('schedule_id').references(() => schedule.id, { onDelete: 'set null' }),
  /** The length that is chosen beforehand. */
  durationMinutes: integer('duration_minutes').notNull(),
  otherDurations: integer('other_durations').array().notNull().default(sql`'{}'`),
  stepMinutes: integer('step_minutes').notNull(),
  bufferBeforeMinutes: integer('buffer_before_minutes').notNull(),
  bufferAfterMinutes: integer('buffer_after_minutes').notNull(),
  noticeMinutes: integer('notice_minutes').notNull(),
  /** `working`: the notice is counted inside the host's hours. */
  noticeCounts: text('notice_counts').$type<'elapsed' | 'working'>().notNull().default('elapsed'),
  horizonDays: integer('horizon_days').notNull(),
  /** The last date of all, at home. */
  horizonDate: date('horizon_date'),
  maxPerDay: integer('max_per_day'),
  maxPerWeek: integer('max_per_week'),
  maxPerCompanyDay: integer('max_per_company_day'),
  maxPerCompanyWeek: integer('max_per_company_week'),
  needsApproval: boolean('needs_approval').notNull().default(false),
  /** How long before the start its guests are reminded, at most four times. */
  reminderMinutes: integer('reminder_minutes').array().notNull().default(sql`'{1440,60}'`),
  /** any: one of the hosts. all: every host takes part. */
  assign: text('assign').$type<'any' | 'all'>().notNull().default('any'),
  isActive: boolean('is_active').notNull().default(true),
  position: integer('position').notNull().default(0),
}, (table) => [uniqueIndex('meeting_type_slug').on(table.slug)])

/** Who hosts a type, in the order of `position`. */
export const typeHost = pgTable('type_host', {
  typeId: uuid('type_id').notNull().references(() => meetingType.id, { onDelete: 'cascade' }),
  hostId: uuid('host_id').notNull().references(() => consultant.id, { onDelete: 'cascade' }),
  position: integer('position').notNull().default(0),
  /** A host of weight 2 gets twice as many meetings as one of weight 1. */
  weight: integer('weight').notNull().default(1),
  scheduleId: uuid('schedule_id').references(() => schedule.id, { onDelete: 'set null' }),
}, (table) => [
  primaryKey({ columns: [table.typeId, table.hostId] }),
  index('type_host_host').on(table.hostId),
  check('type_host_weight', sql`${table.weight} > 0`),
])

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
