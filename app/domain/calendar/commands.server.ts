import { and, eq, inArray, lte, ne, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import type { Transaction } from '#db/client.server.ts'
import { consultant, occupiedTime } from '#db/schema.server.ts'
import type { MeetingType } from './meeting-type.ts'

/**
 * Lets one transaction at a time decide about a host's time, so that caps hold and nobody meets a deadlock,
 * and tells readers that the free times may have changed. An update of no key leaves rows that only refer
 * to the consultant free to be written.
 */
export async function lockCalendar(tx: Transaction, hostId: string): Promise<void> {
  await tx.update(consultant).set({ calendarVersion: sql`${consultant.calendarVersion} + 1` }).where(eq(consultant.id, hostId))
}

/**
 * Takes the time of each host of a meeting, or moves it when the meeting has one already.
 * Lapsed reservations in the way are removed first.
 * @param place times are epoch milliseconds, without buffers: those come from the type.
 * With `reservedUntil` the time is only reserved and lapses then; without, a reservation of this id becomes firm,
 * or waits for the consultant's yes when `isPending`.
 * @throws {Error} SQLSTATE 23P01 when somebody has the time.
 */
export async function occupy(
  tx: Transaction,
  place: {
    meetingId: string; type: MeetingType; hostIds: readonly string[]; startsAt: number; endsAt: number; now: number
    reservedUntil?: number; isPending?: boolean
  },
): Promise<void> {
  const { meetingId, type, hostIds, now, reservedUntil, isPending } = place
  const before = type.bufferBeforeMinutes
  const after = type.bufferAfterMinutes
  const occupied = rangeText(place.startsAt - before * MINUTE_MS, place.endsAt + after * MINUTE_MS)
  const taken = {
    typeId: type.id, startsAt: new Date(place.startsAt), endsAt: new Date(place.endsAt),
    bufferBeforeMinutes: before, bufferAfterMinutes: after, occupied,
    ...(reservedUntil === undefined
      ? { state: isPending ? 'pending' as const : 'confirmed' as const, expiresAt: null }
      : { state: 'reserved' as const, expiresAt: new Date(reservedUntil) }),
  }
  for (const hostId of hostIds.toSorted()) {
    await removeLapsed(tx, hostId, { occupied, now })
    await tx.insert(occupiedTime)
      .values({ id: newId(), hostId, meetingId, ...taken })
      .onConflictDoUpdate({ target: [occupiedTime.meetingId, occupiedTime.hostId], set: taken })
  }
}

/** What waited for the consultant's yes is taken for good. */
export async function affirm(tx: Transaction, meetingId: string): Promise<void> {
  await tx.update(occupiedTime).set({ state: 'confirmed' })
    .where(and(eq(occupiedTime.meetingId, meetingId), eq(occupiedTime.state, 'pending')))
}

/** Gives a meeting's time free again. */
export async function release(tx: Transaction, meetingId: string): Promise<void> {
  await tx.update(occupiedTime)
    .set({ state: 'cancelled' })
    .where(and(eq(occupiedTime.meetingId, meetingId), ne(occupiedTime.state, 'cancelled')))
}

/** Moves the instant at which a reservation lapses. @returns false when its time is no longer reserved. */
export async function prolong(tx: Transaction, reservationId: string, until: number): Promise<boolean> {
  const moved = await tx.update(occupiedTime)
    .set({ expiresAt: new Date(until) })
    .where(and(eq(occupiedTime.meetingId, reservationId), eq(occupiedTime.state, 'reserved')))
    .returning({ id: occupiedTime.id })
  return moved.length > 0
}

/** Gives reserved times free; nothing is kept of them. A time that is booked by now stays. */
export async function vacate(tx: Transaction, reservationIds: readonly string[]): Promise<void> {
  if (reservationIds.length === 0) return
  await tx.delete(occupiedTime)
    .where(and(inArray(occupiedTime.meetingId, [...reservationIds]), eq(occupiedTime.state, 'reserved')))
}

async function removeLapsed(tx: Transaction, hostId: string, slot: { occupied: string; now: number }): Promise<void> {
  await tx.delete(occupiedTime).where(and(
    eq(occupiedTime.hostId, hostId),
    eq(occupiedTime.state, 'reserved'),
    lte(occupiedTime.expiresAt, new Date(slot.now)),
    sql`${occupiedTime.occupied} && ${slot.occupied}::tstzrange`,
  ))
}

/** Half-open, as the constraint compares it. */
function rangeText(from: number, to: number): string {
  return `[${new Date(from).toISOString()},${new Date(to).toISOString()})`
}
