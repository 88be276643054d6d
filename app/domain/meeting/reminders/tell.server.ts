import { and, eq, inArray, isNull, lte } from 'drizzle-orm'
import { smsChannel } from '#app/platform/channels/sms.server.ts'
import { log } from '#app/platform/log.server.ts'
import { db, transaction, type Transaction } from '#db/client.server.ts'
import { person, reminder } from '#db/schema.server.ts'
import { queueMail, snapshotOf } from '../mail-queue.server.ts'
import { listSeats, lockMeeting } from '../queries.server.ts'
import type { Seat } from '../seat.ts'
import { worthTelling } from './reminder.ts'

/** Meetings that one look takes; the next look, seconds later, takes the rest. */
const MOST_AT_ONCE = 500

/**
 * Tells what is due. A reminder is settled and its mail queued in one transaction, under the lock of its meeting: of two
 * processes one does it, a killed one leaves it for the next look, and whoever moves the meeting comes before or after.
 * @returns how many meetings were looked at.
 */
export async function tellDue(now: number): Promise<number> {
  const due = await db().selectDistinct({ meetingId: reminder.meetingId }).from(reminder)
    .where(and(isNull(reminder.settledAt), lte(reminder.dueAt, new Date(now)))).limit(MOST_AT_ONCE)
  for (const { meetingId } of due) {
    await transaction((tx) => settle(tx, meetingId, now))
      .catch((error: unknown) => log('error', 'reminder-failed', { meetingId, error }))
  }
  return due.length
}

async function settle(tx: Transaction, meetingId: string, now: number): Promise<void> {
  const meeting = await lockMeeting(tx, meetingId)
  const rows = await tx.update(reminder).set({ settledAt: new Date(now) })
    .where(and(eq(reminder.meetingId, meetingId), isNull(reminder.settledAt), lte(reminder.dueAt, new Date(now)))).returning()
  const due = rows.map(({ seatId, startsAt, minutesBefore }) => ({ seatId, startsAt: startsAt.getTime(), minutesBefore }))
  const told = worthTelling(due, { meeting, seats: await listSeats(meetingId, tx) }, now)
  const bySms = await listReachedBySms(tx, told.filter(({ kind }) => kind === 'reminder').map(({ seat }) => seat))
  for (const { kind, seat } of told) {
    const about = { kind, meetingId, seatId: seat.id, snapshot: snapshotOf(meeting) }
    await queueMail(tx, about)
    if (kind === 'reminder' && bySms.has(seat.id)) await queueMail(tx, { ...about, channel: 'sms' })
  }
}

/** Whoever told a number with its country, while a gateway is set. */
async function listReachedBySms(tx: Transaction, seats: Seat[]): Promise<Set<string>> {
  const ids = seats.flatMap(({ personId }) => personId ?? [])
  if (ids.length === 0) return new Set()
  const rows = await tx.select({ id: person.id, phone: person.phone }).from(person).where(inArray(person.id, ids))
  const phones = new Map(rows.map(({ id, phone }) => [id, phone]))
  return new Set(seats.filter(({ personId, email }) => personId && smsChannel.reaches({ email, phone: phones.get(personId) ?? null }))
    .map(({ id }) => id))
}
