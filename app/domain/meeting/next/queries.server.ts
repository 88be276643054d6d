import { and, eq, ne } from 'drizzle-orm'
import { db, type Queryable } from '#db/client.server.ts'
import { meeting, meetingType, nextMeeting } from '#db/schema.server.ts'
import { keyOfKind, type NextMeeting } from '../next-meeting.ts'

/** With the id of the meeting that was booked. */
export type KnownNext = NextMeeting & { bookedMeetingId: string | null }

/** What follows a meeting; null while nobody said anything of it. One that was called off follows no more. */
export async function findNext(meetingId: string, on: Queryable = db()): Promise<KnownNext | null> {
  const [row] = await on.select().from(nextMeeting)
    .leftJoin(meeting, and(eq(meeting.id, nextMeeting.bookedMeetingId), ne(meeting.state, 'cancelled')))
    .leftJoin(meetingType, eq(meetingType.id, nextMeeting.typeId))
    .where(eq(nextMeeting.meetingId, meetingId))
  if (!row) return null
  const { next_meeting: { offeredAt, proposed, minutes }, meeting: booked, meeting_type: type } = row
  const kind = type && minutes !== null
    ? { key: keyOfKind({ typeId: type.id, minutes }), title: { da: type.titleDa, en: type.titleEn }, minutes } : null
  return {
    offer: offeredAt && { proposed: proposed.map((at) => at.getTime()), kind },
    booked: booked && { startsAt: booked.startsAt.getTime(), endsAt: booked.endsAt.getTime(), isPending: booked.state === 'pending' },
    bookedMeetingId: booked?.id ?? null,
  }
}
