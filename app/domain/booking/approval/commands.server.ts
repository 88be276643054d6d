import { eq } from 'drizzle-orm'
import { affirm, release } from '#app/domain/calendar/commands.server.ts'
import { findMeetingTypeById } from '#app/domain/calendar/queries.server.ts'
import { listHostIds } from '#app/domain/meeting/hosts/host-seats.server.ts'
import { findMeeting } from '#app/domain/meeting/queries.server.ts'
import { cancelMeeting, confirmMeeting } from '#app/domain/meeting/schedule.server.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { SECOND_MS } from '#app/kernel/time.ts'
import type { Transaction } from '#db/client.server.ts'
import { booking } from '#db/schema.server.ts'
import { hostsToLock } from '../hosts/assign-host.server.ts'
import { decideAlone } from '../reservation/decide.server.ts'
import { queueTelling } from '../watch/queue.server.ts'
import { standingOf, type ApprovalRefusal } from './approval.ts'
import { queueLapse } from './queue.server.ts'

type Answered = Result<null, ApprovalRefusal | 'slot-taken'>
type Row = typeof booking.$inferSelect

/** Which meeting is answered, and by whom; another consultant's does not exist. */
export type Asked = { hostId: string; meetingId: string }

/** Says yes: the meeting is agreed on and its invitations go out. Saying it twice is saying it once. */
export function approveBooking(asked: Asked, now: number): Promise<Answered> {
  return answer(asked, async (tx, { row }) => {
    const standing = standingOf(toDeadline(row), now)
    if (standing === 'approved') return ok(null)
    if (standing !== 'pending') return refuse(standing)
    await tx.update(booking).set({ state: 'confirmed' }).where(eq(booking.id, row.id))
    await affirm(tx, row.meetingId)
    await confirmMeeting(tx, row.meetingId, now)
    return ok(null)
  })
}

/** Says no, with a word of one's own or without: the time is free, and the prospect is told which come next. */
export function refuseBooking(asked: Asked & { text: string | null }, now: number): Promise<Answered> {
  return answer(asked, async (tx, { row, hostIds }) => {
    const standing = standingOf(toDeadline(row), now)
    if (standing === 'refused') return ok(null)
    if (standing !== 'pending') return refuse(standing)
    await tx.update(booking).set({ state: 'refused', answerText: asked.text, cancelledAt: new Date(now) }).where(eq(booking.id, row.id))
    await release(tx, row.meetingId)
    await cancelMeeting(tx, row.meetingId, { now, mail: 'refused', to: 'guest' })
    await queueTelling(tx, hostIds)
    return ok(null)
  })
}

/**
 * Job: what nobody has answered by its deadline lapses; its time is free and both are told. One whose deadline was
 * moved meanwhile, or that the database's clock called a moment too soon, is looked at again.
 */
export async function lapseBooking({ meetingId }: { meetingId: string }, now: number): Promise<void> {
  const found = await findMeeting(meetingId)
  if (!found) return
  await answer({ meetingId }, async (tx, { row, hostIds }) => {
    if (row.state !== 'pending') return ok(null)
    const answerBy = row.answerBy?.getTime() ?? now
    if (now < answerBy) {
      await queueLapse(tx, meetingId, Math.max(answerBy, now + SECOND_MS))
      return ok(null)
    }
    await tx.update(booking).set({ state: 'lapsed', cancelledAt: new Date(now) }).where(eq(booking.id, row.id))
    await release(tx, meetingId)
    await cancelMeeting(tx, meetingId, { now, mail: 'lapsed' })
    await queueTelling(tx, hostIds)
    return ok(null)
  })
}

type Found = { row: Row; hostIds: string[] }

/**
 * Under the lock of the calendars first, as every decision about their time: an answer and a call-off take turns. Where
 * several host, any of them answers for all; without a host it is the deadline that answers.
 */
async function answer(
  { hostId, meetingId }: Partial<Asked> & Pick<Asked, 'meetingId'>, decide: (tx: Transaction, found: Found) => Promise<Answered>,
): Promise<Answered> {
  const [found, hosting] = await Promise.all([findMeeting(meetingId), listHostIds(meetingId)])
  if (!found || (hostId !== undefined && !hosting.includes(hostId))) return refuse('no-such-booking')
  const type = await findMeetingTypeById(found.typeId)
  invariant(type, 'a meeting has its type')
  const hostIds = hostsToLock(type, hosting)
  return decideAlone(hostIds, async (tx) => {
    const [row] = await tx.select().from(booking).where(eq(booking.meetingId, meetingId)).for('update')
    return row ? decide(tx, { row, hostIds }) : refuse('no-such-booking')
  })
}

function toDeadline({ state, answerBy }: Row): { state: Row['state']; answerBy: number | null } {
  return { state, answerBy: answerBy?.getTime() ?? null }
}
