import { DAY_MS, isTimeZone, MINUTE_MS } from '#app/kernel/time.ts'
import { MAX_WINDOWS_A_DAY, parseClock } from '../hours-input.ts'
import type { DayWindow, Interval } from '../slot-rules.ts'
import { dayOfDate, zoneClock } from '../zone.ts'

/** What was typed, by the name of its field. */
export type Typed = Record<string, string>

export type RuleFault =
  | 'empty' | 'not-a-date' | 'past' | 'not-in-order' | 'not-a-time' | 'not-hours' | 'not-a-zone' | 'too-long' | 'too-far'
  | 'not-a-number' | 'not-leads' | 'no-such-choice'

export type Reading<Value> = { isGood: true; value: Value } | { isGood: false; faults: Record<string, RuleFault> }

/** Enough for any journey, and it keeps a mistyped year from closing the calendar. */
const MOST_DAYS = 732
const MOST_LETTERS = 120

export function typedIn(form: FormData, names: readonly string[]): Typed {
  return Object.fromEntries(names.map((name) => {
    const value = form.get(name)
    return [name, typeof value === 'string' ? value.trim() : '']
  }))
}

/** Only faults that were found count; without any the value holds. */
export function reading<Value>(faults: Record<string, RuleFault | null>, value: () => Value): Reading<Value> {
  const found = Object.fromEntries(Object.entries(faults).filter((pair): pair is [string, RuleFault] => pair[1] !== null))
  return Object.keys(found).length > 0 ? { isGood: false, faults: found } : { isGood: true, value: value() }
}

/** First and last date; a last date that was left out is the first. `today` is a date such as `2027-03-28`. */
function spanFaults(typed: Typed, today: string): { firstDate: RuleFault | null; lastDate: RuleFault | null } {
  const { firstDate = '', lastDate = '' } = typed
  const [first, last] = [dayOfDate(firstDate), dayOfDate(lastDate || firstDate)]
  const faultOfLast = last === null ? 'not-a-date' : last < (first ?? last) ? 'not-in-order' : (lastDate || firstDate) < today ? 'past'
    : last - (first ?? last) > MOST_DAYS ? 'too-far' : null
  const faultOfFirst = firstDate === '' ? 'empty' : first === null ? 'not-a-date' : null
  if (lastDate === '') return { firstDate: faultOfFirst ?? faultOfLast, lastDate: null }
  return { firstDate: faultOfFirst, lastDate: faultOfLast }
}

function spanOf({ firstDate = '', lastDate = '' }: Typed): { firstDate: string; lastDate: string } {
  return { firstDate, lastDate: lastDate || firstDate }
}

function faultOfText(text = ''): RuleFault | null {
  return text.length > MOST_LETTERS ? 'too-long' : null
}

export function readTimeOff(typed: Typed, today: string): Reading<{ firstDate: string; lastDate: string; note: string | null }> {
  return reading({ ...spanFaults(typed, today), note: faultOfText(typed.note) }, () => ({ ...spanOf(typed), note: typed.note || null }))
}

export function readTravel(typed: Typed, today: string): Reading<{ firstDate: string; lastDate: string; timeZone: string }> {
  const { timeZone = '' } = typed
  return reading({ ...spanFaults(typed, today), timeZone: isTimeZone(timeZone) ? null : 'not-a-zone' }, () => ({ ...spanOf(typed), timeZone }))
}

/** Times that are left out mean whole days; all are read on the clock of `timeZone`. */
export function readBlocked(typed: Typed, today: string, timeZone: string): Reading<Interval & { title: string | null }> {
  const { firstDate, lastDate } = spanOf(typed)
  const [start, end] = [typed.start ? parseClock(typed.start) : 0, typed.end ? parseClock(typed.end) : DAY_MS / MINUTE_MS]
  const clock = zoneClock(timeZone)
  const instant = (date: string, minute: number | null) => clock.resolve((dayOfDate(date) ?? 0) * DAY_MS + (minute ?? 0) * MINUTE_MS)
  const value = { startsAt: instant(firstDate, start), endsAt: instant(lastDate, end), title: typed.title || null }
  const spans = spanFaults(typed, today)
  const isDated = spans.firstDate === null && spans.lastDate === null
  const isBackwards = isDated && start !== null && end !== null && value.endsAt <= value.startsAt
  return reading({
    ...spans,
    start: start === null ? 'not-a-time' : null,
    end: end === null ? 'not-a-time' : isBackwards ? 'not-in-order' : null,
    title: faultOfText(typed.title),
  }, () => value)
}

/** A date and its hours, written like `9-12 og 13-15.30`; without hours the day is closed. */
export function readSpecialDay(typed: Typed, today: string): Reading<{ date: string; windows: DayWindow[] }> {
  const { date = '', hours = '' } = typed
  const windows = parseHours(hours)
  const faultOfDate = date === '' ? 'empty' : dayOfDate(date) === null ? 'not-a-date' : date < today ? 'past' : null
  return reading({ date: faultOfDate, hours: windows === null ? 'not-hours' : null }, () => ({ date, windows: windows ?? [] }))
}

/** Whole numbers from 1 on, or nothing for no limit. */
export function readHostCaps({ maxPerDay = '', maxPerWeek = '' }: Typed): Reading<{ maxPerDay: number | null; maxPerWeek: number | null }> {
  return reading({ maxPerDay: faultOfCount(maxPerDay), maxPerWeek: faultOfCount(maxPerWeek) },
    () => ({ maxPerDay: countIn(maxPerDay), maxPerWeek: countIn(maxPerWeek) }))
}

export function faultOfCount(text: string): RuleFault | null {
  return text === '' || (/^\d{1,3}$/.test(text) && Number(text) > 0) ? null : 'not-a-number'
}

export function countIn(text: string): number | null {
  return text === '' ? null : Number(text)
}

export function readName(typed: Typed): Reading<string> {
  const { name = '' } = typed
  return reading({ name: name === '' ? 'empty' : faultOfText(name) }, () => name)
}

/** Windows of a day from `9-12 og 13-15.30`, in their order; null for what can't be read, or overlaps. */
export function parseHours(text: string): DayWindow[] | null {
  if (text.trim() === '') return []
  const spans = text.split(/\s*(?:,|;|\bog\b|\band\b)\s*/).map((span) => span.split(/\s*(?:-|–|\btil\b|\bto\b)\s*/))
  const windows = spans.map(([start = '', end = '', ...rest]) =>
    ({ startMinute: parseClock(start) ?? -1, endMinute: rest.length > 0 ? -1 : parseClock(end) ?? -1 }))
    .sort((one, other) => one.startMinute - other.startMinute)
  const isGood = windows.length <= MAX_WINDOWS_A_DAY && windows.every(({ startMinute, endMinute }, index) =>
    startMinute >= (windows[index - 1]?.endMinute ?? 0) && startMinute < endMinute)
  return isGood ? windows : null
}
