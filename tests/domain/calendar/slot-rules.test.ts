import { expect, test } from 'vitest'
import { earliestStart, openSlots, slotsAfterNotice } from '#app/domain/calendar/slot.ts'
import { HOUR_MS, isoInstant } from '#app/kernel/time.ts'
import { caseOf, daily, expectStarts, rulesOf, startsOf, windowOf, type CaseBooking, type CaseType } from './slot-case.ts'

const WEEK = { from: '2027-05-03T00:00:00Z', to: '2027-05-10T00:00:00Z' }
const holidays = [{ date: '2027-05-06', name: 'ascension-day' }]
const overrides = [{ date: '2027-05-06', windows: [windowOf('13:00-14:00')] }]

test('a holiday closes its date, and an override opens it again', () => {
  const days = (host: object) => startsOf(caseOf({ host: { weekly: daily('09:00-10:00'), ...host }, ...WEEK })).map((start) => start.slice(3))
  expect(days({ holidays })).toEqual(['03 07:00', '04 07:00', '05 07:00', '07 07:00', '08 07:00', '09 07:00'])
  expect(days({ holidays, overrides })).toContain('06 11:00')
})

test('time off closes its dates, both ends included, overrides too', () => {
  const timeOff = [{ from: '2027-05-04', to: '2027-05-07' }]
  expectStarts(caseOf({ host: { weekly: daily('09:00-10:00'), overrides, timeOff }, ...WEEK }), ['05-03 07:00', '05-08 07:00', '05-09 07:00'])
})

/** Open 9-12 in Copenhagen, which is 7-10 in UTC; what is the first start with so many working hours of notice? */
function firstStart(now: string, hours: number, host: object = {}): string | undefined {
  const type: Partial<CaseType> = { noticeMinutes: hours * 60, noticeCounts: 'working', durationMinutes: 30, stepMinutes: 15 }
  return startsOf(caseOf({ now, type, host, ...WEEK })).at(0)
}

test('notice in working hours is time that passes inside the windows', () => {
  expect(firstStart('2027-05-03T08:00:00Z', 1)).toBe('05-03 09:00')
  expect(firstStart('2027-05-03T08:00:00.001Z', 1)).toBe('05-03 09:15')
  expect(firstStart('2027-05-03T08:00:00Z', 2)).toBe('05-04 07:00')
  expect(firstStart('2027-05-03T09:00:00Z', 2)).toBe('05-04 08:00')
  expect(firstStart('2027-05-03T20:00:00Z', 3)).toBe('05-05 07:00')
  expect(firstStart('2027-05-03T20:00:00Z', 0)).toBe('05-04 07:00')
})

test('days off do not count as working hours, and time that is taken does', () => {
  const timeOff = [{ from: '2027-05-04', to: '2027-05-04' }]
  expect(firstStart('2027-05-03T09:00:00Z', 2, { timeOff, holidays: [{ date: '2027-05-05', name: 'bridge day' }] })).toBe('05-06 08:00')
  expect(firstStart('2027-05-03T07:00:00Z', 2, { busy: [{ start: '2027-05-03T07:00:00Z', end: '2027-05-03T08:00:00Z' }] })).toBe('05-03 09:00')
  expect(firstStart('2027-05-03T09:00:00Z', 1000)).toBeUndefined()
})

test('the earliest start is that of the quickest host, or of the slowest where all are needed', () => {
  const hosts = ['09:00-12:00', '11:00-12:00'].map((hours, index) => ({ id: `host-${index}`, timeZone: 'UTC', weekly: daily(hours) }))
  const type: Partial<CaseType> = { noticeMinutes: 60, noticeCounts: 'working' }
  const rules = rulesOf(caseOf({ hosts, type, now: '2027-05-03T09:00:00Z', ...WEEK }))
  expect(isoInstant(earliestStart(rules))).toBe('2027-05-03T10:00:00Z')
  expect(isoInstant(earliestStart({ ...rules, assign: 'all' }))).toBe('2027-05-03T12:00:00Z')
  expect(earliestStart({ ...rules, hosts: [] })).toBe(rules.now + HOUR_MS)
})

