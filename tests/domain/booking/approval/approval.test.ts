import { expect, test } from 'vitest'
import { readAnswerText, ANSWER_LETTERS } from '#app/domain/booking/approval/answer-input.ts'
import { answerByFor, nextStarts, standingOf } from '#app/domain/booking/approval/approval.ts'
import type { SlotRules } from '#app/domain/calendar/slot-rules.ts'
import { DAY_MS, HOUR_MS } from '#app/kernel/time.ts'

const NOW = Date.UTC(2026, 10, 25, 9)
const host = { id: 'mette', timeZone: 'Europe/Copenhagen', weekly: [], overrides: [], travel: [], busy: [], bookings: [] }
const type = {
  id: null, durationMs: HOUR_MS, stepMs: HOUR_MS, bufferBeforeMs: 0, bufferAfterMs: 0, noticeMs: 0,
  horizonDays: null, maxPerDay: null, maxPerWeek: null,
}
const rules: SlotRules = { now: NOW, from: NOW, to: NOW + DAY_MS, type, assign: 'any', hosts: [host] }

test('a day to answer, and never later than the notice before the start', () => {
  expect(answerByFor(rules, { startsAt: NOW + 3 * DAY_MS, noticeMinutes: 240 })).toBe(NOW + DAY_MS)
  expect(answerByFor(rules, { startsAt: NOW + 10 * HOUR_MS, noticeMinutes: 240 })).toBe(NOW + 6 * HOUR_MS)
  expect(answerByFor(rules, { startsAt: NOW + DAY_MS + 4 * HOUR_MS, noticeMinutes: 240 })).toBe(NOW + DAY_MS)
})

test('it waits until the very millisecond of its deadline', () => {
  const pending = { state: 'pending', answerBy: NOW } as const
  expect([standingOf(pending, NOW - 1), standingOf(pending, NOW)]).toEqual(['pending', 'lapsed'])
  expect(standingOf({ state: 'confirmed', answerBy: NOW }, NOW + 1)).toBe('approved')
  expect(standingOf({ state: 'cancelled', answerBy: NOW }, NOW - 1)).toBe('withdrawn')
  for (const state of ['refused', 'lapsed', 'withdrawn'] as const) expect(standingOf({ state, answerBy: NOW }, NOW - 1)).toBe(state)
})

test('a no offers the times that come next, never the one that was wanted, and earlier ones where few are left', () => {
  expect(nextStarts([1, 2, 3, 4, 5, 6], 2, 3)).toEqual([3, 4, 5])
  expect(nextStarts([1, 2, 3, 4], 3, 3)).toEqual([1, 2, 4])
  expect(nextStarts([5], 5, 3)).toEqual([])
})

test('a word beside a no keeps its lines, loses what means nothing, and has an end', () => {
  expect(readAnswerText(' Kære Søren\r\nTorsdag?\u0000 ')).toBe('Kære Søren\nTorsdag?')
  expect([readAnswerText('   '), readAnswerText(null), readAnswerText('x'.repeat(5_000))?.length]).toEqual([null, null, ANSWER_LETTERS])
})
