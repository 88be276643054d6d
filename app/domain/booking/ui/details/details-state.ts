import type { Locale } from '#app/kernel/locale.ts'
import type { SlotRefusal } from '../../booking.ts'
import type { BookingFaults, BookingField, FieldBounds, TypedBooking } from '../../input.ts'
import type { Offer } from '../times/times-view.tsx'

export type DetailsProblem = { kind: 'too-many'; minutes: number } | { kind: 'lured' }

/** Everything that the page of a booking's details shows. Instants are epoch milliseconds. */
export type DetailsState = {
  locale: Locale
  zone: string
  hostZone: string
  now: number
  offer: Offer
  startsAt: number | null
  /** Why the time can't be had, as it is now. */
  refusal: SlotRefusal | null
  /** Free times near the one that can't be had. */
  nearest: number[]
  /** In the order of the form. */
  fields: BookingField[]
  typed: TypedBooking
  faults: BookingFaults
  problem: DetailsProblem | null
  /** Was something sent, or is this the first look? */
  isAnswer: boolean
  idempotencyKey: string
  retentionMonths: number
  /** What the browser checks by itself, from the schema that the server reads with. */
  bounds: Record<BookingField, FieldBounds>
}
