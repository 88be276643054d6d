import type { Carried } from '../address/carried.ts'
import { carriedByUrl } from '../address/read-carried.server.ts'
import { isLive, isOfType, type Reservation } from '../reservation/reservation.ts'
import { findReservation } from '../reservation/queries.server.ts'
import { groupByDay, pageOfDays } from '../ui/times/day-page.ts'
import { monthPage, readMonth } from '../ui/times/month.ts'
import type { MarkedTime, Mine, TimesState } from '../ui/times/times-state.ts'
import { HOME_ZONE } from '../ui/words.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { HOUR_MS, isoDate, isTimeZone, parseInstant } from '#app/kernel/time.ts'
import { now } from '#app/platform/clock.server.ts'
import { publicUrl } from '#app/platform/env.server.ts'
import { keepNewest } from '#app/platform/pages/keep-newest.ts'
import { offerNearest, readFrom, readTimes, requireOffer, toOffer, type Offered, type Times } from '../offer/offer.server.ts'

/** Addresses may ask for anything, so only so many are remembered. */
const MOST_STATES = 200

/** What an address or a form says about the page that is wanted. */
export type AskedTimes = {
  slug: string | undefined
  locale: Locale
  zone: string
  from: string | null
  markedAt: number | null
  /** A month to look at, and the day in it whose times are shown. */
  month: string | null
  day: string | null
  isWatching: boolean
  carried: Carried
}

export function askedByUrl(request: Request, asked: { slug: string | undefined; locale: Locale }): AskedTimes {
  const url = new URL(request.url)
  const query = url.searchParams
  return {
    ...asked, ...readZoneOf(query), from: readFrom(url), month: readMonth(query.get('month')), day: query.get('day'),
    markedAt: parseInstant(query.get('at')), isWatching: query.get('watching') === 'yes',
    carried: carriedByUrl(url),
  }
}

/** The zone that an address or a form names, when there is such a zone. */
export function readZoneOf(source: { get(name: string): unknown }): { zone: string } {
  const zone = source.get('zone')
  return { zone: isTimeZone(zone) ? zone : HOME_ZONE }
}

/**
 * The free times as this visitor sees them. Whoever holds none sees what everybody sees, and costs no question more
 * than who that is; a holder's page is nobody else's.
 */
export async function readTimesPage(asked: AskedTimes, visitorHash: string | null): Promise<TimesState> {
  const at = now()
  const offered = await requireOffer(asked.slug, at)
  const held = visitorHash === null ? null : await findReservation(visitorHash)
  if (held && isLive(held, at)) return stateOf({ ...offered, times: await readTimes(offered.type, at, held.id) }, asked, held)
  return stateForAll(offered, asked)
}

/** What everybody sees, by the times that it is about: as long as those are the same, so is the page. */
const known = new WeakMap<Times, Map<string, TimesState>>()

function stateForAll(offered: Offered, asked: AskedTimes): TimesState {
  const states = known.get(offered.times) ?? new Map<string, TimesState>()
  known.set(offered.times, states)
  const key = JSON.stringify([asked, shownHour()])
  const seen = states.get(key)
  if (seen) return seen
  const state = stateOf(offered, asked, null)
  return state.isPersonal ? state : keepNewest(states, key, { value: state, most: MOST_STATES })
}

/** The page needs to know the time only to tell whether clocks change, so the hour is enough, and holds longer. */
function shownHour(): number {
  return Math.floor(now() / HOUR_MS) * HOUR_MS
}

const NO_PAGING = { earlierFrom: null, laterFrom: null }

function stateOf(offered: Offered, asked: AskedTimes, held: Reservation | null): TimesState {
  const { type, host, hosts, times: { starts, reserved } } = offered
  const { locale, zone, markedAt } = asked
  const mine = held && isOfType(held, type) ? { at: held.startsAt, until: held.expiresAt } : null
  const markedDate = markedAt === null ? null : isoDate(markedAt, zone)
  const { chosen } = reserved
  const days = groupByDay(chosen.length === 0 ? starts : [...starts, ...chosen].sort((one, other) => one - other), zone)
  const month = asked.month === null ? null : monthPage(groupByDay(starts, zone), asked.month, asked.day ?? markedDate)
  const page = month ? { ...NO_PAGING, days: days.filter((day) => day.date === month.chosen) } : pageOfDays(days, asked.from ?? markedDate)
  return {
    locale, zone, hostZone: host.timeZone, now: shownHour(), origin: publicUrl(), offer: toOffer(type, hosts, { locale, slug: asked.slug }),
    page, month, reserved: chosen.filter((at) => page.days.some((day) => day.starts.includes(at))), mine,
    marked: markedAt === null ? null : markedTime(offered, markedAt, mine),
    problem: null, watch: { typed: '', fault: null, isKept: asked.isWatching }, carried: asked.carried,
    isPersonal: held !== null || Object.keys(asked.carried).length > 0, isAnswer: false,
  }
}

function markedTime({ times: { starts, reserved } }: Offered, at: number, mine: Mine | null): MarkedTime {
  if (mine?.at === at) return { at, state: 'mine', nearest: [] }
  if (starts.includes(at)) return { at, state: 'free', nearest: [] }
  return { at, state: reserved.bars.includes(at) ? 'barred' : 'gone', nearest: offerNearest(starts, at) }
}
