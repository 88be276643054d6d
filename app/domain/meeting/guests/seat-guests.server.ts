import { sql } from 'drizzle-orm'
import { newId, newOpaqueName } from '#app/kernel/ids.ts'
import type { Transaction } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import { planReminders } from '../reminders/plan.server.ts'
import type { Seat } from '../seat.ts'

/** Gives these people seats of their own in a meeting that was just made; who invites them is the caller. @returns the new ids. */
export async function seatGuests(
  tx: Transaction, meetingId: string, { guests, now }: { guests: readonly Seat[]; now: number },
): Promise<string[]> {
  if (guests.length === 0) return []
  // Seats are listed by their age: after that of the one who booked, in the order in which these came.
  const seats = guests.map(({ name, email, companyName, locale, timeZone }, index) => ({
    id: newId(), meetingId, role: 'guest' as const, name, email, companyName, locale, timeZone, identity: newOpaqueName(),
    createdAt: sql`now() + ${index + 1} * interval '1 millisecond'`,
  }))
  await tx.insert(seat).values(seats)
  await planReminders(tx, { meetingId }, now)
  return seats.map(({ id }) => id)
}
