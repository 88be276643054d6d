import { and, eq, gte, isNotNull, ne } from 'drizzle-orm'
import { transaction } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import { PRESENT_WITHIN_MS } from '../meeting.ts'
import { lockMeeting } from '../queries.server.ts'
import type { SeatPass } from '../seat.ts'

/** Each costs the media server a connection, and hidden ones count in its room. */
export const MOST_WARM = 8

/**
 * May this guest wait connected? The first few do, and keep it while their page is open; the others wait on the page,
 * and ask again until a place is free or they are let in.
 */
export function takeWarmPlace({ seat: { id }, meeting: { id: meetingId } }: SeatPass, now: number): Promise<boolean> {
  return transaction(async (tx) => {
    await lockMeeting(tx, meetingId)
    const isWaiting = and(eq(seat.meetingId, meetingId), eq(seat.door, 'waiting'))
    const isTaken = and(isWaiting, ne(seat.id, id), isNotNull(seat.warmSince), gte(seat.lastSeenAt, new Date(now - PRESENT_WITHIN_MS)))
    const isFree = await tx.$count(seat, isTaken) < MOST_WARM
    await tx.update(seat).set({ warmSince: isFree ? new Date(now) : null }).where(and(isWaiting, eq(seat.id, id)))
    return isFree
  })
}
