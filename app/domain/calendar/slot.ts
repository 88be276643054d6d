import { invariant } from '#app/kernel/invariant.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { hoursBetween, joinIntervals } from './hours.ts'
import type { HostRules, Interval, SlotRules } from './slot-rules.ts'
import { capsOf, startsWithoutClash } from './taken.ts'
import { zoneClock } from './zone.ts'

/** A time that can be booked. `hostIds` are the hosts who are free for it, in the order of the rules. */
export type Slot = { startsAt: number; endsAt: number; hostIds: string[] }

/** Every slot of the rules, ascending, each start once. */
export function openSlots(rules: SlotRules): Slot[] {
  invariant(rules.type.durationMs > 0 && rules.type.stepMs > 0, 'a meeting type has a length and a step')
  return rules.assign === 'all' ? slotsOfAll(rules) : slotsOfAny(rules)
}

/** The first start that the notice allows with any of the hosts, or with all of them where all are needed. */
export function earliestStart(rules: SlotRules): number {
  if (rules.type.noticeCounts !== 'working' || rules.hosts.length === 0) return rules.now + rules.type.noticeMs
  const starts = rules.hosts.map((host) => earliestStartWith(host, rules))
  return rules.assign === 'all' ? Math.max(...starts) : Math.min(...starts)
}

/** The first start that the notice allows with this host; `Infinity` when working hours do not add up to it before the range ends. */
export function earliestStartWith(host: HostRules, { now, to, type }: SlotRules): number {
  if (type.noticeCounts !== 'working') return now + type.noticeMs
  let leftMs = type.noticeMs
  if (leftMs === 0) return now
  for (const { startsAt, endsAt } of joinIntervals(hoursBetween(host, { from: now, to }))) {
    const from = Math.max(startsAt, now)
    if (endsAt - from >= leftMs) return from + leftMs
    leftMs -= Math.max(0, endsAt - from)
  }
  return Infinity
}

/** Those of the slots that the notice still allows at the `now` of the rules, each with the hosts who can still take it. */
export function slotsAfterNotice(slots: readonly Slot[], rules: SlotRules): Slot[] {
  const earliest = new Map(rules.hosts.map((host) => [host.id, earliestStartWith(host, rules)]))
  return slots.flatMap((slot) => {
    const hostIds = slot.hostIds.filter((id) => slot.startsAt >= (earliest.get(id) ?? Infinity))
    const isOpen = rules.assign === 'all' ? hostIds.length === slot.hostIds.length : hostIds.length > 0
    return isOpen ? [{ ...slot, hostIds }] : []
  })
}

/** The last civil day, in the host's home zone, on which a meeting may start; null without a horizon. */
export function lastStartDay({ now, type: { horizonDays, horizonDay } }: SlotRules, host: HostRules): number | null {
  const rolling = horizonDays === null ? Infinity : zoneClock(host.timeZone).dayAt(now) + horizonDays
  const last = Math.min(rolling, horizonDay ?? Infinity)
  return last === Infinity ? null : last
}

/** Every start of the grids in the range, whatever else stands against it; where all hosts are needed the first one's grid counts. */
export function gridStartsOf(rules: SlotRules): number[] {
  const hosts = rules.assign === 'all' ? rules.hosts.slice(0, 1) : rules.hosts
  return distinct(hosts.map((host) => gridStarts(hoursBetween(host, rules), rules, rules.type.stepMs)))
}

function slotsOfAll(rules: SlotRules): Slot[] {
  const hostIds = rules.hosts.map((host) => host.id)
  let starts: number[] | undefined
  for (const host of rules.hosts) starts = openStarts(rules, host, starts)
  return (starts ?? []).map((startsAt) => ({ startsAt, endsAt: startsAt + rules.type.durationMs, hostIds: [...hostIds] }))
}

