import { and, asc, eq, inArray } from 'drizzle-orm'
import { listNotes } from '#app/domain/agenda/notes/queries.server.ts'
import { db } from '#db/client.server.ts'
import { agenda, agendaFile, hostNote, meeting, mirrorChoice, mirrorShare, seat } from '#db/schema.server.ts'
import type { KnownPerson } from './known-person.server.ts'

/** What was written together in the meetings that the person had a seat in. */
export async function collectNotes({ meetingIds }: KnownPerson) {
  const notes = await Promise.all(meetingIds.map(async (meetingId) => ({ meetingId, notes: await listNotes(meetingId) })))
  return notes.filter((one) => one.notes.length > 0)
}

/** What was prepared for the hosts alone about meetings that the person had a seat in: for one of those hosts, and no other. */
export async function collectHostNotes({ meetingIds }: KnownPerson, askerId: string) {
  if (meetingIds.length === 0) return []
  const { itemId, questions, text, updatedAt } = hostNote
  return db().select({ meeting: meeting.title, startsAt: meeting.startsAt, itemId, questions, text, updatedAt }).from(hostNote)
    .innerJoin(meeting, eq(meeting.id, hostNote.meetingId))
    .innerJoin(seat, and(eq(seat.meetingId, meeting.id), eq(seat.role, 'host'), eq(seat.consultantId, askerId)))
    .where(inArray(hostNote.meetingId, meetingIds)).orderBy(asc(meeting.startsAt))
}

/** For how long the person spoke, a sum for each item, and whether they wanted it counted. */
export async function collectSpoken({ seatIds }: KnownPerson) {
  if (seatIds.length === 0) return { sums: [], choices: [] }
  const { itemId, spokenMs } = mirrorShare
  const { title, startsAt } = meeting
  const rows = await db().select({ meeting: title, startsAt, itemId, spokenMs, state: agenda.state }).from(mirrorShare)
    .innerJoin(meeting, eq(meeting.id, mirrorShare.meetingId)).leftJoin(agenda, eq(agenda.meetingId, meeting.id))
    .where(inArray(mirrorShare.seatId, seatIds)).orderBy(asc(startsAt))
  const sums = rows.map(({ state, ...sum }) => ({ ...sum, item: state?.items.find(({ id }) => id === sum.itemId)?.title ?? null }))
  const choices = await db().select().from(mirrorChoice).where(inArray(mirrorChoice.seatId, seatIds))
  return { sums, choices: choices.map(({ toldAt, isOn, changedAt }) => ({ toldAt, isOn, changedAt })) }
}

/** The names of the files that the person added to a meeting beforehand. */
export async function collectFiles({ seatIds }: KnownPerson) {
  if (seatIds.length === 0) return []
  const { name, type, bytes, createdAt } = agendaFile
  return db().select({ name, type, bytes, addedAt: createdAt }).from(agendaFile).where(inArray(agendaFile.seatId, seatIds))
    .orderBy(asc(createdAt))
}
