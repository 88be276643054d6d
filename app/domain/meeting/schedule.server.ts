import { and, eq, ne } from 'drizzle-orm'
import { invariant } from '#app/kernel/invariant.ts'
import { newId, newOpaqueName } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { SECOND_MS } from '#app/kernel/time.ts'
import type { Transaction } from '#db/client.server.ts'
import { meeting, seat } from '#db/schema.server.ts'
import { changeHosts, leaderOf, seatHosts } from './hosts/host-seats.server.ts'
import type { SeatMailKind } from './meeting.ts'
import { queueMail, queueMailToAll, snapshotOf } from './mail-queue.server.ts'
import { unbindAll } from './door/other-device.server.ts'
import { announceDoor } from './door/presence.server.ts'
import { lockMeeting, toMeeting } from './queries.server.ts'
import { dropReminders, planReminders } from './reminders/plan.server.ts'
import type { Meeting } from './seat.ts'

/** Instants are epoch milliseconds. */
export type NewMeeting = {
  /** Known before when its time was reserved under it. */
  id?: string
  /** Everyone who hosts it, the one who leads first. */
  hostIds: readonly string[]
  typeId: string
  title: string
  locale: Locale
  startsAt: number
  endsAt: number
  now: number
  isDemo?: boolean
  /** Left out, the meeting is agreed on at once. */
  state?: 'pending'
}

export type NewGuest = {
  personId: string
  name: string
  email: string
  companyName: string | null
  locale: Locale
  timeZone: string
}

/** Inserts the meeting with a seat for each host and the guest's. Mail and the hosts' time are the caller's. */
export async function scheduleMeeting(
  tx: Transaction, wanted: NewMeeting, guest: NewGuest,
): Promise<{ meetingId: string; hostSeatIds: string[]; guestSeatId: string }> {
  const { id: meetingId = newId(), hostIds, now, startsAt, endsAt, ...about } = wanted
  const guestSeatId = newId()
  await tx.insert(meeting).values({
    ...about, id: meetingId, hostId: leaderOf(hostIds), startsAt: new Date(startsAt), endsAt: new Date(endsAt),
    roomName: newOpaqueName(), icsUid: newId(), icsStampedAt: new Date(now),
  })
  const hostSeatIds = await seatHosts(tx, meetingId, hostIds)
  await tx.insert(seat).values({ ...guest, id: guestSeatId, meetingId, role: 'guest', identity: newOpaqueName() })
  await planReminders(tx, { meetingId }, now)
  return { meetingId, hostSeatIds, guestSeatId }
}

/** Other times for a meeting, epoch milliseconds, and who hosts it then; left out, its hosts stay. */
export type MovedTo = { startsAt: number; endsAt: number; hostIds?: readonly string[]; now: number }

/**
 * Gives a meeting other times; whoever stood at the door goes home. An update is queued to each seat, and to a host
 * who no longer takes part that it is out of their calendar. What is still pending stands in no calendar yet, so its
 * SEQUENCE stays. A room that only the host came to is closed, and what was said about coming is no longer true.
 * @throws {Error} when the meeting can't be moved any more: ask under a lock before.
 */
export async function moveMeeting(
  tx: Transaction, meetingId: string, { startsAt, endsAt, hostIds, now }: MovedTo,
): Promise<void> {
  const before = await lockMeeting(tx, meetingId)
  const isPending = before.state === 'pending'
  invariant(isPending || before.state === 'scheduled' || before.state === 'open', 'only what nobody came to is moved')
  const times = { startsAt: new Date(startsAt), endsAt: new Date(endsAt), movedAt: new Date(now), waitingToldAt: null, openedAt: null }
  const { hostId, gone } = hostIds ? await changeHosts(tx, before, { hostIds, now }) : { hostId: before.hostId, gone: [] }
  const changed = { ...times, hostId }
  const moved = isPending ? await change(tx, before, changed) : await restamp(tx, before, { now, ...changed, state: 'scheduled' })
  await tx.update(seat).set({ lateMinutes: null, answeredAt: null }).where(eq(seat.meetingId, meetingId))
  await tx.update(seat).set({ door: 'away', readiness: null }).where(and(eq(seat.meetingId, meetingId), ne(seat.door, 'removed')))
  await unbindAll(tx, meetingId)
  await dropReminders(tx, { meetingId })
  await planReminders(tx, { meetingId }, now)
  await queueMailToAll(tx, isPending ? 'asked' : 'update', { meeting: moved, previousStartsAt: before.startsAt })
  for (const seatId of gone) await queueMail(tx, { kind: 'removal', meetingId, seatId, snapshot: snapshotOf(moved) })
  await announceDoor(tx, meetingId)
}

/**
 * Calls a meeting off and queues a mail that says so to each seat, or to the guests alone. Nothing is deleted.
 * @throws {Error} when the meeting can't be called off any more: ask under a lock before.
 */
export async function cancelMeeting(tx: Transaction, meetingId: string, off: { now: number; mail: OffMail; to?: 'guest' }): Promise<void> {
  const { now, mail, to } = off
  const before = await lockMeeting(tx, meetingId)
  invariant(before.state === 'scheduled' || before.state === 'pending', 'only what is to come is called off')
  const cancelled = await restamp(tx, before, { now, state: 'cancelled' })
  await tx.update(seat).set({ door: 'away' }).where(and(eq(seat.meetingId, meetingId), ne(seat.door, 'removed')))
  await dropReminders(tx, { meetingId })
  await queueMailToAll(tx, mail, { meeting: cancelled, to })
  await announceDoor(tx, meetingId)
}

/**
 * The consultant has said yes: the meeting is agreed on, and its invitations go out.
 * @throws {Error} when it is not pending any more: ask under a lock before.
 */
export async function confirmMeeting(tx: Transaction, meetingId: string, now: number): Promise<void> {
  const before = await lockMeeting(tx, meetingId)
  invariant(before.state === 'pending', 'only a pending meeting is confirmed')
  const confirmed = await change(tx, before, { state: 'scheduled' })
  await planReminders(tx, { meetingId }, now)
  await queueMailToAll(tx, 'invitation', { meeting: confirmed })
  await announceDoor(tx, meetingId)
}

/** Why a meeting is off; only a cancellation takes back what stands in calendars. */
type OffMail = Extract<SeatMailKind, 'cancellation' | 'refused' | 'lapsed' | 'withdrawn'>

type Changed = Partial<Pick<typeof meeting.$inferInsert, 'hostId' | 'startsAt' | 'endsAt' | 'movedAt' | 'openedAt' | 'waitingToldAt' | 'state'>>

/** SEQUENCE rises by one, and DTSTAMP by a second at least, for it counts whole seconds (RFC 5545 §3.8.7.2). */
export async function restamp(tx: Transaction, before: Meeting, { now, ...changed }: Changed & { now: number }): Promise<Meeting> {
  const icsStampedAt = new Date(Math.max(now, before.icsStampedAt + SECOND_MS))
  return change(tx, before, { ...changed, icsSequence: before.icsSequence + 1, icsStampedAt })
}

async function change(tx: Transaction, { id }: Meeting, changed: Partial<typeof meeting.$inferInsert>): Promise<Meeting> {
  const [row] = await tx.update(meeting).set(changed).where(eq(meeting.id, id)).returning()
  invariant(row, 'a locked meeting exists')
  return toMeeting(row)
}
