import { and, eq, inArray, sql } from 'drizzle-orm'
import type { CalendarReply, Partstat } from '#app/domain/calendar/replies/calendar-reply.ts'
import { queueMail, snapshotOf } from '#app/domain/meeting/mail-queue.server.ts'
import { isChangeable } from '#app/domain/meeting/meeting.ts'
import { listSeats, lockMeeting } from '#app/domain/meeting/queries.server.ts'
import type { Meeting, Seat } from '#app/domain/meeting/seat.ts'
import { isAnswerable } from '#app/domain/meeting/turn-up/turn-up.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Transaction } from '#db/client.server.ts'
import { booking, mail, meeting, seat, unprovenReply } from '#db/schema.server.ts'
import { openCounter } from './counter.server.ts'
import type { ReplyKind } from '../mail-facts.ts'
import { findAnswerer, type ReplyOutcome, type Sender } from './reply.ts'

/** An answer as it came in: `answers` are ids of mails of ours that its mail names as what it answers. */
export type ReceivedReply = { reply: CalendarReply; sender: Sender; answers: readonly string[] }

/**
 * Takes an answer that came by mail, in the transaction that notes that mail as handled. What it changes, it changes
 * for the seat of its sender alone, and only when it is proven who that is; else that one is asked, once.
 */
export async function takeReply(tx: Transaction, { reply, sender, answers }: ReceivedReply, now: number): Promise<ReplyOutcome> {
  const meetingId = await findAnswered(tx, reply.uid, answers)
  if (meetingId === null) return 'unknown-meeting'
  const answered = await lockMeeting(tx, meetingId)
  const seats = await listSeats(meetingId, tx)
  const found = findAnswerer(reply, sender, seats)
  if (!found) return 'no-attendee'
  const kind = kindOf(reply, found.partstat)
  if (kind === null) return 'says-nothing'
  const given: Given = {
    kind, partstat: found.partstat, sequence: reply.sequence, startsAt: reply.startsAt, comment: reply.comment,
    // A calendar whose clock is ahead must not outdate what it says later.
    stampedAt: Math.min(reply.stampedAt ?? now, now),
  }
  const refused = await whyNot(tx, { meeting: answered, seat: found.seat, given }, now)
  if (refused) return refused
  if (!found.isProven) return askWhose(tx, answered, { seat: found.seat, given })
  return applyReply(tx, { meeting: answered, seat: found.seat, seats, given }, now)
}

/** What somebody answers, whoever told us. Instants are epoch milliseconds. */
export type Given = {
  kind: ReplyKind
  partstat: Partstat
  sequence: number
  startsAt: number | null
  stampedAt: number
  comment: string | null
}

/** Why an answer changes nothing, whoever gives it; null when it can. */
export async function whyNot(
  tx: Transaction, { meeting: answered, seat: own, given }: { meeting: Meeting; seat: Seat; given: Given }, now: number,
): Promise<ReplyOutcome | null> {
  const isCounter = given.kind === 'counter'
  const isOpen = isCounter ? answered.state !== 'pending' && isChangeable(answered, now) : isAnswerable(answered, now)
  if (!isOpen) return 'over'
  if (given.sequence < await sequenceOfTime(tx, own.id)) return 'old'
  if (isCounter && given.startsAt === null) return 'says-nothing'
  if (isCounter && (given.startsAt === answered.startsAt || (given.startsAt ?? 0) <= now)) return 'no-change'
  return null
}

