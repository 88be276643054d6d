import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCalendar, writeCalendarFeed, type CalendarEvent, type CalendarMethod } from '#app/domain/calendar/icalendar.ts'
import { icsByteFaults, readIcs, readText, type IcsProperty } from '../../support/ics-bytes.ts'
import { hardEvent } from '../../support/ics-texts.ts'

const METHODS: CalendarMethod[] = ['REQUEST', 'CANCEL', 'PUBLISH', 'DECLINECOUNTER']

const event: CalendarEvent = {
  uid: '6f1c@fremmode.example', sequence: 2, stampedAt: Date.UTC(2026, 10, 20, 8, 0, 1, 900), createdAt: Date.UTC(2026, 10, 19),
  startsAt: Date.UTC(2026, 10, 25, 9), endsAt: Date.UTC(2026, 10, 25, 9, 45),
  summary: 'Møde med Mette Holm', description: 'https://meet.example.com/j/1/k\n\nVi ses; kom til tiden, tak.',
  joinUrl: 'https://meet.example.com/j/1/k', joinLabel: 'Gå til mødet',
  organizer: { name: 'Fremmøde', address: 'moeder@fremmode.example' },
  attendees: [{ name: 'Søren "Søs" Kjær', address: 'soren@example.com' }, { name: 'Mette Holm', address: 'mette@example.com' }],
}

function all(properties: IcsProperty[], name: string): IcsProperty[] {
  return properties.filter((property) => property.name === name)
}

function value(properties: IcsProperty[], name: string): string | undefined {
  return all(properties, name)[0]?.value
}

/** That of the event, not of its bell. */
function ownDescription(properties: IcsProperty[]): string {
  return value(properties.slice(0, properties.findIndex((property) => property.value === 'VALARM')), 'DESCRIPTION') ?? ''
}

test('a request says when, where and who, in UTC', () => {
  const properties = readIcs(writeCalendar('REQUEST', event))
  expect(properties.slice(0, 6).map(({ name, value: text }) => `${name}:${text}`)).toEqual([
    'BEGIN:VCALENDAR', 'PRODID:-//Fremmoede//Fremmoede 1//DA', 'VERSION:2.0', 'CALSCALE:GREGORIAN', 'METHOD:REQUEST', 'BEGIN:VEVENT',
  ])
  expect(value(properties, 'DTSTART')).toBe('20261125T090000Z')
  expect(value(properties, 'DTEND')).toBe('20261125T094500Z')
  expect(value(properties, 'DTSTAMP')).toBe('20261120T080001Z')
  expect(value(properties, 'CREATED')).toBe('20261119T000000Z')
  expect(value(properties, 'LAST-MODIFIED')).toBe('20261120T080001Z')
  expect(value(properties, 'SEQUENCE')).toBe('2')
  expect(value(properties, 'STATUS')).toBe('CONFIRMED')
  expect(value(properties, 'TRANSP')).toBe('OPAQUE')
  expect(value(properties, 'CLASS')).toBe('PUBLIC')
})

test('the place of the meeting is the join link alone, three times', () => {
  const properties = readIcs(writeCalendar('REQUEST', event))
  expect(value(properties, 'LOCATION')).toBe(event.joinUrl)
  expect(value(properties, 'URL')).toBe(event.joinUrl)
  expect(all(properties, 'CONFERENCE')).toEqual([
    { name: 'CONFERENCE', parameters: { VALUE: 'URI', FEATURE: 'AUDIO,VIDEO', LABEL: 'Gå til mødet' }, value: event.joinUrl },
  ])
})

test('everybody is asked for an answer, and the organizer is none of them', () => {
  const properties = readIcs(writeCalendar('REQUEST', event))
  expect(all(properties, 'ORGANIZER')).toEqual([
    { name: 'ORGANIZER', parameters: { CN: 'Fremmøde' }, value: 'mailto:moeder@fremmode.example' },
  ])
  expect(all(properties, 'ATTENDEE')).toEqual(event.attendees.map(({ name, address }) => ({
    name: 'ATTENDEE',
    parameters: { CUTYPE: 'INDIVIDUAL', ROLE: 'REQ-PARTICIPANT', PARTSTAT: 'NEEDS-ACTION', RSVP: 'TRUE', CN: name },
    value: `mailto:${address}`,
  })))
})

test('a quote in a name is written as RFC 6868 says', () => {
  expect(writeCalendar('REQUEST', event).replaceAll('\r\n ', '')).toContain(`CN="Søren ^'Søs^' Kjær":mailto:soren@example.com`)
})

test('one bell rings a quarter before, and none for what is cancelled', () => {
  const bells = (method: CalendarMethod) => readIcs(writeCalendar(method, event)).filter((property) => property.value === 'VALARM')
  expect(bells('REQUEST')).toHaveLength(2)
  expect(bells('PUBLISH')).toHaveLength(2)
  expect(bells('CANCEL')).toHaveLength(0)
  expect(value(readIcs(writeCalendar('REQUEST', event)), 'TRIGGER')).toBe('-PT15M')
})

