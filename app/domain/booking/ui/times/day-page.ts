import { isoDate } from '#app/kernel/time.ts'

/** A civil date such as `2026-11-25` with the starts that lie on it, ascending. */
export type SlotDay = { date: string; starts: number[] }

/** A stretch of the calendar, and the dates with which the stretches before and after it begin. */
export type DayPage = { days: SlotDay[]; earlierFrom: string | null; laterFrom: string | null }

/** Two working weeks. */
export const DAYS_A_PAGE = 10

/** The starts by the date on which they lie in `zone`. */
export function groupByDay(starts: readonly number[], zone: string): SlotDay[] {
  const days: SlotDay[] = []
  for (const at of starts) {
    const date = isoDate(at, zone)
    const last = days.at(-1)
    if (last?.date === date) last.starts.push(at)
    else days.push({ date, starts: [at] })
  }
  return days
}

/** The page that holds `date`, or the next day after it that has times; without a date the first. */
export function pageOfDays(days: readonly SlotDay[], date: string | null, size = DAYS_A_PAGE): DayPage {
  const found = date === null ? 0 : days.findIndex((day) => day.date >= date)
  const position = found < 0 ? Math.max(0, days.length - 1) : found
  const first = position - (position % size)
  return {
    days: days.slice(first, first + size),
    earlierFrom: days[first - size]?.date ?? null,
    laterFrom: days[first + size]?.date ?? null,
  }
}
