import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changeRows, MAX_WINDOWS_A_DAY, minuteText, parseClock, readHoursRows, readWindows, windowRows, type HoursRow,
} from '#app/domain/calendar/hours-input.ts'

const row = (weekday: number, start: string, end: string): HoursRow => ({ weekday, start, end })
const faultsOf = (...rows: HoursRow[]) => {
  const reading = readWindows(rows)
  return reading.isGood ? {} : Object.fromEntries(reading.faults)
}

test.each([
  ['9', 540], ['09', 540], ['9.30', 570], ['09:30', 570], ['0930', 570], ['930', 570], [' 16.00 ', 960], ['0', 0], ['24.00', 1440], ['24', 1440],
])('%j is %d minutes after midnight', (text, minutes) => {
  expect(parseClock(text)).toBe(minutes)
})

test.each(['', 'ni', '25', '24.01', '9.60', '9.5', '-9', '9.00 pm', '1e3', '９', '00:00:00'])('%j is no time of day', (text) => {
  expect(parseClock(text)).toBeNull()
})

test('every minute that is written can be read back, in both languages', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1440 }), fc.constantFrom('da' as const, 'en' as const), (minutes, locale) => {
    expect(parseClock(minuteText(minutes, locale))).toBe(minutes)
  }))
})

describe('the windows of a week', () => {
  test('are what the rows say; empty rows say nothing', () => {
    expect(readWindows([row(1, '9', '12.00'), row(1, '', ''), row(7, '22:00', '24:00')])).toEqual({
      isGood: true,
      windows: [{ weekday: 1, startMinute: 540, endMinute: 720 }, { weekday: 7, startMinute: 1320, endMinute: 1440 }],
    })
  })

  test('may touch, and may be the same on different days', () => {
    expect(faultsOf(row(1, '9', '12'), row(1, '12', '15'), row(2, '9', '12'))).toEqual({})
  })

  test.each([
    ['half of a row', [row(2, '9', '')], { 0: 'half-empty' }],
    ['words', [row(2, 'ni', 'tolv')], { 0: 'not-a-time' }],
    ['an end before its start', [row(2, '12', '9')], { 0: 'inverted' }],
    ['a window without length', [row(2, '9', '9')], { 0: 'inverted' }],
    ['two that overlap', [row(2, '9', '12'), row(2, '11.59', '13')], { 1: 'overlap' }],
    ['one inside another, whatever the order', [row(2, '10', '11'), row(2, '9', '12')], { 0: 'overlap' }],
    ['the same one twice', [row(2, '9', '12'), row(2, '9', '12')], { 1: 'overlap' }],
    ['two faults at once', [row(1, '9', ''), row(2, '9', '12'), row(2, '8', '10')], { 0: 'half-empty', 1: 'overlap' }],
  ])('are refused for %s', (_case, rows, faults) => {
    expect(faultsOf(...rows)).toEqual(faults)
  })

  test(`are at most ${MAX_WINDOWS_A_DAY} a day`, () => {
    const rows = Array.from({ length: MAX_WINDOWS_A_DAY + 1 }, (_none, hour) => row(3, `${hour}.00`, `${hour}.30`))
    expect(faultsOf(...rows)).toEqual({ [MAX_WINDOWS_A_DAY]: 'too-many' })
  })

  test('survive being shown and read again', () => {
    const window = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }), startMinute: fc.integer({ min: 0, max: 1439 }), endMinute: fc.integer({ min: 1, max: 1440 }),
    }).filter((candidate) => candidate.startMinute < candidate.endMinute)
    const week = fc.uniqueArray(window, { selector: (candidate) => candidate.weekday, maxLength: 7 })
    fc.assert(fc.property(week, (windows) => {
      expect(readWindows(windowRows(windows, 'da'))).toEqual({ isGood: true, windows })
    }))
  })

  test('never overlap once they are accepted', () => {
    const minute = fc.integer({ min: 0, max: 1440 })
    const rows = fc.array(fc.record({ weekday: fc.constant(4), start: minute, end: minute }), { maxLength: 5 })
    fc.assert(fc.property(rows, (typed) => {
      const reading = readWindows(typed.map(({ weekday, start, end }) => row(weekday, minuteText(start, 'da'), minuteText(end, 'da'))))
      if (!reading.isGood) return
      for (const [index, one] of reading.windows.entries()) {
        expect(one.startMinute).toBeLessThan(one.endMinute)
        for (const other of reading.windows.slice(index + 1)) {
          expect(one.endMinute <= other.startMinute || other.endMinute <= one.startMinute).toBe(true)
        }
      }
    }))
  })
})

describe('the rows of the form', () => {
  const monday = [row(1, '9', '12'), row(1, '13', '16')]

  test('are read as they stand, wrong ones too, so that nothing typed is lost', () => {
    const form = new FormData()
    for (const { weekday, start, end } of [row(1, ' 9', 'ni'), row(8, '9', '10'), row(2, '', '')]) {
      form.append('weekday', String(weekday))
      form.append('start', start)
      form.append('end', end)
    }
    expect(readHoursRows(form)).toEqual([row(1, '9', 'ni'), row(2, '', '')])
  })

  test('get a new one on the day that asks', () => {
    expect(changeRows(monday, 'add:3')).toEqual([...monday, row(3, '', '')])
  })

  test('lose the one that is removed', () => {
    expect(changeRows(monday, 'remove:0')).toEqual([row(1, '13', '16')])
  })

  test('carry Monday over to the working days and leave the weekend alone', () => {
    const rows = changeRows([row(2, '7', '8'), ...monday, row(6, '10', '12')], 'copy')
    expect(rows.filter((candidate) => candidate.weekday === 5)).toEqual([row(5, '9', '12'), row(5, '13', '16')])
    expect(rows.filter((candidate) => candidate.weekday === 2)).toHaveLength(2)
    expect(rows.filter((candidate) => candidate.weekday > 5)).toEqual([row(6, '10', '12')])
  })

  test.each(['add:9', 'add:', 'remove:77', 'remove:x', 'nonsense', ''])('stay as they are for %j', (intent) => {
    expect(changeRows(monday, intent)).toEqual(monday)
  })

  test('stop growing when a day is full', () => {
    const full = Array.from({ length: MAX_WINDOWS_A_DAY }, () => row(1, '', ''))
    expect(changeRows(full, 'add:1')).toHaveLength(MAX_WINDOWS_A_DAY)
  })
})
