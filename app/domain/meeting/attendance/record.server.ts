import { eq } from 'drizzle-orm'
import { db } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import type { Meeting } from '../seat.ts'
import { listAttendance } from './attendance.server.ts'
import { recordOf, type PresenceRecord } from './presence-record.ts'

/** Who was at the meeting, from what LiveKit reported; also whoever was taken off it after having been there. */
export async function readRecord(meeting: Meeting, now: number): Promise<PresenceRecord> {
  const [seats, rows] = await Promise.all([
    db().select({ seatId: seat.id, role: seat.role, connectFaults: seat.connectFaults, withdrawnAt: seat.withdrawnAt }).from(seat).where(eq(seat.meetingId, meeting.id)),
    listAttendance(meeting.id),
  ])
  const connections = rows.map(({ seatId, joinedAt, leftAt }) => ({ seatId, joinedAt: joinedAt.getTime(), leftAt: leftAt?.getTime() ?? null }))
  const known = seats.filter(({ seatId, withdrawnAt }) => withdrawnAt === null || connections.some((one) => one.seatId === seatId))
  return recordOf({ meeting, seats: known, connections }, now)
}
