import { expect, test } from 'vitest'
import { dayOfHoliday, holidaysBetween, HOLIDAYS, isHoliday, nextHoliday, type HolidayKey } from '#app/domain/calendar/rules/holidays.ts'
import { dateOfDay, dayOfDate, weekdayOfDay } from '#app/domain/calendar/zone.ts'

const dayOf = (date: string) => dayOfDate(date) ?? NaN
const dateIn = (key: HolidayKey, year: number) => {
  const day = dayOfHoliday(key, year)
  return day === null ? null : dateOfDay(day)
}

/** From the almanac of the University of Copenhagen; 1818 and 2285 are the earliest there can be, 1943 and 2038 the latest. */
test.each([
  [1818, '1818-03-22'], [1943, '1943-04-25'], [2000, '2000-04-23'], [2008, '2008-03-23'], [2016, '2016-03-27'], [2019, '2019-04-21'],
  [2023, '2023-04-09'], [2024, '2024-03-31'], [2025, '2025-04-20'], [2026, '2026-04-05'], [2027, '2027-03-28'], [2028, '2028-04-16'],
  [2030, '2030-04-21'], [2038, '2038-04-25'], [2049, '2049-04-18'], [2076, '2076-04-19'], [2285, '2285-03-22'],
])('Easter Sunday of %i is %s', (year, date) => {
  expect(dateIn('easter-sunday', year)).toBe(date)
})

test('the holidays of 2027 are those of the calendar on the wall', () => {
  const holidays = holidaysBetween(dayOf('2027-01-01'), dayOf('2027-12-31'), HOLIDAYS)
  expect(holidays.map(({ day, name }) => `${dateOfDay(day)} ${name}`)).toEqual([
    '2027-01-01 new-years-day', '2027-03-25 maundy-thursday', '2027-03-26 good-friday', '2027-03-28 easter-sunday',
    '2027-03-29 easter-monday', '2027-05-06 ascension-day', '2027-05-16 whit-sunday', '2027-05-17 whit-monday',
    '2027-06-05 constitution-day', '2027-12-24 christmas-eve', '2027-12-25 christmas-day', '2027-12-26 second-christmas-day',
    '2027-12-31 new-years-eve',
  ])
})

test('the Great Prayer Day was a Friday until 2023, and is a working day from 2024', () => {
  expect([dateIn('great-prayer-day', 2022), dateIn('great-prayer-day', 2023)]).toEqual(['2022-05-13', '2023-05-05'])
  expect([2024, 2025, 2060].map((year) => dateIn('great-prayer-day', year))).toEqual([null, null, null])
  expect(nextHoliday('great-prayer-day', dayOf('2023-05-06'))).toBeNull()
})

test('Easter is a Sunday between 22 March and 25 April in every year', () => {
  for (let year = 1800; year < 2300; year++) {
    const day = dayOfHoliday('easter-sunday', year) ?? NaN
    expect(weekdayOfDay(day)).toBe(7)
    expect(dateOfDay(day) >= `${year}-03-22` && dateOfDay(day) <= `${year}-04-25`).toBe(true)
  }
})

test('only what is kept is closed, both ends of the range included, over the turn of the year', () => {
  const found = holidaysBetween(dayOf('2026-12-26'), dayOf('2027-01-01'), ['new-years-day', 'second-christmas-day', 'christmas-day'])
  expect(found.map(({ name }) => name)).toEqual(['second-christmas-day', 'new-years-day'])
  expect(holidaysBetween(dayOf('2026-12-26'), dayOf('2027-01-01'), [])).toEqual([])
})

test('the next one is today\'s, or else that of next year', () => {
  expect(dateOfDay(nextHoliday('christmas-day', dayOf('2026-12-25')) ?? NaN)).toBe('2026-12-25')
  expect(dateOfDay(nextHoliday('good-friday', dayOf('2026-12-25')) ?? NaN)).toBe('2027-03-26')
  expect([isHoliday('good-friday'), isHoliday('bank-holiday'), isHoliday(null)]).toEqual([true, false, false])
})
