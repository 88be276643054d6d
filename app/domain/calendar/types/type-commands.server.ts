import { and, asc, eq, inArray, like } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { db, transaction, type Transaction } from '#db/client.server.ts'
import { consultant, meetingType, schedule, typeHost } from '#db/schema.server.ts'
import { lockCalendar } from '../commands.server.ts'
import { slugOf, type ChosenHosts, type TypeAbout, type TypeLimits, type TypeReminders, type TypeTimes } from './type-input.ts'

/** A consultant who can be made a host, with the schedules there are to choose from. */
export type PossibleHost = { id: string; name: string; schedules: { id: string; name: string; isDefault: boolean }[] }

/** A line of the desk's list, whether it can be booked or not. */
export type TypeLine = {
  id: string; slug: string; titleDa: string; titleEn: string; durationMinutes: number; otherDurations: number[]; isActive: boolean
}

export function listOwnTypes(hostId: string): Promise<TypeLine[]> {
  const { id, slug, titleDa, titleEn, durationMinutes, otherDurations, isActive } = meetingType
  return db().select({ id, slug, titleDa, titleEn, durationMinutes, otherDurations, isActive }).from(meetingType)
    .where(eq(meetingType.hostId, hostId)).orderBy(asc(meetingType.position), asc(meetingType.slug))
}

/** Everyone with a desk here, by name. */
export async function listPossibleHosts(): Promise<PossibleHost[]> {
  const [hosts, schedules] = await Promise.all([
    db().select({ id: consultant.id, name: consultant.name }).from(consultant).orderBy(asc(consultant.name), asc(consultant.id)),
    db().select().from(schedule).orderBy(asc(schedule.createdAt)),
  ])
  return hosts.map((host) => ({
    ...host,
    schedules: schedules.filter((one) => one.hostId === host.id).map(({ id, name, isDefault }) => ({ id, name, isDefault })),
  }))
}

/** A new kind of meeting, half an hour long and not open for booking yet. Its address comes from its Danish title. */
export function addType(hostId: string, title: { titleDa: string; titleEn: string }): Promise<string> {
  return transaction(async (tx) => {
    await lockCalendar(tx, hostId)
    const id = newId()
    const count = await tx.$count(meetingType, eq(meetingType.hostId, hostId))
    await tx.insert(meetingType).values({
      ...title, id, hostId, slug: await freeSlug(tx, slugOf(title.titleDa)), summaryDa: '', summaryEn: '',
      isActive: false, position: count + 1,
      durationMinutes: 30, stepMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 15, noticeMinutes: 240, horizonDays: 60,
    })
    return id
  })
}

/** Changes some of what a type says; meetings that are booked stay as they are. Another's type stays as it is too. */
export function saveType(hostId: string, typeId: string, change: TypeAbout | TypeTimes | TypeLimits | TypeReminders): Promise<void> {
  return transaction(async (tx) => {
    await lockCalendar(tx, hostId)
    await tx.update(meetingType).set(change).where(and(eq(meetingType.id, typeId), eq(meetingType.hostId, hostId)))
  })
}

/**
 * Who hosts it from now on, in this order. Every calendar that the change touches gets a new version,
 * those of hosts who leave included.
 */
export function saveTypeHosts(hostId: string, typeId: string, { assign, hosts }: ChosenHosts): Promise<void> {
  return transaction(async (tx) => {
    const before = await tx.select({ id: typeHost.hostId }).from(typeHost).where(eq(typeHost.typeId, typeId))
    const touched = [hostId, ...before.map(({ id }) => id), ...hosts.map((host) => host.hostId)]
    for (const id of [...new Set(touched)].sort()) await lockCalendar(tx, id)
    const changed = await tx.update(meetingType).set({ assign })
      .where(and(eq(meetingType.id, typeId), eq(meetingType.hostId, hostId))).returning({ id: meetingType.id })
    if (changed.length === 0) return
    const others = before.filter(({ id }) => !hosts.some((host) => host.hostId === id)).map(({ id }) => id)
    if (others.length > 0) await tx.delete(typeHost).where(and(eq(typeHost.typeId, typeId), inArray(typeHost.hostId, others)))
    for (const [position, host] of hosts.entries()) {
      const values = { ...host, position }
      await tx.insert(typeHost).values({ ...values, typeId })
        .onConflictDoUpdate({ target: [typeHost.typeId, typeHost.hostId], set: values })
    }
  })
}

async function freeSlug(tx: Transaction, wanted: string): Promise<string> {
  const rows = await tx.select({ slug: meetingType.slug }).from(meetingType).where(like(meetingType.slug, `${wanted}%`))
  const taken = new Set(rows.map(({ slug }) => slug))
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}
