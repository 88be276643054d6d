import { MINUTE_MS } from '#app/kernel/time.ts'
import { isExpected, type MeetingTimes } from '../meeting.ts'
import type { Seat } from '../seat.ts'

/** The delays that can be chosen, minutes. */
export const LATE_CHOICES = [5, 10, 15] as const

/** How long after the start nobody is missed yet; a delay that was told comes on top. */
export const MISSED_AFTER_MINUTES = 5

/** The delay that a form sends, 0 for none; null for what no form of ours sends. */
export function readLateMinutes(value: unknown): number | null {
  const known = [0, ...LATE_CHOICES].find((minutes) => String(minutes) === value)
  return known ?? null
}

/** From the yes until the planned end there is something to say. */
export function isAnswerable(meeting: MeetingTimes, now: number): boolean {
  return isExpected(meeting) && now < meeting.endsAt
}

/** Is a guest at the door to be told what to do without the host? `now` in epoch milliseconds. */
export function isHostLate({ startsAt, isHostPresent }: { startsAt: number; isHostPresent: boolean }, now: number): boolean {
  return !isHostPresent && now >= startsAt + MISSED_AFTER_MINUTES * MINUTE_MS
}

/** Has this guest been at the door of this meeting? The device check is forgotten when the meeting moves. */
export function hasCome({ door, readiness, admittedAt }: Pick<Seat, 'door' | 'readiness' | 'admittedAt'>): boolean {
  return door !== 'away' || readiness !== null || admittedAt !== null
}
