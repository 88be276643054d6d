import { campaignIn, type Carried } from '../address/carried.ts'
import { carriedByForm } from '../address/read-carried.server.ts'
import type { BookingRequest } from '../booking.ts'
import { bookSlot } from '../commands.server.ts'
import { readBookingForm, type BookingForm } from '../input.ts'
import { keepReservation } from '../reservation/commands.server.ts'
import type { DetailsProblem, DetailsState } from '../ui/details/details-state.ts'
import { HOME_ZONE } from '../ui/words.ts'
import { findSeat } from '#app/domain/meeting/queries.server.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { now } from '#app/platform/clock.server.ts'
import { readStamp } from '#app/platform/pages/visitor.server.ts'
import { stateOf, withRefusal, type AskedDetails } from './details.server.ts'
import { checkRates, isTooQuick } from './form-guards.server.ts'

type Refused = { isBooked: false; status: number; retryAfterSeconds?: number; state: DetailsState }

export type Submission = { isBooked: true; seat: Seat } | Refused

/** Books what the form asks for, or gives the page that says why not, with everything kept. */
export async function submitDetails(form: FormData, asked: AskedDetails & { clientAddress: string }): Promise<Submission> {
  const { isLured, answers, stamp, ...read } = readBookingForm(form, HOME_ZONE)
  const drawnAt = stamp === null ? null : readStamp(stamp, read.idempotencyKey)
  const carried = carriedByForm(form)
  const known = { ...read, carried, ...(drawnAt === null || stamp === null ? {} : { stamp }) }
  if (form.has('keep')) return keepTime(known, asked, Number(form.get('keep')))
  const state = { ...await stateOf(known, asked), isAnswer: true }
  const refuse = (status: number, problem: DetailsProblem | null = null): Refused =>
    ({ isBooked: false, status, state: { ...state, problem } })
  if (isLured) return refuse(422, { kind: 'lured' })
  if (!answers) return refuse(422)
  if (stamp !== null && isTooQuick(drawnAt)) return refuse(422, { kind: 'too-quick' })
  const { rate, kind } = await checkRates(answers, asked.clientAddress)
  if (!rate.isWithin) return { ...refuse(429, { kind, minutes: rate.retryAfterMinutes }), retryAfterSeconds: rate.retryAfterSeconds }
  const request = { ...answers, typeSlug: state.offer.slug, locale: asked.locale, visitorHash: asked.visitorHash, ...broughtBy(carried) }
  const booked = await bookSlot(request, now())
  if (booked.ok) return { isBooked: true, seat: await getSeat(booked.value.guestSeatId) }
  return { isBooked: false, status: 409, state: await withRefusal(state, asked, booked.reason) }
}

type Read = Pick<BookingForm, 'typed' | 'startsAt' | 'timeZone' | 'idempotencyKey' | 'faults'> & { stamp?: string; carried: Carried }

/** More time for the holder, with everything that was typed so far. Nothing is checked yet, for nothing is sent yet. */
async function keepTime(known: Read, asked: AskedDetails, count: number): Promise<Submission> {
  if (asked.visitorHash !== null) await keepReservation({ visitorHash: asked.visitorHash, count }, now())
  return { isBooked: false, status: 200, state: await stateOf({ ...known, faults: {} }, asked) }
}

function broughtBy(carried: Carried): Pick<BookingRequest, 'campaign' | 'returnUrl'> {
  return { campaign: campaignIn(carried), returnUrl: carried.then ?? null }
}

async function getSeat(seatId: string): Promise<Seat> {
  const pass = await findSeat(seatId)
  invariant(pass, 'what was booked has its seat')
  return pass.seat
}
