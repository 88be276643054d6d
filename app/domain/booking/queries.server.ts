import { eq } from 'drizzle-orm'
import { findMeetingTypeById } from '#app/domain/calendar/queries.server.ts'
import type { MeetingType } from '#app/domain/calendar/meeting-type.ts'
import type { Meeting, Seat, SeatPass } from '#app/domain/meeting/seat.ts'
import { listHosts } from '#app/domain/meeting/hosts/host-seats.server.ts'
import { listSeats } from '#app/domain/meeting/queries.server.ts'
import type { Consultant } from '#app/domain/people/consultant.ts'
import { presentHosts } from '#app/domain/people/present-hosts.server.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { db } from '#db/client.server.ts'
import { booking } from '#db/schema.server.ts'
import type { BookingState } from './booking.ts'
import type { Diagnosis } from './diagnosis.ts'

export type BookingPage = {
  bookingId: string
  state: BookingState
  /** Until when the consultant can say yes, and what was written with a no. */
  answerBy: number | null
  answerText: string | null
  diagnosis: Diagnosis
  message: string | null
  /** Where the visitor asked to be led on to; not checked. */
  returnUrl: string | null
  meeting: Meeting
  type: MeetingType
  /** All who host it, as one. */
  host: Consultant
  /** The one who booked. */
  guest: Seat
  /** Everybody of the meeting. */
  seats: Seat[]
}

/** The booking behind a proven seat; null for a meeting that nobody booked. */
export async function findBookingPage({ seat, meeting }: SeatPass): Promise<BookingPage | null> {
  const [row] = await db().select().from(booking).where(eq(booking.meetingId, meeting.id))
  if (!row) return null
  const [type, seats] = await Promise.all([findMeetingTypeById(row.typeId), listSeats(meeting.id)])
  const guest = seats.find((seat) => seat.id === row.seatId)
  invariant(type && guest, 'a booking has its type and its seat')
  const { id: bookingId, state, answerText, diagnosis, message, returnUrl } = row
  const answerBy = row.answerBy?.getTime() ?? null
  return {
    bookingId, state, answerBy, answerText, diagnosis, message, returnUrl, meeting, type,
    seats,
    host: presentHosts(await listHosts(seats), seat.locale), guest,
  }
}
