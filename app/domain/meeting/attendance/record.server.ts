import { eq } from 'drizzle-orm'
import { db } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import type { Meeting } from '../seat.ts'
import { listAttendance } from './attendance.server.ts'
import { recordOf, type PresenceRecord } from './presence-record.ts'

/** Who was at the meeting, from what LiveKit reported; also whoever was taken off it after having been there. */
export async function readRecord(meeting: Meeting, now: number): Promise<PresenceRecord> {
  const { id: seatId, role, connectFaults, withdrawnAt } = seat
  const [seats, rows] = await Promise.all([
    db().select({ seatId, role, connectFaults, withdrawnAt }).from(seat).where(eq(seat.meetingId, meeting.id)),
    listAttendance(meeting.id),
  ])
  const connections = rows.map((row) => ({ seatId: row.seatId, joinedAt: row.joinedAt.getTime(), leftAt: row.leftAt?.getTime() ?? null }))
  const known = seats.filter((one) => one.withdrawnAt === null || connections.some((connection) => connection.seatId === one.seatId))
  return recordOf({ meeting, seats: known, connections }, now)
}
