import { and, eq, inArray, lt, notExists, sql } from 'drizzle-orm'
import { lockCalendar } from '#app/domain/calendar/commands.server.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { booking, company, meeting, occupiedTime, person, seat } from '#db/schema.server.ts'
import { forgetLinksBefore } from './one-off/commands.server.ts'
import { forgetProposalsBefore } from './proposal/commands.server.ts'

/** What the booking form promises: a year after the meeting everything about it is gone. */
export const RETENTION_MONTHS = 12

const RETENTION_MS = 366 * DAY_MS

/**
 * Deletes meetings that ended more than a year ago with all that hangs on them,
 * then people and companies of whom nothing else is left.
 * @returns how many meetings went.
 */
export function forgetOldMeetings(now: number): Promise<number> {
  return transaction(async (tx) => {
    await forgetProposalsBefore(tx, now - RETENTION_MS)
    await forgetLinksBefore(tx, now - RETENTION_MS)
    const old = await tx.delete(meeting).where(lt(meeting.endsAt, new Date(now - RETENTION_MS))).returning({ id: meeting.id })
    if (old.length === 0) return 0
    await tx.delete(occupiedTime).where(inArray(occupiedTime.meetingId, old.map((row) => row.id)))
    await forgetPeopleWithoutTrace(tx)
    return old.length
  })
}

/** Takes the example world off this host's desk; an example person who has booked for real since then stays. */
export function removeDemoWorld(hostId: string): Promise<void> {
  return transaction(async (tx) => {
    await lockCalendar(tx, hostId)
    const isMine = and(eq(meeting.hostId, hostId), eq(meeting.isDemo, true))
    const gone = await tx.delete(meeting).where(isMine).returning({ id: meeting.id })
    await tx.delete(occupiedTime).where(inArray(occupiedTime.meetingId, gone.map((row) => row.id)))
    await forgetPeopleWithoutTrace(tx, { isDemo: true })
  })
}

async function forgetPeopleWithoutTrace(tx: Transaction, { isDemo }: { isDemo?: true } = {}): Promise<void> {
  const seats = tx.select({ one: sql`1` }).from(seat).where(eq(seat.personId, person.id))
  const bookings = tx.select({ one: sql`1` }).from(booking).where(eq(booking.personId, person.id))
  await tx.delete(person).where(and(notExists(seats), notExists(bookings), isDemo && eq(person.isDemo, true)))
  const people = tx.select({ one: sql`1` }).from(person).where(eq(person.companyId, company.id))
  await tx.delete(company).where(and(notExists(people), isDemo && eq(company.isDemo, true)))
}
