import { expect, test } from 'vitest'
import { isSection, readAbout, readHosts, readLimits, readTimes, readTypedHosts, slugOf } from '#app/domain/calendar/types/type-input.ts'

const faultsOf = (read: { isGood: boolean; faults?: Record<string, string> }) => read.faults ?? {}

test('a type has a name in both languages', () => {
  const read = readAbout({ titleDa: 'Et første møde', titleEn: 'A first meeting', summaryDa: '', summaryEn: 'Short', isActive: 'yes', needsApproval: '' })
  expect(read).toEqual({
    isGood: true,
    value: { titleDa: 'Et første møde', titleEn: 'A first meeting', summaryDa: '', summaryEn: 'Short', isActive: true, needsApproval: false },
  })
  expect(faultsOf(readAbout({ titleDa: '', titleEn: 'x'.repeat(81), summaryDa: 'x'.repeat(401) })))
    .toEqual({ titleDa: 'empty', titleEn: 'too-long', summaryDa: 'too-long' })
})

const times = { durationMinutes: '30', stepMinutes: '15', otherDurations: '', bufferBeforeMinutes: '', bufferAfterMinutes: '15' }

test('lengths, steps and buffers are minutes, and the length that is chosen beforehand is no other one', () => {
  expect(readTimes({ ...times, otherDurations: '45, 60;30 45', scheduleId: 'evening' }, ['evening'])).toEqual({
    isGood: true,
    value: { scheduleId: 'evening', durationMinutes: 30, otherDurations: [45, 60], stepMinutes: 15, bufferBeforeMinutes: 0, bufferAfterMinutes: 15 },
  })
})

test.each([
  ['durationMinutes', '0'], ['durationMinutes', '1441'], ['durationMinutes', ''], ['durationMinutes', '30.5'], ['stepMinutes', '4'],
  ['otherDurations', '45, en time'], ['otherDurations', '1,2,3,4,5,6'], ['bufferBeforeMinutes', '-5'], ['bufferAfterMinutes', '1441'],
])('%s as "%s" is refused', (name, text) => {
  expect(faultsOf(readTimes({ ...times, [name]: text }, []))).toEqual({ [name]: 'not-a-number' })
})

test('a schedule that is not the owner\'s is refused', () => {
  expect(faultsOf(readTimes({ ...times, scheduleId: 'another' }, ['evening']))).toEqual({ scheduleId: 'no-such-choice' })
})

test('notice is typed in hours, and counts working hours when asked to', () => {
  const read = readLimits({ notice: '1,5', noticeUnit: 'working', horizonDays: '60', horizonDate: '2027-06-30', maxPerDay: '3', maxPerCompanyWeek: '1' })
  expect(read).toEqual({
    isGood: true,
    value: {
      noticeMinutes: 90, noticeCounts: 'working', horizonDays: 60, horizonDate: '2027-06-30',
      maxPerDay: 3, maxPerWeek: null, maxPerCompanyDay: null, maxPerCompanyWeek: 1,
    },
  })
  expect(readLimits({ horizonDays: '1' })).toMatchObject({ value: { noticeMinutes: 0, noticeCounts: 'elapsed', horizonDate: null } })
})

test('limits that cannot be are refused at their fields', () => {
  expect(faultsOf(readLimits({ notice: 'snart', horizonDays: '731', horizonDate: '2027-02-30', maxPerDay: '0' })))
    .toEqual({ notice: 'not-a-number', horizonDays: 'not-a-number', horizonDate: 'not-a-date', maxPerDay: 'not-a-number' })
  for (const notice of ['-1', '0.25', '1441']) expect(faultsOf(readLimits({ notice, horizonDays: '60' }))).toEqual({ notice: 'not-a-number' })
})

function typedHosts(fields: [string, string][]) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return readTypedHosts(form, ['anna', 'bo'])
}

test('hosts come in the order of the desk, and nobody comes from the form alone', () => {
  const typed = typedHosts([['host', 'bo'], ['host', 'stranger'], ['host', 'anna'], ['weight-bo', '2'], ['schedule-bo', 'evening']])
  expect(readHosts(typed, 'all', new Map([['anna', []], ['bo', ['evening']]]))).toEqual({
    isGood: true, value: { assign: 'all', hosts: [{ hostId: 'anna', weight: 1, scheduleId: null }, { hostId: 'bo', weight: 2, scheduleId: 'evening' }] },
  })
})

test('no host, a weight that is none and a foreign schedule are refused', () => {
  const schedules = new Map([['anna', ['day']], ['bo', ['evening']]])
  expect(faultsOf(readHosts(typedHosts([]), 'any', schedules))).toEqual({ hosts: 'empty' })
  const typed = typedHosts([['host', 'anna'], ['weight-anna', '0'], ['schedule-anna', 'evening']])
  expect(faultsOf(readHosts(typed, 'any', schedules))).toEqual({ 'weight-anna': 'not-a-number', 'schedule-anna': 'no-such-choice' })
})

test('the address is the title without what an address can\'t have', () => {
  expect(['Et første møde', 'Årets Bæst!', 'Café & co.', '???'].map(slugOf)).toEqual(['et-forste-mode', 'aarets-baest', 'cafe-co', 'meeting'])
  expect([isSection('limits'), isSection('price'), isSection(undefined)]).toEqual([true, false, false])
})
