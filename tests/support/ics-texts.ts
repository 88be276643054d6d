import fc from 'fast-check'
import type { CalendarEvent } from '#app/domain/calendar/icalendar.ts'

/** Texts that have broken a calendar before: Danish, emoji, quotes, separators, line breaks, very long lines. */
const HARD_PIECES = [
  'Søren Kjær', 'Ærø Bådeværft', 'Ÿ', '👩🏽‍💼', '🇩🇰', '"', "'", '^', '^n', '\\', '\\n', ',', ';', ':', '=', '\n', '\r\n', '\r', '\t',
  'BEGIN:VEVENT', 'END:VCALENDAR', ' ', '  ', '%0A', '<b>', '&amp;', 'é', '漢字', '\u2028', 'x'.repeat(500), 'ø'.repeat(500), '€'.repeat(90),
]

export const hardText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...HARD_PIECES), fc.string({ unit: 'grapheme', maxLength: 20 })), { maxLength: 8 })
  .map((pieces) => pieces.join(''))

/** A name has at least one letter that can be seen. */
const hardName = hardText.map((text) => `Å${text}`)

const instant = fc.integer({ min: 1_577_836_800, max: 2_840_140_800 }).map((seconds) => seconds * 1000)
const address = fc.constantFrom('soren@example.com', "o'neill+x@example.com", 'Æ.Holm@example.com', 'a%b@example.com')
const party = fc.record({ name: hardName, address })

export const hardEvent: fc.Arbitrary<CalendarEvent> = fc.record({
  uid: fc.uuid().map((id) => `${id}@fremmode.example`),
  sequence: fc.nat({ max: 40 }),
  stampedAt: instant,
  createdAt: instant,
  startsAt: instant,
  minutes: fc.integer({ min: 5, max: 600 }),
  summary: hardName,
  description: hardText,
  joinUrl: fc.base64String({ minLength: 4, maxLength: 300 }).map((key) => `https://meet.example.com/j/${key.replace(/[+/=]/g, '-')}`),
  joinLabel: fc.constantFrom('Gå til mødet', 'Join the meeting'),
  organizer: fc.record({ name: hardName, address: fc.constant('moeder@fremmode.example') }),
  attendees: fc.uniqueArray(party, { minLength: 1, maxLength: 3, selector: (one) => one.address }),
}).map(({ minutes, ...event }) => ({ ...event, endsAt: event.startsAt + minutes * 60_000 }))
