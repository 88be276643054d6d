import { and, asc, eq, gt } from 'drizzle-orm'
import { questionOfMove } from '#app/domain/calendar/meeting-type.ts'
import { findMeetingTypeById } from '#app/domain/calendar/queries.server.ts'
import { queueMail, snapshotOf } from '#app/domain/meeting/mail-queue.server.ts'
import { findMeeting, isHostedBy, lockMeeting } from '#app/domain/meeting/queries.server.ts'
import type { Meeting, Seat } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { db, transaction, type Transaction } from '#db/client.server.ts'
import { booking, counterProposal, meeting, person, seat } from '#db/schema.server.ts'
import { moveBooking } from '../commands.server.ts'
import { decideIn } from '../reservation/decide.server.ts'
import type { CounterTime } from '../mail-facts.ts'
import type { CounterRefusal, CounterState, OpenCounter, ReplyOutcome } from './reply.ts'

/** Which proposal is answered, and by whom; one for another consultant's meeting does not exist. */
export type AskedCounter = { hostId: string; counterId: string }

type Counter = { startsAt: number; stampedAt: number; comment: string | null }

/** Offers the time to the hosts, in place of what the same seat proposed before. The same time again is nothing new. */
export async function openCounter(
  tx: Transaction, proposed: { meeting: Meeting; seat: Seat; seats: Seat[]; counter: Counter }, now: number,
): Promise<ReplyOutcome> {
  const { meeting: answered, seat: own, seats, counter } = proposed
  const isOpen = and(eq(counterProposal.seatId, own.id), eq(counterProposal.state, 'open'))
  const [before] = await tx.select().from(counterProposal).where(isOpen)
  if (before && (before.startsAt.getTime() === counter.startsAt || before.stampedAt.getTime() >= counter.stampedAt)) return 'repeated'
  await tx.update(counterProposal).set({ state: 'stale', answeredAt: new Date(now) }).where(isOpen)
  const id = newId()
  await tx.insert(counterProposal).values({
    id, meetingId: answered.id, seatId: own.id, comment: counter.comment,
    startsAt: new Date(counter.startsAt), stampedAt: new Date(counter.stampedAt),
  })
  const reply = { kind: 'counter' as const, who: own.name, id, startsAt: counter.startsAt, comment: counter.comment }
  for (const { id: seatId } of seats.filter(({ role }) => role === 'host')) {
    await queueMail(tx, { kind: 'counter', meetingId: answered.id, seatId, snapshot: { ...snapshotOf(answered), reply } })
  }
  return 'applied'
}

/** Moves the meeting to the time that is proposed, by the move that every booking has. Taking it twice is taking it once. */
export async function acceptCounter({ hostId, counterId }: AskedCounter, now: number): Promise<Result<null, CounterRefusal>> {
  const found = await findCounter(hostId, counterId)
  if (!found) return refuse('no-such-counter')
  const isStillOpen = async (tx: Transaction) => (await lockCounter(tx, counterId))?.state === 'open'
  const moved = await moveBooking(found.seatId, found.startsAt.getTime(), now, isStillOpen)
  const state = (await findCounter(hostId, counterId))?.state
  if (state === 'accepted') return ok(null)
  if (state === undefined) return refuse('no-such-counter')
  if (state !== 'open') return refuse(state)
  if (moved.ok) return refuse('not-changeable')
  return refuse(moved.reason === 'no-such-booking' ? 'no-such-counter' : moved.reason)
}

/** Says no to the proposal: the time that holds stays, and the calendar that proposed another is told (RFC 5546 §3.2.8). */
export async function declineCounter(
  { hostId, counterId }: AskedCounter, now: number,
): Promise<Result<null, Extract<CounterRefusal, CounterState | 'no-such-counter'>>> {
  const found = await findCounter(hostId, counterId)
  if (!found) return refuse('no-such-counter')
  return transaction(async (tx): Promise<Result<null, 'accepted' | 'stale'>> => {
    const answered = await lockMeeting(tx, found.meetingId)
    const counter = await lockCounter(tx, counterId)
    if (!counter || counter.state === 'declined') return ok(null)
    if (counter.state !== 'open') return refuse(counter.state)
    await tx.update(counterProposal).set({ state: 'declined', answeredAt: new Date(now) }).where(eq(counterProposal.id, counterId))
    const startsAt = counter.startsAt.getTime()
    const reply = { kind: 'counter' as const, who: '', id: counterId, startsAt, comment: null }
    await queueMail(tx, { kind: 'counter-declined', meetingId: answered.id, seatId: counter.seatId, snapshot: { ...snapshotOf(answered), reply } })
    return ok(null)
  })
}

/** What waits for the answer of this consultant, the oldest first, each with what stands against it now. */
export async function listOpenCounters(hostId: string, now: number, meetingId?: string): Promise<OpenCounter[]> {
  const rows = await db().select({ counter: counterProposal, name: seat.name }).from(counterProposal)
    .innerJoin(meeting, eq(meeting.id, counterProposal.meetingId)).innerJoin(seat, eq(seat.id, counterProposal.seatId))
    .where(and(
      isHostedBy(hostId), eq(counterProposal.state, 'open'), gt(meeting.startsAt, new Date(now)),
      meetingId === undefined ? undefined : eq(meeting.id, meetingId),
    ))
    .orderBy(asc(counterProposal.createdAt), asc(counterProposal.id))
  return Promise.all(rows.map(async ({ counter: { id, meetingId: ofMeeting, startsAt, comment }, name }) => ({
    id, meetingId: ofMeeting, name, startsAt: startsAt.getTime(), comment, time: await judgeTime(ofMeeting, startsAt.getTime(), now),
  })))
}

/** Could this meeting be moved to this instant, by the rules of every booking? */
export async function judgeTime(meetingId: string, startsAt: number, now: number): Promise<CounterTime> {
  const found = await findMeeting(meetingId)
  const type = found && await findMeetingTypeById(found.typeId)
  if (!found || !type) return 'slot-closed'
  const [booked] = await db().select({ companyId: person.companyId }).from(booking)
    .innerJoin(person, eq(person.id, booking.personId)).where(eq(booking.meetingId, meetingId))
  const decided = await decideIn(db(), startsAt, { ...questionOfMove(type, found), now, companyId: booked?.companyId ?? null })
  return decided.ok ? 'free' : decided.reason
}

async function findCounter(hostId: string, counterId: string): Promise<typeof counterProposal.$inferSelect | null> {
  const [row] = await db().select({ counter: counterProposal }).from(counterProposal)
    .innerJoin(meeting, eq(meeting.id, counterProposal.meetingId))
    .where(and(eq(counterProposal.id, counterId), isHostedBy(hostId)))
  return row?.counter ?? null
}

async function lockCounter(tx: Transaction, counterId: string): Promise<typeof counterProposal.$inferSelect | null> {
  const [row] = await tx.select().from(counterProposal).where(eq(counterProposal.id, counterId)).for('update')
  return row ?? null
}
