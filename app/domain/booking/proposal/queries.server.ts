import { and, asc, eq } from 'drizzle-orm'
import type { MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { findMeetingTypeById, readSlotRules } from '#app/domain/calendar/queries.server.ts'
import { getConsultant } from '#app/domain/people/queries.server.ts'
import { db } from '#db/client.server.ts'
import { mail, proposal } from '#db/schema.server.ts'
import { listNextStarts } from '../approval/next-times.server.ts'
import { decideSlot } from '../booking.ts'
import { decideByHand } from '../write/book-by-hand.server.ts'
import type { Proposal, ProposalFacts, ProposedTime } from './proposal.ts'

/** What waits for this consultant's answer, the oldest first. */
export async function listOpenProposals(hostId: string): Promise<Proposal[]> {
  const rows = await db().select().from(proposal)
    .where(and(eq(proposal.hostId, hostId), eq(proposal.state, 'open'))).orderBy(asc(proposal.createdAt), asc(proposal.id))
  return rows.map(toProposal)
}

export type ProposalSheet = { proposal: Proposal; type: MeetingType; times: ProposedTime[] }

/** One proposal with what stands against each of its times now; null for another consultant's. */
export async function findProposalSheet(hostId: string, proposalId: string, now: number): Promise<ProposalSheet | null> {
  const [row] = await db().select().from(proposal).where(and(eq(proposal.id, proposalId), eq(proposal.hostId, hostId)))
  const type = row && await findMeetingTypeById(row.typeId)
  if (!row || !type) return null
  const found = toProposal(row)
  const times = await Promise.all(found.starts.map(async (startsAt) => (
    { startsAt, state: await stateOf({ type, hostId, startsAt, now }) }
  )))
  return { proposal: found, type, times }
}

/** Everything that the mail of this id says; null when it or its proposal is gone, or it is about something else. */
export async function findProposalFacts(mailId: string, now: number): Promise<ProposalFacts | null> {
  const [row] = await db().select().from(mail).innerJoin(proposal, eq(proposal.id, mail.proposalId)).where(eq(mail.id, mailId))
  const type = row && await findMeetingTypeById(row.proposal.typeId)
  const kind = row?.mail.kind
  if (!row || !type || (kind !== 'proposed' && kind !== 'declined')) return null
  const { name, title, email, locale, timeZone } = await getConsultant(row.proposal.hostId)
  const found = toProposal(row.proposal)
  return {
    mailId, kind, writtenAt: row.mail.createdAt.getTime(), proposal: found, typeSlug: type.slug, title: type.title,
    host: { name, title, email, locale, timeZone },
    nextStarts: kind === 'declined' && type.isActive ? await listNextStarts(type, Math.min(...found.starts), now) : [],
  }
}

export function toProposal(row: typeof proposal.$inferSelect): Proposal {
  const { id, typeId, name, email, companyName, phone, diagnosis, diagnosisText, message } = row
  const { locale, timeZone, state, answerText, meetingId } = row
  return {
    id, typeId, name, email, companyName, phone, diagnosis, diagnosisText, message, locale, timeZone, state, answerText, meetingId,
    starts: row.starts.map((at) => at.getTime()), createdAt: row.createdAt.getTime(),
  }
}

type Wanted = { type: MeetingType; hostId: string; startsAt: number; now: number }

async function stateOf(wanted: Wanted): Promise<ProposedTime['state']> {
  const decided = await decideByHand(db(), wanted)
  if (!decided.ok) return decided.reason === 'slot-past' ? 'past' : 'taken'
  const { type, hostId, startsAt, now } = wanted
  const rules = await readSlotRules({ type, hostId: type.assign === 'all' ? undefined : hostId, from: startsAt, to: startsAt + 1, now })
  return decideSlot(rules, startsAt).ok ? 'free' : 'outside'
}
