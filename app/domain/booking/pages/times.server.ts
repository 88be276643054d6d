import type { Carried } from '../address/carried.ts'
import { carriedByUrl } from '../address/read-carried.server.ts'
import { isLive, type Reservation } from '../reservation/reservation.ts'
import { findReservation } from '../reservation/queries.server.ts'
import { groupByDay, pageOfDays } from '../ui/times/day-page.ts'
import { monthPage, readMonth } from '../ui/times/month.ts'
import type { MarkedTime, Mine, TimesState } from '../ui/times/times-state.ts'
import { HOME_ZONE } from '../ui/words.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { HOUR_MS, isoDate, isTimeZone, parseInstant } from '#app/kernel/time.ts'
import { now } from '#app/platform/clock.server.ts'
import { offerNearest, readFrom, readTimes, requireOffer, toOffer, type Offered } from './offer.server.ts'

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
  if (!held || !isLive(held, at)) return stateOf(offered, asked, null)
  return stateOf({ ...offered, ...await readTimes(offered.type, at, held.id) }, asked, held)
}

const NO_PAGING = { earlierFrom: null, laterFrom: null }

function stateOf(offered: Offered, asked: AskedTimes, held: Reservation | null): TimesState {
  const { type, host, starts, reserved } = offered
  const { locale, zone, markedAt } = asked
  const mine = held?.typeId === type.id ? { at: held.startsAt, until: held.expiresAt } : null
  const markedDate = markedAt === null ? null : isoDate(markedAt, zone)
  const { chosen } = reserved
  const days = groupByDay(chosen.length === 0 ? starts : [...starts, ...chosen].sort((one, other) => one - other), zone)
  const month = asked.month === null ? null : monthPage(groupByDay(starts, zone), asked.month, asked.day ?? markedDate)
  const page = month ? { ...NO_PAGING, days: days.filter((day) => day.date === month.chosen) } : pageOfDays(days, asked.from ?? markedDate)
  return {
    locale, zone, hostZone: host.timeZone, now: Math.floor(now() / HOUR_MS) * HOUR_MS, offer: toOffer(type, host, locale),
    page, month, reserved: chosen.filter((at) => page.days.some((day) => day.starts.includes(at))), mine,
    marked: markedAt === null ? null : markedTime(offered, markedAt, mine),
    problem: null, watch: { typed: '', fault: null, isKept: asked.isWatching }, carried: asked.carried,
    isPersonal: held !== null || Object.keys(asked.carried).length > 0, isAnswer: false,
  }
}

function markedTime({ starts, reserved }: Offered, at: number, mine: Mine | null): MarkedTime {
  if (mine?.at === at) return { at, state: 'mine', nearest: [] }
  if (starts.includes(at)) return { at, state: 'free', nearest: [] }
  return { at, state: reserved.bars.includes(at) ? 'barred' : 'gone', nearest: offerNearest(starts, at) }
}
