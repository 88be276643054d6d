import { campaignIn, type Carried } from '../address/carried.ts'
import { carriedByForm } from '../address/read-carried.server.ts'
import type { Booked, BookingRefusal, BookingRequest } from '../booking.ts'
import { bookSlot } from '../commands.server.ts'
import { readBookingForm, type BookingForm } from '../input.ts'
import { findRepeated } from '../write/write-booking.server.ts'
import { keepReservation } from '../reservation/commands.server.ts'
import type { DetailsState } from '../ui/details/details-state.ts'
import { awaitConfirmation, CONFIRM_WITHIN_MS } from '../unconfirmed/unconfirmed.server.ts'
import { HOME_ZONE } from '../ui/words.ts'
import { getSeat } from '#app/domain/meeting/queries.server.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { now } from '#app/platform/clock.server.ts'
import { env } from '#app/platform/env.server.ts'
import { isProven } from '#app/platform/pages/proof.server.ts'
import { hashAddress } from '#app/platform/pages/visitor.server.ts'
import { db } from '#db/client.server.ts'
import { stateOf, withRefusal, type AskedDetails } from './details.server.ts'
import { guardForm, stampToKeep } from './form-guards.server.ts'

type Refused = { isBooked: false; status: number; retryAfterSeconds?: number; state: DetailsState }

export type Submission = { isBooked: true; seat: Seat } | Refused

/** Books what the form asks for, or gives the page that says why not, with everything kept. */
export async function submitDetails(form: FormData, asked: Asked): Promise<Submission> {
  const sent = readBookingForm(form, HOME_ZONE)
  const { typed, startsAt, timeZone, idempotencyKey, faults, stamp, proof } = sent
  const carried = carriedByForm(form)
  const known = { typed, startsAt, timeZone, idempotencyKey, faults, carried, stamp: stampToKeep(sent) }
  if (form.has('keep')) return keepTime(known, asked, Number(form.get('keep')))
  const state = { ...await stateOf(known, asked), isAnswer: true }
  const guarded = await guardForm(sent, asked)
  if (!guarded.isTaken) {
    const { status, problem, retryAfterSeconds } = guarded
    return { isBooked: false, status, retryAfterSeconds, state: { ...state, problem } }
  }
  const visitor = { typeSlug: state.offer.slug, locale: asked.locale, visitorHash: asked.visitorHash }
  const request = { ...guarded.answers, ...visitor, ...broughtBy(carried) }
  if (env().BOT_CHECK === 'off') return answerTo(await bookSlot(request, now()), { state, asked })
  const isWorked = isProven({ key: idempotencyKey, stamp, proof }, now())
  return bookIfProven(request, { state, asked, isWorked })
}

type Asked = AskedDetails & { clientAddress: string }

type Page = { state: DetailsState; asked: Asked }

/** Without the work of a browser, or with what has spoken for somebody else, the one who books is asked by mail. */
async function bookIfProven(request: BookingRequest, { state, asked, isWorked }: Page & { isWorked: boolean }): Promise<Submission> {
  const booked = isWorked ? await bookSlot({ ...request, isProvenByKey: true }, now()) : await findBefore(request)
  if (booked.ok || booked.reason !== 'proof-spent') return answerTo(booked, { state, asked })
  const network = { addressHash: hashAddress(asked.clientAddress), mostPerAddress: env().RESERVATIONS_PER_ADDRESS }
  const awaited = await awaitConfirmation(request, network, now())
  if (awaited.ok) return { isBooked: false, status: 200, state: { ...state, awaited: { ...awaited.value, email: request.email } } }
  if (awaited.reason !== 'too-many-open') return answerTo(refuse(awaited.reason), { state, asked })
  const minutes = CONFIRM_WITHIN_MS / MINUTE_MS
  return { isBooked: false, status: 429, retryAfterSeconds: minutes * 60, state: { ...state, problem: { kind: 'too-many-open', minutes } } }
}

/** Whoever sends their form again needs no proof a second time. */
async function findBefore(request: BookingRequest): Promise<Result<Booked, 'proof-spent'>> {
  const { booked } = await findRepeated(db(), request)
  return booked ? ok(booked) : refuse('proof-spent')
}

async function answerTo(booked: Result<Booked, BookingRefusal>, { state, asked }: Page): Promise<Submission> {
  if (booked.ok) return { isBooked: true, seat: (await getSeat(booked.value.guestSeatId)).seat }
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
