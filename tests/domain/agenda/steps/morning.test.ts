import { expect, test } from 'vitest'
import { morningOf } from '#app/domain/agenda/steps/morning.ts'

test('the morning of a day is eight on the reader\'s own clock, in winter, in summer and far away', () => {
  expect(morningOf('2026-12-01', 'Europe/Copenhagen')).toBe(Date.UTC(2026, 11, 1, 7))
  expect(morningOf('2026-07-01', 'Europe/Copenhagen')).toBe(Date.UTC(2026, 6, 1, 6))
  expect(morningOf('2026-12-01', 'America/Los_Angeles')).toBe(Date.UTC(2026, 11, 1, 16))
})

test('what is no date has none', () => {
  for (const day of ['', '2026-02-30', 'i morgen']) expect(morningOf(day, 'Europe/Copenhagen')).toBeNull()
})
