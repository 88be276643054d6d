import { DAY_MS, HOUR_MS } from '#app/kernel/time.ts'
import { HOLIDAYS, holidaysBetween } from '../../calendar/rules/holidays.ts'
import { dateOfDay, dayOfDate, weekdayOfDay, zoneClock } from '../../calendar/zone.ts'

/** When people look at what the day brings. */
const MORNING_HOUR = 8
/** When there is still time for what has to be done today. */
const AFTERNOON_HOUR = 15
/** After so many days a step that nobody has put a date on is brought up. */
const UNDATED_AFTER_DAYS = 7
const SATURDAY = 6
/** The one zone whose public holidays are known here. */
const HOLIDAY_ZONE = 'Europe/Copenhagen'

/** The date that a step is brought up for, and when. `isOwnMorning`: on the morning of the date that the step has. */
export type StepMoment = { day: string; dueAt: number; isOwnMorning: boolean }

/** Of whoever the step is for; when the meeting began and what the time is, epoch milliseconds. */
type Known = { timeZone: string; heldAt: number; now: number }

/** The morning of a date in a zone, epoch milliseconds; null for what is no date. */
export function morningOf(date: string, timeZone: string): number | null {
  const day = dayOfDate(date)
  return day === null ? null : at(day, MORNING_HOUR, timeZone)
}

/**
 * When a next step is brought to somebody. With a date on its morning; where that is past already, on the same afternoon, and
 * where that is past too, on the next morning of a working day, for late is better than never. Without a date a week after the
 * meeting, on the first working day from then on. Null for what is no date.
 */
export function stepMoment(due: string, known: Known): StepMoment | null {
  return due === '' ? undatedMoment(known) : datedMoment(due, known)
}

function datedMoment(due: string, { timeZone, now }: Known): StepMoment | null {
  const day = dayOfDate(due)
  if (day === null) return null
  const [morning, afternoon] = [at(day, MORNING_HOUR, timeZone), at(day, AFTERNOON_HOUR, timeZone)]
  if (now < morning) return { day: due, dueAt: morning, isOwnMorning: true }
  return { day: due, dueAt: now < afternoon ? afternoon : nextMorning(timeZone, now), isOwnMorning: false }
}

function undatedMoment({ timeZone, heldAt, now }: Known): StepMoment {
  const day = workingDayFrom(dayAt(heldAt, timeZone) + UNDATED_AFTER_DAYS, timeZone)
  const morning = at(day, MORNING_HOUR, timeZone)
  return { day: dateOfDay(day), dueAt: now < morning ? morning : nextMorning(timeZone, now), isOwnMorning: false }
}

function nextMorning(timeZone: string, now: number): number {
  return at(workingDayFrom(dayAt(now, timeZone) + 1, timeZone), MORNING_HOUR, timeZone)
}

/** Monday to Friday, and in Denmark no holiday. */
function workingDayFrom(day: number, timeZone: string): number {
  const isOff = weekdayOfDay(day) >= SATURDAY || (timeZone === HOLIDAY_ZONE && holidaysBetween(day, day, HOLIDAYS).length > 0)
  return isOff ? workingDayFrom(day + 1, timeZone) : day
}

function dayAt(instant: number, timeZone: string): number {
  return zoneClock(timeZone).dayAt(instant)
}

function at(day: number, hour: number, timeZone: string): number {
  return zoneClock(timeZone).resolve(day * DAY_MS + hour * HOUR_MS)
}
