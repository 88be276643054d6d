import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { DayWindow } from '#app/domain/calendar/slot-rules.ts'
import { createdAt, instant, primaryId } from './columns.ts'
import { consultant } from './people.ts'

function hostId() {
  return uuid('host_id').notNull().references(() => consultant.id, { onDelete: 'cascade' })
}

/** A named set of weekly hours and special days. Each host has one that holds where nothing else is chosen. */
export const schedule = pgTable('schedule', {
  id: primaryId(),
  hostId: hostId(),
  /** Empty for the one that came with the desk. */
  name: text('name').notNull().default(''),
  isDefault: boolean('is_default').notNull().default(false),
  createdAt: createdAt(),
}, (table) => [
  index('schedule_host').on(table.hostId),
  uniqueIndex('schedule_one_default').on(table.hostId).where(sql`${table.isDefault}`),
])

/** Hours that come again every week, wall time in the zone that the host lives by on that date. */
export const weeklyWindow = pgTable('weekly_window', {
  id: primaryId(),
  scheduleId: uuid('schedule_id').notNull().references(() => schedule.id, { onDelete: 'cascade' }),
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  weekday: integer('weekday').notNull(),
  /** Minutes after midnight, 0 to 1440; the end may be 1440, which is the next date's midnight. */
  startMinute: integer('start_minute').notNull(),
  endMinute: integer('end_minute').notNull(),
}, (table) => [index('weekly_window_schedule').on(table.scheduleId)])

/** The hours of one date instead of the weekly ones; without windows the day is closed. */
export const dateOverride = pgTable('date_override', {
  scheduleId: uuid('schedule_id').notNull().references(() => schedule.id, { onDelete: 'cascade' }),
  date: date('date').notNull(),
  windows: jsonb('windows').$type<DayWindow[]>().notNull(),
}, (table) => [primaryKey({ columns: [table.scheduleId, table.date] })])

/** Days away, both included, whatever the schedules say. */
export const timeOff = pgTable('time_off', {
  id: primaryId(),
  hostId: hostId(),
  firstDate: date('first_date').notNull(),
  lastDate: date('last_date').notNull(),
  note: text('note'),
  createdAt: createdAt(),
}, (table) => [
  index('time_off_host_last').on(table.hostId, table.lastDate),
  check('time_off_in_order', sql`${table.firstDate} <= ${table.lastDate}`),
])

/** A holiday on which the host works after all. All others are days off. */
export const workedHoliday = pgTable('worked_holiday', {
  hostId: hostId(),
  holiday: text('holiday').notNull(),
}, (table) => [primaryKey({ columns: [table.hostId, table.holiday] })])

/** Days, both included, on which hours are read on the clock of another zone. Of two journeys the one that begins first holds. */
export const travel = pgTable('travel', {
  id: primaryId(),
  hostId: hostId(),
  firstDate: date('first_date').notNull(),
  lastDate: date('last_date').notNull(),
  timeZone: text('time_zone').notNull(),
  createdAt: createdAt(),
}, (table) => [
  index('travel_host_last').on(table.hostId, table.lastDate),
  check('travel_in_order', sql`${table.firstDate} <= ${table.lastDate}`),
])

/** Time in which the host can't meet: blocked at the desk (`own`), or read from the calendar that `source` names. */
export const busyTime = pgTable('busy_time', {
  id: primaryId(),
  hostId: hostId(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  source: text('source').notNull().default('own'),
  title: text('title'),
  createdAt: createdAt(),
}, (table) => [
  // Finds what overlaps a range without reading what lies before it.
  index('busy_time_host_span').using('gist', table.hostId, sql`tstzrange(starts_at, ends_at)`),
  check('busy_time_in_order', sql`${table.startsAt} < ${table.endsAt}`),
])
