import { and, asc, eq, inArray } from 'drizzle-orm'
import { isHostOf, keepLength, nearestLength, writeTypeSlug, type MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { findMeetingTypeById, hostedTypeIds, readSlotRules } from '#app/domain/calendar/queries.server.ts'
import { findMeeting } from '#app/domain/meeting/queries.server.ts'
import { getConsultant } from '#app/domain/people/queries.server.ts'
import { db } from '#db/client.server.ts'
import { mail, proposal } from '#db/schema.server.ts'
import { listNextStarts } from '../approval/next-times.server.ts'
import { decideSlot } from '../booking.ts'
import { decideByHand } from '../write/book-by-hand.server.ts'
import type { Proposal, ProposalFacts, ProposalParty, ProposedTime } from './proposal.ts'

/** What waits for an answer of this consultant or of another host of the type, the oldest first. */
export async function listOpenProposals(hostId: string): Promise<Proposal[]> {
  const rows = await db().select().from(proposal)
    .where(and(inArray(proposal.typeId, hostedTypeIds(hostId)), eq(proposal.state, 'open'))).orderBy(asc(proposal.createdAt), asc(proposal.id))
  return rows.map(toProposal)
}

export type ProposalSheet = {
  proposal: Proposal
  type: MeetingType
  party: ProposalParty
  times: ProposedTime[]
  /** Which of the others answered; null where nobody did, or the one who asks. */
  answeredBy: string | null
  /** Who holds the meeting that it became; `isMine`: the one who asks. */
  heldBy: { name: string; isMine: boolean } | null
}

/** One proposal with what stands against each of its times now; null for whoever doesn't host its type. */
export async function findProposalSheet(hostId: string, proposalId: string, now: number): Promise<ProposalSheet | null> {
  const [row] = await db().select().from(proposal).where(eq(proposal.id, proposalId))
  const known = row && await findMeetingTypeById(row.typeId)
  if (!row || !known || !isHostOf(known, hostId)) return null
  const found = toProposal(row)
  const type = keepLength(known, found.durationMinutes)
  const times = await Promise.all(found.starts.map(async (startsAt) => ({ startsAt, state: await stateOf({ type, startsAt, now }) })))
  const isOthers = found.hostId !== null && found.hostId !== hostId
  return {
    proposal: found, type, times, party: type.hosts.length === 1 ? 'alone' : type.assign,
    answeredBy: isOthers ? (await getConsultant(found.hostId ?? '')).name : null,
    heldBy: found.meetingId === null ? null : await findHolder(found.meetingId, hostId),
  }
}

async function findHolder(meetingId: string, hostId: string): Promise<ProposalSheet['heldBy']> {
  const meeting = await findMeeting(meetingId)
  return meeting && { name: (await getConsultant(meeting.hostId)).name, isMine: meeting.hostId === hostId }
}

/** Everything that the mail of this id says; null when it or its proposal is gone, or it is about something else. */
export async function findProposalFacts(mailId: string, now: number): Promise<ProposalFacts | null> {
  const [row] = await db().select().from(mail).innerJoin(proposal, eq(proposal.id, mail.proposalId)).where(eq(mail.id, mailId))
  const known = row && await findMeetingTypeById(row.proposal.typeId)
  const kind = row?.mail.kind
  if (!row || !known || (kind !== 'proposed' && kind !== 'declined')) return null
  const { name, title, email, locale, timeZone } = await getConsultant(row.mail.hostId ?? row.proposal.hostId ?? known.hostId)
  const found = toProposal(row.proposal)
  const type = nearestLength(known, found.durationMinutes)
  return {
    mailId, kind, writtenAt: row.mail.createdAt.getTime(), proposal: found, title: type.title,
    typeSlug: writeTypeSlug(type, type.durationMinutes),
    host: { name, title, email, locale, timeZone },
    nextStarts: kind === 'declined' && type.isActive ? await listNextStarts(type, Math.min(...found.starts), now) : [],
  }
}

export function toProposal(row: typeof proposal.$inferSelect): Proposal {
  const { id, typeId, hostId, durationMinutes, name, email, companyName, phone, diagnosis, diagnosisText, message } = row
  const { locale, timeZone, state, answerText, meetingId } = row
  return {
    id, typeId, hostId, durationMinutes, name, email, companyName, phone, diagnosis, diagnosisText, message, locale, timeZone,
    state, answerText, meetingId,
    starts: row.starts.map((at) => at.getTime()), createdAt: row.createdAt.getTime(),
  }
}

type Wanted = { type: MeetingType; startsAt: number; now: number }

async function stateOf(wanted: Wanted): Promise<ProposedTime['state']> {
  const decided = await decideByHand(db(), wanted)
  if (!decided.ok) return decided.reason === 'slot-past' ? 'past' : 'taken'
  const { type, startsAt, now } = wanted
  const rules = await readSlotRules({ type, from: startsAt, to: startsAt + 1, now })
  return decideSlot(rules, startsAt).ok ? 'free' : 'outside'
}
