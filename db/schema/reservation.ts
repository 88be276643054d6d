import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Locale } from '#app/kernel/locale.ts'
import { meetingType } from './calendar.ts'
import { createdAt, instant, primaryId } from './columns.ts'

/**
 * A time that one visitor has while filling in the form. The time itself is taken in `occupied_time`,
 * under this id; booked, the id becomes the meeting's, and the row there only changes its state.
 */
export const reservation = pgTable('reservation', {
  id: primaryId(),
  /** Of the visitor's cookie; the cookie itself is in the browser only. */
  visitorHash: text('visitor_hash').notNull(),
  /** Of the network address, under a key, so that a stolen table names nobody. */
  addressHash: text('address_hash').notNull(),
  typeId: uuid('type_id').notNull().references(() => meetingType.id, { onDelete: 'cascade' }),
  startsAt: instant('starts_at').notNull(),
  durationMinutes: integer('duration_minutes').notNull(),
  expiresAt: instant('expires_at').notNull(),
  /** How often the visitor has asked for more time. */
  keeps: integer('keeps').notNull().default(0),
  bookedAt: instant('booked_at'),
  createdAt: createdAt(),
}, (table) => [
  uniqueIndex('reservation_visitor').on(table.visitorHash),
  index('reservation_address').on(table.addressHash),
  index('reservation_expires').on(table.expiresAt),
])

/** Somebody without a seat who wants one mail if a time frees. Deleted once told, or when the time has passed. */
export const watch = pgTable('watch', {
  id: primaryId(),
  typeId: uuid('type_id').notNull().references(() => meetingType.id, { onDelete: 'cascade' }),
  startsAt: instant('starts_at').notNull(),
  durationMinutes: integer('duration_minutes').notNull(),
  email: text('email').notNull(),
  locale: text('locale').$type<Locale>().notNull(),
  timeZone: text('time_zone').notNull(),
  /** When the mail was queued. */
  toldAt: instant('told_at'),
  createdAt: createdAt(),
}, (table) => [
  uniqueIndex('watch_once').on(table.typeId, table.startsAt, table.durationMinutes, table.email),
  index('watch_starts').on(table.startsAt),
  index('watch_email').on(table.email),
])
