import { expect, test } from 'vitest'
import { readTimes, typedTimesIn } from '#app/domain/booking/proposal/proposal-input.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { formOf } from '../../../support/routes.ts'

const NOW = Date.UTC(2026, 10, 25, 9)
const at = (timeZone: string) => ({ timeZone, now: NOW })

test('dates and times are read on the clock that was chosen, and empty rows don\'t count', () => {
  const rows = typedTimesIn(formOf({ 'date-1': '2026-11-26', 'time-1': ' 10.30 ', 'date-3': '2026-12-01', 'time-3': '9' }), 3)
  expect(readTimes(rows, at('Europe/Copenhagen'))).toEqual({
    starts: [Date.UTC(2026, 10, 26, 9, 30), Date.UTC(2026, 11, 1, 8)], faults: [null, null, null],
  })
  expect(readTimes(rows, at('America/New_York')).starts[0]).toBe(Date.UTC(2026, 10, 26, 15, 30))
})

test('a time that the clock skips moves forward, and of a doubled one the first is meant', () => {
  const read = (date: string) => readTimes([{ date, time: '02:30' }], at('Europe/Copenhagen')).starts[0]
  expect(read('2027-03-28')).toBe(Date.UTC(2027, 2, 28, 1, 30))
  expect(read('2027-10-31')).toBe(Date.UTC(2027, 9, 31, 0, 30))
})

test.each([
  ['none', { date: '', time: '' }],
  ['not-a-date', { date: '2026-02-30', time: '10' }],
  ['not-a-date', { date: '', time: '10' }],
  ['not-a-time', { date: '2026-12-01', time: 'ti' }],
  ['not-a-time', { date: '2026-12-01', time: '' }],
  ['past', { date: '2026-11-25', time: '10.00' }],
  ['too-far', { date: '2028-12-01', time: '10.00' }],
])('%s is said of %j', (fault, row) => {
  expect(readTimes([row], at('Europe/Copenhagen'))).toEqual({ starts: [], faults: [fault] })
})

test('one time is proposed once', () => {
  const row = { date: '2026-12-01', time: '10' }
  expect(readTimes([row, { ...row, time: '10.00' }], at('Europe/Copenhagen'))).toEqual({ starts: [NOW + 6 * DAY_MS], faults: [null, 'twice'] })
})
