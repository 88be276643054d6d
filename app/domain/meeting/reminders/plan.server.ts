import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { isoInstant } from '#app/kernel/time.ts'
import type { Transaction } from '#db/client.server.ts'
import { meeting, meetingType, reminder, seat } from '#db/schema.server.ts'
import { MISSED_AFTER_MINUTES } from '../turn-up/turn-up.ts'

/**
 * Plans what the guests of an agreed meeting are reminded of, by the leads of its type as they are now, in the
 * transaction that gives it its time. What would be due already is not planned, nor what was told about the same start
 * before. The one who booked, the one guest who is a known person, is also missed when nobody comes.
 * @param of one seat, or all guests of the meeting.
 */
export async function planReminders(tx: Transaction, of: { meetingId: string; seatId?: string }, now: number): Promise<void> {
  const dueAt = sql`${meeting.startsAt} - lead * interval '1 minute'`
  await tx.execute(sql`insert into ${reminder} (meeting_id, seat_id, starts_at, minutes_before, due_at)
    select ${meeting.id}, ${seat.id}, ${meeting.startsAt}, lead, ${dueAt}
    from ${meeting} join ${meetingType} on ${meetingType.id} = ${meeting.typeId} join ${seat} on ${seat.meetingId} = ${meeting.id}
    cross join lateral unnest(${meetingType.reminderMinutes}
      || case when ${seat.personId} is null then '{}' else array[${-MISSED_AFTER_MINUTES}::int] end) as lead
    where ${meeting.id} = ${of.meetingId} and ${meeting.state} = 'scheduled' and not ${meeting.isDemo}
      and ${seat.role} = 'guest' and ${seat.withdrawnAt} is null and ${of.seatId ? eq(seat.id, of.seatId) : sql`true`}
      and ${dueAt} > ${isoInstant(now)}::timestamptz
    on conflict do nothing`)
}

/** Takes back what was planned and not told, of the meeting or of one seat. */
export async function dropReminders(tx: Transaction, of: { meetingId: string; seatId?: string }): Promise<void> {
  await tx.delete(reminder)
    .where(and(eq(reminder.meetingId, of.meetingId), of.seatId ? eq(reminder.seatId, of.seatId) : undefined, isNull(reminder.settledAt)))
}

/** Nobody is missed before the last guest who has told of a delay would be there. */
export async function waitForLate(tx: Transaction, meetingId: string, lateMinutes: number): Promise<void> {
  await tx.update(reminder)
    .set({ dueAt: sql`${reminder.startsAt} + ${MISSED_AFTER_MINUTES + lateMinutes}::int * interval '1 minute'` })
    .where(and(eq(reminder.meetingId, meetingId), isNull(reminder.settledAt), lt(reminder.minutesBefore, 0)))
}
