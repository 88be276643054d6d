import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { publish } from '#app/platform/feed.server.ts'
import { readLiveKitState } from '#app/platform/livekit.server.ts'
import { db } from '#db/client.server.ts'
import { person, seat } from '#db/schema.server.ts'
import type { SeatPass } from '../seat.ts'
import { writeNote, type LineAnswer, type LineReport } from './line.ts'

export type LineRefusal = 'meeting-ended' | 'meeting-cancelled' | 'not-at-the-door' | 'removed'

/** The feed's topic for how the media of those inside one meeting go. */
export function lineTopic(meetingId: string): string {
  return `line:${meetingId}`
}

/** Passes on to the others how this seat's media go. Nothing is kept: it is true for a moment only. */
export async function reportLine({ seat: mine, meeting }: SeatPass, { line }: LineReport): Promise<Result<LineAnswer, LineRefusal>> {
  if (meeting.state === 'ended') return refuse('meeting-ended')
  if (meeting.state === 'cancelled') return refuse('meeting-cancelled')
  if (mine.door === 'removed') return refuse('removed')
  if (mine.door !== 'admitted') return refuse('not-at-the-door')
  await publish(db(), lineTopic(meeting.id), writeNote({ identity: mine.identity, line }))
  const numbers = mine.role === 'host' ? await listNumbers(meeting.id) : []
  return ok({ livekit: readLiveKitState().state, numbers })
}

/** Where the guests inside can be rung. */
async function listNumbers(meetingId: string): Promise<LineAnswer['numbers']> {
  const rows = await db().select({ name: seat.name, phone: person.phone }).from(seat).innerJoin(person, eq(person.id, seat.personId))
    .where(and(
      eq(seat.meetingId, meetingId), eq(seat.role, 'guest'), eq(seat.door, 'admitted'), isNull(seat.withdrawnAt), isNotNull(person.phone),
    ))
  return rows.flatMap(({ name, phone }) => (phone ? [{ name, phone }] : []))
}
