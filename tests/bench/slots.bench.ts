import { openSlots } from '#app/domain/calendar/slot.ts'
import type { HostRules, Interval, SlotRules } from '#app/domain/calendar/slot-rules.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import type { BenchRow } from './row.ts'
import { naiveSlots } from './slots-naive.ts'

const NOW = Date.UTC(2027, 2, 1, 6)
const ZONES = ['Europe/Copenhagen', 'Europe/London', 'America/New_York', 'Asia/Tokyo', 'Europe/Berlin']

/** How long the slots of 60 days take, warm medians, and how much quicker that is than the usual way. */
export async function benchSlots(): Promise<BenchRow[]> {
  const one = rulesFor(1, 500)
  const fifty = rulesFor(50, 2000)
  const oneMs = medianMs(300, () => openSlots(one))
  const fiftyMs = medianMs(60, () => openSlots(fifty))
  const naiveMs = medianMs(7, () => naiveSlots(one, one.hosts[0]!))
  assertSameStarts(one)
  const ratio = naiveMs / oneMs
  return [
    { name: 'slots: 1 host, 60 days, 500 busy', value: oneMs, unit: 'ms', target: '<= 1', isWithin: oneMs <= 1 },
    { name: 'slots: any of 50 hosts, 60 days, 2,000 busy each', value: fiftyMs, unit: 'ms', target: '<= 25', isWithin: fiftyMs <= 25 },
    { name: 'slots: 1 host the naive way', value: naiveMs, unit: 'ms' },
    { name: 'slots: naive way : engine', value: ratio, unit: 'x', target: '>= 50', isWithin: ratio >= 50 },
  ]
}

/** A race counts only when both come to the same end. */
function assertSameStarts(rules: SlotRules): void {
  const ours = openSlots(rules).map((slot) => slot.startsAt)
  const theirs = naiveSlots(rules, rules.hosts[0]!).map(Number)
  if (ours.length < 100 || String(ours) !== String(theirs)) throw new Error(`${ours.length} slots here, ${theirs.length} the naive way`)
}

function rulesFor(hostCount: number, busyCount: number): SlotRules {
  const random = randomFrom(hostCount)
  return {
    now: NOW, from: NOW, to: NOW + 60 * DAY_MS, assign: 'any',
    type: {
      id: 'intro', durationMs: 30 * MINUTE_MS, stepMs: 15 * MINUTE_MS, bufferBeforeMs: 5 * MINUTE_MS, bufferAfterMs: 5 * MINUTE_MS,
      noticeMs: 2 * HOUR_MS, horizonDays: 60, maxPerDay: null, maxPerWeek: null,
    },
    hosts: Array.from({ length: hostCount }, (_, index): HostRules => ({
      id: `host-${index}`,
      timeZone: ZONES[index % ZONES.length] ?? 'UTC',
      weekly: [1, 2, 3, 4, 5].flatMap((weekday) => [
        { weekday, startMinute: 9 * 60, endMinute: 12 * 60 },
        { weekday, startMinute: 12 * 60 + 30, endMinute: 17 * 60 },
      ]),
      overrides: [], travel: [], bookings: [],
      busy: Array.from({ length: busyCount }, () => busyInterval(random)),
    })),
  }
}

/** Unsorted, on the quarter, 15 to 45 minutes, at any hour of the 60 days. */
function busyInterval(random: () => number): Interval {
  const startsAt = NOW + Math.floor(random() * 60 * 24 * 4) * 15 * MINUTE_MS
  return { startsAt, endsAt: startsAt + (1 + Math.floor(random() * 3)) * 15 * MINUTE_MS }
}

/** The same numbers in every run (the linear congruence of Numerical Recipes). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

function medianMs(rounds: number, work: () => unknown): number {
  for (let round = 0; round < rounds / 3; round++) work()
  const times = Array.from({ length: rounds }, () => {
    const startedAt = performance.now()
    work()
    return performance.now() - startedAt
  })
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN
}
