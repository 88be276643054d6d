import { and, asc, eq, gte } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { db, transaction, type Transaction } from '#db/client.server.ts'
import { busyTime, consultant, dateOverride, schedule, timeOff, travel, workedHoliday } from '#db/schema.server.ts'
import { lockCalendar } from '../commands.server.ts'
import type { DayWindow, Interval } from '../slot-rules.ts'
import { HOLIDAYS, type HolidayKey } from './holidays.ts'

/** Both dates included, such as `2027-03-28`. */
export type DateSpan = { firstDate: string; lastDate: string }
export type TimeOffRow = DateSpan & { id: string; note: string | null }
export type TravelRow = DateSpan & { id: string; timeZone: string }
export type BlockedRow = Interval & { id: string; title: string | null }
export type HostCaps = { maxPerDay: number | null; maxPerWeek: number | null }

/** What a host has on a list, by the name of the list. */
const LISTS = { 'time-off': timeOff, travel, blocked: busyTime }
export type RuleList = keyof typeof LISTS

/** Those that aren't over on `today`, in the order of the calendar. */
export function listTimeOff(hostId: string, today: string): Promise<TimeOffRow[]> {
  return db().select({ id: timeOff.id, firstDate: timeOff.firstDate, lastDate: timeOff.lastDate, note: timeOff.note }).from(timeOff)
    .where(and(eq(timeOff.hostId, hostId), gte(timeOff.lastDate, today))).orderBy(asc(timeOff.firstDate), asc(timeOff.createdAt))
}

/** Those that aren't over on `today`, in the order in which they hold. */
export function listTravel(hostId: string, today: string): Promise<TravelRow[]> {
  return db().select({ id: travel.id, firstDate: travel.firstDate, lastDate: travel.lastDate, timeZone: travel.timeZone }).from(travel)
    .where(and(eq(travel.hostId, hostId), gte(travel.lastDate, today)))
    .orderBy(asc(travel.firstDate), asc(travel.createdAt), asc(travel.id))
}

/** What the host has blocked at the desk and isn't over at `now`. */
export async function listBlocked(hostId: string, now: number): Promise<BlockedRow[]> {
  const rows = await db().select().from(busyTime)
    .where(and(eq(busyTime.hostId, hostId), eq(busyTime.source, 'own'), gte(busyTime.endsAt, new Date(now))))
    .orderBy(asc(busyTime.startsAt))
  return rows.map(({ id, title, startsAt, endsAt }) => ({ id, title, startsAt: startsAt.getTime(), endsAt: endsAt.getTime() }))
}

/** The special days of one of the host's schedules from `today` on. */
export function listDateOverrides(hostId: string, scheduleId: string, today: string): Promise<{ date: string; windows: DayWindow[] }[]> {
  return db().select({ date: dateOverride.date, windows: dateOverride.windows }).from(dateOverride)
    .innerJoin(schedule, eq(schedule.id, dateOverride.scheduleId))
    .where(and(eq(schedule.hostId, hostId), eq(schedule.id, scheduleId), gte(dateOverride.date, today))).orderBy(asc(dateOverride.date))
}

export function addTimeOff(hostId: string, { firstDate, lastDate, note }: DateSpan & { note: string | null }): Promise<void> {
  return changing(hostId, (tx) => tx.insert(timeOff).values({ id: newId(), hostId, firstDate, lastDate, note }))
}

export function addTravel(hostId: string, { firstDate, lastDate, timeZone }: DateSpan & { timeZone: string }): Promise<void> {
  return changing(hostId, (tx) => tx.insert(travel).values({ id: newId(), hostId, firstDate, lastDate, timeZone }))
}

/** Instants are epoch milliseconds, the end after the start. */
export function addBlocked(hostId: string, { startsAt, endsAt, title }: Interval & { title: string | null }): Promise<void> {
  return changing(hostId, (tx) => tx.insert(busyTime)
    .values({ id: newId(), hostId, startsAt: new Date(startsAt), endsAt: new Date(endsAt), title }))
}

/** Another's, or one that is gone already, stays as it is. */
export function removeRule(hostId: string, list: RuleList, id: string): Promise<void> {
  const table = LISTS[list]
  return changing(hostId, (tx) => tx.delete(table).where(and(eq(table.id, id), eq(table.hostId, hostId))))
}

/** The holidays on which this host is off, in the order of the year. */
export async function listKeptHolidays(hostId: string): Promise<HolidayKey[]> {
  const rows = await db().select({ holiday: workedHoliday.holiday }).from(workedHoliday).where(eq(workedHoliday.hostId, hostId))
  return HOLIDAYS.filter((holiday) => !rows.some((row) => row.holiday === holiday))
}

/** The host is off on these from now on, and on no other. */
export function keepHolidays(hostId: string, kept: readonly string[]): Promise<void> {
  const worked = HOLIDAYS.filter((holiday) => !kept.includes(holiday))
  return changing(hostId, async (tx) => {
    await tx.delete(workedHoliday).where(eq(workedHoliday.hostId, hostId))
    if (worked.length > 0) await tx.insert(workedHoliday).values(worked.map((holiday) => ({ hostId, holiday })))
  })
}

export async function getHostCaps(hostId: string): Promise<HostCaps> {
  const [row] = await db().select({ maxPerDay: consultant.maxPerDay, maxPerWeek: consultant.maxPerWeek }).from(consultant)
    .where(eq(consultant.id, hostId))
  return row ?? { maxPerDay: null, maxPerWeek: null }
}

export function saveHostCaps(hostId: string, { maxPerDay, maxPerWeek }: HostCaps): Promise<void> {
  return changing(hostId, (tx) => tx.update(consultant).set({ maxPerDay, maxPerWeek }).where(eq(consultant.id, hostId)))
}

/** Changes a host's rules under the calendar's lock, which raises its version too. */
function changing(hostId: string, work: (tx: Transaction) => Promise<unknown>): Promise<void> {
  return transaction(async (tx) => {
    await lockCalendar(tx, hostId)
    await work(tx)
  })
}
