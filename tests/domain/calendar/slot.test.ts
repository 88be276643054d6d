import { expect, test } from 'vitest'
import { openSlots } from '#app/domain/calendar/slot.ts'
import { caseOf, daily, expectStarts, rulesOf, startsOf, windowOf, type CaseType } from './slot-case.ts'

const NOON = '2021-06-20T11:59:59Z'
const TODAY = { from: '2021-06-20T00:00:00Z', to: '2021-06-21T00:00:00Z' }
const TOMORROW = { from: '2021-06-21T00:00:00Z', to: '2021-06-22T00:00:00Z' }

function countInUtc(windows: string[], type: CaseType, days: { from: string; to: string }): number {
  return startsOf(caseOf({ host: { timeZone: 'UTC', weekly: daily(...windows) }, type, now: NOON, ...days })).length
}

test('a day is offered from now on, and the next day whole', () => {
  expect(countInUtc(['00:00-24:00'], { durationMinutes: 60 }, TODAY)).toBe(12)
  expect(countInUtc(['00:00-24:00'], { durationMinutes: 60 }, TOMORROW)).toBe(24)
  expect(countInUtc(['00:00-24:00'], { durationMinutes: 30, stepMinutes: 60 }, TOMORROW)).toBe(24)
  expect(countInUtc(['00:00-24:00'], { durationMinutes: 20 }, TOMORROW)).toBe(72)
  expect(countInUtc(['00:00-23:45'], { durationMinutes: 20 }, TOMORROW)).toBe(71)
  expect(countInUtc(['00:00-24:00'], { durationMinutes: 60, noticeMinutes: 1500 }, TOMORROW)).toBe(11)
})

test('windows that overlap are one window with one grid, whatever their order', () => {
  expect(countInUtc(['11:00-12:00', '14:00-15:00'], { durationMinutes: 20 }, TOMORROW)).toBe(6)
  expect(countInUtc(['11:00-12:00', '11:20-12:40'], { durationMinutes: 20 }, TOMORROW)).toBe(5)
  expect(countInUtc(['11:00-13:00', '11:15-13:00'], { durationMinutes: 45 }, TOMORROW)).toBe(2)
  expect(countInUtc(['11:15-13:00', '11:00-13:00'], { durationMinutes: 45 }, TOMORROW)).toBe(2)
})

test('windows that touch are one window with one grid', () => {
  const host = { weekly: daily('10:00-11:15', '09:00-10:00') }
  expectStarts(caseOf({ host, type: { durationMinutes: 45 } }), ['05-03 07:00', '05-03 07:45', '05-03 08:30'])
})

test('two hosts with shifted windows each keep their own grid', () => {
  const hosts = [
    { id: 'anna', timeZone: 'UTC', weekly: daily('11:00-13:00') },
    { id: 'bo', timeZone: 'UTC', weekly: daily('11:15-13:00') },
  ]
  expectStarts(caseOf({ hosts, type: { durationMinutes: 45 } }), ['05-03 11:00', '05-03 11:15', '05-03 11:45', '05-03 12:00'])
})

test('the range is half-open', () => {
  const slotCase = caseOf({
    host: { timeZone: 'Europe/Brussels', weekly: daily('22:00-24:00') }, type: { durationMinutes: 15 },
    from: '2021-06-21T20:15:00Z', to: '2021-06-21T20:59:59Z', now: NOON,
  })
  expectStarts(slotCase, ['06-21 20:15', '06-21 20:30', '06-21 20:45'])
  expectStarts({ ...slotCase, to: '2021-06-21T20:45:00Z' }, ['06-21 20:15', '06-21 20:30'])
  expectStarts({ ...slotCase, from: '2021-06-21T20:45:00Z', to: '2021-06-21T20:45:00Z' }, [])
})

test('an override replaces the hours of its date and of no other', () => {
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', end: '17:00' }))
  const overrides = [{ date: '2023-06-13', windows: [windowOf('10:00-15:00')] }]
  const range = { now: '2023-06-01T00:00:00Z', from: '2023-06-13T00:00:00Z', to: '2023-06-15T00:00:00Z' }
  const starts = startsOf(caseOf({ host: { timeZone: 'America/New_York', weekly, overrides }, ...range }))
  expect(starts.filter((start) => start < '06-14')).toEqual(['06-13 14:00', '06-13 15:00', '06-13 16:00', '06-13 17:00', '06-13 18:00'])
  expect(starts.filter((start) => start > '06-14')).toHaveLength(9)
  expect([starts.find((start) => start > '06-14'), starts.at(-1)]).toEqual(['06-14 12:00', '06-14 20:00'])
})

