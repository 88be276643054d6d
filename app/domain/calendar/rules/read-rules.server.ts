import { and, asc, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import { DAY_MS } from '#app/kernel/time.ts'
import type { Queryable } from '#db/client.server.ts'
import { busyTime, consultant, dateOverride, schedule, timeOff, travel, weeklyWindow, workedHoliday } from '#db/schema.server.ts'
import type { BusyInterval, DateOverride, HostRules, Interval, WeeklyWindow } from '../slot-rules.ts'
import { dateOfDay, dayOfDate } from '../zone.ts'
import { HOLIDAYS, holidaysBetween } from './holidays.ts'
import { listTaken } from './taken.server.ts'

/** Hours are looked up this many days beyond the instants that are asked for: dates differ by zone (see hours.ts). */
const SPARE_DAYS = 4

/** A host, and the schedule chosen for the occasion; null is the host's default one. */
export type WantedHost = { hostId: string; scheduleId: string | null }

/** Instants are epoch milliseconds; `from` is the first whose hours count, which notice in working hours begins at now. */
export type ReadRange = { from: number; to: number; takenFrom: number; takenTo: number; withCompany: boolean }

type Days = { firstDay: number; lastDay: number }
type Rows<Row> = Map<string, Row[]>

/** What the database knows of these hosts for a range, in their order. One query a table, whatever the number of hosts. */
export async function readHosts(on: Queryable, wanted: readonly WantedHost[], range: ReadRange): Promise<HostRules[]> {
  const ids = wanted.map((host) => host.hostId)
  const days = { firstDay: Math.floor(range.from / DAY_MS) - SPARE_DAYS, lastDay: Math.floor(range.to / DAY_MS) + SPARE_DAYS }
  const [hosts, schedules, weekly, overrides, off, worked, journeys, busy, taken] = await Promise.all([
    on.select().from(consultant).where(inArray(consultant.id, ids)),
    on.select().from(schedule).where(inArray(schedule.hostId, ids)),
    readWeekly(on, ids),
    readOverrides(on, ids, days),
    readTimeOff(on, ids, days),
    on.select().from(workedHoliday).where(inArray(workedHoliday.hostId, ids)),
    readTravel(on, ids, days),
    readBusy(on, ids, { startsAt: range.takenFrom, endsAt: range.takenTo }),
    listTaken(on, ids, range),
  ])
  return wanted.flatMap(({ hostId, scheduleId }): HostRules[] => {
    const host = hosts.find((one) => one.id === hostId)
    if (!host) return []
    const own = schedules.filter((one) => one.hostId === hostId)
    const used = (own.find((one) => one.id === scheduleId) ?? own.find((one) => one.isDefault))?.id ?? ''
    const workedOn = worked.filter((one) => one.hostId === hostId).map((one) => one.holiday)
    const kept = HOLIDAYS.filter((holiday) => !workedOn.includes(holiday))
    return [{
      id: hostId, timeZone: host.timeZone, maxPerDay: host.maxPerDay, maxPerWeek: host.maxPerWeek,
      weekly: weekly.get(used) ?? [], overrides: overrides.get(used) ?? [], timeOff: off.get(hostId) ?? [],
      holidays: holidaysBetween(days.firstDay, days.lastDay, kept), travel: journeys.get(hostId) ?? [],
      busy: busy.get(hostId) ?? [], bookings: taken.get(hostId) ?? [],
    }]
  })
}

async function readWeekly(on: Queryable, hostIds: string[]): Promise<Rows<WeeklyWindow>> {
  const { scheduleId, weekday, startMinute, endMinute } = weeklyWindow
  const rows = await on.select({ key: scheduleId, weekday, startMinute, endMinute })
    .from(weeklyWindow).innerJoin(schedule, eq(schedule.id, scheduleId)).where(inArray(schedule.hostId, hostIds))
  return byKey(rows, ({ key: _key, ...window }) => window)
}

async function readOverrides(on: Queryable, hostIds: string[], { firstDay, lastDay }: Days): Promise<Rows<DateOverride>> {
  const rows = await on.select({ key: dateOverride.scheduleId, date: dateOverride.date, windows: dateOverride.windows })
    .from(dateOverride).innerJoin(schedule, eq(schedule.id, dateOverride.scheduleId))
    .where(and(
      inArray(schedule.hostId, hostIds), gte(dateOverride.date, dateOfDay(firstDay)), lte(dateOverride.date, dateOfDay(lastDay)),
    ))
  return byKey(rows, ({ date, windows }) => ({ day: dayOf(date), windows }))
}

async function readTimeOff(on: Queryable, hostIds: string[], { firstDay, lastDay }: Days) {
  const rows = await on.select().from(timeOff).where(and(
    inArray(timeOff.hostId, hostIds), gte(timeOff.lastDate, dateOfDay(firstDay)), lte(timeOff.firstDate, dateOfDay(lastDay)),
  ))
  return byKey(rows.map((row) => ({ ...row, key: row.hostId })),
    (row) => ({ firstDay: dayOf(row.firstDate), lastDay: dayOf(row.lastDate), note: row.note }))
}

async function readTravel(on: Queryable, hostIds: string[], { firstDay, lastDay }: Days) {
  const rows = await on.select().from(travel)
    .where(and(
      inArray(travel.hostId, hostIds), gte(travel.lastDate, dateOfDay(firstDay)), lte(travel.firstDate, dateOfDay(lastDay)),
    ))
    .orderBy(asc(travel.firstDate), asc(travel.createdAt), asc(travel.id))
  return byKey(rows.map((row) => ({ ...row, key: row.hostId })),
    (row) => ({ firstDay: dayOf(row.firstDate), lastDay: dayOf(row.lastDate), timeZone: row.timeZone }))
}

async function readBusy(on: Queryable, hostIds: string[], { startsAt, endsAt }: Interval): Promise<Rows<BusyInterval>> {
  const range = sql`tstzrange(${new Date(startsAt).toISOString()}::timestamptz, ${new Date(endsAt).toISOString()}::timestamptz)`
  const rows = await on.select().from(busyTime)
    .where(and(inArray(busyTime.hostId, hostIds), sql`tstzrange(${busyTime.startsAt}, ${busyTime.endsAt}) && ${range}`))
  return byKey(rows.map((row) => ({ ...row, key: row.hostId })),
    (row) => ({ startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime(), source: row.source, title: row.title }))
}

/** The column is a date, so there is such a day. */
function dayOf(date: string): number {
  return dayOfDate(date) ?? Number.NaN
}

function byKey<Row extends { key: string }, Value>(rows: Row[], valueOf: (row: Row) => Value): Rows<Value> {
  const found: Rows<Value> = new Map()
  for (const row of rows) found.set(row.key, [...(found.get(row.key) ?? []), valueOf(row)])
  return found
}
