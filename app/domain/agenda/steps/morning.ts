import { DAY_MS, HOUR_MS } from '#app/kernel/time.ts'
import { dayOfDate, zoneClock } from '../../calendar/zone.ts'

/** When people look at what the day brings. */
const MORNING_HOUR = 8

/** The morning of a date in a zone, epoch milliseconds; null for what is no date. */
export function morningOf(date: string, timeZone: string): number | null {
  const day = dayOfDate(date)
  return day === null ? null : zoneClock(timeZone).resolve(day * DAY_MS + MORNING_HOUR * HOUR_MS)
}
