import { expect, test } from 'vitest'
import { monthPage, readMonth } from '#app/domain/booking/ui/times/month.ts'

const days = ['2026-11-26', '2026-11-30', '2027-01-04'].map((date) => ({ date, starts: [1, 2] }))

test('a month stands in whole weeks from Monday, its neighbours left empty', () => {
  const { weeks } = monthPage(days, '2026-11', null)
  expect(weeks).toHaveLength(6)
  expect(weeks[0]?.map((day) => day?.date.slice(8) ?? '')).toEqual(['', '', '', '', '', '', '01'])
  expect(weeks[5]?.map((day) => day?.date.slice(8) ?? '')).toEqual(['30', '', '', '', '', '', ''])
  expect(weeks.flat().filter((day) => day && day.free > 0).map((day) => [day?.date, day?.free]))
    .toEqual([['2026-11-26', 2], ['2026-11-30', 2]])
})

test('a leap February that begins on a Monday has five weeks', () => {
  expect(monthPage([], '2044-02', null).weeks).toHaveLength(5)
})

test.each([
  ['2026-11', null, '2026-11', '2026-11-26', null, '2026-12'],
  ['2026-11', '2026-11-30', '2026-11', '2026-11-30', null, '2026-12'],
  ['2026-11', '2026-11-29', '2026-11', '2026-11-26', null, '2026-12'],
  ['2026-12', null, '2026-12', null, '2026-11', '2027-01'],
  ['2027-01', null, '2027-01', '2027-01-04', '2026-12', null],
  ['1999-01', null, '2026-11', '2026-11-26', null, '2026-12'],
  ['2040-01', null, '2027-01', '2027-01-04', '2026-12', null],
])('asked for %s and day %s, it shows %s and the times of %s', (asked, day, month, chosen, earlier, later) => {
  const page = monthPage(days, asked, day)
  expect([page.month, page.chosen, page.earlier, page.later]).toEqual([month, chosen, earlier, later])
})

test.each([['2026-12', '2026-12'], ['2026-13', null], ['2026-1', null], ['', null], [null, null], ['2026-12-01', null]])(
  'the month %s is read as %s', (text, month) => expect(readMonth(text)).toBe(month))
