import { asc, eq } from 'drizzle-orm'
import { db, type Queryable } from '#db/client.server.ts'
import { doneStep, seat } from '#db/schema.server.ts'

/** Who said that a next step is done, and when (epoch milliseconds). */
export type DoneStep = { entryId: string; name: string; at: number }

export async function listDoneSteps(meetingId: string, on: Queryable = db()): Promise<DoneStep[]> {
  const rows = await on.select({ entryId: doneStep.entryId, name: seat.name, at: doneStep.at })
    .from(doneStep).innerJoin(seat, eq(seat.id, doneStep.seatId))
    .where(eq(doneStep.meetingId, meetingId)).orderBy(asc(doneStep.at))
  return rows.map((row) => ({ ...row, at: row.at.getTime() }))
}
