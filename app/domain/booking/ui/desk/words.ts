import { fill } from '#app/i18n/fill.ts'
import { listText } from '#app/i18n/list-text.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { clockText, DAY_MS, dayText, HOUR_MS, isoDate, MINUTE_MS } from '#app/kernel/time.ts'
import type { DeskGuest } from '../../desk/desk.ts'

type TodayTexts = Messages['desk']['today']

/** Where and in which language the consultant reads times. */
export type Reader = { locale: Locale; timeZone: string; now: number }

/** `in 2 h 15 min`, `in 2 days`, `began 5 min ago`. Days are those of the calendar: Friday is two after Wednesday, at any hour. */
export function distanceText(startsAt: number, { now, timeZone }: Pick<Reader, 'now' | 'timeZone'>, texts: TodayTexts): string {
  const away = Math.abs(startsAt - now)
  if (away < MINUTE_MS) return texts.justNow
  const dates = Date.parse(isoDate(startsAt, timeZone)) - Date.parse(isoDate(now, timeZone))
  const length = away < DAY_MS ? away : Math.abs(dates)
  return fill(startsAt > now ? texts.startsIn : texts.runningFor, { time: lengthText(length, texts) })
}

/** The guests, with the company where they share one; a meeting that is all forgotten has none. */
export function guestsText(guests: readonly Pick<DeskGuest, 'name' | 'companyName'>[], texts: TodayTexts, locale: Locale): string {
  const name = listText(guests.map((guest) => guest.name), locale)
  const company = guests[0]?.companyName
  return company ? fill(texts.withCompany, { name, company }) : name
}

/** The clock alone for what is today, the day before it for everything else. */
export function briefMoment(at: number, { locale, timeZone, now }: Reader): string {
  const clock = clockText(at, timeZone, locale)
  return isoDate(at, timeZone) === isoDate(now, timeZone) ? clock : `${dayText(at, timeZone, locale)} ${clock}`
}

function lengthText(length: number, texts: TodayTexts): string {
  const days = Math.floor(length / DAY_MS)
  if (days === 1) return texts.dayOne
  if (days > 1) return fill(texts.days, { count: days })
  const hours = Math.floor(length / HOUR_MS)
  const minutes = Math.floor((length % HOUR_MS) / MINUTE_MS)
  const said = [hours > 0 && fill(texts.hours, { count: hours }), minutes > 0 && fill(texts.minutes, { count: minutes })]
  return said.filter(Boolean).join(' ')
}
