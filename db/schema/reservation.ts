import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { BookingRequest } from '#app/domain/booking/booking.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { booking } from './booking.ts'
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

/**
 * Who wants a mail if time frees: somebody without a seat, for one time, once; or the one who booked, for any
 * that is earlier than theirs. The former is deleted once told, both when the time has passed.
 */
export const watch = pgTable('watch', {
  id: primaryId(),
  typeId: uuid('type_id').notNull().references(() => meetingType.id, { onDelete: 'cascade' }),
  /** The time that is watched, or before which earlier ones are. */
  startsAt: instant('starts_at').notNull(),
  durationMinutes: integer('duration_minutes').notNull(),
  /** The booking that wants an earlier time. */
  bookingId: uuid('booking_id').references(() => booking.id, { onDelete: 'cascade' }),
  /** The earlier starts that were free at the last look, epoch milliseconds; null until the first. */
  knownStarts: jsonb('known_starts').$type<number[]>(),
  /** Those that the last mail was queued for. */
  freedStarts: jsonb('freed_starts').$type<number[]>(),
  email: text('email').notNull(),
  locale: text('locale').$type<Locale>().notNull(),
  timeZone: text('time_zone').notNull(),
  /** When the mail was queued, the last one for a booking. */
  toldAt: instant('told_at'),
  createdAt: createdAt(),
}, (table) => [
  uniqueIndex('watch_once').on(table.typeId, table.startsAt, table.durationMinutes, table.email).where(sql`${table.bookingId} IS NULL`),
  uniqueIndex('watch_booking').on(table.bookingId),
  index('watch_starts').on(table.startsAt),
  index('watch_email').on(table.email),
])

/**
 * A booking that waits for the link in a mail to be followed. It has a reservation of its own, which becomes the
 * meeting; what was written is deleted with this row, then or when the time is over.
 */
export const unconfirmed = pgTable('unconfirmed', {
  id: primaryId(),
  request: jsonb('request').$type<BookingRequest>().notNull(),
  /** Of the form, so that the same form again sends no second mail. */
  idempotencyKey: uuid('idempotency_key').notNull(),
  expiresAt: instant('expires_at').notNull(),
  createdAt: createdAt(),
}, (table) => [uniqueIndex('unconfirmed_idempotency').on(table.idempotencyKey), index('unconfirmed_expires').on(table.expiresAt)])
