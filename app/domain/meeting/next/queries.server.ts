import { and, eq, ne } from 'drizzle-orm'
import { db, type Queryable } from '#db/client.server.ts'
import { meeting, nextMeeting } from '#db/schema.server.ts'
import type { NextMeeting } from '../next-meeting.ts'

/** With the id of the meeting that was booked. */
export type KnownNext = NextMeeting & { bookedMeetingId: string | null }

/** What follows a meeting; null while nobody said anything of it. One that was called off follows no more. */
export async function findNext(meetingId: string, on: Queryable = db()): Promise<KnownNext | null> {
  const [row] = await on.select().from(nextMeeting)
    .leftJoin(meeting, and(eq(meeting.id, nextMeeting.bookedMeetingId), ne(meeting.state, 'cancelled')))
    .where(eq(nextMeeting.meetingId, meetingId))
  if (!row) return null
  const { next_meeting: { offeredAt, proposed }, meeting: booked } = row
  return {
    offer: offeredAt && { proposed: proposed.map((at) => at.getTime()) },
    booked: booked && { startsAt: booked.startsAt.getTime(), endsAt: booked.endsAt.getTime(), isPending: booked.state === 'pending' },
    bookedMeetingId: booked?.id ?? null,
  }
}
