import type { SlotRules } from '#app/domain/calendar/slot-rules.ts'
import { lastNoticeAt } from '#app/domain/calendar/types/last-notice.ts'
import { HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import type { BookingState } from '../booking.ts'

/** How long a consultant has to answer, where the meeting lies far enough ahead. */
export const ANSWER_WITHIN_MS = 24 * HOUR_MS

/** Where a booking stands that a consultant wants to answer. withdrawn: taken back, or agreed on and called off. */
export type Standing = 'pending' | 'approved' | 'refused' | 'lapsed' | 'withdrawn'

export type ApprovalRefusal = 'no-such-booking' | Exclude<Standing, 'pending'>

/** From the very millisecond of its deadline on, a booking that nobody answered has lapsed. */
export function standingOf({ state, answerBy }: { state: BookingState; answerBy: number | null }, now: number): Standing {
  if (state === 'pending') return answerBy !== null && now < answerBy ? 'pending' : 'lapsed'
  if (state === 'confirmed') return 'approved'
  return state === 'cancelled' ? 'withdrawn' : state
}

/**
 * Until when the consultant can say yes: a day from now, and never later than the notice before the start.
 * @param rules read for the start of the meeting; `noticeMinutes` is the type's own notice, without the time to answer.
 */
export function answerByFor(rules: SlotRules, { startsAt, noticeMinutes }: { startsAt: number; noticeMinutes: number }): number {
  const { now, type: { noticeCounts } } = rules
  const notice = { from: now, noticeMs: noticeMinutes * MINUTE_MS, noticeCounts }
  return Math.min(now + ANSWER_WITHIN_MS, ...rules.hosts.map((host) => lastNoticeAt(host, startsAt, notice)))
}

/** The `count` free starts that come next after the one that was wanted; earlier ones where there are too few. */
export function nextStarts(starts: readonly number[], wantedAt: number, count: number): number[] {
  const after = starts.filter((at) => at > wantedAt).slice(0, count)
  const before = starts.filter((at) => at < wantedAt).slice(0, Math.max(0, count - after.length))
  return [...before, ...after]
}