test('a cancellation keeps UID, organizer and time, and asks nobody for an answer', () => {
  const properties = readIcs(writeCalendar('CANCEL', event))
  expect(value(properties, 'METHOD')).toBe('CANCEL')
  expect(value(properties, 'STATUS')).toBe('CANCELLED')
  expect(value(properties, 'UID')).toBe(event.uid)
  expect(value(properties, 'ORGANIZER')).toBe('mailto:moeder@fremmode.example')
  expect(value(properties, 'DTSTART')).toBe('20261125T090000Z')
  expect(all(properties, 'ATTENDEE').map((attendee) => attendee.parameters.RSVP)).toEqual([undefined, undefined])
})

test('a published copy names no attendee', () => {
  const properties = readIcs(writeCalendar('PUBLISH', event))
  expect(value(properties, 'METHOD')).toBe('PUBLISH')
  expect(all(properties, 'ATTENDEE')).toEqual([])
  expect(all(properties, 'ORGANIZER')).toHaveLength(1)
})

test('a cancellation for one attendee alone leaves the meeting its status, and what is only asked for is tentative', () => {
  expect(value(readIcs(writeCalendar('CANCEL', { ...event, isStillOn: true })), 'STATUS')).toBeUndefined()
  expect(value(readIcs(writeCalendar('PUBLISH', { ...event, isTentative: true })), 'STATUS')).toBe('TENTATIVE')
})

test('a no to a proposed time names the proposal by UID and SEQUENCE, says why, and describes no event', () => {
  const properties = readIcs(writeCalendar('DECLINECOUNTER', { ...event, description: 'Den tid er taget.' }))
  expect(properties.map(({ name }) => name)).toEqual([
    'BEGIN', 'PRODID', 'VERSION', 'CALSCALE', 'METHOD', 'BEGIN', 'UID', 'SEQUENCE', 'DTSTAMP', 'ORGANIZER', 'COMMENT', 'END', 'END',
  ])
  expect([value(properties, 'UID'), value(properties, 'SEQUENCE'), value(properties, 'COMMENT')]).toEqual([event.uid, '2', 'Den tid er taget.'])
  const silent = readIcs(writeCalendar('DECLINECOUNTER', { ...event, description: '' }))
  expect(all(silent, 'COMMENT')).toEqual([])
})

test('a text that is empty is left out, and a bell says what it is relative to', () => {
  const properties = readIcs(writeCalendar('REQUEST', { ...event, description: ' ' }))
  expect(ownDescription(properties)).toBe('')
  expect(all(properties, 'DESCRIPTION')).toHaveLength(1)
  expect(all(properties, 'TRIGGER')).toEqual([{ name: 'TRIGGER', parameters: { RELATED: 'START' }, value: '-PT15M' }])
})

test('a feed has its name, its pace and each event without attendees and bells', () => {
  const properties = readIcs(writeCalendarFeed({ name: 'Mettes møder', events: [event, { ...event, uid: 'other', isTentative: true }] }))
  expect(['METHOD', 'NAME', 'X-WR-CALNAME', 'REFRESH-INTERVAL'].map((name) => value(properties, name)))
    .toEqual(['PUBLISH', 'Mettes møder', 'Mettes møder', 'PT15M'])
  expect(all(properties, 'UID').map((uid) => uid.value)).toEqual([event.uid, 'other'])
  expect(all(properties, 'STATUS').map((status) => status.value)).toEqual(['CONFIRMED', 'TENTATIVE'])
  expect(properties.filter(({ name, value: text }) => name === 'ATTENDEE' || text === 'VALARM')).toEqual([])
})

test('an empty feed holds a component all the same', () => {
  const properties = readIcs(writeCalendarFeed({ name: 'Ingen', events: [] }))
  expect(properties.filter(({ name }) => name === 'BEGIN').map((begin) => begin.value)).toEqual(['VCALENDAR', 'VTIMEZONE', 'STANDARD'])
})

test('no line of any calendar is too long, cut inside a character or ended by a lone CR or LF', () => {
  fc.assert(fc.property(hardEvent, fc.constantFrom(...METHODS), (hard, method) => {
    expect(icsByteFaults(new TextEncoder().encode(writeCalendar(method, hard)))).toEqual([])
  }), { numRuns: 400 })
})

test('what was written comes back whole, and nothing that was written makes a line of its own', () => {
  const readable = (text: string) => text.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim()
  const namesOf = (properties: IcsProperty[]) => properties.map(({ name }) => name).filter((name) => name !== 'ATTENDEE' && name !== 'DESCRIPTION')
  const skeleton = namesOf(readIcs(writeCalendar('REQUEST', event)))
  fc.assert(fc.property(hardEvent, (hard) => {
    const properties = readIcs(writeCalendar('REQUEST', hard))
    expect(readText(value(properties, 'SUMMARY') ?? '')).toBe(readable(hard.summary))
    expect(readText(ownDescription(properties))).toBe(readable(hard.description))
    expect(all(properties, 'ATTENDEE').map((attendee) => attendee.parameters.CN))
      .toEqual(hard.attendees.map(({ name }) => readable(name).replaceAll('\\', '/')))
    expect(namesOf(properties)).toEqual(skeleton)
  }), { numRuns: 400 })
})

test('only properties that receivers know stand in an invitation', () => {
  const names = METHODS.flatMap((method) => readIcs(writeCalendar(method, event)).map((property) => property.name))
  expect(names.filter((name) => name.startsWith('X-') || ['NAME', 'TIMEZONE-ID', 'REFRESH-INTERVAL'].includes(name))).toEqual([])
})
