import { and, eq, lt } from 'drizzle-orm'
import { findMeetingType, findMeetingTypeById } from '#app/domain/calendar/queries.server.ts'
import { findMeeting } from '#app/domain/meeting/queries.server.ts'
import { emailKey } from '#app/domain/people/commands.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { enqueue } from '#app/platform/outbox.server.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { mail, proposal } from '#db/schema.server.ts'
import type { BookingRequest } from '../booking.ts'
import { hostsToLock } from '../hosts/assign-host.server.ts'
import { decideAlone } from '../reservation/decide.server.ts'
import { bookByHand } from '../write/book-by-hand.server.ts'
import type { AcceptRefusal, ProposalFacts } from './proposal.ts'
import { toProposal } from './queries.server.ts'

/** One to three starts, epoch milliseconds, in the order in which they suit. */
export type ProposalRequest = Omit<BookingRequest, 'startsAt' | 'visitorHash' | 'isDemo'> & { starts: number[] }

/** Passes times on to the consultant. Nothing is taken. The same form sent again proposes nothing more. */
export async function proposeTimes(asked: ProposalRequest): Promise<Result<null, 'no-such-type'>> {
  const { typeSlug, starts, name, email, companyName, phone, locale, timeZone } = asked
  const { diagnosis, diagnosisText, message, idempotencyKey } = asked
  const type = await findMeetingType(typeSlug)
  if (!type) return refuse('no-such-type')
  return transaction(async (tx) => {
    const made = await tx.insert(proposal)
      .values({
        id: newId(), hostId: type.hostId, typeId: type.id, name, email: emailKey(email), companyName, phone,
        diagnosis, diagnosisText, message, locale, timeZone, idempotencyKey, starts: starts.map((at) => new Date(at)),
      })
      .onConflictDoNothing({ target: proposal.idempotencyKey }).returning({ id: proposal.id })
    for (const { id } of made) await queueProposalMail(tx, 'proposed', id)
    return ok(null)
  })
}

export type AskedProposal = { hostId: string; proposalId: string }

/**
 * Makes one of the proposed times a meeting, outside the hours too, but never over what has the time.
 * Taking the same one twice is taking it once.
 */
export function acceptProposal(
  { startsAt, ...asked }: AskedProposal & { startsAt: number }, now: number,
): Promise<Result<{ meetingId: string }, AcceptRefusal>> {
  return answer<{ meetingId: string }, AcceptRefusal>(asked, async (tx, row) => {
    const { id, state, meetingId, starts, timeZone, ...about } = toProposal(row)
    if (state === 'declined') return refuse('already-declined')
    if (state === 'booked') {
      const isThis = meetingId !== null && (await findMeeting(meetingId, tx))?.startsAt === startsAt
      return isThis ? ok({ meetingId }) : refuse('already-booked')
    }
    const type = await findMeetingTypeById(row.typeId)
    if (!type || !starts.includes(startsAt)) return refuse('not-proposed')
    const booked = await bookByHand(tx, { ...about, timeZone, idempotencyKey: id }, { type, hostId: asked.hostId, startsAt, now })
    if (!booked.ok) return booked
    const made = { state: 'booked' as const, meetingId: booked.value.meetingId, answeredAt: new Date(now) }
    await tx.update(proposal).set(made).where(eq(proposal.id, id))
    return ok({ meetingId: made.meetingId })
  })
}

/** Says no to all of the times; the mail has the next free ones. Saying it twice is saying it once. */
export function declineProposal(
  { text, ...asked }: AskedProposal & { text: string | null }, now: number,
): Promise<Result<null, 'no-such-proposal' | 'already-booked' | 'slot-taken'>> {
  return answer(asked, async (tx, { id, state }) => {
    if (state === 'booked') return refuse('already-booked')
    if (state === 'declined') return ok(null)
    await tx.update(proposal).set({ state: 'declined', answerText: text, answeredAt: new Date(now) }).where(eq(proposal.id, id))
    await queueProposalMail(tx, 'declined', id)
    return ok(null)
  })
}

/** Proposals from before this instant (epoch milliseconds) are forgotten, with who made them. */
export async function forgetProposalsBefore(tx: Transaction, at: number): Promise<void> {
  await tx.delete(proposal).where(lt(proposal.createdAt, new Date(at)))
}

type Row = typeof proposal.$inferSelect

/** Under the lock of the calendars first, as every decision about their time. */
async function answer<Value, Reason extends string>(
  { hostId, proposalId }: AskedProposal, decide: (tx: Transaction, row: Row) => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | 'no-such-proposal' | 'slot-taken'>> {
  const isOwn = and(eq(proposal.id, proposalId), eq(proposal.hostId, hostId))
  const [known] = await transaction((tx) => tx.select({ typeId: proposal.typeId }).from(proposal).where(isOwn))
  const type = known && await findMeetingTypeById(known.typeId)
  if (!type) return refuse('no-such-proposal')
  return decideAlone<Value, Reason | 'no-such-proposal'>(hostsToLock(type, hostId), async (tx) => {
    const [row] = await tx.select().from(proposal).where(isOwn).for('update')
    return row ? decide(tx, row) : refuse('no-such-proposal')
  })
}

async function queueProposalMail(tx: Transaction, kind: ProposalFacts['kind'], proposalId: string): Promise<void> {
  const mailId = newId()
  await tx.insert(mail).values({ id: mailId, kind, proposalId })
  await enqueue(tx, 'mail.send', { mailId }, { queue: `mail:proposal:${proposalId}` })
}
