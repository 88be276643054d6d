import { eq } from 'drizzle-orm'
import { invariant } from '#app/kernel/invariant.ts'
import { deleteRoom } from '#app/platform/livekit.server.ts'
import { log } from '#app/platform/log.server.ts'
import { enqueue } from '#app/platform/outbox.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { meeting } from '#db/schema.server.ts'
import { closeAttendance } from './attendance/attendance.server.ts'
import { queueMailToAll } from './mail-queue.server.ts'
import { announceDoor } from './door/presence.server.ts'
import { findMeeting } from './queries.server.ts'
import type { Meeting } from './seat.ts'

/**
 * The meeting is over: the room will be closed, and if it took place each seat gets its summary.
 * @throws {Error} when it is not open or live: decide under its lock.
 */
export async function markEnded(tx: Transaction, current: Meeting, at: number): Promise<void> {
  invariant(current.state === 'open' || current.state === 'live', 'only an open meeting ends')
  await tx.update(meeting).set({ state: 'ended', endedAt: new Date(at) }).where(eq(meeting.id, current.id))
  await enqueue(tx, 'meeting.close-room', { meetingId: current.id }, { jobKey: `close-room:${current.id}` })
  if (current.state === 'live') await queueMailToAll(tx, 'summary', { meeting: current })
  await announceDoor(tx, current.id)
}

/**
 * Job: closes the LiveKit room of an ended meeting. A room that is gone is closed.
 * @throws {Error} while LiveKit does not answer, so that the job is tried again.
 */
export async function closeRoom({ meetingId }: { meetingId: string }, attempt: { isLast: boolean }): Promise<void> {
  const ended = await findMeeting(meetingId)
  if (!ended || ended.endedAt === null) return
  const deleted = await deleteRoom(ended.roomName)
  const isGone = deleted.ok || deleted.reason === 'not-there'
  if (!isGone && !attempt.isLast) throw new Error('LiveKit does not answer: the room is not closed yet')
  if (!isGone) log('error', 'room-not-closed', { meetingId })
  await closeAttendance(meetingId, { leftAt: ended.endedAt })
}
