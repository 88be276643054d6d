import { allowedReturn, campaignIn, prefilledBy, thatStays, type Carried } from '../address/carried.ts'
import { carriedByForm, carriedByUrl } from '../address/read-carried.server.ts'
import { BOOKING_BOUNDS, BOOKING_FIELDS, readBookingForm } from '../input.ts'
import { proposeTimes } from '../proposal/commands.server.ts'
import { readTimes, typedTimesIn, type TypedTime } from '../proposal/proposal-input.ts'
import { MOST_PROPOSED } from '../proposal/proposal.ts'
import { RETENTION_MONTHS } from '../retention.server.ts'
import type { ProposeState } from '../ui/propose/propose-state.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { isoInstant, parseInstant } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { redirectOrigins } from '#app/platform/env.server.ts'
import { stampForm } from '#app/platform/pages/visitor.server.ts'
import { guardForm, stampToKeep } from './form-guards.server.ts'
import { readZone, requireOffer, toOffer } from '../offer/offer.server.ts'

type Asked = { slug: string | undefined; locale: Locale }

type Refused = { isDone: false; status: number; retryAfterSeconds?: number; state: ProposeState }

export type ProposeAnswer = { isDone: true; to: string } | Refused

/** The empty form, or the word that it was sent. @throws {Response} 404 for a kind of meeting that can't be booked. */
export function readPropose(url: URL, asked: Asked): Promise<ProposeState> {
  const sent = (url.searchParams.get('sent') ?? '').split(',').flatMap((text) => parseInstant(text) ?? []).slice(0, MOST_PROPOSED)
  const carried = carriedByUrl(url)
  return stateOf(asked, { zone: readZone(url), key: newId(), typed: prefilledBy(carried), carried, sent })
}

/** Passes the proposal on, or gives the page that says why not, with everything kept. */
export async function submitProposal(form: FormData, asked: Asked & { clientAddress: string }): Promise<ProposeAnswer> {
  const at = now()
  const rows = typedTimesIn(form, MOST_PROPOSED)
  const read = readBookingForm(withStart(form, at), readZone(new URL('http://form')))
  const { timeZone: zone, idempotencyKey: key, faults, typed } = read
  const carried = carriedByForm(form)
  const times = readTimes(rows, { timeZone: zone, now: at })
  const { clientAddress } = asked
  const guarded = await guardForm(read, { clientAddress, isComplete: times.faults.every((fault) => fault === null) })
  if (!guarded.isTaken) {
    const { status, problem, retryAfterSeconds } = guarded
    const state = await stateOf(asked, { zone, key, rows, typed, carried, stamp: stampToKeep(read) })
    return { isDone: false, status, retryAfterSeconds, state: { ...state, faults, rowFaults: times.faults, problem } }
  }
  const { slug = '', locale } = asked
  const brought = { campaign: campaignIn(carried), returnUrl: carried.then ?? null }
  const proposed = await proposeTimes({ ...guarded.answers, ...brought, starts: times.starts, typeSlug: slug, locale })
  if (!proposed.ok) throw new Response(null, { status: 404 })
  return { isDone: true, to: paths.propose(locale, slug, { ...thatStays(carried), zone, sent: times.starts.map(isoInstant).join() }) }
}

type Known = {
  zone: string; key: string; typed: ProposeState['typed']; carried: Carried; rows?: TypedTime[]; stamp?: string; sent?: number[]
}

async function stateOf({ slug, locale }: Asked, { zone, key, rows, stamp, typed, carried, sent = [] }: Known): Promise<ProposeState> {
  const at = now()
  const { type, host, hosts } = await requireOffer(slug, at)
  return {
    locale, zone, hostZone: host.timeZone, now: at, offer: toOffer(type, hosts, { locale, slug }), fields: [...BOOKING_FIELDS],
    typed, carried, returnTo: allowedReturn(carried.then, redirectOrigins()), faults: {},
    bounds: BOOKING_BOUNDS, idempotencyKey: key, stamp: stamp ?? stampForm(key, at),
    retentionMonths: RETENTION_MONTHS, rows: rows ?? Array.from({ length: MOST_PROPOSED }, () => ({ date: '', time: '' })),
    rowFaults: [], problem: null, sent,
  }
}

/** The reader of a booking wants one instant; here the rows say when. */
function withStart(form: FormData, at: number): FormData {
  const copy = new FormData()
  for (const [name, value] of form) copy.append(name, value)
  copy.set('start', isoInstant(at))
  return copy
}
