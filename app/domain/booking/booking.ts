import type { Locale } from '#app/kernel/locale.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { earliestStart, openSlots, type Slot } from '#app/domain/calendar/slot.ts'
import type { SlotRules } from '#app/domain/calendar/slot-rules.ts'
import type { Diagnosis } from './diagnosis.ts'

/**
 * pending: waits for the consultant's yes until its deadline. Then refused, lapsed or withdrawn: it got a no, no answer,
 * or was taken back.
 */
export type BookingState = 'pending' | 'confirmed' | 'cancelled' | 'refused' | 'lapsed' | 'withdrawn'

/** Where a visitor came from, as the address of the page said (the five names that web statistics agree on). */
export const CAMPAIGN_NAMES = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'] as const

export type Campaign = Partial<Record<(typeof CAMPAIGN_NAMES)[number], string>>

/** What a prospect asks for. Nothing of it is trusted: the engine decides about the time again. */
export type BookingRequest = {
  typeSlug: string
  /** Epoch milliseconds. */
  startsAt: number
  timeZone: string
  locale: Locale
  name: string
  email: string
  companyName: string
  phone: string | null
  diagnosis: Diagnosis
  /** The prospect's own words beside "something else". */
  diagnosisText: string | null
  message: string | null
  /** Rendered into the form, so that a repeated submit gives the same booking. */
  idempotencyKey: string
  /** Of the browser that may have reserved the time; see reservation/. */
  visitorHash?: string | null
  /** Where the visitor came from, and where to lead on to afterwards; see address/. */
  campaign?: Campaign | null
  returnUrl?: string | null
  /** A puzzle bound to the key speaks for this request, so it speaks for no other with the same key. */
  isProvenByKey?: boolean
  isDemo?: boolean
}

/** `guestSeatId` is the seat of the person who booked; the booking's link is made from it. */
export type Booked = { bookingId: string; guestSeatId: string }

/**
 * past: it has begun. too-soon: inside the notice. too-far: beyond the horizon.
 * closed: outside the hours or off the grid. taken: it was free but for other meetings, or their number.
 * company-full: free, but the company that asks has as many of these meetings as it may have.
 */
export type SlotRefusal = 'slot-past' | 'slot-too-soon' | 'slot-too-far' | 'slot-closed' | 'slot-taken' | 'company-full'

/** proof-spent: the form's puzzle has already counted for somebody else's booking. */
export type BookingRefusal = SlotRefusal | 'no-such-type' | 'proof-spent'

export type ChangeRefusal = SlotRefusal | 'no-such-booking' | 'not-changeable'

/**
 * Is `startsAt` a slot under these rules, and if not, why? Pure.
 * @param rules must have been read for a range that includes the instant; their own `from` and `to` don't matter.
 */
export function decideSlot(rules: SlotRules, startsAt: number): Result<Slot, SlotRefusal> {
  const asked = { ...rules, from: startsAt, to: startsAt + 1 }
  const [slot] = openSlots(asked)
  if (slot) return ok(slot)
  if (startsAt <= rules.now) return refuse('slot-past')
  if (startsAt < earliestStart(rules)) return refuse('slot-too-soon')
  if (openSlots({ ...asked, companyId: null }).length > 0) return refuse('company-full')
  const alone = withoutOthers(asked)
  if (openSlots(alone).length > 0) return refuse('slot-taken')
  const endless = { ...alone, type: { ...alone.type, horizonDays: null, horizonDay: null } }
  return refuse(openSlots(endless).length > 0 ? 'slot-too-far' : 'slot-closed')
}

/** The `count` starts that lie nearest to the instant that was wanted, in the order of the clock. */
export function nearestStarts(starts: readonly number[], wantedAt: number, count: number): number[] {
  return starts
    .toSorted((one, other) => Math.abs(one - wantedAt) - Math.abs(other - wantedAt) || one - other)
    .slice(0, count)
    .sort((one, other) => one - other)
}

function withoutOthers(rules: SlotRules): SlotRules {
  return {
    ...rules,
    type: { ...rules.type, maxPerDay: null, maxPerWeek: null },
    companyId: null,
    hosts: rules.hosts.map((host) => ({ ...host, busy: [], bookings: [], maxPerDay: null, maxPerWeek: null })),
  }
}
