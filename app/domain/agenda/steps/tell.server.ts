import { and, eq, isNull, lte } from 'drizzle-orm'
import { isoDate } from '#app/kernel/time.ts'
import { log } from '#app/platform/log.server.ts'
import { db, transaction, type Transaction } from '#db/client.server.ts'
import { stepReminder } from '#db/schema.server.ts'
import { queueMail, snapshotOf } from '../../meeting/mail-queue.server.ts'
import { mayBeMailed } from '../../meeting/meeting.ts'
import { listSeats, lockMeeting } from '../../meeting/queries.server.ts'
import { getAgenda } from '../queries.server.ts'
import { listDoneSteps } from './done.server.ts'

/** Meetings that one look takes; the next look takes the rest. */
const MOST_AT_ONCE = 500

/**
 * Tells what is due. A row is settled and its mail queued in one transaction, under the lock of its meeting: of two processes
 * one does it, a killed one leaves it for the next look, and whoever says that a step is done comes before or after.
 * @returns how many meetings were looked at.
 */
export async function tellDueSteps(now: number): Promise<number> {
  const due = await db().selectDistinct({ meetingId: stepReminder.meetingId }).from(stepReminder)
    .where(and(isNull(stepReminder.settledAt), lte(stepReminder.dueAt, new Date(now)))).limit(MOST_AT_ONCE)
  for (const { meetingId } of due) {
    await transaction((tx) => settle(tx, meetingId, now))
      .catch((error: unknown) => log('error', 'step-reminder-failed', { meetingId, error }))
  }
  return due.length
}

/** After a long halt a date that has gone by is not told of; what has none is told late. */
async function settle(tx: Transaction, meetingId: string, now: number): Promise<void> {
  const meeting = await lockMeeting(tx, meetingId)
  const due = await tx.update(stepReminder).set({ settledAt: new Date(now) })
    .where(and(eq(stepReminder.meetingId, meetingId), isNull(stepReminder.settledAt), lte(stepReminder.dueAt, new Date(now)))).returning()
  const { agenda } = await getAgenda(meetingId, tx)
  const done = new Set((await listDoneSteps(meetingId, tx)).map(({ entryId }) => entryId))
  const kind = 'step-due'
  const seats = (await listSeats(meetingId, tx)).filter((seat) => mayBeMailed(kind, seat))
  for (const { entryId, seatId, day, dueAt } of due) {
    const seat = seats.find(({ id }) => id === seatId)
    const step = agenda.entries.find((entry) => entry.id === entryId && entry.kind === 'next-step')
    if (!seat || !step || done.has(entryId)) continue
    const stepDay = isoDate(now, seat.timeZone)
    if (step.due && (step.due !== day || stepDay !== isoDate(dueAt.getTime(), seat.timeZone))) continue
    await queueMail(tx, { kind, meetingId, seatId, snapshot: { ...snapshotOf(meeting), stepId: entryId, stepDay } })
  }
}
