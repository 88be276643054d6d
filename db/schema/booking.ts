import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { BookingState } from '#app/domain/booking/booking.ts'
import type { Campaign } from '#app/domain/booking/booking.ts'
import type { Diagnosis } from '#app/domain/booking/diagnosis.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { meetingType } from './calendar.ts'
import { createdAt, instant, primaryId } from './columns.ts'
import { meeting, seat } from './meeting.ts'
import { person } from './people.ts'

export const booking = pgTable('booking', {
  id: primaryId(),
  meetingId: uuid('meeting_id').notNull().references(() => meeting.id, { onDelete: 'cascade' }),
  typeId: uuid('type_id').notNull().references(() => meetingType.id),
  personId: uuid('person_id').notNull().references(() => person.id),
  /** The seat of the person who booked. */
  seatId: uuid('seat_id').notNull().references(() => seat.id, { onDelete: 'cascade' }),
  diagnosis: text('diagnosis').$type<Diagnosis>().notNull(),
  /** What was written beside "something else". */
  diagnosisText: text('diagnosis_text'),
  message: text('message'),
  locale: text('locale').$type<Locale>().notNull(),
  timeZone: text('time_zone').notNull(),
  state: text('state').$type<BookingState>().notNull().default('confirmed'),
  /** Rendered into the form, so that a double click or a retry gives the same booking. */
  idempotencyKey: uuid('idempotency_key').notNull(),
  /** Keyed hashes of the addresses that asked not to be brought along. */
  declinedHashes: jsonb('declined_hashes').$type<string[]>().notNull().default([]),
  /** What the address of the page said about where the visitor came from. */
  campaign: jsonb('campaign').$type<Campaign>(),
  /** Where the page's address asked to lead on to afterwards. */
  returnUrl: text('return_url'),
  cancelledAt: instant('cancelled_at'),
  createdAt: createdAt(),
}, (table) => [
  uniqueIndex('booking_idempotency').on(table.idempotencyKey),
  uniqueIndex('booking_meeting').on(table.meetingId),
  index('booking_person').on(table.personId),
])