function slotsOfAny(rules: SlotRules): Slot[] {
  const startsByHost = rules.hosts.map((host) => openStarts(rules, host))
  const starts = distinct(startsByHost)
  const hostIdsByStart = starts.map((): string[] => [])
  for (const [index, host] of rules.hosts.entries()) {
    let position = 0
    for (const at of startsByHost[index] ?? []) {
      while ((starts[position] ?? at) < at) position++
      hostIdsByStart[position]?.push(host.id)
    }
  }
  return starts.map((startsAt, index) =>
    ({ startsAt, endsAt: startsAt + rules.type.durationMs, hostIds: hostIdsByStart[index] ?? [] }))
}

/** All starts of ascending lists, each once. A typed array sorts numbers without a comparator. */
function distinct(lists: number[][]): number[] {
  const sorted = new Float64Array(lists.reduce((length, list) => length + list.length, 0))
  let length = 0
  for (const list of lists) {
    sorted.set(list, length)
    length += list.length
  }
  const starts: number[] = []
  let latest = -Infinity
  for (const at of sorted.sort()) {
    if (at > latest) starts.push(at)
    latest = at
  }
  return starts
}

/** The starts at which this host can take the meeting: those of the grid given, or else of the host's own. */
function openStarts(rules: SlotRules, host: HostRules, grid?: number[]): number[] {
  const reach = reachOf(rules, host)
  if (reach.from >= reach.to) return []
  const windows = hoursBetween(host, { from: reach.from, to: reach.to + rules.type.durationMs })
  const candidates = grid?.filter((at) => at >= reach.from) ?? gridStarts(windows, reach, rules.type.stepMs)
  const withoutClash = startsWithoutClash(candidates, rules, host)
  return startsWithinLimits(startsWithin(joinIntervals(windows), withoutClash, rules.type.durationMs), rules, host)
}

/** Where starts can lie at all. The horizon narrows it only roughly here; `startsWithinLimits` is exact. */
function reachOf(rules: SlotRules, host: HostRules): { from: number; to: number } {
  const lastDay = lastStartDay(rules, host)
  const horizon = lastDay === null ? Infinity : (lastDay + 2) * DAY_MS
  return { from: Math.max(rules.from, earliestStartWith(host, rules)), to: Math.min(rules.to, horizon) }
}

/** The grid begins anew with each window and steps in elapsed time. */
function gridStarts(windows: Interval[], { from, to }: { from: number; to: number }, stepMs: number): number[] {
  const starts: number[] = []
  let latest = -Infinity
  let isAscending = true
  for (const window of windows) {
    const endsAt = Math.min(window.endsAt, to)
    const skipped = Math.max(0, Math.ceil((from - window.startsAt) / stepMs))
    for (let at = window.startsAt + skipped * stepMs; at < endsAt; at += stepMs) {
      if (at <= latest) isAscending = false
      latest = at
      starts.push(at)
    }
  }
  return isAscending ? starts : [...new Set(starts)].sort((one, other) => one - other)
}

/** Those of the starts whose meeting lies inside one of the open stretches. Both ascend. */
function startsWithin(stretches: Interval[], starts: number[], durationMs: number): number[] {
  const within: number[] = []
  let next = 0
  for (const at of starts) {
    while ((stretches[next]?.endsAt ?? Infinity) <= at) next++
    const stretch = stretches[next]
    if (stretch && stretch.startsAt <= at && at + durationMs <= stretch.endsAt) within.push(at)
  }
  return within
}

/** Those of the starts that the horizon and the caps allow. */
function startsWithinLimits(starts: number[], rules: SlotRules, host: HostRules): number[] {
  const lastDay = lastStartDay(rules, host) ?? Infinity
  const caps = capsOf(rules, host)
  if (lastDay === Infinity && caps.length === 0) return starts
  const clock = zoneClock(host.timeZone)
  const within: number[] = []
  for (const at of starts) {
    const day = clock.dayAt(at)
    if (day <= lastDay && caps.every((cap) => cap.countOn(day) < cap.max)) within.push(at)
  }
  return within
}
