import { eq, lt } from 'drizzle-orm'
import { isHostOf, keepLength, type MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { findMeetingType, findMeetingTypeById } from '#app/domain/calendar/queries.server.ts'
import { findMeeting } from '#app/domain/meeting/queries.server.ts'
import { emailKey } from '#app/domain/people/commands.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { enqueue } from '#app/platform/outbox.server.ts'
import { db, transaction, type Transaction } from '#db/client.server.ts'
import { mail, proposal } from '#db/schema.server.ts'
import type { BookingRequest } from '../booking.ts'
import { hostsToLock } from '../hosts/assign-host.server.ts'
import { decideAlone } from '../reservation/decide.server.ts'
import { bookByHand } from '../write/book-by-hand.server.ts'
import type { AcceptRefusal, ProposalFacts } from './proposal.ts'
import { toProposal } from './queries.server.ts'

/** One to three starts, epoch milliseconds, in the order in which they suit. */
export type ProposalRequest = Omit<BookingRequest, 'startsAt' | 'visitorHash' | 'isDemo'> & { starts: number[] }

/** Passes times on to every host of the type. Nothing is taken. The same form sent again proposes nothing more. */
export async function proposeTimes(asked: ProposalRequest): Promise<Result<null, 'no-such-type'>> {
  const { typeSlug, starts, name, email, companyName, phone, locale, timeZone } = asked
  const { diagnosis, diagnosisText, message, idempotencyKey, campaign, returnUrl } = asked
  const type = await findMeetingType(typeSlug)
  if (!type) return refuse('no-such-type')
  return transaction(async (tx) => {
    const made = await tx.insert(proposal)
      .values({
        id: newId(), typeId: type.id, durationMinutes: type.durationMinutes, name, email: emailKey(email), companyName, phone, diagnosis,
        diagnosisText, message, locale, timeZone, idempotencyKey, campaign, returnUrl, starts: starts.map((at) => new Date(at)),
      })
      .onConflictDoNothing({ target: proposal.idempotencyKey }).returning({ id: proposal.id })
    for (const { id } of made) {
      for (const { hostId } of type.hosts) await queueProposalMail(tx, { kind: 'proposed', proposalId: id, hostId })
    }
    return ok(null)
  })
}

/** Which proposal is answered, and by whom of those who host its type. */
export type AskedProposal = { hostId: string; proposalId: string }

/**
 * Makes one of the proposed times a meeting, outside the hours too, but never over what has the time. Of several hosts
 * it is the turn of one who is free then, as with any booking. Taking the same one twice is taking it once.
 * @returns the meeting, and its host.
 */
export function acceptProposal(
  { startsAt, ...asked }: AskedProposal & { startsAt: number }, now: number,
): Promise<Result<Accepted, AcceptRefusal>> {
  return answer<Accepted, AcceptRefusal>(asked, async (tx, { row, type }) => {
    const { id, state, meetingId, starts, timeZone, durationMinutes, ...about } = toProposal(row)
    if (state === 'declined') return refuse('already-declined')
    if (state === 'booked') {
      const meeting = meetingId === null ? null : await findMeeting(meetingId, tx)
      return meeting?.startsAt === startsAt ? ok({ meetingId: meeting.id, hostId: meeting.hostId }) : refuse('already-booked')
    }
    if (!starts.includes(startsAt)) return refuse('not-proposed')
    const asker = { ...about, timeZone, idempotencyKey: id, campaign: row.campaign, returnUrl: row.returnUrl }
    const booked = await bookByHand(tx, asker, { type: keepLength(type, durationMinutes), startsAt, now })
    if (!booked.ok) return booked
    const made = { meetingId: booked.value.meetingId, hostId: booked.value.hostId }
    const answered = { state: 'booked' as const, hostId: asked.hostId, meetingId: made.meetingId, answeredAt: new Date(now) }
    await tx.update(proposal).set(answered).where(eq(proposal.id, id))
    return ok(made)
  })
}

type Accepted = { meetingId: string; hostId: string }

/** Says no to all of the times; the mail has the next free ones. Saying it twice is saying it once. */
export function declineProposal(
  { text, ...asked }: AskedProposal & { text: string | null }, now: number,
): Promise<Result<null, 'no-such-proposal' | 'already-booked' | 'slot-taken'>> {
  const { hostId } = asked
  return answer(asked, async (tx, { row: { id, state } }) => {
    if (state === 'booked') return refuse('already-booked')
    if (state === 'declined') return ok(null)
    await tx.update(proposal).set({ state: 'declined', hostId, answerText: text, answeredAt: new Date(now) }).where(eq(proposal.id, id))
    await queueProposalMail(tx, { kind: 'declined', proposalId: id })
    return ok(null)
  })
}

/** Proposals from before this instant (epoch milliseconds) are forgotten, with who made them. */
export async function forgetProposalsBefore(tx: Transaction, at: number): Promise<void> {
  await tx.delete(proposal).where(lt(proposal.createdAt, new Date(at)))
}

type Found = { row: typeof proposal.$inferSelect; type: MeetingType }

/** Under the lock of the calendars first, as every decision about their time; one host's answer waits for the other's. */
async function answer<Value, Reason extends string>(
  { hostId, proposalId }: AskedProposal, decide: (tx: Transaction, found: Found) => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | 'no-such-proposal' | 'slot-taken'>> {
  const isThis = eq(proposal.id, proposalId)
  const [known] = await db().select({ typeId: proposal.typeId }).from(proposal).where(isThis)
  const type = known && await findMeetingTypeById(known.typeId)
  if (!type || !isHostOf(type, hostId)) return refuse('no-such-proposal')
  return decideAlone<Value, Reason | 'no-such-proposal'>(hostsToLock(type), async (tx) => {
    const [row] = await tx.select().from(proposal).where(isThis).for('update')
    return row ? decide(tx, { row, type }) : refuse('no-such-proposal')
  })
}

async function queueProposalMail(
  tx: Transaction, about: { kind: ProposalFacts['kind']; proposalId: string; hostId?: string },
): Promise<void> {
  const mailId = newId()
  const { proposalId } = about
  await tx.insert(mail).values({ ...about, id: mailId })
  await enqueue(tx, 'mail.send', { mailId }, { queue: `mail:proposal:${proposalId}` })
}
