import { and, asc, eq, isNull, or, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { DAY_MS } from '#app/kernel/time.ts'
import { db, type Queryable } from '#db/client.server.ts'
import { consultant, meetingType, schedule, typeHost, weeklyWindow } from '#db/schema.server.ts'
import { inLength, readTypeSlug, typeRules, type MeetingType } from './meeting-type.ts'
import { readHosts, type WantedHost } from './rules/read-rules.server.ts'
import { openSlots, type Slot } from './slot.ts'
import type { SlotRules, WeeklyWindow } from './slot-rules.ts'

/** Caps count whole weeks, so what is read reaches a week beyond the days that are asked for. */
const READ_BEYOND_MS = 8 * DAY_MS

/**
 * Starts in [from, to), epoch milliseconds. `ignoreMeetingId` is a meeting that looks for a new time, `hostId` the only host
 * who is asked, `companyId` the company whose caps bind, and `durationMinutes` one of the type's lengths.
 */
export type SlotQuery = {
  type: MeetingType
  from: number
  to: number
  now: number
  durationMinutes?: number
  ignoreMeetingId?: string
  hostId?: string
  companyId?: string | null
}

export async function listOpenSlots(query: SlotQuery): Promise<Slot[]> {
  return openSlots(await readSlotRules(query))
}

/** Everything that decides about slots in that range. Its cost depends on the range, never on the history. */
export async function readSlotRules(query: SlotQuery, on: Queryable = db()): Promise<SlotRules> {
  const { type, from, to, now, ignoreMeetingId, companyId } = query
  const rules = typeRules(type, query.durationMinutes)
  const hosts = await readHosts(on, wantedHosts(type, query.hostId), {
    from: rules.noticeCounts === 'working' ? Math.min(now, from) : from,
    to: to + rules.durationMs,
    takenFrom: from - READ_BEYOND_MS,
    takenTo: to + READ_BEYOND_MS,
    withCompany: typeof companyId === 'string' && (type.maxPerCompanyDay !== null || type.maxPerCompanyWeek !== null),
  })
  return { now, from, to, type: rules, assign: type.assign, hosts, movedBookingId: ignoreMeetingId, companyId }
}

/** A host who is asked for by name is asked even when the type has gone over to others. */
function wantedHosts(type: MeetingType, onlyHostId?: string): WantedHost[] {
  const hosts = type.hosts
    .map(({ hostId, scheduleId }) => ({ hostId, scheduleId: scheduleId ?? (hostId === type.hostId ? type.scheduleId : null) }))
  if (onlyHostId === undefined) return hosts
  return [hosts.find(({ hostId }) => hostId === onlyHostId) ?? { hostId: onlyHostId, scheduleId: null }]
}

/** The hours of one schedule, or of the host's default one. */
export async function listWeeklyWindows(hostId: string, scheduleId?: string): Promise<WeeklyWindow[]> {
  return db()
    .select({ weekday: weeklyWindow.weekday, startMinute: weeklyWindow.startMinute, endMinute: weeklyWindow.endMinute })
    .from(weeklyWindow)
    .innerJoin(schedule, eq(schedule.id, weeklyWindow.scheduleId))
    .where(and(eq(schedule.hostId, hostId), scheduleId === undefined ? schedule.isDefault : eq(schedule.id, scheduleId)))
    .orderBy(asc(weeklyWindow.weekday), asc(weeklyWindow.startMinute))
}

/** Only types that can be booked, in the length that `sparring.90` names, or else in the usual one. */
export async function findMeetingType(asked: string): Promise<MeetingType | null> {
  const { slug, minutes } = readTypeSlug(asked)
  const [type = null] = await readTypes(and(eq(meetingType.slug, slug), eq(meetingType.isActive, true)))
  return type === null || minutes === null ? type : inLength(type, minutes)
}

/**
 * Changes with every change of a calendar that this kind of meeting is booked in; null when it can't be booked.
 * The owner's stands first and rises with every change of the type, so no two sets of hosts ever share a version.
 */
export async function findCalendarVersion(asked: string): Promise<string | null> {
  const { slug } = readTypeSlug(asked)
  const host = alias(consultant, 'host')
  const rows = await db().select({ owner: consultant.calendarVersion, host: host.calendarVersion }).from(meetingType)
    .innerJoin(consultant, eq(consultant.id, meetingType.hostId))
    .leftJoin(typeHost, eq(typeHost.typeId, meetingType.id))
    .leftJoin(host, eq(host.id, typeHost.hostId))
    .where(and(eq(meetingType.slug, slug), eq(meetingType.isActive, true)))
    .orderBy(asc(typeHost.hostId))
  const [first] = rows
  return first ? [first.owner, ...rows.flatMap((row) => row.host ?? [])].join('.') : null
}

/** The type of a meeting that was made, whether it can still be booked or not. */
export async function findMeetingTypeById(id: string): Promise<MeetingType | null> {
  const [type] = await readTypes(eq(meetingType.id, id))
  return type ?? null
}

/** Those that can be booked, in the order in which they are shown. */
export function listMeetingTypes(): Promise<MeetingType[]> {
  return readTypes(eq(meetingType.isActive, true))
}

/** The ids of the types that this consultant hosts, whether they can be booked or not, as a subquery. */
export function hostedTypeIds(hostId: string) {
  return db().select({ id: meetingType.id }).from(meetingType)
    .leftJoin(typeHost, eq(typeHost.typeId, meetingType.id))
    .where(or(eq(typeHost.hostId, hostId), and(isNull(typeHost.hostId), eq(meetingType.hostId, hostId))))
}

async function readTypes(where: SQL | undefined): Promise<MeetingType[]> {
  const rows = await db().select().from(meetingType)
    .leftJoin(typeHost, eq(typeHost.typeId, meetingType.id))
    .where(where)
    .orderBy(asc(meetingType.position), asc(meetingType.slug), asc(typeHost.position), asc(typeHost.hostId))
  const types = new Map<string, MeetingType>()
  for (const { meeting_type: row, type_host: host } of rows) {
    const type = types.get(row.id) ?? toMeetingType(row)
    types.set(row.id, type)
    if (host) type.hosts.push({ hostId: host.hostId, weight: host.weight, scheduleId: host.scheduleId })
  }
  for (const type of types.values()) {
    if (type.hosts.length === 0) type.hosts.push({ hostId: type.hostId, weight: 1, scheduleId: null })
  }
  return [...types.values()]
}

function toMeetingType(row: typeof meetingType.$inferSelect): MeetingType {
  const { titleDa, titleEn, summaryDa, summaryEn, ...rest } = row
  return { ...rest, title: { da: titleDa, en: titleEn }, summary: { da: summaryDa, en: summaryEn }, hosts: [] }
}
