import { and, eq, isNull } from 'drizzle-orm'
import { refuse, type Result } from '#app/kernel/result.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import { lockMeeting, toSeat } from '../queries.server.ts'
import type { Meeting, Seat, SeatPass } from '../seat.ts'
import { announceDoor } from './presence.server.ts'
import type { DoorRefusal } from './refusal.ts'

/** What a host decides about one guest, under the meeting's lock. */
export type Decided = (tx: Transaction, found: { current: Meeting; guest: Seat }) => Promise<Result<Seat, DoorRefusal>>

/** A host of an open meeting decides on one of its guests; everybody's door is told. */
export function decideOnGuest(pass: SeatPass, guestSeatId: string, decide: Decided): Promise<Result<Seat, DoorRefusal>> {
  return decideInRoom(pass, async (tx, current) => {
    const guest = await findGuest(tx, current.id, guestSeatId)
    return guest ? decide(tx, { current, guest }) : refuse('no-such-seat')
  })
}

/** The same about the door as a whole. */
export function decideInRoom<Value>(
  pass: SeatPass, decide: (tx: Transaction, current: Meeting) => Promise<Result<Value, DoorRefusal>>,
): Promise<Result<Value, DoorRefusal>> {
  return transaction(async (tx) => {
    if (pass.seat.role !== 'host') return refuse('not-allowed')
    const current = await lockMeeting(tx, pass.meeting.id)
    if (current.state === 'ended') return refuse('meeting-ended')
    if (current.state === 'cancelled') return refuse('meeting-cancelled')
    if (current.state === 'scheduled' || current.state === 'pending') return refuse('meeting-not-open')
    const decided = await decide(tx, current)
    if (decided.ok) await announceDoor(tx, current.id)
    return decided
  })
}

export async function findGuest(tx: Transaction, meetingId: string, seatId: string): Promise<Seat | null> {
  const [row] = await tx.select().from(seat)
    .where(and(eq(seat.id, seatId), eq(seat.meetingId, meetingId), eq(seat.role, 'guest'), isNull(seat.withdrawnAt)))
  return row ? toSeat(row) : null
}
