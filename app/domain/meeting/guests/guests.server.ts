import { and, eq, isNotNull, isNull, notExists } from 'drizzle-orm'
import { newId, newOpaqueName } from '#app/kernel/ids.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { db, type Transaction } from '#db/client.server.ts'
import { attendance, seat } from '#db/schema.server.ts'
import { isExpected, PRESENT_WITHIN_MS } from '../meeting.ts'
import { queueMail, snapshotOf } from '../mail-queue.server.ts'
import { announceDoor } from '../door/presence.server.ts'
import { listSeats, toSeat } from '../queries.server.ts'
import { dropReminders, planReminders } from '../reminders/plan.server.ts'
import { restamp, type NewGuest } from '../schedule.server.ts'
import type { Meeting, Seat } from '../seat.ts'

/**
 * Gives a guest more a seat in a meeting that the caller has locked. The guest is invited, and the hosts' entries
 * name them from now on; nobody else's does, so nobody else hears of it.
 * @returns the new seat's id.
 */
export async function bringGuest(tx: Transaction, before: Meeting, guest: Omit<NewGuest, 'personId'>, now: number): Promise<string> {
  const seatId = newId()
  await tx.insert(seat).values({ ...guest, id: seatId, meetingId: before.id, role: 'guest', identity: newOpaqueName() })
  await planReminders(tx, { meetingId: before.id, seatId }, now)
  const stamped = await restamp(tx, before, { now })
  await queueMail(tx, { kind: 'invitation', meetingId: before.id, seatId, snapshot: snapshotOf(stamped) })
  await tellHosts(tx, stamped, { name: guest.name, isComing: true })
  return seatId
}

/**
 * Takes back a guest's seat in a meeting that the caller has locked, from before it is opened to its end: it opens
 * nothing from now on. One mail takes the entry out of that calendar (RFC 5546 §3.2.5), one names to the hosts who still comes.
 * @returns the meeting under its new SEQUENCE.
 */
export async function withdrawGuest(tx: Transaction, before: Meeting, guest: Seat, now: number): Promise<Meeting> {
  invariant(isExpected(before) && guest.role === 'guest', 'only a guest of a meeting that is not over is withdrawn')
  await tx.update(seat).set({ withdrawnAt: new Date(now), door: 'away' }).where(eq(seat.id, guest.id))
  await dropReminders(tx, { meetingId: before.id, seatId: guest.id })
  const stamped = await restamp(tx, before, { now })
  await queueMail(tx, { kind: 'removal', meetingId: before.id, seatId: guest.id, snapshot: snapshotOf(stamped) })
  await tellHosts(tx, stamped, { name: guest.name, isComing: false })
  await announceDoor(tx, before.id)
  return stamped
}

/** Is this guest in the call? Let in, and either connected to it or with the room's page open. */
export async function isInside(tx: Transaction, { id, door, lastSeenAt }: Seat, now: number): Promise<boolean> {
  if (door !== 'admitted') return false
  if (lastSeenAt !== null && now - lastSeenAt <= PRESENT_WITHIN_MS) return true
  return await tx.$count(attendance, and(eq(attendance.seatId, id), isNull(attendance.leftAt))) > 0
}

/** The seat whether or not it was withdrawn, for a mail to whoever has or had it; null once it is forgotten. */
export async function findRecipient(seatId: string): Promise<Seat | null> {
  const [row] = await db().select().from(seat).where(eq(seat.id, seatId))
  return row ? toSeat(row) : null
}

/**
 * Whoever was withdrawn and told so is forgotten, with the mails to them. That somebody was there stays true: then
 * only the address goes.
 */
export async function forgetWithdrawn(seatId: string): Promise<void> {
  const isWithdrawn = and(eq(seat.id, seatId), isNotNull(seat.withdrawnAt))
  const stays = db().select({ id: attendance.id }).from(attendance).where(eq(attendance.seatId, seatId))
  await db().delete(seat).where(and(isWithdrawn, notExists(stays)))
  await db().update(seat).set({ email: '' }).where(isWithdrawn)
}

async function tellHosts(tx: Transaction, meeting: Meeting, who: { name: string; isComing: boolean }): Promise<void> {
  const hosts = (await listSeats(meeting.id, tx)).filter((one) => one.role === 'host')
  for (const { id: seatId } of hosts) {
    await queueMail(tx, { kind: 'people', meetingId: meeting.id, seatId, snapshot: { ...snapshotOf(meeting), who } })
  }
}
