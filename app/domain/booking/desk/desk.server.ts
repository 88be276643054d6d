import { and, asc, eq, inArray } from 'drizzle-orm'
import { getRecord } from '#app/domain/agenda/notes/queries.server.ts'
import { listAttendance } from '#app/domain/meeting/attendance/attendance.server.ts'
import { readRecord } from '#app/domain/meeting/attendance/record.server.ts'
import { listMessages } from '#app/domain/meeting/chat/queries.server.ts'
import { isChangeable, PRESENT_WITHIN_MS } from '#app/domain/meeting/meeting.ts'
import { findMeetingRow, listMeetings, type MeetingRow } from '#app/domain/meeting/queries.server.ts'
import { listConsents } from '#app/domain/meeting/recording/queries.server.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { publicUrl } from '#app/platform/env.server.ts'
import { linkKey } from '#app/platform/link.server.ts'
import { db } from '#db/client.server.ts'
import { booking, meeting, meetingType, person, seat } from '#db/schema.server.ts'
import { standingOf } from '../approval/approval.ts'
import { listMails, type Mailed } from '../delivery/mails.server.ts'
import { readPrepare } from '../prepare/host-page.server.ts'
import { listOpenCounters } from '../replies/counter.server.ts'
import { listReplies } from '../replies/desk.server.ts'
import { summaryOf } from '../replies/reply.ts'
import { arrangeDay, outcomeOf, type DeskDay, type DeskMeeting, type MeetingSheet, type SheetGuest, type Stay } from './desk.ts'
import { readTitles } from './titles.server.ts'

const BACK_MS = 7 * DAY_MS
const AHEAD_MS = 366 * DAY_MS

/** The meetings around `now`, laid out as days of the host's zone. */
export async function readDeskDay(host: { id: string; timeZone: string; locale: Locale }, now: number): Promise<DeskDay> {
  const rows = await listMeetings(host.id, { from: now - BACK_MS, to: now + AHEAD_MS })
  const [titleOf, mails, deadlines, replies] = await Promise.all([
    readTitles(rows.map((row) => row.meeting), host.locale),
    listMails(rows.map((row) => row.meeting.id)), listDeadlines(rows, now),
    listReplies(rows.flatMap((row) => row.guests.map(({ id }) => id))),
  ])
  const meetings = rows.map((row) => ({
    ...toDeskMeeting(row, mails.filter((one) => one.meetingId === row.meeting.id), now),
    title: titleOf(row.meeting), answerBy: deadlines.get(row.meeting.id) ?? null,
    reply: summaryOf(row.guests.map(({ id }) => replies.get(id) ?? null)),
  }))
  return arrangeDay(meetings, now, host.timeZone)
}

/** Is any meeting of this host an example? */
export async function hasDemoMeetings(hostId: string): Promise<boolean> {
  const rows = await db().select({ id: meeting.id }).from(meeting)
    .where(and(eq(meeting.hostId, hostId), eq(meeting.isDemo, true))).limit(1)
  return rows.length > 0
}

/** Where this host can be booked: each type in the host's language, as a link to pass on. */
export async function listBookingLinks(host: { id: string; locale: Locale }): Promise<{ slug: string; title: string; url: string }[]> {
  const rows = await db().select().from(meetingType)
    .where(and(eq(meetingType.hostId, host.id), eq(meetingType.isActive, true))).orderBy(asc(meetingType.position), asc(meetingType.slug))
  return rows.map(({ slug, titleDa, titleEn }) => ({
    slug, title: host.locale === 'da' ? titleDa : titleEn, url: publicUrl() + paths.book(host.locale, slug),
  }))
}

