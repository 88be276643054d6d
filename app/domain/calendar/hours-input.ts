import type { Locale } from '#app/kernel/locale.ts'
import type { WeeklyWindow } from './slot-rules.ts'

/** One row of the form, as it was typed. */
export type HoursRow = { weekday: number; start: string; end: string }

export type HoursFault = 'not-a-time' | 'half-empty' | 'inverted' | 'overlap' | 'too-many'

export type HoursReading = { isGood: true; windows: WeeklyWindow[] } | { isGood: false; faults: Map<number, HoursFault> }

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** Enough for anyone's day, and it keeps the form readable. */
export const MAX_WINDOWS_A_DAY = 6

const DAY_MINUTES = 1440

/** The rows of a posted form, in their order; what is no weekday is left out. */
export function readHoursRows(form: FormData): HoursRow[] {
  const texts = (name: string) => form.getAll(name).map((value) => (typeof value === 'string' ? value.trim() : ''))
  const [starts, ends] = [texts('start'), texts('end')]
  return texts('weekday')
    .map((weekday, index) => ({ weekday: Number(weekday), start: starts[index] ?? '', end: ends[index] ?? '' }))
    .filter((row) => WEEKDAYS.some((weekday) => weekday === row.weekday))
}

/** The windows that the rows mean, or a fault for each row that is wrong, by its index. Empty rows mean nothing. */
export function readWindows(rows: readonly HoursRow[]): HoursReading {
  const faults = new Map<number, HoursFault>()
  const windows: (WeeklyWindow & { row: number })[] = []
  for (const [row, typed] of rows.entries()) {
    if (typed.start === '' && typed.end === '') continue
    const [startMinute, endMinute] = [parseClock(typed.start), parseClock(typed.end)]
    if (typed.start === '' || typed.end === '') faults.set(row, 'half-empty')
    else if (startMinute === null || endMinute === null) faults.set(row, 'not-a-time')
    else if (startMinute >= endMinute) faults.set(row, 'inverted')
    else windows.push({ row, weekday: typed.weekday, startMinute, endMinute })
  }
  for (const weekday of WEEKDAYS) {
    const ofDay = windows.filter((window) => window.weekday === weekday)
    for (const row of overlappingRows(ofDay)) faults.set(row, 'overlap')
    for (const { row } of ofDay.slice(MAX_WINDOWS_A_DAY)) faults.set(row, 'too-many')
  }
  if (faults.size > 0) return { isGood: false, faults }
  return { isGood: true, windows: windows.map(({ row: _row, ...window }) => window) }
}

/** `add:3` gives Wednesday a row, `remove:0` takes the first row away, `copy` gives Tuesday to Friday Monday's rows. */
export function changeRows(rows: readonly HoursRow[], intent: string): HoursRow[] {
  const [verb, argument] = intent.split(':')
  const target = Number(argument)
  if (verb === 'remove') return rows.filter((_row, index) => index !== target)
  if (verb === 'copy') return copyMonday(rows)
  const isRoomLeft = rows.filter((row) => row.weekday === target).length < MAX_WINDOWS_A_DAY
  const isDay = WEEKDAYS.some((weekday) => weekday === target)
  return verb === 'add' && isDay && isRoomLeft ? [...rows, { weekday: target, start: '', end: '' }] : [...rows]
}

/** Rows that say what the windows are. */
export function windowRows(windows: readonly WeeklyWindow[], locale: Locale): HoursRow[] {
  return windows.map((window) => ({
    weekday: window.weekday, start: minuteText(window.startMinute, locale), end: minuteText(window.endMinute, locale),
  }))
}

/** Minutes after midnight of `9`, `9.30`, `09:30` or `0930`, up to `24.00`, which is 1440; null for anything else. */
export function parseClock(text: string): number | null {
  const match = /^(\d{1,2})(?:[.:]?([0-5]\d))?$/.exec(text.trim())
  if (!match) return null
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0)
  return minutes <= DAY_MINUTES ? minutes : null
}

/** `09.30` in Danish, `09:30` in English; the end of the day is `24.00`. */
export function minuteText(minutes: number, locale: Locale): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${pad(Math.floor(minutes / 60))}${locale === 'da' ? '.' : ':'}${pad(minutes % 60)}`
}

/** Of two windows that overlap, the one that begins later is named, or stands later when they begin together. */
function overlappingRows(windows: (WeeklyWindow & { row: number })[]): number[] {
  const ordered = windows.toSorted((one, other) => one.startMinute - other.startMinute || one.row - other.row)
  let reached = 0
  return ordered.flatMap((window) => {
    const isOverlapping = window.startMinute < reached
    reached = Math.max(reached, window.endMinute)
    return isOverlapping ? [window.row] : []
  })
}

function copyMonday(rows: readonly HoursRow[]): HoursRow[] {
  const monday = rows.filter((row) => row.weekday === 1)
  const weekend = rows.filter((row) => row.weekday > 5)
  return [...[1, 2, 3, 4, 5].flatMap((weekday) => monday.map((row) => ({ ...row, weekday }))), ...weekend]
}
