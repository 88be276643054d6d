import type { Locale } from '#app/kernel/locale.ts'
import type { Carried } from '../../address/carried.ts'
import type { SlotRefusal } from '../../booking.ts'
import type { BookingFaults, BookingField, FieldBounds, TypedBooking } from '../../input.ts'
import type { Offer } from '../times/times-state.ts'

export type DetailsProblem = { kind: 'too-many' | 'company-full' | 'too-many-open'; minutes: number } | { kind: 'lured' | 'too-quick' }

/** The visitor's reservation of the time, while it lives. */
export type Held = {
  until: number
  leftMs: number
  /** How near its end it is. */
  stage: 'held' | 'lapsing'
  /** Which time the next keeping would be; null when it was kept as often as it can be. */
  nextKeep: number | null
}

/** Everything that the page of a booking's details shows. Instants are epoch milliseconds. */
export type DetailsState = {
  locale: Locale
  zone: string
  hostZone: string
  now: number
  offer: Offer
  startsAt: number | null
  /** lapsed: it was the visitor's. loose: nobody has reserved it. */
  hold: Held | 'lapsed' | 'loose'
  /** So many minutes are added by keeping. */
  keepMinutes: number
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
  /** When the form was first drawn, signed. */
  stamp: string
  /** What the first address handed on. */
  carried: Carried
  /** Does the browser work something out before it may book without a mail? */
  hasPuzzle: boolean
  /** The booking waits for a link in a mail, until then. */
  awaited: { email: string; expiresAt: number; isHeld: boolean } | null
  retentionMonths: number
  /** What the browser checks by itself, from the schema that the server reads with. */
  bounds: Record<BookingField, FieldBounds>
}
