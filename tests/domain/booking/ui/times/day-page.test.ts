import { expect, test } from 'vitest'
import { nearestStarts } from '#app/domain/booking/booking.ts'
import { groupByDay, pageOfDays } from '#app/domain/booking/ui/times/day-page.ts'
import { offeredZones } from '#app/domain/booking/ui/times/offered-zones.ts'
import { isTimeZone } from '#app/kernel/time.ts'

test('a start lies on the date that the visitor\'s calendar shows', () => {
  const starts = [Date.UTC(2026, 10, 25, 14), Date.UTC(2026, 10, 25, 15)]
  expect(groupByDay(starts, 'Europe/Copenhagen').map(({ date }) => date)).toEqual(['2026-11-25'])
  expect(groupByDay(starts, 'Asia/Tokyo').map(({ date }) => date)).toEqual(['2026-11-25', '2026-11-26'])
})

const days = ['01', '02', '04', '07', '09'].map((day) => ({ date: `2026-12-${day}`, starts: [0] }))

test.each([
  [null, ['01', '02'], null, '04'],
  ['2026-12-03', ['04', '07'], '01', '09'],
  ['2026-12-09', ['09'], '04', null],
  ['2027-12-09', ['09'], '04', null],
  ['2020-01-01', ['01', '02'], null, '04'],
])('the page from %s holds %s', (from, shown, earlier, later) => {
  const page = pageOfDays(days, from, 2)
  expect(page.days.map(({ date }) => date.slice(-2))).toEqual(shown)
  expect([page.earlierFrom, page.laterFrom].map((date) => date?.slice(-2) ?? null)).toEqual([earlier, later])
})

test('without days there is nothing to turn to', () => {
  expect(pageOfDays([], '2026-12-01')).toEqual({ days: [], earlierFrom: null, laterFrom: null })
})

test('the nearest times stand in the order of the clock', () => {
  expect(nearestStarts([1, 5, 6, 9, 20], 7, 3)).toEqual([5, 6, 9])
})

test('each zone on offer exists, once, and the one in use is among them', () => {
  const zones = offeredZones('Asia/Kathmandu')
  expect(zones).toContain('Asia/Kathmandu')
  expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([])
  expect(new Set(zones).size).toBe(zones.length)
  expect(offeredZones('Europe/Copenhagen')).toHaveLength(zones.length - 1)
})
