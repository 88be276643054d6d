import { asc, eq, inArray } from 'drizzle-orm'
import type { Agenda } from '#app/domain/agenda/agenda.ts'
import { outcomeOf } from '#app/domain/agenda/polls/poll.ts'
import { db } from '#db/client.server.ts'
import { agenda, agendaEvent, chatMessage, correction, doneStep, meeting } from '#db/schema.server.ts'
import type { KnownPerson } from './known-person.server.ts'

/** The agendas of the meetings that the person had a seat in, and what the person changed of them. */
export async function collectAgendas({ meetingIds, seatIds }: KnownPerson) {
  if (meetingIds.length === 0) return { meetings: [], changes: [] }
  const meetings = await db().select({ meeting: meeting.title, startsAt: meeting.startsAt, agenda: agenda.state }).from(agenda)
    .innerJoin(meeting, eq(meeting.id, agenda.meetingId)).where(inArray(agenda.meetingId, meetingIds)).orderBy(asc(meeting.startsAt))
  const { change, at } = agendaEvent
  const changes = await db().select({ meeting: meeting.title, startsAt: meeting.startsAt, change, at }).from(agendaEvent)
    .innerJoin(meeting, eq(meeting.id, agendaEvent.meetingId)).where(inArray(agendaEvent.seatId, seatIds)).orderBy(asc(at))
  return { meetings: meetings.map((one) => ({ ...one, agenda: withOwnVotes(one.agenda, seatIds) })), changes }
}

/** What others voted, and the seats that they have, is not this person's. */
function withOwnVotes({ polls = [], ...state }: Agenda, seatIds: readonly string[]) {
  const given = polls.map((poll) => {
    const own = poll.answers.filter(({ id }) => seatIds.some((seatId) => poll.votes[seatId] === id))
    return { ...outcomeOf(poll, { seatId: '', isOver: true }), own: own.map(({ text }) => text) }
  })
  return { ...state, polls: given }
}

/** Messages that the person wrote, and the names of the files that they handed over. */
export async function collectChat({ seatIds }: KnownPerson) {
  if (seatIds.length === 0) return []
  const { text, fileName, fileType, fileBytes, at } = chatMessage
  return db().select({ meeting: meeting.title, startsAt: meeting.startsAt, text, fileName, fileType, fileBytes, at }).from(chatMessage)
    .innerJoin(meeting, eq(meeting.id, chatMessage.meetingId)).where(inArray(chatMessage.seatId, seatIds)).orderBy(asc(at))
}

export async function collectCorrections({ seatIds }: KnownPerson) {
  if (seatIds.length === 0) return []
  return db().select({ meeting: meeting.title, entryId: correction.entryId, before: correction.before, at: correction.at }).from(correction)
    .innerJoin(meeting, eq(meeting.id, correction.meetingId)).where(inArray(correction.seatId, seatIds)).orderBy(asc(correction.at))
}

/** Next steps that the person said were done. */
export async function collectNextSteps({ seatIds }: KnownPerson) {
  if (seatIds.length === 0) return []
  return db().select({ meeting: meeting.title, entryId: doneStep.entryId, doneAt: doneStep.at }).from(doneStep)
    .innerJoin(meeting, eq(meeting.id, doneStep.meetingId)).where(inArray(doneStep.seatId, seatIds)).orderBy(asc(doneStep.at))
}
