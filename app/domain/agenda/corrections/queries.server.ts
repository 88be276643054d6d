import { asc, eq } from 'drizzle-orm'
import { db } from '#db/client.server.ts'
import { correction, seat } from '#db/schema.server.ts'
import type { Correction } from './correction.ts'

/** All that was put right after the end of a meeting, in its order. */
export async function listCorrections(meetingId: string): Promise<Correction[]> {
  const rows = await db().select({ entryId: correction.entryId, name: seat.name, before: correction.before, at: correction.at })
    .from(correction).innerJoin(seat, eq(seat.id, correction.seatId))
    .where(eq(correction.meetingId, meetingId)).orderBy(asc(correction.version))
  return rows.map((row) => ({ ...row, at: row.at.getTime() }))
}
