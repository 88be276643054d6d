import { DAY_MS } from '#app/kernel/time.ts'
import type { Holiday } from '../slot-rules.ts'
import { dateOfDay, dayOfDate } from '../zone.ts'

/**
 * The days on which Denmark is closed, in the order of the year. Constitution Day and the eves of Christmas and
 * New Year are no public holidays by law, but few are at work on them.
 */
export const HOLIDAYS = [
  'new-years-day', 'maundy-thursday', 'good-friday', 'easter-sunday', 'easter-monday', 'great-prayer-day', 'ascension-day',
  'whit-sunday', 'whit-monday', 'constitution-day', 'christmas-eve', 'christmas-day', 'second-christmas-day', 'new-years-eve',
] as const

export type HolidayKey = (typeof HOLIDAYS)[number]

/** Days after Easter Sunday. */
const MOVABLE: Partial<Record<HolidayKey, number>> = {
  'maundy-thursday': -3, 'good-friday': -2, 'easter-sunday': 0, 'easter-monday': 1, 'great-prayer-day': 26, 'ascension-day': 39,
  'whit-sunday': 49, 'whit-monday': 50,
}

/** Month and day. */
const FIXED: Partial<Record<HolidayKey, string>> = {
  'new-years-day': '01-01', 'constitution-day': '06-05', 'christmas-eve': '12-24', 'christmas-day': '12-25',
  'second-christmas-day': '12-26', 'new-years-eve': '12-31',
}

/** Act no. 214 of 6 March 2023 abolished it from 2024. */
const LAST_GREAT_PRAYER_DAY = 2023

export function isHoliday(key: unknown): key is HolidayKey {
  return HOLIDAYS.some((known) => known === key)
}

/** The day number of a holiday in a year; null in a year that doesn't have it. */
export function dayOfHoliday(key: HolidayKey, year: number): number | null {
  if (key === 'great-prayer-day' && year > LAST_GREAT_PRAYER_DAY) return null
  const afterEaster = MOVABLE[key]
  return afterEaster === undefined ? dayOfDate(`${year}-${FIXED[key]}`) : easterSunday(year) + afterEaster
}

/** The first day on or after `day` that is this holiday; null when it never comes again. */
export function nextHoliday(key: HolidayKey, day: number): number | null {
  const year = yearOfDay(day)
  return [year, year + 1].map((one) => dayOfHoliday(key, one)).find((found) => found !== null && found >= day) ?? null
}

/** The holidays that are kept, from one day to another, both included, ascending. */
export function holidaysBetween(firstDay: number, lastDay: number, kept: readonly HolidayKey[]): Holiday[] {
  const holidays: Holiday[] = []
  for (let year = yearOfDay(firstDay); year <= yearOfDay(lastDay); year++) {
    for (const name of kept) {
      const day = dayOfHoliday(name, year)
      if (day !== null && firstDay <= day && day <= lastDay) holidays.push({ day, name })
    }
  }
  return holidays.sort((one, other) => one.day - other.day)
}

/** The day number of Easter Sunday (Gregorian; the algorithm of Meeus, Jones and Butcher). */
function easterSunday(year: number): number {
  const golden = year % 19
  const [century, yearOfCentury] = [Math.floor(year / 100), year % 100]
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const count = epact + weekday - 7 * late + 114
  return Date.UTC(year, Math.floor(count / 31) - 1, (count % 31) + 1) / DAY_MS
}

function yearOfDay(day: number): number {
  return Number(dateOfDay(day).slice(0, 4))
}
