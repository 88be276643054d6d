import { expect, test } from 'vitest'
import { morningOf, stepMoment } from '#app/domain/agenda/steps/morning.ts'

test('the morning of a day is eight on the reader\'s own clock, in winter, in summer and far away', () => {
  expect(morningOf('2026-12-01', 'Europe/Copenhagen')).toBe(Date.UTC(2026, 11, 1, 7))
  expect(morningOf('2026-07-01', 'Europe/Copenhagen')).toBe(Date.UTC(2026, 6, 1, 6))
  expect(morningOf('2026-12-01', 'America/Los_Angeles')).toBe(Date.UTC(2026, 11, 1, 16))
})

/** Thursday 26 November 2026, ten in the morning in Copenhagen. */
const HELD = Date.UTC(2026, 10, 26, 9)
const momentOf = (due: string, { timeZone = 'Europe/Copenhagen', heldAt = HELD, now = HELD } = {}) => {
  const moment = stepMoment(due, { timeZone, heldAt, now })
  return moment && [moment.day, new Date(moment.dueAt).toISOString()]
}

test('a step with a date is brought up on its morning, also on a day off: somebody chose it', () => {
  expect(momentOf('2026-11-29')).toEqual(['2026-11-29', '2026-11-29T07:00:00.000Z'])
})

test('planned too late for its morning, it is brought up at three, and after that on the next morning of a working day', () => {
  expect(momentOf('2026-11-26')).toEqual(['2026-11-26', '2026-11-26T14:00:00.000Z'])
  expect(momentOf('2026-11-26', { now: Date.UTC(2026, 10, 26, 14) })).toEqual(['2026-11-26', '2026-11-27T07:00:00.000Z'])
  expect(momentOf('2026-11-27', { now: Date.UTC(2026, 10, 27, 16) })).toEqual(['2026-11-27', '2026-11-30T07:00:00.000Z'])
  expect(momentOf('2026-11-01')).toEqual(['2026-11-01', '2026-11-27T07:00:00.000Z'])
})

test.each([
  ['a week later', HELD, 'Europe/Copenhagen', '2026-12-03', '2026-12-03T07:00:00.000Z'],
  ['on the reader’s own day and clock', Date.UTC(2026, 10, 26, 1), 'America/Los_Angeles', '2026-12-02', '2026-12-02T16:00:00.000Z'],
  ['past a week-end', Date.UTC(2026, 10, 28, 9), 'Europe/Copenhagen', '2026-12-07', '2026-12-07T07:00:00.000Z'],
  ['past the Danish Christmas', Date.UTC(2026, 11, 17, 9), 'Europe/Copenhagen', '2026-12-28', '2026-12-28T07:00:00.000Z'],
  ['on what is no holiday known for the zone', Date.UTC(2026, 11, 17, 9), 'Europe/London', '2026-12-24', '2026-12-24T08:00:00.000Z'],
])('a step without a date is brought up %s', (_, heldAt, timeZone, day, dueAt) => {
  expect(momentOf('', { heldAt, now: heldAt, timeZone })).toEqual([day, dueAt])
})

test('ended very late, a step without a date is brought up on the next morning of a working day', () => {
  expect(momentOf('', { now: Date.UTC(2026, 11, 11, 9) })).toEqual(['2026-12-03', '2026-12-14T07:00:00.000Z'])
})

test('what is no date has none', () => {
  for (const day of ['', '2026-02-30', 'i morgen']) expect(morningOf(day, 'Europe/Copenhagen')).toBeNull()
  for (const day of ['2026-02-30', 'i morgen']) expect(momentOf(day)).toBeNull()
})
