import { eq, inArray } from 'drizzle-orm'
import { enqueue } from '#app/platform/outbox.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { booking, watch } from '#db/schema.server.ts'

/**
 * Has those told who watch a time of these hosts that is free. At once, or at `runAt` (epoch milliseconds),
 * which is when the next reservation lapses: of those looks only the last that was asked for takes place.
 */
export async function queueTelling(tx: Transaction, hostIds: readonly string[], runAt?: number): Promise<void> {
  for (const hostId of hostIds) {
    await enqueue(tx, 'watch.tell', { hostId }, runAt === undefined ? {} : { runAt, jobKey: `watch:${hostId}` })
  }
}

/**
 * Whoever waits for a time earlier than this meeting's waits on from its new start, and is told of nothing that was
 * free between; null when the meeting is off, so that nobody waits any more.
 */
export async function followMeeting(tx: Transaction, meetingId: string, startsAt: number | null): Promise<void> {
  const mine = inArray(watch.bookingId, tx.select({ id: booking.id }).from(booking).where(eq(booking.meetingId, meetingId)))
  if (startsAt === null) await tx.delete(watch).where(mine)
  else await tx.update(watch).set({ startsAt: new Date(startsAt), knownStarts: null, freedStarts: null }).where(mine)
}
