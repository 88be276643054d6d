import type { HostRules, Interval, SlotRules, TakenBooking } from './slot-rules.ts'
import { mondayOf, zoneClock } from './zone.ts'

/** Does this booking still take its time? A cancelled, a lapsed and a moving one doesn't. */
export function isStanding(booking: TakenBooking, rules: SlotRules): boolean {
  if (booking.state === 'cancelled' || booking.state === 'expired') return false
  if (typeof booking.expiresAt === 'number' && booking.expiresAt <= rules.now) return false
  return typeof booking.id !== 'string' || booking.id !== rules.movedBookingId
}

/** The time a booking occupies: the meeting and its own buffers. */
export function occupiedBy(booking: TakenBooking): Interval {
  return { startsAt: booking.startsAt - booking.bufferBeforeMs, endsAt: booking.endsAt + booking.bufferAfterMs }
}

/** Would a meeting that starts at `at`, with the buffers of its type, meet this interval? One without length meets nothing. */
export function isClash(taken: Interval, rules: SlotRules, at: number): boolean {
  const { durationMs, bufferBeforeMs, bufferAfterMs } = rules.type
  if (taken.endsAt <= taken.startsAt) return false
  return at - bufferBeforeMs < taken.endsAt && at + durationMs + bufferAfterMs > taken.startsAt
}

/** Has this host anything, of other calendars or of this one, that a meeting at `at` would meet? */
export function isTakenAt(rules: SlotRules, host: HostRules, at: number): boolean {
  return host.busy.some((interval) => isClash(interval, rules, at))
    || host.bookings.some((booking) => isStanding(booking, rules) && isClash(occupiedBy(booking), rules, at))
}

/**
 * Those of the starts (ascending) whose meeting and buffers meet nothing that this host has.
 * Each taken interval bars one run of starts: it is counted up where the run begins and down where it ends.
 */
export function startsWithoutClash(starts: number[], rules: SlotRules, host: HostRules): number[] {
  if (starts.length === 0) return starts
  const steps = new Int32Array(starts.length + 1)
  const positionOf = positionFinder(starts)
  const count = (at: number, change: number) => {
    const position = positionOf(at)
    steps[position] = (steps[position] ?? 0) + change
  }
  const bar = (taken: Interval) => {
    if (taken.endsAt <= taken.startsAt) return
    count(taken.startsAt - rules.type.durationMs - rules.type.bufferAfterMs + 1, 1)
    count(taken.endsAt + rules.type.bufferBeforeMs, -1)
  }
  for (const interval of host.busy) bar(interval)
  for (const booking of host.bookings) if (isStanding(booking, rules)) bar(occupiedBy(booking))
  return uncounted(starts, steps)
}

/** How many meetings one period may hold, and how many it holds already: of the type, of the host, or of the company that asks. */
export type Cap = {
  of: 'type' | 'host' | 'company'
  per: 'day' | 'week'
  max: number
  /** Meetings in the period of a start on this civil day. */
  countOn(day: number): number
}

/** The caps that bind this host. Periods are civil days and ISO weeks of the home zone. */
export function capsOf(rules: SlotRules, host: HostRules): Cap[] {
  const { id: typeId, maxPerDay, maxPerWeek, maxPerCompanyDay, maxPerCompanyWeek } = rules.type
  const isOfType = (booking: TakenBooking) => booking.typeId === typeId
  const caps: Cap[] = []
  const add = (of: Cap['of'], bookings: () => TakenBooking[], limits: { day?: number | null; week?: number | null }) => {
    const { day: perDay = null, week: perWeek = null } = limits
    if (perDay === null && perWeek === null) return
    const days = daysOf(bookings().filter((booking) => isStanding(booking, rules)), host)
    if (perDay !== null) caps.push({ of, per: 'day', max: perDay, countOn: counter(days, (day) => day) })
    if (perWeek !== null) caps.push({ of, per: 'week', max: perWeek, countOn: counter(days, mondayOf) })
  }
  add('type', () => host.bookings.filter(isOfType), { day: maxPerDay, week: maxPerWeek })
  add('host', () => host.bookings, { day: host.maxPerDay, week: host.maxPerWeek })
  if (typeof rules.companyId === 'string') {
    add('company', () => companyBookings(rules).filter(isOfType), { day: maxPerCompanyDay, week: maxPerCompanyWeek })
  }
  return caps
}

function uncounted(starts: number[], steps: Int32Array): number[] {
  const free: number[] = []
  let clashes = 0
  let position = 0
  for (const at of starts) {
    clashes += steps[position++] ?? 0
    if (clashes === 0) free.push(at)
  }
  return free
}

/** Finds the first start at or after an instant, by a table over time: no search, however many intervals ask. */
function positionFinder(starts: number[]): (at: number) => number {
  const first = starts[0] ?? 0
  const last = starts.at(-1) ?? 0
  const cellMs = Math.max(1, (last - first) / starts.length)
  const cells = new Int32Array(Math.floor((last - first) / cellMs) + 1)
  for (let cell = 0, position = 0; cell < cells.length; cell++) {
    while ((starts[position] ?? Infinity) < first + cell * cellMs) position++
    cells[cell] = position
  }
  return (at) => {
    if (at <= first) return 0
    if (at > last) return starts.length
    let position = cells[Math.floor((at - first) / cellMs)] ?? 0
    while ((starts[position] ?? Infinity) < at) position++
    return position
  }
}

/** The meetings of the company that asks, with whomever; a meeting of several hosts once. */
function companyBookings({ hosts, companyId }: SlotRules): TakenBooking[] {
  const seen = new Set<string>()
  return hosts.flatMap((host) => host.bookings).filter((booking) => {
    const isKnown = typeof booking.id === 'string' && seen.has(booking.id)
    if (typeof booking.id === 'string') seen.add(booking.id)
    return booking.companyId === companyId && !isKnown
  })
}

function daysOf(bookings: TakenBooking[], host: HostRules): number[] {
  const clock = zoneClock(host.timeZone)
  return bookings.map((booking) => clock.dayAt(booking.startsAt))
}

function counter(days: number[], periodOf: (day: number) => number): (day: number) => number {
  const counts = new Map<number, number>()
  for (const day of days) counts.set(periodOf(day), (counts.get(periodOf(day)) ?? 0) + 1)
  return (day) => counts.get(periodOf(day)) ?? 0
}
