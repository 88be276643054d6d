import { and, eq, ne } from 'drizzle-orm'
import { invariant } from '#app/kernel/invariant.ts'
import { newId, newOpaqueName } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { SECOND_MS } from '#app/kernel/time.ts'
import type { Transaction } from '#db/client.server.ts'
import { consultant, meeting, seat } from '#db/schema.server.ts'
import { queueMailToAll } from './mail-queue.server.ts'
import { announceDoor } from './presence.server.ts'
import { lockMeeting, toMeeting } from './queries.server.ts'
import type { Meeting } from './seat.ts'

/** Instants are epoch milliseconds. */
export type NewMeeting = {
  /** Known before when its time was reserved under it. */
  id?: string
  hostId: string
  typeId: string
  title: string
  locale: Locale
  startsAt: number
  endsAt: number
  now: number
  isDemo?: boolean
}

export type NewGuest = {
  personId: string
  name: string
  email: string
  companyName: string | null
  locale: Locale
  timeZone: string
}

/** Inserts the meeting with the host's seat and the guest's. Mail and the host's time are the caller's. */
export async function scheduleMeeting(
  tx: Transaction, wanted: NewMeeting, guest: NewGuest,
): Promise<{ meetingId: string; hostSeatId: string; guestSeatId: string }> {
  const [host] = await tx.select().from(consultant).where(eq(consultant.id, wanted.hostId))
  invariant(host, 'the host exists')
  const { id: meetingId = newId(), now, startsAt, endsAt, ...about } = wanted
  const [hostSeatId, guestSeatId] = [newId(), newId()]
  await tx.insert(meeting).values({
    ...about, id: meetingId, startsAt: new Date(startsAt), endsAt: new Date(endsAt),
    roomName: newOpaqueName(), icsUid: newId(), icsStampedAt: new Date(now),
  })
  const { name, email, locale, timeZone } = host
  await tx.insert(seat).values([
    { id: hostSeatId, meetingId, role: 'host', consultantId: host.id, name, email, locale, timeZone, identity: newOpaqueName() },
    { ...guest, id: guestSeatId, meetingId, role: 'guest', identity: newOpaqueName() },
  ])
  return { meetingId, hostSeatId, guestSeatId }
}

/**
 * Gives a scheduled meeting other times; whoever stood at the door goes home. An update is queued to each seat.
 * @throws {Error} when the meeting is not scheduled any more: ask under a lock before.
 */
export async function moveMeeting(
  tx: Transaction, meetingId: string, { startsAt, endsAt, now }: { startsAt: number; endsAt: number; now: number },
): Promise<void> {
  const before = await lockMeeting(tx, meetingId)
  invariant(before.state === 'scheduled', 'only a scheduled meeting is moved')
  const moved = await restamp(tx, before, { now, movedAt: new Date(now), startsAt: new Date(startsAt), endsAt: new Date(endsAt) })
  await tx.update(seat).set({ door: 'away', readiness: null }).where(and(eq(seat.meetingId, meetingId), ne(seat.door, 'removed')))
  await queueMailToAll(tx, 'update', { meeting: moved, previousStartsAt: before.startsAt })
  await announceDoor(tx, meetingId)
}

/**
 * Calls a scheduled meeting off and queues a cancellation to each seat. Nothing is deleted.
 * @throws {Error} when the meeting is not scheduled any more: ask under a lock before.
 */
export async function cancelMeeting(tx: Transaction, meetingId: string, now: number): Promise<void> {
  const before = await lockMeeting(tx, meetingId)
  invariant(before.state === 'scheduled', 'only a scheduled meeting is cancelled')
  const cancelled = await restamp(tx, before, { now, state: 'cancelled' })
  await tx.update(seat).set({ door: 'away' }).where(and(eq(seat.meetingId, meetingId), ne(seat.door, 'removed')))
  await queueMailToAll(tx, 'cancellation', { meeting: cancelled })
  await announceDoor(tx, meetingId)
}

type Changed = Partial<Pick<typeof meeting.$inferInsert, 'startsAt' | 'endsAt' | 'movedAt' | 'state'>>

/** SEQUENCE rises by one, and DTSTAMP by a second at least, for it counts whole seconds (RFC 5545 §3.8.7.2). */
export async function restamp(tx: Transaction, before: Meeting, { now, ...changed }: Changed & { now: number }): Promise<Meeting> {
  const icsStampedAt = new Date(Math.max(now, before.icsStampedAt + SECOND_MS))
  const [row] = await tx.update(meeting).set({ ...changed, icsSequence: before.icsSequence + 1, icsStampedAt })
    .where(eq(meeting.id, before.id)).returning()
  invariant(row, 'a locked meeting exists')
  return toMeeting(row)
}
