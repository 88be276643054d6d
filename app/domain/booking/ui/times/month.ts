import { dateOfDay, dayOfDate, mondayOf } from '#app/domain/calendar/zone.ts'
import type { SlotDay } from './day-page.ts'

/** One civil date of a month, and how many times are free on it. */
export type MonthDay = { date: string; free: number }

/** A month as `2026-12`, in weeks from Monday to Sunday; null fills the days of its neighbours. */
export type MonthPage = {
  month: string
  weeks: (MonthDay | null)[][]
  earlier: string | null
  later: string | null
  /** The date whose times are shown: the one asked for, or the month's first with free times. */
  chosen: string | null
}

/** `2026-12` when the text is a month, else null. */
export function readMonth(text: string | null): string | null {
  return text !== null && dayOfDate(`${text}-01`) !== null ? text : null
}

/** The month that is asked for, held to those between the first and the last free day. */
export function monthPage(days: readonly SlotDay[], asked: string, date: string | null): MonthPage {
  const [first = asked, last = asked] = [days.at(0), days.at(-1)].map((day) => day?.date.slice(0, 7))
  const month = asked < first ? first : asked > last ? last : asked
  const inMonth = days.filter((day) => day.date.startsWith(month))
  return {
    month,
    weeks: weeksOf(month, new Map(inMonth.map((day) => [day.date, day.starts.length]))),
    earlier: month > first ? monthBeside(month, -1) : null,
    later: month < last ? monthBeside(month, 1) : null,
    chosen: (inMonth.find((day) => day.date === date) ?? inMonth[0])?.date ?? null,
  }
}

function weeksOf(month: string, freeOn: Map<string, number>): (MonthDay | null)[][] {
  const firstDay = dayOfDate(`${month}-01`) ?? 0
  const afterLast = dayOfDate(`${monthBeside(month, 1)}-01`) ?? firstDay
  const weeks: (MonthDay | null)[][] = []
  for (let monday = mondayOf(firstDay); monday < afterLast; monday += 7) {
    weeks.push(Array.from({ length: 7 }, (_, index) => {
      const day = monday + index
      const date = dateOfDay(day)
      return day < firstDay || day >= afterLast ? null : { date, free: freeOn.get(date) ?? 0 }
    }))
  }
  return weeks
}

function monthBeside(month: string, step: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const months = year * 12 + number - 1 + step
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
}
