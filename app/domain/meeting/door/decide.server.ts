import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { refuse, type Result } from '#app/kernel/result.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { meeting, seat } from '#db/schema.server.ts'
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
    const fault = runningFault(current)
    if (fault) return refuse(fault)
    const decided = await decide(tx, current)
    if (decided.ok) await announceDoor(tx, current.id)
    return decided
  })
}

/** Why nobody can be inside this meeting now; null while it is open or live. */
export function runningFault({ state }: Pick<Meeting, 'state'>): DoorRefusal | null {
  if (state === 'open' || state === 'live') return null
  if (state === 'ended') return 'meeting-ended'
  return state === 'cancelled' ? 'meeting-cancelled' : 'meeting-not-open'
}

/** What being let in is, for the guests that `who` names: the first of them makes an open meeting live. Gives their seats. */
export async function letIn(tx: Transaction, current: Meeting, { who, now }: { who: SQL | undefined; now: number }): Promise<Seat[]> {
  const rows = await tx.update(seat).set({ door: 'admitted', admittedAt: new Date(now), hold: null }).where(who).returning()
  if (rows.length > 0 && current.state === 'open') await tx.update(meeting).set({ state: 'live' }).where(eq(meeting.id, current.id))
  return rows.map(toSeat)
}

export async function findGuest(tx: Transaction, meetingId: string, seatId: string): Promise<Seat | null> {
  const [row] = await tx.select().from(seat)
    .where(and(eq(seat.id, seatId), eq(seat.meetingId, meetingId), eq(seat.role, 'guest'), isNull(seat.withdrawnAt)))
  return row ? toSeat(row) : null
}
