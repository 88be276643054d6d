import { eq } from 'drizzle-orm'
import { EMPTY_AGENDA, type Agenda } from '#app/domain/agenda/agenda.ts'
import { withNotes } from '#app/domain/agenda/notes/note.ts'
import { listNotes } from '#app/domain/agenda/notes/queries.server.ts'
import { listRecordFiles } from '#app/domain/agenda/prepare/record-files.server.ts'
import { listDoneSteps } from '#app/domain/agenda/steps/done.server.ts'
import { nearestLength, writeTypeSlug } from '#app/domain/calendar/meeting-type.ts'
import { findMeetingTypeById } from '#app/domain/calendar/queries.server.ts'
import { mayReadRecord } from '#app/domain/meeting/chat/chat.ts'
import { listMessages } from '#app/domain/meeting/chat/queries.server.ts'
import { findNext as findNextMeeting } from '#app/domain/meeting/next/queries.server.ts'
import { findRecipient } from '#app/domain/meeting/guests/guests.server.ts'
import type { SeatMailKind } from '#app/domain/meeting/meeting.ts'
import { listSeats } from '#app/domain/meeting/queries.server.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import { listText } from '#app/i18n/list-text.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { agenda, booking, consultant, mail, meeting, meetingType, person } from '#db/schema.server.ts'
import { listNextStarts } from './approval/next-times.server.ts'
import { isMeetingMail, type MailFacts } from './mail-facts.ts'
import { judgeTime } from './replies/counter.server.ts'

/** Where what was wanted will not be, or was missed, the mail says what is free instead. */
const WITH_NEXT: SeatMailKind[] = ['refused', 'lapsed', 'missing']

/** What the mail of this id has to say, read as it is now; null when it or its meeting is gone, or it is about no meeting. */
export async function findMailFacts(mailId: string, now: number): Promise<MailFacts | null> {
  const [row] = await readRow(mailId)
  const kind = row?.mail.kind
  if (!row?.mail.snapshot || !row.mail.seatId || !kind || !isMeetingMail(kind)) return null
  const [seats, recipient] = await Promise.all([listSeats(row.meeting.id), findRecipient(row.mail.seatId)])
  const [host, ...others] = seats.filter((seat) => seat.role === 'host')
  const guest = seats.find((seat) => seat.id === row.booking.seatId)
  invariant(recipient && host && guest, 'a booked meeting has its seats')
  const next = WITH_NEXT.includes(kind) ? await findNext(row.meeting, now) : null
  const { diagnosis, diagnosisText, message } = row.booking
  const { name, email, companyName, timeZone } = guest
  const hostNames = listText([host, ...others].map((one) => one.name), recipient.locale)
  const proposedAt = row.mail.snapshot.reply?.startsAt
  return {
    mailId,
    kind,
    channel: row.mail.channel,
    writtenAt: row.mail.createdAt.getTime(),
    current: { state: row.meeting.state, startsAt: row.meeting.startsAt.getTime(), endsAt: row.meeting.endsAt.getTime() },
    version: row.mail.snapshot,
    meeting: {
      id: row.meeting.id, title: row.meeting.title, uid: row.meeting.icsUid,
      createdAt: row.meeting.createdAt.getTime(), typeSlug: next?.typeSlug ?? row.typeSlug,
    },
    recipient,
    seats,
    host: { name: hostNames, email: host.email, timeZone: host.timeZone, title: others.length > 0 ? '' : row.hostTitle, phone: row.hostPhone },
    guest: { seatId: guest.id, name, email, companyName, timeZone, phone: row.guestPhone },
    booking: { diagnosis, diagnosisText, message },
    agenda: await readAgenda(kind, { recipient, meetingId: row.meeting.id, agenda: row.agenda ?? EMPTY_AGENDA }),
    next: kind === 'summary' ? (await findNextMeeting(row.meeting.id))?.booked : undefined,
    doneSteps: kind === 'step-due' ? (await listDoneSteps(row.meeting.id)).map(({ entryId }) => entryId) : undefined,
    said: kind === 'summary' && mayReadRecord(recipient) ? await listMessages(row.meeting.id) : [],
    approval: {
      answerBy: row.booking.answerBy?.getTime() ?? null, text: row.booking.answerText, nextStarts: next?.starts ?? [],
    },
    files: kind === 'summary' && mayReadRecord(recipient) ? await listRecordFiles(row.meeting.id) : [],
    counterTime: kind === 'counter' && proposedAt ? await judgeTime(row.meeting.id, proposedAt, now) : undefined,
  }
}

/** Nothing of it for whoever was sent away: what they still get says what the appointment is. */
async function readAgenda(
  kind: SeatMailKind, { recipient, meetingId, agenda }: { recipient: Seat; meetingId: string; agenda: Agenda },
): Promise<Agenda> {
  if (recipient.door === 'removed') return EMPTY_AGENDA
  return kind === 'summary' ? withNotes(agenda, await listNotes(meetingId)) : agenda
}

/** What is free instead, as long as the meeting if the type still has that length. */
async function findNext(
  { typeId, startsAt, endsAt }: { typeId: string; startsAt: Date; endsAt: Date }, now: number,
): Promise<{ starts: number[]; typeSlug: string } | null> {
  const known = await findMeetingTypeById(typeId)
  if (!known?.isActive) return null
  const type = nearestLength(known, (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS)
  return { starts: await listNextStarts(type, startsAt.getTime(), now), typeSlug: writeTypeSlug(type, type.durationMinutes) }
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
