import { bookSlot } from '../commands.server.ts'
import { decideSlot, type BookingRefusal } from '../booking.ts'
import { BOOKING_BOUNDS, BOOKING_FIELDS, readBookingForm, readTyped, type BookingForm } from '../input.ts'
import { RETENTION_MONTHS } from '../retention.server.ts'
import type { DetailsState } from '../ui/details/details-state.ts'
import { HOME_ZONE } from '../ui/words.ts'
import { readSlotRules } from '#app/domain/calendar/queries.server.ts'
import { findSeat } from '#app/domain/meeting/queries.server.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { invariant } from '#app/kernel/invariant.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { parseInstant } from '#app/kernel/time.ts'
import { offerNearest, readZone, requireOffer, toOffer } from './offer.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { env } from '#app/platform/env.server.ts'
import { checkRate } from '#app/platform/rate-limit.server.ts'

type Asked = { slug: string | undefined; locale: Locale }

export type Submission =
  | { isBooked: true; seat: Seat }
  | { isBooked: false; status: number; retryAfterSeconds?: number; state: DetailsState }

/** The page at the first look. The time in its address is decided about like any other. */
export async function readDetails(url: URL, asked: Asked): Promise<DetailsState> {
  const { type } = await requireOffer(asked.slug, now())
  const startsAt = parseInstant(url.searchParams.get('start'))
  const typed = readTyped(() => '')
  const blank = { typed, startsAt, timeZone: readZone(url), idempotencyKey: newId(), faults: {} }
  const state = await stateOf(blank, asked)
  if (startsAt === null) return state
  const rules = await readSlotRules({ type, from: startsAt, to: startsAt + 1, now: state.now })
  const decided = decideSlot(rules, startsAt)
  return decided.ok ? state : withRefusal(state, asked, decided.reason)
}

/** Books what the form asks for, or gives the page that says why not, with everything kept. */
export async function submitDetails(form: FormData, asked: Asked & { clientAddress: string }): Promise<Submission> {
  const read = readBookingForm(form, HOME_ZONE)
  const state = { ...await stateOf(read, asked), isAnswer: true }
  if (read.isLured) return { isBooked: false, status: 422, state: { ...state, problem: { kind: 'lured' } } }
  if (!read.answers) return { isBooked: false, status: 422, state }
  const rate = await checkRate('booking', asked.clientAddress, env().BOOKING_LIMIT_PER_HOUR)
  if (!rate.isWithin) {
    const problem = { kind: 'too-many', minutes: rate.retryAfterMinutes } as const
    return { isBooked: false, status: 429, retryAfterSeconds: rate.retryAfterSeconds, state: { ...state, problem } }
  }
  const booked = await bookSlot({ ...read.answers, typeSlug: state.offer.slug, locale: asked.locale }, now())
  if (booked.ok) return { isBooked: true, seat: await getSeat(booked.value.guestSeatId) }
  return { isBooked: false, status: 409, state: await withRefusal(state, asked, booked.reason) }
}

async function getSeat(seatId: string): Promise<Seat> {
  const pass = await findSeat(seatId)
  invariant(pass, 'what was booked has its seat')
  return pass.seat
}

type Known = Pick<BookingForm, 'typed' | 'startsAt' | 'timeZone' | 'idempotencyKey' | 'faults'>

async function stateOf(known: Known, { slug, locale }: Asked): Promise<DetailsState> {
  const at = now()
  const { type, host } = await requireOffer(slug, at)
  const { timeZone: zone, ...rest } = known
  return {
    locale, zone, hostZone: host.timeZone, now: at, offer: toOffer(type, host, locale),
    ...rest, refusal: null, nearest: [], problem: null, isAnswer: false,
    fields: [...BOOKING_FIELDS], retentionMonths: RETENTION_MONTHS, bounds: BOOKING_BOUNDS,
  }
}

async function withRefusal(state: DetailsState, { slug }: Asked, reason: BookingRefusal): Promise<DetailsState> {
  if (reason === 'no-such-type') throw new Response(null, { status: 404 })
  const { starts } = await requireOffer(slug, state.now)
  return { ...state, refusal: reason, nearest: offerNearest(starts, state.startsAt ?? state.now) }
}
