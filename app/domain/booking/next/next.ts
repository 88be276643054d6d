import type { NextFault } from '#app/domain/meeting/next-meeting.ts'
import type { SlotRefusal } from '../booking.ts'

/** Why times can't be offered, or the next meeting not be booked. */
export type NextRefusal = NextFault | SlotRefusal | 'already-booked' | 'no-such-type' | 'no-such-booking'
  /** The host has offered another kind of meeting than the page said. */
  | 'offer-changed'
