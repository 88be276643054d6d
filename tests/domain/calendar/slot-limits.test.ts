import { expect, test } from 'vitest'
import { caseOf, daily, expectStarts, startsOf, type CaseBooking, type CaseType } from './slot-case.ts'

const MONDAY = '2027-05-03'

/** A day from 08:00 to 18:00 UTC in steps of five minutes, with one thing in the way. */
function around(type: Partial<CaseType>, taken: { busy?: string; booking?: Partial<CaseBooking> & { times: string } }) {
  const { times = '', ...booking } = taken.booking ?? {}
  const host = {
    timeZone: 'UTC',
    weekly: daily('08:00-18:00'),
    busy: taken.busy ? [interval(taken.busy)] : [],
    bookings: times ? [{ ...interval(times), ...booking }] : [],
  }
  const starts = startsOf(caseOf({ host, type: { durationMinutes: 30, stepMinutes: 5, ...type } })).map((start) => start.slice(6))
  const gap = starts.findIndex((start, index) => index > 0 && minutes(start) - minutes(starts[index - 1] ?? start) > 5)
  return gap < 0 ? null : { lastBefore: starts[gap - 1], firstAfter: starts[gap] }
}

function interval(times: string) {
  const [start, end] = times.split('-')
  return { start: `${MONDAY}T${start}:00Z`, end: `${MONDAY}T${end}:00Z` }
}

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

test('busy time and a meeting may touch', () => {
  expect(around({}, { busy: '12:50-13:50' })).toEqual({ lastBefore: '12:20', firstAfter: '13:50' })
})

test('the buffer before keeps its distance from what ends before the meeting, the buffer after from what follows', () => {
  expect(around({ bufferBeforeMinutes: 15 }, { busy: '12:50-13:50' })).toEqual({ lastBefore: '12:20', firstAfter: '14:05' })
  expect(around({ bufferAfterMinutes: 15 }, { busy: '12:50-13:50' })).toEqual({ lastBefore: '12:05', firstAfter: '13:50' })
})

test('a booking brings its own buffers, and the buffers of two meetings add up', () => {
  const booking = { times: '12:00-13:00', bufferBeforeMinutes: 10, bufferAfterMinutes: 20 }
  expect(around({}, { booking })).toEqual({ lastBefore: '11:20', firstAfter: '13:20' })
  expect(around({ bufferBeforeMinutes: 15, bufferAfterMinutes: 5 }, { booking })).toEqual({ lastBefore: '11:15', firstAfter: '13:35' })
})

test('buffers may leave the window', () => {
  expectStarts(caseOf({ type: { durationMinutes: 180, bufferBeforeMinutes: 60, bufferAfterMinutes: 60 } }), ['05-03 07:00'])
})

test('busy time without length, or that ends before it starts, is ignored', () => {
  expect(around({}, { busy: '12:00-12:00' })).toBeNull()
  expect(around({}, { busy: '13:00-12:00' })).toBeNull()
})

test('overlapping, nested, adjacent and unsorted busy time takes what it covers together', () => {
  const busy = ['10:30-11:00', '08:00-09:00', '08:15-08:30', '08:45-09:30', '09:30-10:00'].map(interval)
  const slotCase = caseOf({ host: { timeZone: 'UTC', weekly: daily('08:00-12:00'), busy }, type: { durationMinutes: 30 } })
  expectStarts(slotCase, ['05-03 10:00', '05-03 11:00', '05-03 11:30'])
})

test('busy time over several days closes them', () => {
  const busy = [{ start: '2027-05-02T20:00:00Z', end: '2027-05-05T07:30:00Z' }]
  expectStarts(caseOf({ host: { busy }, to: '2027-05-06T00:00:00Z' }), ['05-05 08:00', '05-05 09:00'])
})

test('a cancelled, an expired and a lapsed booking takes no time, a standing one does', () => {
  const now = '2027-05-03T06:00:00.000Z'
  const offered = (booking: Partial<CaseBooking>) =>
    startsOf(caseOf({ host: { bookings: [{ ...interval('07:00-10:00'), ...booking }] }, now })).length
  for (const state of ['reserved', 'pending', 'confirmed']) expect(offered({ state })).toBe(0)
  for (const state of ['cancelled', 'expired']) expect(offered({ state })).toBe(3)
  expect(offered({ state: 'reserved', expiresAt: '2027-05-03T06:00:00.001Z' })).toBe(0)
  expect(offered({ state: 'reserved', expiresAt: now })).toBe(3)
})

test('the notice is kept to the millisecond', () => {
  const type = { noticeMinutes: 120 }
  expectStarts(caseOf({ type, now: '2027-05-03T06:00:00.000Z' }), ['05-03 08:00', '05-03 09:00'])
  expectStarts(caseOf({ type, now: '2027-05-03T06:00:00.001Z' }), ['05-03 09:00'])
  expectStarts(caseOf({ now: '2027-05-03T07:00:00.000Z' }), ['05-03 07:00', '05-03 08:00', '05-03 09:00'])
})

