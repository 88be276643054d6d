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

/** How many meetings of the type one period may hold, and how many it holds already. */
export type Cap = {
  per: 'day' | 'week'
  max: number
  /** Meetings in the period of a start on this civil day. */
  countOn(day: number): number
}

/** The caps that bind this host. Periods are civil days and ISO weeks of the home zone. */
export function capsOf(rules: SlotRules, host: HostRules): Cap[] {
  const { maxPerDay, maxPerWeek } = rules.type
  const caps: Cap[] = []
  if (maxPerDay !== null) caps.push({ per: 'day', max: maxPerDay, countOn: counter(rules, host, (day) => day) })
  if (maxPerWeek !== null) caps.push({ per: 'week', max: maxPerWeek, countOn: counter(rules, host, mondayOf) })
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

function counter(rules: SlotRules, host: HostRules, periodOf: (day: number) => number): (day: number) => number {
  const clock = zoneClock(host.timeZone)
  const counts = new Map<number, number>()
  for (const booking of host.bookings) {
    if (booking.typeId !== rules.type.id || !isStanding(booking, rules)) continue
    const period = periodOf(clock.dayAt(booking.startsAt))
    counts.set(period, (counts.get(period) ?? 0) + 1)
  }
  return (day) => counts.get(periodOf(day)) ?? 0
}
