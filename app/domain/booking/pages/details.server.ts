import { prefilledBy, type Carried } from '../address/carried.ts'
import { carriedByUrl } from '../address/read-carried.server.ts'
import { decideSlot, type BookingRefusal } from '../booking.ts'
import { BOOKING_BOUNDS, BOOKING_FIELDS, type BookingForm } from '../input.ts'
import { isLive, isOfType, KEEP_OFFERED_MS, MOST_KEEPS, RESERVED_MS, type Reservation } from '../reservation/reservation.ts'
import { findReservation } from '../reservation/queries.server.ts'
import { RETENTION_MONTHS } from '../retention.server.ts'
import type { DetailsState } from '../ui/details/details-state.ts'
import { readSlotRules } from '#app/domain/calendar/queries.server.ts'
import { listSeats } from '#app/domain/meeting/queries.server.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { MINUTE_MS, parseInstant } from '#app/kernel/time.ts'
import { now } from '#app/platform/clock.server.ts'
import { env } from '#app/platform/env.server.ts'
import { stampForm } from '#app/platform/pages/visitor.server.ts'
import { offerNearest, readZone, requireOffer, toOffer } from '../offer/offer.server.ts'

export type AskedDetails = { slug: string | undefined; locale: Locale; visitorHash: string | null }

/** The page at the first look, or the booker's seat in the meeting that the visitor's reservation has become. */
export type FirstLook = { isBooked: false; state: DetailsState } | { isBooked: true; seat: Seat }

/**
 * The page at the first look. The time in its address is decided about like any other, but the visitor's own
 * reservation is no obstacle. Whoever lost the answer to the form finds the booking again: the browser that reserved
 * the time is the proof.
 * @throws {Response} 404 for a kind of meeting that can't be booked.
 */
export async function readDetails(url: URL, asked: AskedDetails): Promise<FirstLook> {
  const startsAt = parseInstant(url.searchParams.get('start'))
  const own = await findOwn(asked, startsAt)
  const seat = own?.isBooked ? (await listSeats(own.id)).find(({ role }) => role === 'guest') : undefined
  return seat ? { isBooked: true, seat } : { isBooked: false, state: await firstState(url, asked, { startsAt, own }) }
}

type Looked = { startsAt: number | null; own: Reservation | null }

async function firstState(url: URL, asked: AskedDetails, { startsAt, own }: Looked): Promise<DetailsState> {
  const idempotencyKey = own && !own.isBooked ? own.id : newId()
  const carried = carriedByUrl(url)
  const blank = { typed: prefilledBy(carried), carried, startsAt, timeZone: readZone(url), idempotencyKey, faults: {} }
  const state = await stateAround(blank, asked, own)
  if (startsAt === null) return state
  const { type } = await requireOffer(asked.slug, state.now)
  const rules = await readSlotRules({ type, from: startsAt, to: startsAt + 1, now: state.now, ignoreMeetingId: own?.id })
  const decided = decideSlot(rules, startsAt)
  return decided.ok ? state : withRefusal(state, asked, decided.reason)
}

type Known = Pick<BookingForm, 'typed' | 'startsAt' | 'timeZone' | 'idempotencyKey' | 'faults'> & { stamp?: string; carried: Carried }

/** The page as it is now around what is known of the form. */
export async function stateOf(known: Known, asked: AskedDetails): Promise<DetailsState> {
  return stateAround(known, asked, await findOwn(asked, known.startsAt))
}

async function stateAround(known: Known, asked: AskedDetails, own: Reservation | null): Promise<DetailsState> {
  const at = now()
  const { slug, locale } = asked
  const { type, host, hosts } = await requireOffer(slug, at)
  const { timeZone: zone, stamp = stampForm(known.idempotencyKey, at), ...rest } = known
  return {
    locale, zone, hostZone: host.timeZone, now: at, offer: toOffer(type, hosts, { locale, slug }), ...rest, stamp,
    hold: holdOf(own, at), keepMinutes: RESERVED_MS / MINUTE_MS,
    refusal: null, nearest: [], problem: null, isAnswer: false, hasPuzzle: env().BOT_CHECK === 'on', awaited: null,
    fields: [...BOOKING_FIELDS], retentionMonths: RETENTION_MONTHS, bounds: BOOKING_BOUNDS,
  }
}

/** The page that says why the time can't be had, with the nearest that can. */
export async function withRefusal(state: DetailsState, { slug }: AskedDetails, reason: BookingRefusal): Promise<DetailsState> {
  if (reason === 'no-such-type' || reason === 'proof-spent') throw new Response(null, { status: 404 })
  const { times: { starts } } = await requireOffer(slug, state.now)
  return { ...state, refusal: reason, nearest: offerNearest(starts, state.startsAt ?? state.now) }
}

async function findOwn({ slug, visitorHash }: AskedDetails, startsAt: number | null): Promise<Reservation | null> {
  if (visitorHash === null || startsAt === null) return null
  const own = await findReservation(visitorHash)
  if (own?.startsAt !== startsAt) return null
  const { type } = await requireOffer(slug, now())
  return isOfType(own, type) ? own : null
}

function holdOf(own: Reservation | null, at: number): DetailsState['hold'] {
  if (!own || own.isBooked) return 'loose'
  if (!isLive(own, at)) return 'lapsed'
  const leftMs = own.expiresAt - at
  return {
    until: own.expiresAt, leftMs, stage: leftMs <= KEEP_OFFERED_MS ? 'lapsing' : 'held',
    nextKeep: own.keeps < MOST_KEEPS ? own.keeps + 1 : null,
  }
}
