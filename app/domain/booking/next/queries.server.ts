import { nearestLength, type MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { findMeetingTypeById, listOpenSlots } from '#app/domain/calendar/queries.server.ts'
import type { Meeting, SeatPass } from '#app/domain/meeting/seat.ts'
import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { spreadTimes } from './spread.ts'

/** As many as can be read beside a call. */
const MOST_TIMES = 9

/** What the calendar is asked: the same kind of meeting, as long if it still can be, with the same host unless it needs all. */
export type NextQuestion = { type: MeetingType; hostId?: string }

/** Null when this kind of meeting can't be booked any more. */
export async function findNextQuestion({ typeId, startsAt, endsAt, hostId }: Meeting): Promise<NextQuestion | null> {
  const known = await findMeetingTypeById(typeId)
  if (!known?.isActive) return null
  const type = nearestLength(known, (endsAt - startsAt) / MINUTE_MS)
  return type.assign === 'all' ? { type } : { type, hostId }
}

/**
 * Free times of a next meeting, in the reader's zone some of each day, epoch milliseconds: none before this one was to end.
 * @param after only what begins later than this.
 */
export async function listNextTimes({ seat, meeting }: SeatPass, now: number, after: number | null = null): Promise<number[]> {
  const asked = await findNextQuestion(meeting)
  if (!asked) return []
  const starts = await listNextStarts(asked, meeting, now)
  return spreadTimes(starts.filter((at) => at > (after ?? 0)), seat.timeZone, MOST_TIMES)
}

/** All of them, up to the horizon. */
export async function listNextStarts(asked: NextQuestion, { endsAt }: Pick<Meeting, 'endsAt'>, now: number): Promise<number[]> {
  const slots = await listOpenSlots({ ...asked, now, from: Math.max(now, endsAt), to: now + (asked.type.horizonDays + 2) * DAY_MS })
  return slots.map(({ startsAt }) => startsAt)
}
