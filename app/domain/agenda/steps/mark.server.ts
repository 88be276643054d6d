import { and, eq } from 'drizzle-orm'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { transaction } from '#db/client.server.ts'
import { doneStep } from '#db/schema.server.ts'
import { findSeat, lockMeeting } from '../../meeting/queries.server.ts'
import type { SeatPass } from '../../meeting/seat.ts'
import { carryOver } from '../next/carry-over.server.ts'
import { getAgenda } from '../queries.server.ts'

export type DoneRefusal = 'not-allowed' | 'no-such-entry'

/**
 * Somebody of the meeting says that a next step is done, or is not after all. Saying it twice is saying it once. The agenda
 * of a next meeting that is booked already follows.
 */
export function markStep(
  { seat: { id: seatId }, meeting }: SeatPass, { entryId, isDone, now }: { entryId: string; isDone: boolean; now: number },
): Promise<Result<null, DoneRefusal>> {
  return transaction(async (tx) => {
    const current = await lockMeeting(tx, meeting.id)
    const known = await findSeat(seatId, tx)
    if (!known || known.seat.door === 'removed') return refuse('not-allowed')
    const { agenda } = await getAgenda(meeting.id, tx)
    if (!agenda.entries.some(({ id, kind }) => id === entryId && kind === 'next-step')) return refuse('no-such-entry')
    const mark = { meetingId: meeting.id, entryId, seatId, at: new Date(now) }
    if (isDone) await tx.insert(doneStep).values(mark).onConflictDoNothing()
    else await tx.delete(doneStep).where(and(eq(doneStep.meetingId, meeting.id), eq(doneStep.entryId, entryId)))
    // While it goes on, what is left of this meeting is not known yet: its end tells.
    if (current.state === 'ended') await carryOver(tx, current, now)
    return ok(null)
  })
}
