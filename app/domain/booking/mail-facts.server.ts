import { eq } from 'drizzle-orm'
import { EMPTY_AGENDA } from '#app/domain/agenda/agenda.ts'
import { findMeetingTypeById } from '#app/domain/calendar/queries.server.ts'
import { findRecipient } from '#app/domain/meeting/guests/guests.server.ts'
import type { SeatMailKind } from '#app/domain/meeting/meeting.ts'
import { listSeats } from '#app/domain/meeting/queries.server.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { db } from '#db/client.server.ts'
import { agenda, booking, consultant, mail, meeting, meetingType, person } from '#db/schema.server.ts'
import { listNextStarts } from './approval/next-times.server.ts'
import { isMeetingMail, type MailFacts } from './mail-facts.ts'

/** Where what was wanted will not be, or was missed, the mail says what is free instead. */
const WITH_NEXT: SeatMailKind[] = ['refused', 'lapsed', 'missing']

/** What the mail of this id has to say, read as it is now; null when it or its meeting is gone, or it is about no meeting. */
export async function findMailFacts(mailId: string, now: number): Promise<MailFacts | null> {
  const [row] = await readRow(mailId)
  const kind = row?.mail.kind
  if (!row?.mail.snapshot || !row.mail.seatId || !kind || !isMeetingMail(kind)) return null
  const [seats, recipient] = await Promise.all([listSeats(row.meeting.id), findRecipient(row.mail.seatId)])
  const host = seats.find((seat) => seat.role === 'host')
  const guest = seats.find((seat) => seat.id === row.booking.seatId)
  invariant(recipient && host && guest, 'a booked meeting has its seats')
  const { diagnosis, diagnosisText, message } = row.booking
  const { name, email, companyName, timeZone } = guest
  return {
    mailId,
    kind,
    channel: row.mail.channel,
    writtenAt: row.mail.createdAt.getTime(),
    current: { state: row.meeting.state, startsAt: row.meeting.startsAt.getTime(), endsAt: row.meeting.endsAt.getTime() },
    version: row.mail.snapshot,
    meeting: {
      id: row.meeting.id, title: row.meeting.title, uid: row.meeting.icsUid,
      createdAt: row.meeting.createdAt.getTime(), typeSlug: row.typeSlug,
    },
    recipient,
    seats,
    host: { name: host.name, email: host.email, timeZone: host.timeZone, title: row.hostTitle, phone: row.hostPhone },
    guest: { seatId: guest.id, name, email, companyName, timeZone, phone: row.guestPhone },
    booking: { diagnosis, diagnosisText, message },
    agenda: row.agenda ?? EMPTY_AGENDA,
    approval: {
      answerBy: row.booking.answerBy?.getTime() ?? null, text: row.booking.answerText,
      nextStarts: WITH_NEXT.includes(kind) ? await listNext(row.meeting, now) : [],
    },
  }
}

async function listNext({ typeId, startsAt }: { typeId: string; startsAt: Date }, now: number): Promise<number[]> {
  const type = await findMeetingTypeById(typeId)
  return type?.isActive ? listNextStarts(type, startsAt.getTime(), now) : []
}

function readRow(mailId: string) {
  return db()
    .select({
      mail, meeting, booking, typeSlug: meetingType.slug, agenda: agenda.state,
      hostTitle: consultant.title, hostPhone: consultant.phone, guestPhone: person.phone,
    })
    .from(mail)
    .innerJoin(meeting, eq(meeting.id, mail.meetingId))
    .innerJoin(meetingType, eq(meetingType.id, meeting.typeId))
    .innerJoin(consultant, eq(consultant.id, meeting.hostId))
    .innerJoin(booking, eq(booking.meetingId, meeting.id))
    .innerJoin(person, eq(person.id, booking.personId))
    .leftJoin(agenda, eq(agenda.meetingId, meeting.id))
    .where(eq(mail.id, mailId))
}
