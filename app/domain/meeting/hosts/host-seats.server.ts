import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Consultant } from '#app/domain/people/consultant.ts'
import { listConsultants } from '#app/domain/people/queries.server.ts'
import { newId, newOpaqueName } from '#app/kernel/ids.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { db, type Queryable, type Transaction } from '#db/client.server.ts'
import { consultant, seat } from '#db/schema.server.ts'
import { listSeats } from '../queries.server.ts'
import type { Meeting } from '../seat.ts'

/** Gives each of these consultants a seat as host, in their own language and zone. @returns the seats' ids in that order. */
export async function seatHosts(tx: Transaction, meetingId: string, hostIds: readonly string[]): Promise<string[]> {
  if (hostIds.length === 0) return []
  const hosts = await tx.select().from(consultant).where(inArray(consultant.id, [...hostIds]))
  const seats = hostIds.map((hostId) => {
    const host = hosts.find((one) => one.id === hostId)
    invariant(host, 'the host exists')
    const { name, email, locale, timeZone } = host
    return { id: newId(), meetingId, role: 'host' as const, consultantId: hostId, name, email, locale, timeZone, identity: newOpaqueName() }
  })
  await tx.insert(seat).values(seats)
  return seats.map(({ id }) => id)
}

/**
 * Makes these the hosts of a meeting that the caller has locked. Whoever led it goes on leading if they are among them.
 * @returns who leads it now, and the seats of those who are out, which open nothing any more and have still to be told.
 */
export async function changeHosts(
  tx: Transaction, before: Meeting, { hostIds, now }: { hostIds: readonly [string, ...string[]]; now: number },
): Promise<{ hostId: string; gone: string[] }> {
  const seated = await listHostSeats(before.id, tx)
  const gone = seated.filter(({ consultantId }) => !hostIds.includes(consultantId)).map(({ seatId }) => seatId)
  if (gone.length > 0) await tx.update(seat).set({ withdrawnAt: new Date(now), door: 'away' }).where(inArray(seat.id, gone))
  await seatHosts(tx, before.id, hostIds.filter((hostId) => !seated.some(({ consultantId }) => consultantId === hostId)))
  return { hostId: hostIds.includes(before.hostId) ? before.hostId : hostIds[0], gone }
}

/** Everyone who hosts the meeting, who leads it first. */
export async function listHosts(meetingId: string): Promise<[Consultant, ...Consultant[]]> {
  const seats = await listSeats(meetingId)
  const [lead, ...others] = await listConsultants(seats.flatMap(({ consultantId }) => consultantId ?? []))
  invariant(lead, 'a meeting has its host')
  return [lead, ...others]
}

/** Does this consultant host the meeting, alone or with others? */
export async function isHostOf(hostId: string, meetingId: string): Promise<boolean> {
  return (await listHostSeats(meetingId)).some(({ consultantId }) => consultantId === hostId)
}

async function listHostSeats(meetingId: string, on: Queryable = db()): Promise<{ seatId: string; consultantId: string }[]> {
  const rows = await on.select({ seatId: seat.id, consultantId: seat.consultantId }).from(seat)
    .where(and(eq(seat.meetingId, meetingId), eq(seat.role, 'host'), isNull(seat.withdrawnAt)))
  return rows.flatMap(({ seatId, consultantId }) => (consultantId === null ? [] : [{ seatId, consultantId }]))
}
