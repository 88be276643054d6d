import type { Language } from '#app/kernel/locale.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import type { SlotRules, TypeRules } from './slot-rules.ts'
import { dayOfDate } from './zone.ts'

/** A kind of meeting that can be booked, with the rules of its times. */
export type MeetingType = {
  id: string
  /** Whose type it is; not always who hosts. */
  hostId: string
  slug: string
  title: Record<Language, string>
  summary: Record<Language, string>
  /** The owner's schedule for it; null is the default one. */
  scheduleId: string | null
  /** The length that is chosen beforehand. */
  durationMinutes: number
  otherDurations: number[]
  stepMinutes: number
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  noticeMinutes: number
  noticeCounts: 'elapsed' | 'working'
  horizonDays: number
  /** The last date of all, at home, such as `2027-03-28`. */
  horizonDate: string | null
  maxPerDay: number | null
  maxPerWeek: number | null
  maxPerCompanyDay: number | null
  maxPerCompanyWeek: number | null
  needsApproval: boolean
  /** How long before the start its guests are reminded, the longest first. */
  reminderMinutes: number[]
  isActive: boolean
  assign: SlotRules['assign']
  /** In their order, at least one. */
  hosts: TypeHost[]
}

/** One who hosts a type: `weight` is above zero, and `scheduleId` null means what the host has otherwise. */
export type TypeHost = { hostId: string; weight: number; scheduleId: string | null }

/** A consultant who says yes or no to each booking has this long at least before the notice begins. */
const LEAST_TO_ANSWER_MINUTES = 60

/** How long before the start a slot closes: the time to answer comes on top of the notice where there is one. */
export function closingMinutes({ noticeMinutes, needsApproval }: Pick<MeetingType, 'noticeMinutes' | 'needsApproval'>): number {
  return noticeMinutes + (needsApproval ? LEAST_TO_ANSWER_MINUTES : 0)
}

/** Every length that can be chosen, the default first. */
export function durationsOf({ durationMinutes, otherDurations }: Pick<MeetingType, 'durationMinutes' | 'otherDurations'>): number[] {
  return [...new Set([durationMinutes, ...otherDurations])]
}

/** The type in one of its lengths, as it is booked then; null for a length that it doesn't have. */
export function inLength(type: MeetingType, minutes: number): MeetingType | null {
  const lengths = durationsOf(type)
  if (!lengths.includes(minutes)) return null
  return { ...type, durationMinutes: minutes, otherDurations: lengths.filter((length) => length !== minutes) }
}

/** The type as long as was agreed on before, also when it can't be booked in that length any more. */
export function keepLength(type: MeetingType, minutes: number): MeetingType {
  return inLength(type, minutes) ?? { ...type, durationMinutes: minutes, otherDurations: durationsOf(type) }
}

/** What is offered instead of a meeting of this length: as long if the type still has that length, else as it is usually. */
export function nearestLength(type: MeetingType, minutes: number): MeetingType {
  return inLength(type, minutes) ?? type
}

/** Is this one of those who host the type? */
export function isHostOf(type: Pick<MeetingType, 'hosts'>, hostId: string): boolean {
  return type.hosts.some((host) => host.hostId === hostId)
}

/** `sparring.90` is the type `sparring` in its length of 90 minutes; without a length the usual one is meant. */
export function readTypeSlug(asked: string): { slug: string; minutes: number | null } {
  const [, slug = asked, minutes] = /^([^.]+)\.(\d{1,4})$/.exec(asked) ?? []
  return { slug, minutes: minutes === undefined ? null : Number(minutes) }
}

/** The address of a type in one of its lengths; where there is but one, it goes without saying. */
export function writeTypeSlug(type: MeetingType, minutes: number): string {
  return durationsOf(type).length > 1 ? `${type.slug}.${minutes}` : type.slug
}

/**
 * What to ask the calendar for a meeting that looks for a new time: it keeps its length and its host,
 * unless the type needs every host, and its own time is no obstacle.
 */
export function questionOfMove(
  type: MeetingType, moved: { id: string; hostId: string; startsAt: number; endsAt: number },
): { type: MeetingType; ignoreMeetingId: string; durationMinutes: number; hostId?: string } {
  const asked = { type, ignoreMeetingId: moved.id, durationMinutes: (moved.endsAt - moved.startsAt) / MINUTE_MS }
  return type.assign === 'all' ? asked : { ...asked, hostId: moved.hostId }
}

/** @param durationMinutes the length that was chosen, above zero. */
export function typeRules(type: MeetingType, durationMinutes = type.durationMinutes): TypeRules {
  return {
    id: type.id,
    durationMs: durationMinutes * MINUTE_MS,
    stepMs: type.stepMinutes * MINUTE_MS,
    bufferBeforeMs: type.bufferBeforeMinutes * MINUTE_MS,
    bufferAfterMs: type.bufferAfterMinutes * MINUTE_MS,
    noticeMs: closingMinutes(type) * MINUTE_MS,
    noticeCounts: type.noticeCounts,
    horizonDays: type.horizonDays,
    horizonDay: type.horizonDate === null ? null : dayOfDate(type.horizonDate),
    maxPerDay: type.maxPerDay,
    maxPerWeek: type.maxPerWeek,
    maxPerCompanyDay: type.maxPerCompanyDay,
    maxPerCompanyWeek: type.maxPerCompanyWeek,
  }
}
