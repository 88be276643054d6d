import { and, eq, isNotNull } from 'drizzle-orm'
import { newId, newOpaqueName } from '#app/kernel/ids.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { db, type Transaction } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import { queueMail, snapshotOf } from '../mail-queue.server.ts'
import { announceDoor } from '../presence.server.ts'
import { listSeats, toSeat } from '../queries.server.ts'
import { dropReminders, planReminders } from '../reminders/plan.server.ts'
import { restamp, type NewGuest } from '../schedule.server.ts'
import type { Meeting, Seat } from '../seat.ts'

/**
 * Gives a guest more a seat in a meeting that the caller has locked. The guest is invited, and the host's entry
 * names them from now on; nobody else's does, so nobody else hears of it.
 * @returns the new seat's id.
 */
export async function bringGuest(tx: Transaction, before: Meeting, guest: Omit<NewGuest, 'personId'>, now: number): Promise<string> {
  const seatId = newId()
  await tx.insert(seat).values({ ...guest, id: seatId, meetingId: before.id, role: 'guest', identity: newOpaqueName() })
  await planReminders(tx, { meetingId: before.id, seatId }, now)
  const stamped = await restamp(tx, before, { now })
  await queueMail(tx, { kind: 'invitation', meetingId: before.id, seatId, snapshot: snapshotOf(stamped) })
  await tellHost(tx, stamped, { name: guest.name, isComing: true })
  return seatId
}

/**
 * Takes back a guest's seat in a scheduled meeting that the caller has locked: it opens nothing from now on.
 * One mail takes the entry out of that calendar (RFC 5546 §3.2.5), one names to the host who still comes.
 */
export async function withdrawGuest(tx: Transaction, before: Meeting, guest: Seat, now: number): Promise<void> {
  invariant(before.state === 'scheduled' && guest.role === 'guest', 'only a guest of a scheduled meeting is withdrawn')
  await tx.update(seat).set({ withdrawnAt: new Date(now), door: 'away' }).where(eq(seat.id, guest.id))
  await dropReminders(tx, { meetingId: before.id, seatId: guest.id })
  const stamped = await restamp(tx, before, { now })
  await queueMail(tx, { kind: 'removal', meetingId: before.id, seatId: guest.id, snapshot: snapshotOf(stamped) })
  await tellHost(tx, stamped, { name: guest.name, isComing: false })
  await announceDoor(tx, before.id)
}

/** The seat whether or not it was withdrawn, for a mail to whoever has or had it; null once it is forgotten. */
export async function findRecipient(seatId: string): Promise<Seat | null> {
  const [row] = await db().select().from(seat).where(eq(seat.id, seatId))
  return row ? toSeat(row) : null
}

/** Whoever was withdrawn and told so is forgotten, with the mails to them. */
export async function forgetWithdrawn(seatId: string): Promise<void> {
  await db().delete(seat).where(and(eq(seat.id, seatId), isNotNull(seat.withdrawnAt)))
}

async function tellHost(tx: Transaction, meeting: Meeting, who: { name: string; isComing: boolean }): Promise<void> {
  const host = (await listSeats(meeting.id, tx)).find((one) => one.role === 'host')
  invariant(host, 'a meeting has its host')
  await queueMail(tx, { kind: 'people', meetingId: meeting.id, seatId: host.id, snapshot: { ...snapshotOf(meeting), who } })
}