test('the horizon ends with a date of the host, not with an instant', () => {
  const range = { now: '2027-05-03T22:30:00Z', from: '2027-05-03T00:00:00Z', to: '2027-05-20T00:00:00Z' }
  const lastDay = (timeZone: string, horizonDays: number) =>
    startsOf(caseOf({ host: { timeZone, weekly: daily('12:00-13:00') }, type: { horizonDays }, ...range })).at(-1)?.slice(0, 5)
  expect(lastDay('UTC', 0)).toBeUndefined()
  expect(lastDay('Europe/Copenhagen', 0)).toBe('05-04')
  expect(lastDay('Europe/Copenhagen', 7)).toBe('05-11')
  expect(lastDay('America/New_York', 7)).toBe('05-10')
})

test('the horizon counts at home, also on a journey', () => {
  const travel = [{ from: '2027-05-01', to: '2027-05-31', timeZone: 'Pacific/Auckland' }]
  const slotCase = caseOf({
    host: { weekly: daily('09:00-10:00'), travel }, type: { horizonDays: 1 },
    now: '2027-05-03T06:00:00Z', from: '2027-05-03T00:00:00Z', to: '2027-05-20T00:00:00Z',
  })
  expectStarts(slotCase, ['05-03 21:00', '05-04 21:00'])
})

const booked = (...days: string[]): CaseBooking[] =>
  days.map((day, index) => ({ start: `2027-${day}T05:00:00Z`, end: `2027-${day}T05:30:00Z`, typeId: 'intro', id: `booking-${index}` }))

function openDays(type: Partial<CaseType>, bookings: CaseBooking[], rest: { movedBookingId?: string } = {}): string[] {
  const range = { from: '2027-05-02T00:00:00Z', to: '2027-05-11T00:00:00Z' }
  const host = { weekly: daily('09:00-10:00'), bookings }
  return startsOf(caseOf({ host, type: { id: 'intro', ...type }, ...range, ...rest })).map((start) => start.slice(0, 5))
}

const allDays = ['05-02', '05-03', '05-04', '05-05', '05-06', '05-07', '05-08', '05-09', '05-10']

test('a full day is closed, and only that day', () => {
  expect(openDays({ maxPerDay: 2 }, booked('05-04', '05-04', '05-06'))).toEqual(allDays.filter((day) => day !== '05-04'))
  expect(openDays({ maxPerDay: 0 }, [])).toEqual([])
})

test('a full week is closed from Monday to Sunday', () => {
  expect(openDays({ maxPerWeek: 2 }, booked('05-03', '05-09'))).toEqual(['05-02', '05-10'])
  expect(openDays({ maxPerWeek: 2 }, booked('05-02', '05-03'))).toEqual(allDays)
})

test('a cap counts by the date at home, where a late evening in UTC is tomorrow', () => {
  const late = [{ start: '2027-05-03T22:30:00Z', end: '2027-05-03T22:45:00Z', typeId: 'intro' }]
  expect(openDays({ maxPerDay: 1 }, late)).toEqual(allDays.filter((day) => day !== '05-04'))
})

test('a cap counts its own type, and neither what is cancelled nor what is being moved', () => {
  for (const other of [{ typeId: 'demo' }, { typeId: undefined }, { state: 'cancelled' }, { state: 'expired' }]) {
    expect(openDays({ maxPerDay: 1 }, booked('05-04').map((booking) => ({ ...booking, ...other })))).toEqual(allDays)
  }
  expect(openDays({ maxPerDay: 1 }, booked('05-04'))).not.toEqual(allDays)
  expect(openDays({ maxPerDay: 1 }, booked('05-04'), { movedBookingId: 'booking-0' })).toEqual(allDays)
  expect(openDays({ maxPerDay: 1 }, booked('05-04'), { movedBookingId: 'booking-1' })).not.toEqual(allDays)
})

test('a meeting may be moved by a little over its own time', () => {
  const host = { bookings: [{ ...interval('07:30-08:30'), id: 'moving' }] }
  expectStarts(caseOf({ host }), ['05-03 09:00'])
  expectStarts(caseOf({ host, movedBookingId: 'moving' }), ['05-03 07:00', '05-03 08:00', '05-03 09:00'])
})

test('all: each host keeps own caps and horizon', () => {
  const weekly = daily('09:00-10:00')
  const hosts = [
    { id: 'anna', timeZone: 'UTC', weekly },
    { id: 'bo', timeZone: 'UTC', weekly, bookings: booked('05-04') },
  ]
  const slotCase = caseOf({ hosts, assign: 'all', type: { id: 'intro', maxPerDay: 1 }, to: '2027-05-06T00:00:00Z' })
  expectStarts(slotCase, ['05-03 09:00', '05-05 09:00'])
})
