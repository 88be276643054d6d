import type { ReactElement } from 'react'
import type { Locale } from '#app/kernel/locale.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { CAST } from '#db/seeds/cast.ts'
import { groupByDay, pageOfDays } from '../times/day-page.ts'
import { monthPage } from '../times/month.ts'
import type { MarkedTime, Offer, TimesState } from '../times/times-state.ts'
import { TimesView } from '../times/times-view.tsx'

type Preview = { name: string; locale: Locale; element: ReactElement }

const HOME = 'Europe/Copenhagen'
/** Tuesday 24 November 2026, 10.00 in Copenhagen. */
const NOW = Date.UTC(2026, 10, 24, 9)
/** Tuesday 20 October 2026: the clocks change on Sunday. */
const BEFORE_WINTER = Date.UTC(2026, 9, 20, 8)
const STARTS = startsFrom(NOW)
const [, second = 0, third = 0] = STARTS

/** The page of free times in every state that a visitor can meet. */
export function timesPreviews(): Preview[] {
  return (['da', 'en'] as const).flatMap((locale) => Object.entries(statesIn(locale)).map(([name, given]) => (
    { name: `times-${name}`, locale, element: <div className="page-main"><TimesView state={{ ...stateIn(locale), ...given }} /></div> }
  )))
}

function statesIn(locale: Locale): Record<string, Partial<TimesState>> {
  const offer = offerIn(locale)
  return {
    list: {},
    later: { page: { ...listed(STARTS), earlierFrom: '2026-11-24', laterFrom: '2026-12-22' } },
    'other-clock': { zone: 'America/New_York', page: listed(STARTS, 'America/New_York') },
    'clocks-change': { now: BEFORE_WINTER, page: listed(startsFrom(BEFORE_WINTER)) },
    none: { page: listed([]) },
    lengths: { offer: { ...offer, lengths: [30, 60, 90].map((minutes) => ({ minutes, slug: `intro.${minutes}` })) } },
    'needs-a-yes': { offer: { ...offer, needsApproval: true } },
    month: monthOf('2026-11'),
    'month-empty': { ...monthOf('2026-11'), page: listed([]), month: monthPage([], '2026-11', null) },
    marked: { marked: marked('free') },
    gone: { marked: marked('gone') },
    mine: { mine: { at: second, until: NOW + 8 * MINUTE_MS }, marked: marked('mine') },
    'being-booked': { reserved: [second] },
    barred: { reserved: [second], marked: marked('barred') },
    watching: { reserved: [second], marked: marked('barred'), watch: { typed: '', fault: null, isKept: true } },
    'watch-fault': { reserved: [second], marked: marked('barred'), watch: { typed: 'bo@firma', fault: 'emailBroken', isKept: false } },
    'day-full': { problem: { kind: 'day-full', at: second, nearest: [third + DAY_MS], minutes: 10 } },
    'network-full': { problem: { kind: 'address-full', at: second, nearest: [], minutes: 10 } },
    'too-many': { problem: { kind: 'too-many', at: second, nearest: [], minutes: 25 } },
  }
}

/** The kind of meeting that all previews of a booking are about. */
export function offerIn(locale: Locale): Offer {
  const { name: host, title: hostTitle } = CAST.consultant
  const words = locale === 'da'
    ? { title: 'Et første møde', summary: 'Vi finder ud af, hvad der skal til hos jer, og om jeg er den rette.' }
    : { title: 'A first meeting', summary: 'We find out what it takes at your place, and whether I am the right one.' }
  return { ...words, slug: 'intro', durationMinutes: 30, lengths: [], noticeMinutes: 240, needsApproval: false, host, hostTitle }
}

function stateIn(locale: Locale): TimesState {
  return {
    locale, zone: HOME, hostZone: HOME, now: NOW, origin: '', offer: offerIn(locale), page: listed(STARTS), month: null, reserved: [], mine: null,
    marked: null, problem: null, watch: { typed: '', fault: null, isKept: false }, carried: {}, isPersonal: false, isAnswer: false,
  }
}

function monthOf(month: string): Pick<TimesState, 'month' | 'page'> {
  const days = groupByDay(STARTS, HOME)
  const shown = monthPage(days, month, null)
  return { month: shown, page: { days: days.filter(({ date }) => date === shown.chosen), earlierFrom: null, laterFrom: null } }
}

function marked(state: MarkedTime['state']): MarkedTime {
  return { at: second, state, nearest: state === 'gone' || state === 'barred' ? [third, third + DAY_MS] : [] }
}

function listed(starts: number[], zone = HOME): TimesState['page'] {
  return pageOfDays(groupByDay(starts, zone), null)
}

/** Four times a day for five days from tomorrow. */
function startsFrom(now: number): number[] {
  return [1, 2, 3, 6, 7].flatMap((day) => [0, 1, 3, 4.5].map((hours) => now + day * DAY_MS + hours * HOUR_MS))
}
