import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'
import type { DayWindow, HostRules, Interval } from './slot-rules.ts'
import { weekdayOfDay, zoneClock } from './zone.ts'

/**
 * A host's hours on one date: where they come from, whose clock they are read on, and the instants they mean.
 * `name` is the holiday's, or what was noted beside the time off.
 */
export type DayHours = {
  day: number
  source: 'weekly' | 'override' | 'holiday' | 'time-off'
  name: string | null
  timeZone: string
  windows: Interval[]
}

/** Windows ascend by start; those of different dates may overlap where a journey changes the zone. */
export function hoursBetween(host: HostRules, { from, to }: { from: number; to: number }): Interval[] {
  const hoursOn = hoursByDay(host)
  const windows: Interval[] = []
  const lastDay = Math.floor(to / DAY_MS) + SPARE_DAYS
  for (let day = Math.floor(from / DAY_MS) - SPARE_DAYS; day <= lastDay; day++) windows.push(...hoursOn(day).windows)
  return windows.sort((one, other) => one.startsAt - other.startsAt)
}

/** Reads a host's rules once, and then tells the hours of any date: time off beats overrides, and those beat holidays. */
export function hoursByDay(host: HostRules): (day: number) => DayHours {
  const overrides = new Map(host.overrides.toReversed().map((override) => [override.day, mergeWindows(override.windows)]))
  const weekly = new Map([1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    [weekday, mergeWindows(host.weekly.filter((window) => window.weekday === weekday))]))
  const holidays = new Map(host.holidays?.toReversed().map(({ day, name }) => [day, name]))
  return (day) => {
    const timeZone = zoneOnDay(host, day)
    const off = host.timeOff?.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
    if (off) return { day, timeZone, source: 'time-off', name: off.note ?? null, windows: [] }
    const override = overrides.get(day)
    const holiday = holidays.get(day)
    if (!override && holiday !== undefined) return { day, timeZone, source: 'holiday', name: holiday, windows: [] }
    const windows = resolveWindows(override ?? weekly.get(weekdayOfDay(day)) ?? [], day, timeZone)
    return { day, timeZone, source: override ? 'override' : 'weekly', name: null, windows }
  }
}

/** Joins intervals that overlap or touch. They come ascending by start. */
export function joinIntervals(intervals: Interval[]): Interval[] {
  const joined: Interval[] = []
  for (const { startsAt, endsAt } of intervals) {
    const last = joined.at(-1)
    if (last && startsAt <= last.endsAt) last.endsAt = Math.max(last.endsAt, endsAt)
    else joined.push({ startsAt, endsAt })
  }
  return joined
}

/** A date begins up to 14 hours before and ends up to 12 hours after it does in UTC, and Samoa once skipped a day. */
const SPARE_DAYS = 3

/** Overlapping and touching windows become one by wall time, before any zone is asked. */
function mergeWindows(windows: DayWindow[]): DayWindow[] {
  const intervals = windows.map((window) => ({ startsAt: window.startMinute, endsAt: window.endMinute }))
  const merged = joinIntervals(intervals.sort((one, other) => one.startsAt - other.startsAt))
  return merged.map((interval) => ({ startMinute: interval.startsAt, endMinute: interval.endsAt }))
}

function zoneOnDay(host: HostRules, day: number): string {
  return host.travel.find((journey) => journey.firstDay <= day && day <= journey.lastDay)?.timeZone ?? host.timeZone
}

function resolveWindows(windows: DayWindow[], day: number, timeZone: string): Interval[] {
  const clock = zoneClock(timeZone)
  const resolved: Interval[] = []
  for (const { startMinute, endMinute } of windows) {
    const startsAt = clock.resolve(day * DAY_MS + startMinute * MINUTE_MS)
    const endsAt = clock.resolve(day * DAY_MS + endMinute * MINUTE_MS)
    if (endsAt > startsAt) resolved.push({ startsAt, endsAt })
  }
  return resolved
}
