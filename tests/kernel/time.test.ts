import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clockText, DAY_MS, dayText, HOUR_MS, isoDate, isoInstant, isTimeZone, longDayText, offsetText, parseInstant, wallTime, zoneCity,
  zoneOffsetMs,
} from '#app/kernel/time.ts'

const COPENHAGEN = 'Europe/Copenhagen'
const NOVEMBER = Date.UTC(2026, 10, 25, 8)

test('a clock counts 24 hours in both languages, with a dot in Danish', () => {
  expect(clockText(NOVEMBER, COPENHAGEN, 'da')).toBe('09.00')
  expect(clockText(NOVEMBER, COPENHAGEN, 'en')).toBe('09:00')
  expect(clockText(Date.UTC(2026, 10, 24, 23), COPENHAGEN, 'en')).toBe('00:00')
  const twelve = [0, 1, 11, 12, 13, 23].map((hour) => clockText(Date.UTC(2026, 10, 24, hour, 5), 'UTC', 'en-u-hc-h12'))
  expect(twelve).toEqual(['12:05\u00a0am', '1:05\u00a0am', '11:05\u00a0am', '12:05\u00a0pm', '1:05\u00a0pm', '11:05\u00a0pm'])
})

test('days are written as people write them', () => {
  expect(dayText(NOVEMBER, COPENHAGEN, 'da')).toBe('onsdag 25. november')
  expect(dayText(NOVEMBER, COPENHAGEN, 'en')).toBe('Wednesday 25 November')
  expect(longDayText(NOVEMBER, COPENHAGEN, 'da')).toBe('onsdag den 25. november 2026')
})

test('the wall clock knows its weekday, and Sunday is the seventh', () => {
  expect(wallTime(NOVEMBER, COPENHAGEN)).toEqual({ year: 2026, month: 11, day: 25, hour: 9, minute: 0, second: 0, weekday: 3 })
  expect(wallTime(Date.UTC(2026, 10, 29, 12), 'UTC').weekday).toBe(7)
})

test('the date is that of the zone, not of the server', () => {
  const lateInUtc = Date.UTC(2026, 11, 31, 23, 30)
  expect(isoDate(lateInUtc, 'UTC')).toBe('2026-12-31')
  expect(isoDate(lateInUtc, COPENHAGEN)).toBe('2027-01-01')
  expect(isoDate(lateInUtc, 'America/New_York')).toBe('2026-12-31')
})

test('the offset follows summer time and halves of hours', () => {
  expect(zoneOffsetMs(NOVEMBER, COPENHAGEN)).toBe(HOUR_MS)
  expect(zoneOffsetMs(Date.UTC(2026, 6, 1), COPENHAGEN)).toBe(2 * HOUR_MS)
  expect(offsetText(NOVEMBER, 'Asia/Kathmandu')).toBe('UTC+5:45')
  expect(offsetText(NOVEMBER, 'America/New_York')).toBe('UTC-5')
  expect(offsetText(NOVEMBER, 'UTC')).toBe('UTC+0')
})

test('an instant is read only when it names its zone and exists', () => {
  expect(parseInstant('2026-11-25T08:00:00Z')).toBe(NOVEMBER)
  expect(parseInstant('2026-11-25T09:00+01:00')).toBe(NOVEMBER)
  expect(parseInstant('2026-11-25T08:00:00.000000+00:00')).toBe(NOVEMBER)
  for (const text of ['2026-11-25T08:00:00', '2026-02-30T08:00:00Z', '2026-11-25', '25.11.2026', '', null, 7, '2026-11-25T25:00Z']) {
    expect(parseInstant(text), String(text)).toBeNull()
  }
})

test('an instant that was written is read as itself', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 4_000 * 366 }), (half) => {
    const at = half * 12 * HOUR_MS
    if (at < 253_402_300_800_000) expect(parseInstant(isoInstant(at))).toBe(at)
  }))
})

test('a zone is one of the IANA database', () => {
  expect(['Europe/Copenhagen', 'UTC', 'America/Argentina/Buenos_Aires'].every(isTimeZone)).toBe(true)
  for (const zone of ['Europe/Nowhere', '', 'a', null, '../etc/passwd', 'Europe/Copenhagen; DROP TABLE', 'x'.repeat(200)]) {
    expect(isTimeZone(zone), String(zone)).toBe(false)
  }
})

test('a zone is called by its city', () => {
  expect(zoneCity('America/New_York')).toBe('New York')
  expect(zoneCity('UTC')).toBe('UTC')
})

test('a day in Copenhagen has 23, 24 or 25 hours', () => {
  const hours = (year: number, month: number, day: number) => {
    const noon = Date.UTC(year, month - 1, day, 12)
    return (DAY_MS - (zoneOffsetMs(noon, COPENHAGEN) - zoneOffsetMs(noon - DAY_MS, COPENHAGEN))) / HOUR_MS
  }
  expect([hours(2027, 3, 28), hours(2027, 6, 1), hours(2027, 10, 31)]).toEqual([23, 24, 25])
})