test('an override late in the evening reaches into the next UTC day', () => {
  const overrides = [{ date: '2023-06-13', windows: [windowOf('22:00-23:00')] }]
  const range = { now: '2023-06-01T00:00:00Z', from: '2023-06-13T04:00:00Z', to: '2023-06-14T04:00:00Z' }
  expectStarts(caseOf({ host: { timeZone: 'America/New_York', weekly: daily('08:00-17:00'), overrides }, ...range }), ['06-14 02:00'])
})

test('an override without windows, without length or backwards closes the day', () => {
  for (const windows of [[], [windowOf('10:00-10:00')], [windowOf('22:00-06:00')]]) {
    expectStarts(caseOf({ host: { overrides: [{ date: '2027-05-03', windows }] } }), [])
  }
})

test('of two overrides of a date the first holds', () => {
  const overrides = ['10:00-11:00', '13:00-14:00'].map((text) => ({ date: '2027-05-03', windows: [windowOf(text)] }))
  expectStarts(caseOf({ host: { overrides } }), ['05-03 08:00'])
})

test('step and length are independent, and the last meeting may end exactly with the window', () => {
  const countOf = (type: CaseType) => startsOf(caseOf({ type })).length
  expect(countOf({ stepMinutes: 15, durationMinutes: 30 })).toBe(11)
  expect(countOf({ stepMinutes: 30, durationMinutes: 45 })).toBe(5)
  expect(countOf({ stepMinutes: 60, durationMinutes: 50 })).toBe(3)
  expect(countOf({ stepMinutes: 25, durationMinutes: 20, bufferAfterMinutes: 5 })).toBe(7)
  expect(countOf({ durationMinutes: 180 })).toBe(1)
  expect(countOf({ durationMinutes: 181 })).toBe(0)
})

test('a meeting may cross midnight where windows touch there, and each date begins its own grid', () => {
  const weekly = [{ weekday: 1, ...windowOf('22:00-24:00') }, { weekday: 2, ...windowOf('00:00-02:00') }]
  const slotCase = caseOf({
    host: { timeZone: 'UTC', weekly }, type: { durationMinutes: 90, stepMinutes: 45 }, to: '2027-05-05T00:00:00Z',
  })
  expectStarts(slotCase, ['05-03 22:00', '05-03 22:45', '05-03 23:30', '05-04 00:00'])
})

test('a meeting does not cross a gap of a minute', () => {
  const weekly = [{ weekday: 1, ...windowOf('22:00-24:00') }, { weekday: 2, ...windowOf('00:01-02:00') }]
  const slotCase = caseOf({ host: { timeZone: 'UTC', weekly }, type: { durationMinutes: 90 }, to: '2027-05-05T00:00:00Z' })
  expectStarts(slotCase, ['05-03 22:00', '05-04 00:01'])
})

test('a day that is open around the clock holds a meeting of 24 hours', () => {
  const slotCase = caseOf({ host: { timeZone: 'UTC', weekly: daily('00:00-24:00') }, type: { durationMinutes: 1440, stepMinutes: 720 } })
  expectStarts(slotCase, ['05-03 00:00', '05-03 12:00'])
})

test('any: a slot lists the hosts who are free, in the order given', () => {
  const weekly = daily('09:00-11:00')
  const busy = [{ start: '2027-05-03T09:00:00Z', end: '2027-05-03T09:30:00Z' }]
  const hosts = [
    { id: 'bo', timeZone: 'UTC', weekly },
    { id: 'anna', timeZone: 'UTC', weekly, busy },
    { id: 'carl', timeZone: 'UTC', weekly: daily('10:00-12:00') },
  ]
  expect(openSlots(rulesOf(caseOf({ hosts }))).map((slot) => slot.hostIds)).toEqual([['bo'], ['bo', 'anna', 'carl'], ['carl']])
})

test('all: the first host gives the grid, and every host must be free', () => {
  const hosts = [
    { id: 'anna', timeZone: 'UTC', weekly: daily('09:10-12:00') },
    { id: 'bo', timeZone: 'UTC', weekly: daily('09:00-11:30') },
  ]
  expectStarts(caseOf({ hosts, assign: 'all', type: { durationMinutes: 30 } }), ['05-03 09:10', '05-03 09:40', '05-03 10:10', '05-03 10:40'])
  const [slot] = openSlots(rulesOf(caseOf({ hosts, assign: 'all' })))
  expect(slot).toEqual({ startsAt: Date.UTC(2027, 4, 3, 9, 10), endsAt: Date.UTC(2027, 4, 3, 10, 10), hostIds: ['anna', 'bo'] })
})

test('without hosts, without hours and before its own beginning nothing is open', () => {
  for (const assign of ['any', 'all'] as const) expectStarts(caseOf({ hosts: [], assign }), [])
  expectStarts(caseOf({ host: { weekly: [] } }), [])
  expectStarts(caseOf({ from: '2027-05-04T00:00:00Z', to: '2027-05-03T00:00:00Z' }), [])
})
