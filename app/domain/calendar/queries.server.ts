import { and, asc, eq, gte, inArray, lt } from 'drizzle-orm'
import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { db, type Queryable } from '#db/client.server.ts'
import { consultant, meetingType, occupiedTime, weeklyWindow } from '#db/schema.server.ts'
import { typeRules, type MeetingType } from './meeting-type.ts'
import { openSlots, type Slot } from './slot.ts'
import type { HostRules, SlotRules, TakenBooking, WeeklyWindow } from './slot-rules.ts'

/** Caps count whole weeks, so what is read reaches a week beyond the days that are asked for. */
const READ_BEYOND_MS = 8 * DAY_MS

/** Starts in [from, to), epoch milliseconds; `ignoreMeetingId` is a meeting that looks for a new time. */
export type SlotQuery = { type: MeetingType; from: number; to: number; now: number; ignoreMeetingId?: string }

export async function listOpenSlots(query: SlotQuery): Promise<Slot[]> {
  return openSlots(await readSlotRules(query))
}

/** Everything that decides about slots in that range. Its cost depends on the range, never on the history. */
export async function readSlotRules(query: SlotQuery, on: Queryable = db()): Promise<SlotRules> {
  const { type, from, to, now, ignoreMeetingId } = query
  const hostId = type.hostId
  const [timeZone, weekly, bookings] = await Promise.all([
    readZone(hostId, on),
    listWeeklyWindows(hostId, on),
    listTaken(on, hostId, { from: from - READ_BEYOND_MS, to: to + READ_BEYOND_MS }),
  ])
  const host: HostRules = { id: hostId, timeZone, weekly, overrides: [], travel: [], busy: [], bookings }
  return { now, from, to, type: typeRules(type), assign: 'any', hosts: [host], movedBookingId: ignoreMeetingId }
}

export async function listWeeklyWindows(hostId: string, on: Queryable = db()): Promise<WeeklyWindow[]> {
  return on
    .select({ weekday: weeklyWindow.weekday, startMinute: weeklyWindow.startMinute, endMinute: weeklyWindow.endMinute })
    .from(weeklyWindow)
    .where(eq(weeklyWindow.hostId, hostId))
    .orderBy(asc(weeklyWindow.weekday), asc(weeklyWindow.startMinute))
}

/** Only types that can be booked. */
export async function findMeetingType(slug: string): Promise<MeetingType | null> {
  const [row] = await db().select().from(meetingType).where(and(eq(meetingType.slug, slug), eq(meetingType.isActive, true)))
  return row ? toMeetingType(row) : null
}

/** Rises with every change of the calendar that this kind of meeting is booked in; null when it can't be booked. */
export async function findCalendarVersion(slug: string): Promise<number | null> {
  const [row] = await db().select({ version: consultant.calendarVersion }).from(meetingType)
    .innerJoin(consultant, eq(consultant.id, meetingType.hostId))
    .where(and(eq(meetingType.slug, slug), eq(meetingType.isActive, true)))
  return row?.version ?? null
}

/** The type of a meeting that was made, whether it can still be booked or not. */
export async function findMeetingTypeById(id: string): Promise<MeetingType | null> {
  const [row] = await db().select().from(meetingType).where(eq(meetingType.id, id))
  return row ? toMeetingType(row) : null
}

/** In the order in which they are shown. */
export async function listMeetingTypes(): Promise<MeetingType[]> {
  const rows = await db().select().from(meetingType)
    .where(eq(meetingType.isActive, true))
    .orderBy(asc(meetingType.position), asc(meetingType.slug))
  return rows.map(toMeetingType)
}

async function readZone(hostId: string, on: Queryable): Promise<string> {
  const [row] = await on.select({ timeZone: consultant.timeZone }).from(consultant).where(eq(consultant.id, hostId))
  return row?.timeZone ?? 'Europe/Copenhagen'
}

async function listTaken(on: Queryable, hostId: string, range: { from: number; to: number }): Promise<TakenBooking[]> {
  const rows = await on
    .select({
      id: occupiedTime.meetingId, typeId: occupiedTime.typeId, state: occupiedTime.state, expiresAt: occupiedTime.expiresAt,
      startsAt: occupiedTime.startsAt, endsAt: occupiedTime.endsAt,
      before: occupiedTime.bufferBeforeMinutes, after: occupiedTime.bufferAfterMinutes,
    })
    .from(occupiedTime)
    .where(and(
      eq(occupiedTime.hostId, hostId),
      gte(occupiedTime.startsAt, new Date(range.from)),
      lt(occupiedTime.startsAt, new Date(range.to)),
      inArray(occupiedTime.state, ['reserved', 'pending', 'confirmed']),
    ))
  return rows.map(({ before, after, ...row }) => ({
    ...row,
    startsAt: row.startsAt.getTime(),
    endsAt: row.endsAt.getTime(),
    expiresAt: row.expiresAt?.getTime() ?? null,
    bufferBeforeMs: before * MINUTE_MS,
    bufferAfterMs: after * MINUTE_MS,
  }))
}

function toMeetingType(row: typeof meetingType.$inferSelect): MeetingType {
  const { titleDa, titleEn, summaryDa, summaryEn, ...rest } = row
  return { ...rest, title: { da: titleDa, en: titleEn }, summary: { da: summaryDa, en: summaryEn } }
}
