import { asc, eq, inArray } from 'drizzle-orm'
import { db } from '#db/client.server.ts'
import { booking, company, meeting, person, seat } from '#db/schema.server.ts'
import type { KnownPerson } from './known-person.server.ts'

export async function collectPerson({ personIds }: KnownPerson) {
  if (personIds.length === 0) return []
  const { name, email, phone, locale, timeZone, createdAt } = person
  return db().select({ name, email, phone, company: company.name, locale, timeZone, createdAt }).from(person)
    .leftJoin(company, eq(company.id, person.companyId)).where(inArray(person.id, personIds))
}

export async function collectBookings({ bookingIds }: KnownPerson) {
  if (bookingIds.length === 0) return []
  const { diagnosis, diagnosisText, message, locale, timeZone, state, campaign, returnUrl } = booking
  const { cancelledAt, answerBy, answerText, createdAt } = booking
  return db().select({
    diagnosis, diagnosisText, message, locale, timeZone, state, campaign, returnUrl, cancelledAt, answerBy, answerText, createdAt,
    meeting: meeting.title, startsAt: meeting.startsAt,
  }).from(booking).innerJoin(meeting, eq(meeting.id, booking.meetingId))
    .where(inArray(booking.id, bookingIds)).orderBy(asc(booking.createdAt))
}

export async function collectSeats({ seatIds }: KnownPerson) {
  if (seatIds.length === 0) return []
  const { name, email, companyName, role, locale, timeZone, door, readiness, checked, lastSeenAt } = seat
  const { admittedAt, lateMinutes, answeredAt, withdrawnAt, partstat, partstatAt, partstatComment, createdAt } = seat
  return db().select({
    name, email, companyName, role, locale, timeZone, door, readiness, checked, lastSeenAt, admittedAt, lateMinutes, answeredAt,
    withdrawnAt, partstat, partstatAt, partstatComment, createdAt,
    meeting: meeting.title, startsAt: meeting.startsAt, endsAt: meeting.endsAt, meetingState: meeting.state,
  }).from(seat).innerJoin(meeting, eq(meeting.id, seat.meetingId)).where(inArray(seat.id, seatIds)).orderBy(asc(meeting.startsAt))
}
