import { eq } from 'drizzle-orm'
import type { BookingRequest } from '#app/domain/booking/booking.ts'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { db } from '#db/client.server.ts'
import { booking, meetingType } from '#db/schema.server.ts'
import { askFor } from './booking-world.ts'
import { NOW } from './meetings.ts'

/** From now on the consultant says yes or no to each booking of this kind. */
export async function needApproval(slug = 'intro'): Promise<void> {
  await db().update(meetingType).set({ needsApproval: true }).where(eq(meetingType.slug, slug))
}

export type AskedBooking = { meetingId: string; seatId: string; answerBy: number }

/** Søren asks for a meeting that waits for the consultant's yes. */
export async function askForMeeting(given: Partial<BookingRequest> = {}, now = NOW): Promise<AskedBooking> {
  const asked = await bookSlot(askFor(given), now)
  if (!asked.ok) throw new Error(asked.reason)
  const row = await bookingRow({ seatId: asked.value.guestSeatId })
  return { meetingId: row.meetingId, seatId: row.seatId, answerBy: row.answerBy?.getTime() ?? 0 }
}

/** The booking as it stands in the database. */
export async function bookingRow({ seatId }: { seatId: string }): Promise<typeof booking.$inferSelect> {
  const [row] = await db().select().from(booking).where(eq(booking.seatId, seatId))
  if (!row) throw new Error('The test asks for a booking that does not exist')
  return row
}