/** Writes down what this seat answers, tells the host what needs an answer, and opens what is proposed. */
export async function applyReply(
  tx: Transaction, answer: { meeting: Meeting; seat: Seat; seats: Seat[]; given: Given }, now: number,
): Promise<ReplyOutcome> {
  const { meeting: answered, seat: own, given } = answer
  const [before] = await tx.select({ partstat: seat.partstat, at: seat.partstatAt }).from(seat).where(eq(seat.id, own.id))
  const isNewer = before !== undefined && given.stampedAt > (before.at?.getTime() ?? 0)
  if (isNewer && given.partstat !== 'needs-action') {
    await tx.update(seat)
      .set({ partstat: given.partstat, partstatAt: new Date(given.stampedAt), partstatComment: given.comment }).where(eq(seat.id, own.id))
    if (given.partstat === 'declined' && before.partstat !== 'declined') await tellOfNo(tx, answer)
  }
  if (given.kind !== 'counter' || given.startsAt === null) return isNewer ? 'applied' : 'repeated'
  const counter = { startsAt: given.startsAt, stampedAt: given.stampedAt, comment: given.comment }
  return openCounter(tx, { ...answer, meeting: answered, counter }, now)
}

/** Of a UID that is nobody's nothing else is looked at; only an answer without one is known by the mail that it answers. */
async function findAnswered(tx: Transaction, uid: string | null, mailIds: readonly string[]): Promise<string | null> {
  if (uid !== null) {
    const [row] = await tx.select({ id: meeting.id }).from(meeting).where(eq(meeting.icsUid, uid))
    return row?.id ?? null
  }
  if (mailIds.length === 0) return null
  const [row] = await tx.select({ id: mail.meetingId }).from(mail).where(inArray(mail.id, [...mailIds])).limit(1)
  return row?.id ?? null
}

/**
 * SEQUENCE of the version that gave this seat the time that holds: an answer to an earlier one is to another time.
 * Others who come or go raise the meeting's SEQUENCE too, and change nothing for who answers.
 */
async function sequenceOfTime(tx: Transaction, seatId: string): Promise<number> {
  const sequence = sql<number | null>`max((${mail.snapshot} ->> 'sequence')::int)`
  const [row] = await tx.select({ sequence }).from(mail)
    .where(and(eq(mail.seatId, seatId), inArray(mail.kind, ['invitation', 'update'])))
  return row?.sequence ?? 0
}

async function askWhose(tx: Transaction, answered: Meeting, { seat: own, given }: { seat: Seat; given: Given }): Promise<ReplyOutcome> {
  const id = newId()
  const { kind, startsAt: proposed } = given
  const sequence = answered.icsSequence
  const startsAt = kind === 'counter' ? proposed : null
  const made = await tx.insert(unprovenReply)
    .values({ id, seatId: own.id, kind, sequence, startsAt: startsAt === null ? null : new Date(startsAt) })
    .onConflictDoNothing().returning({ id: unprovenReply.id })
  if (made.length === 0) return 'asked'
  // Words of somebody who may be anybody are passed on to nobody.
  const reply = { kind, who: own.name, id, startsAt, comment: null }
  await queueMail(tx, { kind: 'unproven', meetingId: answered.id, seatId: own.id, snapshot: { ...snapshotOf(answered), reply } })
  return 'asked'
}

/** A no of the one who booked takes the meeting from nobody: the host is told, once for each time that the meeting has. */
async function tellOfNo(tx: Transaction, { meeting: answered, seat: own, seats, given }: Parameters<typeof applyReply>[1]): Promise<void> {
  const [booked] = await tx.select({ seatId: booking.seatId }).from(booking).where(eq(booking.meetingId, answered.id))
  if (booked?.seatId !== own.id) return
  const reply = { kind: 'declined' as const, who: own.name, id: null, startsAt: null, comment: given.comment }
  for (const { id: seatId } of seats.filter(({ role }) => role === 'host')) {
    const isTold = sql`${mail.snapshot} ->> 'startsAt' = ${String(answered.startsAt)}`
    if (await tx.$count(mail, and(eq(mail.seatId, seatId), eq(mail.kind, 'calendar-no'), isTold)) > 0) continue
    await queueMail(tx, { kind: 'calendar-no', meetingId: answered.id, seatId, snapshot: { ...snapshotOf(answered), reply } })
  }
}

function kindOf({ method }: CalendarReply, partstat: Partstat): ReplyKind | null {
  if (method === 'COUNTER') return 'counter'
  return partstat === 'needs-action' ? null : partstat
}

