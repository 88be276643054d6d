import { expect, test } from 'vitest'
import { lastNoticeAt } from '#app/domain/calendar/types/last-notice.ts'
import { earliestStartWith } from '#app/domain/calendar/slot.ts'
import type { HostRules, SlotRules } from '#app/domain/calendar/slot-rules.ts'
import { HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'

/** Wednesday 25 November 2026, 10.00 in Copenhagen. */
const NOW = Date.UTC(2026, 10, 25, 9)
/** From nine to four on all days but the weekend. */
const host: HostRules = {
  id: 'mette', timeZone: 'Europe/Copenhagen', overrides: [], travel: [], busy: [], bookings: [],
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 9 * 60, endMinute: 16 * 60 })),
}
const MONDAY_TEN = Date.UTC(2026, 10, 30, 9)

test('elapsed notice is counted back on the clock', () => {
  expect(lastNoticeAt(host, MONDAY_TEN, { from: NOW, noticeMs: 4 * HOUR_MS })).toBe(MONDAY_TEN - 4 * HOUR_MS)
  expect(lastNoticeAt(host, MONDAY_TEN, { from: MONDAY_TEN - HOUR_MS, noticeMs: 4 * HOUR_MS })).toBe(MONDAY_TEN - HOUR_MS)
})

test('working notice skips the weekend and the evening: four hours before Monday at ten are Friday at one', () => {
  const notice = { from: NOW, noticeMs: 4 * HOUR_MS, noticeCounts: 'working' as const }
  expect(lastNoticeAt(host, MONDAY_TEN, notice)).toBe(Date.UTC(2026, 10, 27, 12))
  expect(lastNoticeAt(host, MONDAY_TEN, { ...notice, noticeMs: 0 })).toBe(MONDAY_TEN)
  expect(lastNoticeAt(host, MONDAY_TEN, { ...notice, noticeMs: 90 * HOUR_MS })).toBe(NOW)
})

test('whoever asks at that instant keeps the notice, and a minute later breaks it', () => {
  for (const hours of [1, 3, 8, 15]) {
    for (const startsAt of [MONDAY_TEN, MONDAY_TEN + 5 * HOUR_MS]) {
      const notice = { noticeMs: hours * HOUR_MS, noticeCounts: 'working' as const }
      const last = lastNoticeAt(host, startsAt, { ...notice, from: NOW })
      const earliestAt = (now: number) => earliestStartWith(host, rulesAt(now, notice))
      expect(earliestAt(last)).toBeLessThanOrEqual(startsAt)
      expect(earliestAt(last + MINUTE_MS)).toBeGreaterThan(startsAt)
    }
  }
})

function rulesAt(now: number, notice: { noticeMs: number; noticeCounts: 'working' }): SlotRules {
  const type = {
    id: null, durationMs: HOUR_MS, stepMs: HOUR_MS, bufferBeforeMs: 0, bufferAfterMs: 0,
    horizonDays: null, maxPerDay: null, maxPerWeek: null, ...notice,
  }
  return { now, from: now, to: now + 200 * HOUR_MS, type, assign: 'any', hosts: [host] }
}
