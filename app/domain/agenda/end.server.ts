import { and, eq, inArray, lt } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { db, transaction, type Transaction } from '#db/client.server.ts'
import { meeting, seat } from '#db/schema.server.ts'
import { markEnded } from '../meeting/end.server.ts'
import { DOOR_CLOSES_AFTER_MS } from '../meeting/meeting.ts'
import { findSeat, lockMeeting } from '../meeting/queries.server.ts'
import type { SeatPass } from '../meeting/seat.ts'
import { appendChange, lockAgenda } from './commands.server.ts'
import { carryOver } from './next/carry-over.server.ts'
import { planSteps } from './steps/plan.server.ts'

export type EndRefusal = 'not-allowed' | 'meeting-not-open' | 'meeting-cancelled'

/** The host ends the meeting for all: the running item stops, the room closes, the summaries go out. Once is enough. */
export function endMeeting(pass: SeatPass, now: number): Promise<Result<null, EndRefusal>> {
  return transaction(async (tx) => {
    if (pass.seat.role !== 'host') return refuse('not-allowed')
    const current = await lockMeeting(tx, pass.meeting.id)
    if (current.state === 'ended') return ok(null)
    if (current.state === 'cancelled') return refuse('meeting-cancelled')
    if (current.state === 'scheduled') return refuse('meeting-not-open')
    await stopClock(tx, pass, now)
    await markEnded(tx, current, now)
    await carryOver(tx, current, now)
    await planSteps(tx, current, now)
    return ok(null)
  })
}

/** Ends the meetings that were left open long after their time, as their hosts would have. */
export async function endOverdueMeetings(now: number): Promise<void> {
  const overdue = await db().select({ hostSeatId: seat.id }).from(meeting)
    .innerJoin(seat, and(eq(seat.meetingId, meeting.id), eq(seat.role, 'host')))
    .where(and(inArray(meeting.state, ['open', 'live']), lt(meeting.endsAt, new Date(now - DOOR_CLOSES_AFTER_MS))))
  for (const { hostSeatId } of overdue) {
    const pass = await findSeat(hostSeatId)
    if (pass) await endMeeting(pass, now)
  }
}

async function stopClock(tx: Transaction, pass: SeatPass, now: number): Promise<void> {
  const before = await lockAgenda(tx, pass.meeting.id)
  if (before.agenda.currentItemId === null) return
  await appendChange(tx, pass, { before, change: { kind: 'item-start', itemId: null }, changeId: newId(), now })
}
