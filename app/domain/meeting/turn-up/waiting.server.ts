import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { SECOND_MS } from '#app/kernel/time.ts'
import { enqueue } from '#app/platform/outbox.server.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { meeting } from '#db/schema.server.ts'
import { queueMail, snapshotOf } from '../mail-queue.server.ts'
import { findMeeting, listSeats, lockMeeting } from '../queries.server.ts'
import { isHostThere, isWaitingNow } from '../room-data.ts'

/** A host who is just coming needs no mail. */
const PATIENCE_MS = 30 * SECOND_MS

/** A guest has knocked: in half a minute it is looked whether somebody has to fetch the host. */
export async function queueWaiting(tx: Transaction, meetingId: string, now: number): Promise<void> {
  await enqueue(tx, 'waiting.tell', { meetingId }, { runAt: now + PATIENCE_MS, jobKey: `waiting:${meetingId}` })
}

/**
 * Job: while a guest stands at the door and the host is not there, the host gets one mail, however often is knocked.
 * The next comes only after the host has been there.
 */
export async function tellOfWaiting({ meetingId }: { meetingId: string }, now: number): Promise<void> {
  if (!await findMeeting(meetingId)) return
  await transaction(async (tx) => {
    const current = await lockMeeting(tx, meetingId)
    const seats = await listSeats(meetingId, tx)
    if (isHostThere(seats, now) || !seats.some((seat) => isWaitingNow(seat, now))) return
    const [isFirst] = await tx.update(meeting).set({ waitingToldAt: new Date(now) })
      .where(and(eq(meeting.id, meetingId), isNull(meeting.waitingToldAt))).returning({ id: meeting.id })
    if (!isFirst) return
    for (const { id: seatId } of seats.filter(({ role }) => role === 'host')) {
      await queueMail(tx, { kind: 'waiting', meetingId, seatId, snapshot: snapshotOf(current) })
    }
  })
}

/** The host has come, so the next wait is another one. */
export async function endWaiting(tx: Transaction, meetingId: string): Promise<void> {
  await tx.update(meeting).set({ waitingToldAt: null }).where(and(eq(meeting.id, meetingId), isNotNull(meeting.waitingToldAt)))
}