test('slots that were found before lose those whose notice has run out meanwhile, host by host', () => {
  const hosts = ['09:00-12:00', '10:00-12:00'].map((hours, index) => ({ id: `host-${index}`, timeZone: 'UTC', weekly: daily(hours) }))
  for (const [assign, noticeCounts] of [['any', 'working'], ['all', 'working'], ['any', 'elapsed']] as const) {
    const rules = rulesOf(caseOf({ hosts, assign, type: { noticeMinutes: 90, noticeCounts }, now: '2027-05-03T05:00:00Z', ...WEEK }))
    for (let hours = 0; hours < 30; hours++) {
      const later = { ...rules, now: rules.now + hours * HOUR_MS + 1 }
      expect(slotsAfterNotice(openSlots(rules), later)).toEqual(openSlots(later))
    }
  }
})

test('the horizon may be a date at home, and the nearer of two ends holds', () => {
  const last = (type: Partial<CaseType>) => startsOf(caseOf({ type, now: '2027-05-03T05:00:00Z', ...WEEK })).at(-1)?.slice(0, 5)
  expect(last({ horizonDate: '2027-05-05' })).toBe('05-05')
  expect(last({ horizonDate: '2027-05-05', horizonDays: 1 })).toBe('05-04')
  expect(last({ horizonDate: '2027-05-05', horizonDays: 9 })).toBe('05-05')
})

const booked = (day: string, more: Partial<CaseBooking> = {}): CaseBooking =>
  ({ start: `2027-${day}T05:00:00Z`, end: `2027-${day}T05:30:00Z`, typeId: 'intro', ...more })

test('a cap of the host counts meetings of every type', () => {
  const bookings = [booked('05-04', { typeId: 'demo' }), booked('05-04', { typeId: undefined }), booked('05-05')]
  const days = startsOf(caseOf({ host: { weekly: daily('09:00-10:00'), bookings, maxPerDay: 2 }, type: { id: 'intro' }, ...WEEK }))
  expect(days.map((start) => start.slice(0, 5))).toEqual(['05-03', '05-05', '05-06', '05-07', '05-08', '05-09'])
  expect(startsOf(caseOf({ host: { bookings, maxPerWeek: 3 }, ...WEEK }))).toEqual([])
})

test('a cap of the company counts its meetings of the type with any host, and binds nobody else', () => {
  const weekly = daily('09:00-10:00')
  const hosts = [
    { id: 'anna', timeZone: 'UTC', weekly },
    { id: 'bo', timeZone: 'UTC', weekly, bookings: [booked('05-04', { companyId: 'nordlys' }), booked('05-05', { companyId: 'havn' })] },
  ]
  const days = (companyId?: string) => startsOf(caseOf({ hosts, companyId, type: { id: 'intro', maxPerCompanyDay: 1 }, ...WEEK })).map((at) => at.slice(3, 5))
  expect(days('nordlys')).toEqual(['03', '05', '06', '07', '08', '09'])
  expect(days('havn')).toEqual(['03', '04', '06', '07', '08', '09'])
  expect(days()).toHaveLength(7)
  expect(startsOf(caseOf({ hosts, companyId: 'havn', type: { id: 'intro', maxPerCompanyWeek: 1 }, ...WEEK }))).toEqual([])
})

test('a meeting of several hosts counts once for the company', () => {
  const bookings = [booked('05-04', { companyId: 'nordlys', id: 'one' })]
  const hosts = ['anna', 'bo'].map((id) => ({ id, timeZone: 'UTC', weekly: daily('09:00-10:00'), bookings }))
  const slotCase = caseOf({ hosts, assign: 'all', companyId: 'nordlys', type: { id: 'intro', maxPerCompanyWeek: 2 }, ...WEEK })
  expect(startsOf(slotCase)).toHaveLength(7)
})
