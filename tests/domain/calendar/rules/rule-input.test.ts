import { expect, test } from 'vitest'
import {
  parseHours, readBlocked, readHostCaps, readName, readSpecialDay, readTimeOff, readTravel, typedIn,
} from '#app/domain/calendar/rules/rule-input.ts'
import { isoInstant } from '#app/kernel/time.ts'

const TODAY = '2027-05-03'
const HOME = 'Europe/Copenhagen'
const faultsOf = (read: { isGood: boolean; faults?: Record<string, string> }) => read.faults ?? {}

test('what was typed is read without outer space, and what was not sent is empty', () => {
  const form = new FormData()
  form.set('name', '  Aften ')
  form.set('file', new Blob(['x']), 'x.txt')
  expect(typedIn(form, ['name', 'file', 'missing'])).toEqual({ name: 'Aften', file: '', missing: '' })
})

test('time off is a first and a last date, and one date alone is both', () => {
  const read = readTimeOff({ firstDate: '2027-05-03', lastDate: '2027-05-09', note: 'Ferie' }, TODAY)
  expect(read).toEqual({ isGood: true, value: { firstDate: '2027-05-03', lastDate: '2027-05-09', note: 'Ferie' } })
  expect(readTimeOff({ firstDate: '2027-05-04' }, TODAY))
    .toEqual({ isGood: true, value: { firstDate: '2027-05-04', lastDate: '2027-05-04', note: null } })
})

test.each([
  [{ firstDate: '' }, { firstDate: 'empty' }],
  [{ firstDate: '2027-02-30' }, { firstDate: 'not-a-date' }],
  [{ firstDate: 'i morgen', lastDate: '2027-05-09' }, { firstDate: 'not-a-date' }],
  [{ firstDate: '2027-05-01' }, { firstDate: 'past' }],
  [{ firstDate: '2027-04-01', lastDate: '2027-05-02' }, { lastDate: 'past' }],
  [{ firstDate: '2027-05-09', lastDate: '2027-05-08' }, { lastDate: 'not-in-order' }],
  [{ firstDate: '2027-05-09', lastDate: '2037-05-09' }, { lastDate: 'too-far' }],
  [{ firstDate: '2027-05-09', lastDate: 'sommer', note: 'x'.repeat(121) }, { lastDate: 'not-a-date', note: 'too-long' }],
])('time off as %j is refused at its field', (typed, faults) => {
  expect(faultsOf(readTimeOff(typed, TODAY))).toEqual(faults)
})

test('time off that has begun can still be written down', () => {
  expect(readTimeOff({ firstDate: '2027-05-01', lastDate: '2027-05-03' }, TODAY).isGood).toBe(true)
})

test('a journey has a zone that exists', () => {
  const dates = { firstDate: '2027-05-04', lastDate: '2027-05-06' }
  expect(readTravel({ ...dates, timeZone: 'America/New_York' }, TODAY)).toEqual({ isGood: true, value: { ...dates, timeZone: 'America/New_York' } })
  for (const timeZone of ['', 'Mars/Olympus']) expect(faultsOf(readTravel({ ...dates, timeZone }, TODAY))).toEqual({ timeZone: 'not-a-zone' })
})

function blocked(typed: Record<string, string>): string[] | Record<string, string> {
  const read = readBlocked(typed, TODAY, HOME)
  return read.isGood ? [isoInstant(read.value.startsAt), isoInstant(read.value.endsAt)] : read.faults
}

test('blocked time is read on the clock at home, and times that are left out mean whole days', () => {
  expect(blocked({ firstDate: '2027-05-04', start: '10', end: '11.30' })).toEqual(['2027-05-04T08:00:00Z', '2027-05-04T09:30:00Z'])
  expect(blocked({ firstDate: '2027-05-04' })).toEqual(['2027-05-03T22:00:00Z', '2027-05-04T22:00:00Z'])
  expect(blocked({ firstDate: '2027-05-04', start: '22', lastDate: '2027-05-05', end: '02' }))
    .toEqual(['2027-05-04T20:00:00Z', '2027-05-05T00:00:00Z'])
  expect(blocked({ firstDate: '2027-10-31' })).toEqual(['2027-10-30T22:00:00Z', '2027-10-31T23:00:00Z'])
})

test('blocked time that ends before it begins, or has no date, is refused at its field', () => {
  expect(blocked({ firstDate: '2027-05-04', start: '11', end: '10' })).toEqual({ end: 'not-in-order' })
  expect(blocked({ firstDate: '2027-05-04', start: '11', end: '11' })).toEqual({ end: 'not-in-order' })
  expect(blocked({ firstDate: '2027-05-04', start: 'elleve', end: '24.30' })).toEqual({ start: 'not-a-time', end: 'not-a-time' })
  expect(blocked({ start: '10', end: '11' })).toEqual({ firstDate: 'empty' })
})

test('hours are read as people write them', () => {
  const minutes = (text: string) => parseHours(text)?.map(({ startMinute, endMinute }) => [startMinute, endMinute])
  expect(minutes('9-12 og 13-15.30')).toEqual([[540, 720], [780, 930]])
  expect(minutes('13:00 – 15:30, 9.00-12.00')).toEqual([[540, 720], [780, 930]])
  expect(minutes('9 til 12; 20-24')).toEqual([[540, 720], [1200, 1440]])
  expect(minutes('9-12 and 12-13')).toEqual([[540, 720], [720, 780]])
  expect(minutes('  ')).toEqual([])
  for (const text of ['9', '9-', '12-9', '9-12-13', '9-12, 11-13', 'hele dagen', '9-25', '9-10,'.repeat(7)]) expect(parseHours(text), text).toBeNull()
})

test('a special day without hours is closed', () => {
  expect(readSpecialDay({ date: '2027-05-04', hours: '' }, TODAY)).toEqual({ isGood: true, value: { date: '2027-05-04', windows: [] } })
  expect(faultsOf(readSpecialDay({ date: '', hours: 'ni' }, TODAY))).toEqual({ date: 'empty', hours: 'not-hours' })
  expect(faultsOf(readSpecialDay({ date: '2027-05-02' }, TODAY))).toEqual({ date: 'past' })
})

test('limits are whole numbers from 1, or nothing', () => {
  expect(readHostCaps({ maxPerDay: '3', maxPerWeek: '' })).toEqual({ isGood: true, value: { maxPerDay: 3, maxPerWeek: null } })
  for (const text of ['0', '-1', '2,5', 'mange', '1000']) expect(faultsOf(readHostCaps({ maxPerDay: text })), text).toEqual({ maxPerDay: 'not-a-number' })
})

test('a schedule has a name', () => {
  expect(readName({ name: 'Aften' })).toEqual({ isGood: true, value: 'Aften' })
  expect([faultsOf(readName({})), faultsOf(readName({ name: 'x'.repeat(121) }))]).toEqual([{ name: 'empty' }, { name: 'too-long' }])
})
