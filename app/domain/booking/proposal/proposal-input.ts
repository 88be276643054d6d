import { parseClock } from '#app/domain/calendar/hours-input.ts'
import { dayOfDate, zoneClock } from '#app/domain/calendar/zone.ts'
import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'

/** A row of the form, as it was typed. */
export type TypedTime = { date: string; time: string }

/** Names of sentences in the texts. */
export type TimeFault = 'none' | 'not-a-date' | 'not-a-time' | 'past' | 'too-far' | 'twice'

export type TimesReading = { starts: number[]; faults: (TimeFault | null)[] }

const MOST_DAYS_AHEAD = 366

/** The rows of a form whose fields are `date-1`, `time-1` and so on. */
export function typedTimesIn(form: FormData, count: number): TypedTime[] {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  return Array.from({ length: count }, (_, index) => ({ date: text(`date-${index + 1}`), time: text(`time-${index + 1}`) }))
}

/**
 * Dates and times on the clock of `timeZone` as instants (epoch milliseconds); rows that are empty don't count.
 * A time in a gap of the clock moves forward by the gap, and of a doubled one the first is meant.
 */
export function readTimes(typed: readonly TypedTime[], { timeZone, now }: { timeZone: string; now: number }): TimesReading {
  const faults: (TimeFault | null)[] = typed.map(() => null)
  const starts: number[] = []
  for (const [row, { date, time }] of typed.entries()) {
    if (date === '' && time === '') continue
    const [day, minute] = [dayOfDate(date), parseClock(time)]
    if (day === null || minute === null) {
      faults[row] = day === null ? 'not-a-date' : 'not-a-time'
      continue
    }
    const at = zoneClock(timeZone).resolve(day * DAY_MS + minute * MINUTE_MS)
    const fault = at <= now ? 'past' : at - now > MOST_DAYS_AHEAD * DAY_MS ? 'too-far' : starts.includes(at) ? 'twice' : null
    faults[row] = fault
    if (fault === null) starts.push(at)
  }
  if (typed.every(({ date, time }) => date === '' && time === '')) faults[0] = 'none'
  return { starts, faults }
}
