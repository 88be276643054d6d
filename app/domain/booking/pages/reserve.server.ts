import type { SlotRefusal } from '../booking.ts'
import type { Carried } from '../address/carried.ts'
import { carriedByForm } from '../address/read-carried.server.ts'
import { isMailAddress } from '../input.ts'
import { leaveReservation, reserveSlot } from '../reservation/commands.server.ts'
import { RESERVED_MS, type ReserveRefusal } from '../reservation/reservation.ts'
import type { ReserveProblem, TimesState } from '../ui/times/times-state.ts'
import { watchSlot } from '../watch/watch.server.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { isoDate, isoInstant, MINUTE_MS, parseInstant, SECOND_MS } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { env } from '#app/platform/env.server.ts'
import { hashAddress } from '#app/platform/pages/visitor.server.ts'
import { checkRate } from '#app/platform/rate-limit.server.ts'
import { offerNearest, requireOffer } from '../offer/offer.server.ts'
import { readTimesPage, readZoneOf, type AskedTimes } from './times.server.ts'

type Asked = { slug: string | undefined; locale: Locale; visitorHash: string | null; clientAddress: string }

/** Where to go on, or the page that says why not. */
export type Answer =
  | { isDone: true; to: string }
  | { isDone: false; status: number; retryAfterSeconds?: number; state: TimesState }

/** Reserves the time of the pressed button. @throws {Response} 400 for what no button of ours says. */
export async function reserveTime(form: FormData, asked: Asked & { visitorHash: string }): Promise<Answer> {
  const wanted = readWanted(form, asked)
  const { slug, zone, startsAt, locale, carried } = wanted
  const rate = await checkRate('reservation', asked.clientAddress, env().RESERVATION_LIMIT_PER_HOUR)
  if (!rate.isWithin) return refused(asked, wanted, { kind: 'too-many', minutes: rate.retryAfterMinutes })
  const visitor = { hash: asked.visitorHash, addressHash: hashAddress(asked.clientAddress) }
  const made = await reserveSlot({ typeSlug: slug, startsAt, visitor, mostPerAddress: env().RESERVATIONS_PER_ADDRESS }, now())
  if (made.ok) return { isDone: true, to: paths.bookDetails(locale, slug, { ...carried, start: isoInstant(startsAt), zone }) }
  if (made.reason === 'no-such-type') throw new Response(null, { status: 404 })
  if (isProblem(made.reason)) return refused(asked, wanted, { kind: made.reason, minutes: RESERVED_MS / MINUTE_MS })
  return { isDone: false, status: 409, state: await pageAfter(asked, wanted) }
}

/** Gives the visitor's time free, and leads back to the times. */
export async function leaveTime(form: FormData, asked: Asked): Promise<Answer> {
  const { slug, zone, startsAt, locale, carried } = readWanted(form, asked)
  if (asked.visitorHash !== null) await leaveReservation({ visitorHash: asked.visitorHash, startsAt })
  return { isDone: true, to: paths.book(locale, slug, { ...carried, from: isoDate(startsAt, zone), zone }) }
}

/** Notes to whom one mail goes if the time frees. It reserves nothing. */
export async function watchTime(form: FormData, asked: Asked): Promise<Answer> {
  const wanted = readWanted(form, asked)
  const { slug, zone, startsAt, locale, carried } = wanted
  const email = String(form.get('email') ?? '').trim()
  const again = async (status: number, fault: TimesState['watch']['fault'] = null): Promise<Answer> =>
    ({ isDone: false, status, state: { ...await pageAfter(asked, wanted), watch: { typed: email, fault, isKept: false } } })
  if (!isMailAddress(email) || form.get('website')) return again(422, 'emailBroken')
  const rate = await checkRate('reservation', asked.clientAddress, env().RESERVATION_LIMIT_PER_HOUR)
  if (!rate.isWithin) return refused(asked, wanted, { kind: 'too-many', minutes: rate.retryAfterMinutes })
  const watched = await watchSlot({ typeSlug: slug, startsAt, email, locale, timeZone: zone }, now())
  const at = isoInstant(startsAt)
  if (watched.ok) return { isDone: true, to: paths.book(locale, slug, { ...carried, at, zone, watching: 'yes' }) }
  if (watched.reason === 'is-free') return { isDone: true, to: paths.book(locale, slug, { ...carried, at, zone }) }
  return watched.reason === 'too-many' ? again(429, 'tooManyWatched') : again(409)
}

type Wanted = { slug: string; locale: Locale; zone: string; startsAt: number; carried: Carried }

function readWanted(form: FormData, { slug, locale }: Asked): Wanted {
  const startsAt = parseInstant(form.get('start'))
  if (startsAt === null || !slug) throw new Response(null, { status: 400 })
  return { slug, locale, ...readZoneOf(form), startsAt, carried: carriedByForm(form) }
}

function isProblem(reason: ReserveRefusal): reason is Exclude<ReserveRefusal, SlotRefusal | 'no-such-type'> {
  return reason === 'address-full' || reason === 'day-full'
}

async function pageAfter(asked: Asked, { slug, locale, zone, startsAt, carried }: Wanted): Promise<TimesState> {
  const page: AskedTimes = { slug, locale, zone, from: null, markedAt: startsAt, isWatching: false, carried, month: null, day: null }
  return { ...await readTimesPage(page, asked.visitorHash), isAnswer: true }
}

async function refused(asked: Asked, wanted: Wanted, { kind, minutes }: Pick<ReserveProblem, 'kind' | 'minutes'>): Promise<Answer> {
  const { times: { starts } } = await requireOffer(wanted.slug, now())
  const day = isoDate(wanted.startsAt, wanted.zone)
  const others = kind === 'day-full' ? starts.filter((at) => isoDate(at, wanted.zone) !== day) : []
  const problem = { kind, minutes, at: wanted.startsAt, nearest: offerNearest(others, wanted.startsAt) }
  const state = { ...await pageAfter(asked, wanted), marked: null, problem }
  if (kind === 'day-full') return { isDone: false, status: 409, state }
  return { isDone: false, status: 429, retryAfterSeconds: (minutes * MINUTE_MS) / SECOND_MS, state }
}
