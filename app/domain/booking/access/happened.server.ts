import { asc, eq, inArray } from 'drizzle-orm'
import { db } from '#db/client.server.ts'
import { attendance, consent, counterProposal, mail, meeting, reminder, stepReminder, unprovenReply } from '#db/schema.server.ts'
import type { KnownPerson } from './known-person.server.ts'

/** What the person's calendar answered, beside what stands at their seats. */
export async function collectReplies({ seatIds }: KnownPerson) {
  if (seatIds.length === 0) return { counters: [], unproven: [] }
  const counters = await db().select({
    meeting: meeting.title, startsAt: counterProposal.startsAt, comment: counterProposal.comment, state: counterProposal.state,
    createdAt: counterProposal.createdAt,
  }).from(counterProposal).innerJoin(meeting, eq(meeting.id, counterProposal.meetingId)).where(inArray(counterProposal.seatId, seatIds))
  const { kind, startsAt, confirmedAt, createdAt } = unprovenReply
  const unproven = await db().select({ kind, startsAt, confirmedAt, createdAt }).from(unprovenReply)
    .where(inArray(unprovenReply.seatId, seatIds))
  return { counters, unproven }
}

/** Planned and told, before meetings and on the days of next steps. */
export async function collectReminders({ seatIds }: KnownPerson) {
  if (seatIds.length === 0) return { meetings: [], nextSteps: [] }
  const { minutesBefore, dueAt, settledAt, startsAt } = reminder
  const meetings = await db().select({ startsAt, minutesBefore, dueAt, settledAt }).from(reminder)
    .where(inArray(reminder.seatId, seatIds)).orderBy(asc(dueAt))
  const step = { entryId: stepReminder.entryId, day: stepReminder.day, dueAt: stepReminder.dueAt, settledAt: stepReminder.settledAt }
  const nextSteps = await db().select(step).from(stepReminder)
    .where(inArray(stepReminder.seatId, seatIds)).orderBy(asc(stepReminder.dueAt))
  return { meetings, nextSteps }
}

/** Which mails and text messages went to the person, and what became of them. */
export async function collectMails({ seatIds }: KnownPerson) {
  if (seatIds.length === 0) return []
  const { kind, channel, sentAt, failedAt, bouncedAt, bounceReason, createdAt } = mail
  return db().select({ meeting: meeting.title, kind, channel, sentAt, failedAt, bouncedAt, bounceReason, createdAt }).from(mail)
    .innerJoin(meeting, eq(meeting.id, mail.meetingId)).where(inArray(mail.seatId, seatIds)).orderBy(asc(createdAt))
}

export async function collectAttendance({ seatIds }: KnownPerson) {
  if (seatIds.length === 0) return []
  const { joinedAt, leftAt } = attendance
  return db().select({ meeting: meeting.title, joinedAt, leftAt }).from(attendance)
    .innerJoin(meeting, eq(meeting.id, attendance.meetingId)).where(inArray(attendance.seatId, seatIds)).orderBy(asc(joinedAt))
}

export async function collectConsents({ seatIds }: KnownPerson) {
  if (seatIds.length === 0) return []
  const { askedAt, answeredAt, isYes, withdrawnAt, wordingVersion, locale } = consent
  return db().select({ meeting: meeting.title, askedAt, answeredAt, isYes, withdrawnAt, wordingVersion, locale }).from(consent)
    .innerJoin(meeting, eq(meeting.id, consent.meetingId)).where(inArray(consent.seatId, seatIds)).orderBy(asc(askedAt))
}
