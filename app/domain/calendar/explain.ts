import { hoursBetween, hoursByDay, joinIntervals, type DayHours } from './hours.ts'
import { earliestStart, earliestStartWith, lastStartDay } from './slot.ts'
import type { BusyInterval, HostRules, Interval, SlotRules, TakenBooking } from './slot-rules.ts'
import { capsOf, type Cap, isClash, isStanding, occupiedBy } from './taken.ts'
import { zoneClock } from './zone.ts'

/** What one rule says, with the facts it says it from. */
export type Reason =
  /** There is nobody to meet. */
  | { rule: 'hosts' }
  | { rule: 'range'; from: number; to: number }
  /** `earliestAt` is null when the working hours of the range do not add up to the notice. */
  | { rule: 'notice'; noticeMs: number; isWorkingTime: boolean; earliestAt: number | null }
  | { rule: 'horizon'; lastDay: number | null }
  /** `closesAt`: the start is within the hours, but they end before the meeting does. */
  | { rule: 'hours'; hours: DayHours; closesAt: number | null }
  /** The starts of the grid on either side; null beyond the window. */
  | { rule: 'grid'; stepMs: number; previousAt: number; nextAt: number | null }
  | { rule: 'cap'; of: Cap['of']; per: Cap['per']; count: number; max: number }
  /** One for each interval that is in the way, or one with null when there is none. */
  | { rule: 'busy'; interval: BusyInterval | null; ownBuffer: OwnBuffer | null }
  | { rule: 'booking'; booking: TakenBooking | null; ownBuffer: OwnBuffer | null }

/** The meeting itself would fit; only its own buffer on this side doesn't. */
export type OwnBuffer = { side: 'before' | 'after'; bufferMs: number }

/** One rule's word on one instant. */
export type Ruling = Reason & {
  at: number
  /** Null when the rule is the same for every host. */
  hostId: string | null
  /** False: because of this rule the host can't take the meeting. */
  isMet: boolean
  /** True: because of this the instant is no slot. A host who is out doesn't refuse it while any other is free. */
  refuses: boolean
}

/** Every rule's word on whether a meeting may start at `at`. It may exactly when none refuses. */
export function explainInstant(rules: SlotRules, at: number): Ruling[] {
  const byHost = rules.hosts.map((host, index) => {
    const isGridHost = rules.assign === 'any' || index === 0
    return [...limitFindings(rules, host, at), ...hourFindings(rules, host, { at, isGridHost }), ...takenFindings(rules, host, at)]
      .map((finding) => ({ ...finding, at, hostId: host.id }))
  })
  const isEveryHostNeeded = rules.assign === 'all' || !byHost.some((findings) => findings.every(({ isMet }) => isMet))
  return [
    ...sharedFindings(rules, at).map((finding) => ({ ...finding, at, hostId: null, refuses: !finding.isMet })),
    ...byHost.flat().map((finding) => ({ ...finding, refuses: !finding.isMet && isEveryHostNeeded })),
  ]
}

type Finding = Reason & { isMet: boolean }

function sharedFindings(rules: SlotRules, at: number): Finding[] {
  const { from, to } = rules
  const nobody: Finding[] = rules.hosts.length === 0 ? [{ rule: 'hosts', isMet: false }] : []
  const notice = isWorkingNotice(rules) ? [] : [noticeFinding(rules, at, earliestStart(rules))]
  return [{ rule: 'range', isMet: from <= at && at < to, from, to }, ...notice, ...nobody]
}

function isWorkingNotice({ type, hosts }: SlotRules): boolean {
  return type.noticeCounts === 'working' && hosts.length > 0
}

function noticeFinding({ type }: SlotRules, at: number, earliestAt: number): Finding {
  return {
    rule: 'notice', isMet: at >= earliestAt, noticeMs: type.noticeMs, isWorkingTime: type.noticeCounts === 'working',
    earliestAt: earliestAt === Infinity ? null : earliestAt,
  }
}

function limitFindings(rules: SlotRules, host: HostRules, at: number): Finding[] {
  const day = zoneClock(host.timeZone).dayAt(at)
  const lastDay = lastStartDay(rules, host)
  const caps = capsOf(rules, host).map(({ of, per, max, countOn }): Finding =>
    ({ rule: 'cap', isMet: countOn(day) < max, of, per, max, count: countOn(day) }))
  const notice = isWorkingNotice(rules) ? [noticeFinding(rules, at, earliestStartWith(host, rules))] : []
  return [...notice, { rule: 'horizon', isMet: lastDay === null || day <= lastDay, lastDay }, ...caps]
}

function hourFindings(rules: SlotRules, host: HostRules, { at, isGridHost }: { at: number; isGridHost: boolean }): Finding[] {
  const { durationMs, stepMs } = rules.type
  const windows = hoursBetween(host, { from: at, to: at + durationMs })
  const stretch = joinIntervals(windows).find((open) => open.startsAt <= at && at < open.endsAt)
  const closesAt = stretch && stretch.endsAt < at + durationMs ? stretch.endsAt : null
  const hours = hoursByDay(host)(zoneClock(host.timeZone).dayAt(at))
  const isOpen = stretch !== undefined && closesAt === null
  const grid = isGridHost ? gridFinding(windows.filter((open) => open.startsAt <= at && at < open.endsAt), at, stepMs) : []
  return [{ rule: 'hours', isMet: isOpen, hours, closesAt }, ...grid]
}

/** Outside all windows there is no grid to be on; the hours refuse that instant. */
function gridFinding(windows: Interval[], at: number, stepMs: number): Finding[] {
  const window = windows.find((open) => (at - open.startsAt) % stepMs === 0) ?? windows[0]
  if (!window) return []
  const elapsedMs = (at - window.startsAt) % stepMs
  const nextAt = at - elapsedMs + stepMs
  return [{
    rule: 'grid', isMet: elapsedMs === 0, stepMs, previousAt: at - elapsedMs, nextAt: nextAt < window.endsAt ? nextAt : null,
  }]
}

function takenFindings(rules: SlotRules, host: HostRules, at: number): Finding[] {
  const busy = host.busy.filter((interval) => isClash(interval, rules, at)).map((interval): Finding =>
    ({ rule: 'busy', isMet: false, interval, ownBuffer: ownBufferIn(interval, rules, at) }))
  const bookings = host.bookings
    .filter((booking) => isStanding(booking, rules) && isClash(occupiedBy(booking), rules, at))
    .map((booking): Finding =>
      ({ rule: 'booking', isMet: false, booking, ownBuffer: ownBufferIn(occupiedBy(booking), rules, at) }))
  return [
    ...(busy.length > 0 ? busy : [{ rule: 'busy', isMet: true, interval: null, ownBuffer: null } as const]),
    ...(bookings.length > 0 ? bookings : [{ rule: 'booking', isMet: true, booking: null, ownBuffer: null } as const]),
  ]
}

function ownBufferIn(taken: Interval, rules: SlotRules, at: number): OwnBuffer | null {
  if (at >= taken.endsAt) return { side: 'before', bufferMs: rules.type.bufferBeforeMs }
  if (at + rules.type.durationMs <= taken.startsAt) return { side: 'after', bufferMs: rules.type.bufferAfterMs }
  return null
}
