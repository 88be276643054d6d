import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Consultant } from '#app/domain/people/consultant.ts'
import { listConsultants } from '#app/domain/people/queries.server.ts'
import { newId, newOpaqueName } from '#app/kernel/ids.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { db, type Queryable, type Transaction } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import type { Meeting, Seat } from '../seat.ts'

/** Who leads a meeting that these host: the first. @throws {Error} when there is nobody. */
export function leaderOf([leader]: readonly string[]): string {
  invariant(leader, 'a meeting has a host')
  return leader
}

/** Gives each of these consultants a seat as host, in their own language and zone. @returns the seats' ids in that order. */
export async function seatHosts(tx: Transaction, meetingId: string, hostIds: readonly string[]): Promise<string[]> {
  if (hostIds.length === 0) return []
  const seats = (await listConsultants(hostIds, tx)).map(({ id: consultantId, name, email, locale, timeZone }) => (
    { id: newId(), meetingId, role: 'host' as const, consultantId, name, email, locale, timeZone, identity: newOpaqueName() }
  ))
  await tx.insert(seat).values(seats)
  return seats.map(({ id }) => id)
}

/**
 * Makes these the hosts of a meeting that the caller has locked. Whoever led it goes on leading if they are among them.
 * @returns who leads it now, and the seats of those who are out, which open nothing any more and have still to be told.
 */
export async function changeHosts(
  tx: Transaction, before: Meeting, { hostIds, now }: { hostIds: readonly string[]; now: number },
): Promise<{ hostId: string; gone: string[] }> {
  const seated = await listHostSeats(before.id, tx)
  const gone = seated.filter(({ consultantId }) => !hostIds.includes(consultantId)).map(({ seatId }) => seatId)
  if (gone.length > 0) await tx.update(seat).set({ withdrawnAt: new Date(now), door: 'away' }).where(inArray(seat.id, gone))
  await seatHosts(tx, before.id, hostIds.filter((hostId) => !seated.some(({ consultantId }) => consultantId === hostId)))
  return { hostId: hostIds.includes(before.hostId) ? before.hostId : leaderOf(hostIds), gone }
}

/** Everyone who hosts a meeting, who leads it first. @param seats as `listSeats` gives them. */
export async function listHosts(seats: readonly Seat[]): Promise<[Consultant, ...Consultant[]]> {
  const [lead, ...others] = await listConsultants(seats.flatMap(({ consultantId }) => consultantId ?? []))
  invariant(lead, 'a meeting has its host')
  return [lead, ...others]
}

/** The consultants who host the meeting, alone or with others. */
export async function listHostIds(meetingId: string): Promise<string[]> {
  return (await listHostSeats(meetingId)).map(({ consultantId }) => consultantId)
}

async function listHostSeats(meetingId: string, on: Queryable = db()): Promise<{ seatId: string; consultantId: string }[]> {
  const rows = await on.select({ seatId: seat.id, consultantId: seat.consultantId }).from(seat)
    .where(and(eq(seat.meetingId, meetingId), eq(seat.role, 'host'), isNull(seat.withdrawnAt)))
  return rows.flatMap(({ seatId, consultantId }) => (consultantId === null ? [] : [{ seatId, consultantId }]))
}
