import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCalendarReply } from '#app/domain/calendar/replies/read-calendar-reply.ts'
import { DAY_MS, HOUR_MS, zoneOffsetMs } from '#app/kernel/time.ts'
import { replyText } from '../../../support/replies.ts'

const FROM = 'soren@nordlys.example'

test.each([
  ['in UTC', 'DTSTART:20270702T120000Z', Date.UTC(2027, 6, 2, 12)],
  ['in a zone by its name', 'DTSTART;TZID=Europe/Copenhagen:20270702T140000', Date.UTC(2027, 6, 2, 12)],
  ['without a zone', 'DTSTART:20270702T140000', null],
  ['in a zone that nobody knows', 'DTSTART;TZID=Nowhere:20270702T140000', null],
  ['as a day', 'DTSTART;VALUE=DATE:20270702', null],
  ['that is none', 'DTSTART:soon', null],
])('a time %s', (_, line, startsAt) => {
  expect(readCalendarReply(replyText({ from: FROM, more: [line] }))).toMatchObject({ startsAt })
})

test('the yearly rules that a calendar sends along give the same instants as the zone that they are of', () => {
  const zones = [
    { zone: 'Europe/Copenhagen', offsets: ['+0100', '+0200'], rules: ['-1SU;BYMONTH=10', '-1SU;BYMONTH=3'], hours: ['030000', '020000'] },
    { zone: 'America/New_York', offsets: ['-0500', '-0400'], rules: ['1SU;BYMONTH=11', '2SU;BYMONTH=3'], hours: ['020000', '020000'] },
    { zone: 'Australia/Sydney', offsets: ['+1000', '+1100'], rules: ['1SU;BYMONTH=4', '1SU;BYMONTH=10'], hours: ['030000', '020000'] },
  ]
  fc.assert(fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 3_650 }), ({ zone, offsets, rules, hours }, days) => {
    const at = Date.UTC(2026, 0, 1, 15) + days * DAY_MS
    const wall = new Date(at + zoneOffsetMs(at, zone)).toISOString().replaceAll(/[-:]/g, '').slice(0, 15)
    const text = replyText({ from: FROM, more: [`DTSTART;TZID=Own Name:${wall}`] }).replace('END:VCALENDAR', [
      'BEGIN:VTIMEZONE', 'TZID:Own Name',
      ...['STANDARD', 'DAYLIGHT'].flatMap((name, index) => [
        `BEGIN:${name}`, `DTSTART:16010101T${hours[index]}`, `TZOFFSETFROM:${offsets[1 - index]}`, `TZOFFSETTO:${offsets[index]}`,
        `RRULE:FREQ=YEARLY;BYDAY=${rules[index]}`, `END:${name}`,
      ]), 'END:VTIMEZONE', 'END:VCALENDAR',
    ].join('\r\n'))
    expect(readCalendarReply(text)?.startsAt).toBe(at)
  }), { numRuns: 300, seed: 20261125 })
})

test('a zone whose rule would never end is reckoned for one year, and at once', () => {
  const trap = ['BEGIN:VTIMEZONE', 'TZID:Trap', 'BEGIN:STANDARD', 'DTSTART:16010101T000000', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0100',
    'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30', 'END:STANDARD', 'END:VTIMEZONE', 'END:VCALENDAR'].join('\r\n')
  const startedAt = performance.now()
  expect(readCalendarReply(replyText({ from: FROM, more: ['DTSTART;TZID=Trap:20270702T140000'] }).replace('END:VCALENDAR', trap))?.startsAt).toBe(null)
  expect(performance.now() - startedAt).toBeLessThan(500)
})

test.each([
  ['too long', `COMMENT:${'x'.repeat(70_000)}`], ['of too many lines', Array.from({ length: 1_100 }, (_, index) => `X-A:${index}`).join('\r\n')],
  ['one of a series', 'RRULE:FREQ=DAILY'],
])('an answer that is %s is none', (_, more) => {
  expect(readCalendarReply(replyText({ from: FROM, more: [more] }))).toBe(null)
})

test('words are bounded, and bare of what can’t be seen', () => {
  const comment = readCalendarReply(replyText({ from: FROM, comment: `a\u0007b\\nc${'x'.repeat(2_000)}` }))?.comment ?? ''
  expect(comment.slice(0, 4)).toBe('ab\nc')
  expect(comment).toHaveLength(500)
})

test.each([['-1', 0], ['7', 7], ['99999999999', 0], ['x', 0]])('SEQUENCE %s is read as %d', (written, sequence) => {
  expect(readCalendarReply(replyText({ from: FROM, sequence: null, more: [`SEQUENCE:${written}`] }))?.sequence).toBe(sequence)
})

test('whatever it is fed, it gives an answer or null, and soon', () => {
  const pieces = fc.constantFrom('BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VCALENDAR', 'END:VCALENDAR', 'METHOD:REPLY', 'UID:x', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:%', 'ATTENDEE;CN="', 'DTSTAMP:', 'DTSTART;TZID=:20260101T000000', ' ', ':', 'RRULE:FREQ=YEARLY', 'COMMENT;X=":a')
  fc.assert(fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (text) => {
    const startedAt = performance.now()
    readCalendarReply(text.join('\r\n'))
    expect(performance.now() - startedAt).toBeLessThan(HOUR_MS / 7_200)
  }), { numRuns: 500 })
})
