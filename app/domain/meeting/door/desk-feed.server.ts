import { and, asc, eq, gte, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { now } from '#app/platform/clock.server.ts'
import { publish, subscribe } from '#app/platform/feed.server.ts'
import type { EventStream } from '#app/platform/feed/event-stream.server.ts'
import { log } from '#app/platform/log.server.ts'
import { paths } from '#app/paths.ts'
import { db, type Transaction } from '#db/client.server.ts'
import { meeting, seat } from '#db/schema.server.ts'
import { EXPECTED_STATES, PRESENT_WITHIN_MS } from '../meeting.ts'
import { doorTopic } from './presence.server.ts'

/** Somebody who waits while this host is not in the room; `room` is the way in. */
export type Ringing = { seatId: string; name: string; title: string; room: string }

function deskTopic(hostId: string): string {
  return `desk:${hostId}`
}

/** A guest has knocked: the desks of all who host the meeting hear of it. */
export async function ringDesks(tx: Transaction, meetingId: string): Promise<void> {
  const hosts = await tx.select({ hostId: seat.consultantId }).from(seat)
    .where(and(eq(seat.meetingId, meetingId), eq(seat.role, 'host'), isNotNull(seat.consultantId), isNull(seat.withdrawnAt)))
  for (const { hostId } of hosts) if (hostId !== null) await publish(tx, deskTopic(hostId), '')
}

/**
 * Sends a consultant's desk who waits at the doors of their meetings: at once, and after each change. The door of a
 * meeting at which nobody waits is not listened to. Gives what ends it.
 */
export async function openDeskFeed(hostId: string, stream: EventStream): Promise<() => void> {
  const doors = new Map<string, () => void>()
  const send = () => void tell().catch((error: unknown) => {
    log('warn', 'desk-feed-failed', { error })
    stream.end()
  })
  const listenTo = (meetingIds: Set<string>) => {
    for (const [id, end] of doors) if (!meetingIds.has(id)) { end(); doors.delete(id) }
    for (const id of meetingIds) if (!doors.has(id)) doors.set(id, subscribe(doorTopic(id), send))
  }
  async function tell(): Promise<void> {
    const waiting = await listRinging(hostId, now())
    if (!stream.isOpen()) return
    listenTo(new Set(waiting.map(({ meetingId }) => meetingId)))
    stream.send({ event: 'waiting', data: waiting.map(({ meetingId: _, ...shown }) => shown) })
  }
  const end = subscribe(deskTopic(hostId), send)
  send()
  return () => {
    end()
    listenTo(new Set())
  }
}

/** Who waits, with the page open, at a meeting of this host who is not in its room. In the order of their meetings. */
export async function listRinging(hostId: string, at: number): Promise<(Ringing & { meetingId: string })[]> {
  const own = alias(seat, 'own')
  const seen = new Date(at - PRESENT_WITHIN_MS)
  const isOwn = and(eq(own.meetingId, meeting.id), eq(own.consultantId, hostId), isNull(own.withdrawnAt))
  const rows = await db().select({ seatId: seat.id, name: seat.name, title: meeting.title, meetingId: meeting.id, hostSeatId: own.id })
    .from(seat).innerJoin(meeting, eq(meeting.id, seat.meetingId)).innerJoin(own, isOwn)
    .where(and(
      eq(seat.role, 'guest'), eq(seat.door, 'waiting'), gte(seat.lastSeenAt, seen), isNull(seat.withdrawnAt),
      inArray(meeting.state, [...EXPECTED_STATES]),
      or(sql`${own.door} <> 'admitted'`, isNull(own.lastSeenAt), sql`${own.lastSeenAt} < ${seen.toISOString()}`),
    ))
    .orderBy(asc(meeting.startsAt), asc(seat.createdAt), asc(seat.id))
  return rows.map(({ hostSeatId, ...waiting }) => ({ ...waiting, room: paths.room(hostSeatId) }))
}
