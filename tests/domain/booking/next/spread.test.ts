import { expect, test } from 'vitest'
import { spreadTimes } from '#app/domain/booking/next/spread.ts'
import { DAY_MS, HOUR_MS } from '#app/kernel/time.ts'

const ZONE = 'Europe/Copenhagen'
const TEN = Date.UTC(2026, 10, 26, 9)
const hours = (day: number, ...at: number[]) => at.map((hour) => TEN + day * DAY_MS + hour * HOUR_MS)

test('of a day with many times the first, a middle one and the last are shown', () => {
  expect(spreadTimes(hours(0, 0, 1, 2, 3, 4, 5), ZONE, 9)).toEqual(hours(0, 0, 3, 5))
})

test('of a day with few all are, and days follow each other', () => {
  expect(spreadTimes([...hours(0, 0, 1), ...hours(1, 2)], ZONE, 9)).toEqual([...hours(0, 0, 1), ...hours(1, 2)])
})

test('no more than were asked for, the earliest', () => {
  expect(spreadTimes([...hours(0, 0, 1, 2), ...hours(1, 0, 1, 2)], ZONE, 4)).toEqual([...hours(0, 0, 1, 2), ...hours(1, 0)])
  expect(spreadTimes([], ZONE, 4)).toEqual([])
})

test('which day it is, the reader\'s zone tells', () => {
  const late = Date.UTC(2026, 10, 26, 23)
  expect(spreadTimes([late, late + HOUR_MS, late + 2 * HOUR_MS, late + 3 * HOUR_MS], 'America/Los_Angeles', 9)).toHaveLength(3)
})
