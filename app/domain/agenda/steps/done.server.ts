import { and, asc, eq } from 'drizzle-orm'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { db, transaction, type Queryable } from '#db/client.server.ts'
import { doneStep, seat } from '#db/schema.server.ts'
import { findSeat, lockMeeting } from '../../meeting/queries.server.ts'
import type { SeatPass } from '../../meeting/seat.ts'
import { getAgenda } from '../queries.server.ts'

/** Who said that a next step is done, and when (epoch milliseconds). */
export type DoneStep = { entryId: string; name: string; at: number }

export type DoneRefusal = 'not-allowed' | 'no-such-entry'

export async function listDoneSteps(meetingId: string, on: Queryable = db()): Promise<DoneStep[]> {
  const rows = await on.select({ entryId: doneStep.entryId, name: seat.name, at: doneStep.at })
    .from(doneStep).innerJoin(seat, eq(seat.id, doneStep.seatId))
    .where(eq(doneStep.meetingId, meetingId)).orderBy(asc(doneStep.at))
  return rows.map((row) => ({ ...row, at: row.at.getTime() }))
}

/** Somebody of the meeting says that a next step is done, or is not after all. Saying it twice is saying it once. */
export function markStep(
  { seat: { id: seatId }, meeting }: SeatPass, { entryId, isDone, now }: { entryId: string; isDone: boolean; now: number },
): Promise<Result<null, DoneRefusal>> {
  return transaction(async (tx) => {
    await lockMeeting(tx, meeting.id)
    const current = await findSeat(seatId, tx)
    if (!current || current.seat.door === 'removed') return refuse('not-allowed')
    const { agenda } = await getAgenda(meeting.id, tx)
    if (!agenda.entries.some(({ id, kind }) => id === entryId && kind === 'next-step')) return refuse('no-such-entry')
    const mark = { meetingId: meeting.id, entryId, seatId, at: new Date(now) }
    if (isDone) await tx.insert(doneStep).values(mark).onConflictDoNothing()
    else await tx.delete(doneStep).where(and(eq(doneStep.meetingId, meeting.id), eq(doneStep.entryId, entryId)))
    return ok(null)
  })
}
