import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOfDay, dayOfDate, mondayOf, weekdayOfDay, zoneClock } from '#app/domain/calendar/zone.ts'
import { zoneOffsetMs } from '#app/kernel/time.ts'

const FROM = Date.UTC(1975, 0, 1)
const TO = Date.UTC(2040, 0, 1)
const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))

test('every zone has its own offset at every instant, however often it changes', { timeout: 120_000 }, () => {
  fc.assert(fc.property(anyZone, fc.integer({ min: FROM, max: TO }), (zone, at) => {
    expect(zoneClock(zone).offsetAt(at)).toBe(zoneOffsetMs(at, zone))
  }), { numRuns: 400 })
})

test('an instant is found again by what its clock shows, or by the first of two', { timeout: 120_000 }, () => {
  fc.assert(fc.property(anyZone, fc.integer({ min: FROM, max: TO }), (zone, at) => {
    const clock = zoneClock(zone)
    const found = clock.resolve(at + clock.offsetAt(at))
    if (found !== at) expect(found + clock.offsetAt(found)).toBe(at + clock.offsetAt(at))
    expect(found).toBeLessThanOrEqual(at)
  }), { numRuns: 400 })
})

test('the offset changes at the very millisecond', () => {
  const clock = zoneClock('Europe/Copenhagen')
  const spring = Date.UTC(2027, 2, 28, 1)
  expect([clock.offsetAt(spring - 1), clock.offsetAt(spring)]).toEqual([3_600_000, 7_200_000])
  expect([clock.offsetAt(Date.UTC(2027, 9, 31, 1) - 1), clock.offsetAt(Date.UTC(2027, 9, 31, 1))]).toEqual([7_200_000, 3_600_000])
})

test('Ramadan interrupts the summer time of Morocco for a month', () => {
  const clock = zoneClock('Africa/Casablanca')
  const offsets = ['2024-02-01', '2024-03-20', '2024-05-01'].map((date) => clock.offsetAt(Date.parse(date)) / 3_600_000)
  expect(offsets).toEqual([1, 0, 1])
})

test('a skipped time moves forward by the gap, a doubled one is the first', () => {
  const copenhagen = zoneClock('Europe/Copenhagen')
  expect(copenhagen.resolve(Date.UTC(2027, 2, 28, 2, 30))).toBe(Date.UTC(2027, 2, 28, 1, 30))
  expect(copenhagen.resolve(Date.UTC(2027, 9, 31, 2, 30))).toBe(Date.UTC(2027, 9, 31, 0, 30))
  expect(zoneClock('Pacific/Apia').resolve(Date.UTC(2011, 11, 30, 12))).toBe(Date.UTC(2011, 11, 30, 22))
})

test('the civil day is the one on the wall', () => {
  expect(dateOfDay(zoneClock('Pacific/Auckland').dayAt(Date.UTC(2027, 4, 3, 13)))).toBe('2027-05-04')
  expect(dateOfDay(zoneClock('America/Los_Angeles').dayAt(Date.UTC(2027, 4, 3, 6)))).toBe('2027-05-02')
})

test('dates and day numbers are each other, and a date that does not exist is none', () => {
  fc.assert(fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
    expect(dayOfDate(dateOfDay(day))).toBe(day)
  }))
  expect(dayOfDate('1970-01-01')).toBe(0)
  for (const text of ['2027-02-29', '2027-13-01', '2027-1-1', '27-01-01', '2027-01-01T00:00', '']) expect(dayOfDate(text)).toBeNull()
})

test('a week begins on Monday, also before 1970', () => {
  const days = ['2027-05-03', '2027-05-09', '2027-05-10', '1969-12-29', '1970-01-01', '1969-12-28'].map((date) => dayOfDate(date) ?? NaN)
  expect(days.map(weekdayOfDay)).toEqual([1, 7, 1, 1, 4, 7])
  expect(days.map((day) => dateOfDay(mondayOf(day))))
    .toEqual(['2027-05-03', '2027-05-03', '2027-05-10', '1969-12-29', '1969-12-29', '1969-12-22'])
})
