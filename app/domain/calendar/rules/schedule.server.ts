import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { db, transaction, type Transaction } from '#db/client.server.ts'
import { dateOverride, schedule, weeklyWindow } from '#db/schema.server.ts'
import { lockCalendar } from '../commands.server.ts'
import type { WeeklyWindow } from '../slot-rules.ts'

export type Schedule = { id: string; name: string; isDefault: boolean }

type ScheduleRefusal = 'no-such-schedule' | 'is-default'

/** The host's schedules, the default one first. */
export function listSchedules(hostId: string): Promise<Schedule[]> {
  return db().select({ id: schedule.id, name: schedule.name, isDefault: schedule.isDefault }).from(schedule)
    .where(eq(schedule.hostId, hostId)).orderBy(desc(schedule.isDefault), asc(schedule.createdAt), asc(schedule.id))
}

/** The host's default schedule, made when there is none. */
export async function ensureDefaultSchedule(tx: Transaction, hostId: string): Promise<string> {
  const [known] = await tx.select({ id: schedule.id }).from(schedule).where(and(eq(schedule.hostId, hostId), schedule.isDefault))
  if (known) return known.id
  const id = newId()
  await tx.insert(schedule).values({ id, hostId, isDefault: true })
  return id
}

/**
 * The weekly hours of a schedule from now on, of the default one when none is named; meetings that are booked stay.
 * @throws {Error} SQLSTATE 23514 when a window is not within its day.
 */
export function replaceWeeklyHours(
  hostId: string, windows: readonly WeeklyWindow[], scheduleId?: string,
): Promise<Result<null, ScheduleRefusal>> {
  return transaction(async (tx) => {
    await lockCalendar(tx, hostId)
    const id = scheduleId === undefined ? await ensureDefaultSchedule(tx, hostId) : await findOwn(tx, hostId, scheduleId)
    if (id === null) return refuse('no-such-schedule')
    await tx.delete(weeklyWindow).where(eq(weeklyWindow.scheduleId, id))
    await insertWindows(tx, id, windows)
    return ok(null)
  })
}

/** A new schedule, which begins with the hours of the default one. */
export function addSchedule(hostId: string, name: string): Promise<string> {
  return transaction(async (tx) => {
    await lockCalendar(tx, hostId)
    const model = await ensureDefaultSchedule(tx, hostId)
    const windows = await tx.select().from(weeklyWindow).where(eq(weeklyWindow.scheduleId, model))
    const id = newId()
    await tx.insert(schedule).values({ id, hostId, name })
    await insertWindows(tx, id, windows)
    return id
  })
}

export async function renameSchedule(hostId: string, scheduleId: string, name: string): Promise<void> {
  await db().update(schedule).set({ name }).where(and(eq(schedule.id, scheduleId), eq(schedule.hostId, hostId)))
}

/** From now on this one holds wherever no other is chosen. */
export function makeDefaultSchedule(hostId: string, scheduleId: string): Promise<Result<null, ScheduleRefusal>> {
  return transaction(async (tx) => {
    await lockCalendar(tx, hostId)
    if ((await findOwn(tx, hostId, scheduleId)) === null) return refuse('no-such-schedule')
    await tx.update(schedule).set({ isDefault: false }).where(and(eq(schedule.hostId, hostId), schedule.isDefault))
    await tx.update(schedule).set({ isDefault: true }).where(eq(schedule.id, scheduleId))
    return ok(null)
  })
}

/** Kinds of meeting that used it fall back on the default schedule, which itself can't be removed. */
export function removeSchedule(hostId: string, scheduleId: string): Promise<Result<null, ScheduleRefusal>> {
  return transaction(async (tx) => {
    await lockCalendar(tx, hostId)
    const isMine = and(eq(schedule.id, scheduleId), eq(schedule.hostId, hostId))
    const [known] = await tx.select({ isDefault: schedule.isDefault }).from(schedule).where(isMine)
    if (!known) return refuse('no-such-schedule')
    if (known.isDefault) return refuse('is-default')
    await tx.delete(schedule).where(isMine)
    return ok(null)
  })
}

/** The hours of one date instead of the weekly ones; null gives the date its weekly hours again. */
export function saveDateOverride(
  hostId: string, scheduleId: string, { date, windows }: { date: string; windows: { startMinute: number; endMinute: number }[] | null },
): Promise<Result<null, ScheduleRefusal>> {
  return transaction(async (tx) => {
    await lockCalendar(tx, hostId)
    if ((await findOwn(tx, hostId, scheduleId)) === null) return refuse('no-such-schedule')
    if (windows === null) {
      await tx.delete(dateOverride).where(and(eq(dateOverride.scheduleId, scheduleId), eq(dateOverride.date, date)))
      return ok(null)
    }
    await tx.insert(dateOverride).values({ scheduleId, date, windows })
      .onConflictDoUpdate({ target: [dateOverride.scheduleId, dateOverride.date], set: { windows: sql`excluded.windows` } })
    return ok(null)
  })
}

async function findOwn(tx: Transaction, hostId: string, scheduleId: string): Promise<string | null> {
  const [known] = await tx.select({ id: schedule.id }).from(schedule)
    .where(and(eq(schedule.id, scheduleId), eq(schedule.hostId, hostId)))
  return known?.id ?? null
}

async function insertWindows(tx: Transaction, scheduleId: string, windows: readonly WeeklyWindow[]): Promise<void> {
  if (windows.length === 0) return
  await tx.insert(weeklyWindow).values(windows.map(({ weekday, startMinute, endMinute }) =>
    ({ id: newId(), scheduleId, weekday, startMinute, endMinute })))
}
