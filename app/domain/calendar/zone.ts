import { DAY_MS, SECOND_MS, zoneOffsetMs } from '#app/kernel/time.ts'

/** One zone's clock, quick enough to be asked for every slot. */
export type ZoneClock = {
  /** Milliseconds to add to UTC at the instant `at` to read this clock. */
  offsetAt(at: number): number
  /** The civil day at the instant `at`, in days since 1970-01-01. */
  dayAt(at: number): number
  /**
   * The instant at which this clock reads `wallMs` (the wall time counted as if it were UTC).
   * Like `compatible` in Temporal: a skipped time moves forward by the gap, of a doubled time the first is meant.
   */
  resolve(wallMs: number): number
}

const clocks = new Map<string, ZoneClock>()

/** The clock of an IANA zone. Its transitions are found once and kept. */
export function zoneClock(timeZone: string): ZoneClock {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = makeClock(timeZone)
  clocks.set(timeZone, made)
  return made
}

/** The day number (days since 1970-01-01) of a date such as `2027-03-28`; null when there is no such date. */
export function dayOfDate(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const at = Date.parse(date)
  if (Number.isNaN(at)) return null
  const day = at / DAY_MS
  return dateOfDay(day) === date ? day : null
}

/** The date of a day number, as `2027-03-28`. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** 1 is Monday, 7 is Sunday (ISO 8601). Day 0 was a Thursday. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7 + 1
}

/** The Monday that begins the ISO week of this day, which names that week. */
export function mondayOf(day: number): number {
  return day - weekdayOfDay(day) + 1
}

/** A stretch of time with the offset it begins with and the changes inside it. */
type Span = { startsAt: number; endsAt: number; offset: number; changes: OffsetChange[] }
type OffsetChange = { at: number; offset: number }

const SPAN_MS = 366 * DAY_MS

function makeClock(timeZone: string): ZoneClock {
  const spans = new Map<number, Span>()
  let latest: Span = { startsAt: 0, endsAt: 0, offset: 0, changes: [] }

  function spanAt(at: number): Span {
    const index = Math.floor(at / SPAN_MS)
    const span = spans.get(index) ?? readSpan(timeZone, index * SPAN_MS)
    spans.set(index, span)
    return span
  }

  function offsetAt(at: number): number {
    if (at < latest.startsAt || at >= latest.endsAt) latest = spanAt(at)
    let offset = latest.offset
    for (const change of latest.changes) {
      if (change.at > at) break
      offset = change.offset
    }
    return offset
  }

  function resolve(wallMs: number): number {
    const before = offsetAt(wallMs - DAY_MS)
    const after = offsetAt(wallMs + DAY_MS)
    if (before === after || offsetAt(wallMs - before) === before) return wallMs - before
    const isSkipped = offsetAt(wallMs - after) !== after
    return isSkipped ? wallMs - before : wallMs - after
  }

  return { offsetAt, resolve, dayAt: (at) => Math.floor((at + offsetAt(at)) / DAY_MS) }
}

function readSpan(timeZone: string, startsAt: number): Span {
  const endsAt = startsAt + SPAN_MS
  const offset = zoneOffsetMs(startsAt, timeZone)
  const changes: OffsetChange[] = []
  let last = { at: startsAt, offset }
  for (let at = startsAt + DAY_MS; at <= endsAt; at += DAY_MS) {
    const next = { at, offset: zoneOffsetMs(at, timeZone) }
    if (next.offset !== last.offset) changes.push(changeBetween(timeZone, last, next))
    last = next
  }
  return { startsAt, endsAt, offset, changes }
}

/** Halves a day down to the second at which the offset changes. Zones change on whole seconds, once a day at most. */
function changeBetween(timeZone: string, before: OffsetChange, after: OffsetChange): OffsetChange {
  let unchanged = before.at
  let at = after.at
  while (at - unchanged > SECOND_MS) {
    const middle = unchanged + Math.floor((at - unchanged) / 2 / SECOND_MS) * SECOND_MS
    if (zoneOffsetMs(middle, timeZone) === before.offset) unchanged = middle
    else at = middle
  }
  return { at, offset: after.offset }
}
