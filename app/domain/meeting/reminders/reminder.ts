import { isExpected } from '../meeting.ts'
import type { Meeting, Seat } from '../seat.ts'
import { hasCome } from '../turn-up/turn-up.ts'

/** `minutesBefore` below zero asks after the start whether anybody has come. Epoch milliseconds. */
export type DueReminder = { seatId: string; startsAt: number; minutesBefore: number }

export type Told = { kind: 'reminder' | 'missing'; seat: Seat }

/**
 * Which of the reminders that are due are still worth telling, and to whom. Of several for one seat, as after a long
 * halt, only the nearest to the start; none for another start, for whoever has come, or once the meeting has begun.
 */
export function worthTelling(
  due: readonly DueReminder[], { meeting, seats }: { meeting: Meeting; seats: readonly Seat[] }, now: number,
): Told[] {
  const mine = due.filter(({ startsAt }) => startsAt === meeting.startsAt)
  return seats.filter(({ role }) => role === 'guest').flatMap((seat): Told[] => {
    const leads = mine.filter(({ seatId }) => seatId === seat.id).map(({ minutesBefore }) => minutesBefore)
    if (leads.length === 0) return []
    if (leads.some((lead) => lead < 0)) return isMissed({ meeting, seats }, now) ? [{ kind: 'missing', seat }] : []
    return isExpected(meeting) && now < meeting.startsAt && !hasCome(seat) ? [{ kind: 'reminder', seat }] : []
  })
}

/** Nobody who was invited has come, and it is not over yet. */
export function isMissed({ meeting, seats }: { meeting: Pick<Meeting, 'state' | 'endsAt'>; seats: readonly Seat[] }, now: number): boolean {
  const isOn = meeting.state === 'scheduled' || meeting.state === 'open'
  return isOn && now < meeting.endsAt && !seats.some((seat) => seat.role === 'guest' && hasCome(seat))
}
