import { and, eq, or, sql } from 'drizzle-orm'
import { emailKey } from '#app/domain/people/commands.server.ts'
import { db } from '#db/client.server.ts'
import { booking, oneOff, person, proposal, seat, unconfirmed, watch } from '#db/schema.server.ts'

/** Under which ids things are kept about whoever has this mail address. */
export type KnownPerson = { email: string; personIds: string[]; seatIds: string[]; meetingIds: string[]; bookingIds: string[] }

/** As a guest: what a host did is the business's own. A seat that was withdrawn counts, for as long as it is kept. */
export async function findKnown(typed: string): Promise<KnownPerson> {
  const email = emailKey(typed)
  const people = await db().select({ id: person.id }).from(person).where(eq(person.email, email))
  const personIds = people.map(({ id }) => id)
  const isTheirs = or(eq(sql`lower(${seat.email})`, email), ...personIds.map((id) => eq(seat.personId, id)))
  const seats = await db().select({ id: seat.id, meetingId: seat.meetingId }).from(seat).where(and(eq(seat.role, 'guest'), isTheirs))
  const bookings = personIds.length === 0 ? []
    : await db().select({ id: booking.id }).from(booking).where(or(...personIds.map((id) => eq(booking.personId, id))))
  return {
    email, personIds, seatIds: seats.map(({ id }) => id), meetingIds: [...new Set(seats.map(({ meetingId }) => meetingId))],
    bookingIds: bookings.map(({ id }) => id),
  }
}

/** Is anything kept under this address at all, also where it became no booking? */
export async function isAnythingKept({ email, personIds, seatIds }: KnownPerson): Promise<boolean> {
  if (personIds.length + seatIds.length > 0) return true
  const counts = await Promise.all([
    db().$count(watch, eq(watch.email, email)), db().$count(proposal, eq(sql`lower(${proposal.email})`, email)),
    db().$count(oneOff, eq(sql`lower(${oneOff.email})`, email)),
    db().$count(unconfirmed, eq(sql`lower(${unconfirmed.request}->>'email')`, email)),
  ])
  return counts.some((count) => count > 0)
}