/** One meeting of this host; null for another's. */
export async function findMeetingSheet(host: { id: string; locale: Locale }, meetingId: string, now: number): Promise<MeetingSheet | null> {
  const row = await findMeetingRow(host.id, meetingId)
  if (!row) return null
  const [titleOf, [booked], prepare, mails, attended, record, consents, phones, replies, counters, said, written] = await Promise.all([
    readTitles([row.meeting], host.locale),
    db().select().from(booking).where(eq(booking.meetingId, meetingId)),
    readPrepare(row.meeting),
    listMails([meetingId]),
    listStays(meetingId),
    readRecord(row.meeting, now),
    listConsents(meetingId),
    listPhones(row.guests),
    listReplies(row.guests.map((guest) => guest.id)),
    listOpenCounters(host.id, now, meetingId),
    listMessages(meetingId),
    getRecord(meetingId),
  ])
  const { id, startsAt, endsAt, state } = row.meeting
  return {
    meeting: { id, title: titleOf(row.meeting), startsAt, endsAt, state },
    hostSeatId: row.hostSeatId,
    coHosts: row.coHosts.map(({ name }) => name),
    guests: row.guests.map((guest) => ({ ...toSheetGuest(guest, phones), reply: replies.get(guest.id) ?? null })),
    answers: booked ? { diagnosis: booked.diagnosis, ownWords: booked.diagnosisText, message: booked.message } : null,
    approval: booked ? approvalOf(booked, now) : null,
    campaign: booked?.campaign ?? null,
    agenda: { items: written.agenda.items, entries: written.agenda.entries },
    prepare,
    said,
    mails,
    ...attended,
    record,
    consents,
    counters,
    canCancel: state !== 'pending' && isChangeable(row.meeting, now),
  }
}

/** Until when each of these meetings that is still open to an answer can get one. */
async function listDeadlines(rows: MeetingRow[], now: number): Promise<Map<string, number>> {
  const ids = rows.filter((row) => row.meeting.state === 'pending').map((row) => row.meeting.id)
  if (ids.length === 0) return new Map()
  const pending = await db().select({ id: booking.meetingId, answerBy: booking.answerBy }).from(booking)
    .where(inArray(booking.meetingId, ids))
  return new Map(pending.flatMap(({ id, answerBy }) => (answerBy && now < answerBy.getTime() ? [[id, answerBy.getTime()] as const] : [])))
}

function approvalOf({ state, answerBy, answerText }: typeof booking.$inferSelect, now: number): MeetingSheet['approval'] {
  if (answerBy === null) return null
  const wasAgreed = state === 'confirmed' || state === 'cancelled'
  return { standing: standingOf({ state, answerBy: answerBy.getTime() }, now), answerBy: answerBy.getTime(), text: answerText, wasAgreed }
}

async function listStays(meetingId: string): Promise<{ stays: Stay[]; names: Record<string, string> }> {
  const [rows, seats] = await Promise.all([
    listAttendance(meetingId),
    db().select({ id: seat.id, name: seat.name }).from(seat).where(eq(seat.meetingId, meetingId)),
  ])
  const names = Object.fromEntries(seats.map(({ id, name }) => [id, name]))
  const stays = rows.map(({ id, seatId, joinedAt, leftAt }) => (
    { id, name: names[seatId] ?? '', joinedAt: joinedAt.getTime(), leftAt: leftAt?.getTime() ?? null }
  ))
  return { stays, names }
}

async function listPhones(guests: Seat[]): Promise<Map<string, string | null>> {
  const ids = guests.flatMap(({ personId }) => personId ?? [])
  if (ids.length === 0) return new Map()
  const rows = await db().select({ id: person.id, phone: person.phone }).from(person).where(inArray(person.id, ids))
  return new Map(rows.map(({ id, phone }) => [id, phone]))
}

function toDeskMeeting(row: MeetingRow, mails: Mailed[], now: number): Omit<DeskMeeting, 'title' | 'answerBy' | 'reply'> {
  const { id, startsAt, endsAt, state } = row.meeting
  const guests = row.guests.map(({ id: seatId, name, companyName, door, lastSeenAt, turnUp }) => ({
    seatId, name, companyName, door, turnUp, isPresent: lastSeenAt !== null && now - lastSeenAt < PRESENT_WITHIN_MS,
  }))
  return { id, startsAt, endsAt, state, hostSeatId: row.hostSeatId, guests, mail: outcomeOf(mails) }
}

function toSheetGuest(guest: Seat, phones: Map<string, string | null>): Omit<SheetGuest, 'reply'> {
  const { id: seatId, name, email, companyName, timeZone, personId, linkGeneration, turnUp, checked } = guest
  const link = publicUrl() + paths.roomLink(seatId, linkKey('room', seatId, linkGeneration))
  return { seatId, name, email, companyName, timeZone, turnUp, checked, phone: personId ? (phones.get(personId) ?? null) : null, link }
}
