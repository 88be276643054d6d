import { and, eq, gt, isNull, ne, sql } from 'drizzle-orm'
import { db, type Queryable, type Transaction } from '#db/client.server.ts'
import { reservation } from '#db/schema.server.ts'
import type { Reservation, Visitor } from './reservation.ts'

/** The one reservation of this visitor, whether it still lives, has lapsed or is booked. */
export async function findReservation(visitorHash: string, on: Queryable = db()): Promise<Reservation | null> {
  const [row] = await on.select().from(reservation).where(eq(reservation.visitorHash, visitorHash))
  return row ? toReservation(row) : null
}

/** The same, and nobody else changes it before this transaction ends. */
export async function lockReservation(tx: Transaction, visitorHash: string): Promise<Reservation | null> {
  const [row] = await tx.select().from(reservation).where(eq(reservation.visitorHash, visitorHash)).for('update')
  return row ? toReservation(row) : null
}

/** How many times other visitors of this network have reserved. Counting takes turns, so that a limit holds under races. */
export async function countLiveBeside(tx: Transaction, { hash, addressHash }: Visitor, now: number): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${addressHash}, 0))`)
  return tx.$count(reservation, and(
    eq(reservation.addressHash, addressHash), ne(reservation.visitorHash, hash),
    gt(reservation.expiresAt, new Date(now)), isNull(reservation.bookedAt),
  ))
}

function toReservation(row: typeof reservation.$inferSelect): Reservation {
  const { startsAt, expiresAt, bookedAt, id, typeId, durationMinutes, keeps } = row
  return { id, typeId, startsAt: startsAt.getTime(), durationMinutes, expiresAt: expiresAt.getTime(), keeps, isBooked: bookedAt !== null }
}
