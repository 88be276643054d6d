import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCalendar, writeCalendarFeed, type CalendarEvent, type CalendarMethod } from '#app/domain/calendar/icalendar.ts'
import { previewMails } from '#app/mail/previews.ts'
import { CAST } from '../../db/seeds/cast.ts'
import { icsByteFaults } from '../support/ics-bytes.ts'
import { hardEvent } from '../support/ics-texts.ts'
import { faultsOf, isInstalled, readOurselves, readWith, VALIDATORS } from '../support/validators/validators.ts'

const METHODS: CalendarMethod[] = ['REQUEST', 'CANCEL', 'PUBLISH', 'DECLINECOUNTER']

/** Every kind of calendar that leaves the product: all methods, with hard texts, and what the mails of the cast hold. */
const calendars = everyKind(fc.sample(hardEvent, { numRuns: 60, seed: 20261125 }))

test('no calendar has a line over 75 octets, a cut character or a lone line break', () => {
  expect(calendars.flatMap((ics) => icsByteFaults(new TextEncoder().encode(ics)))).toEqual([])
})

for (const validator of VALIDATORS) {
  describe.skipIf(!process.env.REQUIRE_ALL && !isInstalled(validator))(validator, () => {
    test('reads every kind of calendar as it was meant', { timeout: 120_000 }, () => {
      expect(faultsOf(readWith(validator, calendars), calendars.map(readOurselves))).toEqual([])
    })

    test('says so when something else is read, or a time that is none', () => {
      const [right = ''] = calendars
      const meant = readOurselves(right)
      const wrong = [
        right.replace(/SUMMARY:(?:.*\r\n )*.*/, 'SUMMARY:Another meeting'), right.replace(/DTSTART:.*/, 'DTSTART:20300101T090000Z'),
        right.replace(/UID:.*/, 'UID:another'), right.replace(/ATTENDEE(?:.*\r\n )*.*\r\n/, ''), right.replace(/DTSTART:.*/, 'DTSTART:25. november'),
      ]
      const read = readWith(validator, [right, ...wrong])
      expect(faultsOf(read.slice(0, 1), [meant])).toEqual([])
      for (const other of read.slice(1)) expect(faultsOf([other], [meant])).not.toEqual([])
    })
  })
}

function everyKind(events: CalendarEvent[]): string[] {
  const hard = events.flatMap((event) => METHODS.map((method) => writeCalendar(method, event)))
  const odd = events.slice(0, 10).flatMap((event) => [
    writeCalendar('CANCEL', { ...event, isStillOn: true }), writeCalendar('PUBLISH', { ...event, isTentative: true }),
  ])
  const feeds = [[], events.slice(0, 1), events].map((some) => writeCalendarFeed({ name: events[0]?.summary ?? '', events: some }))
  const people = { consultant: CAST.consultant, guest: CAST.soren, colleague: CAST.amina }
  const sent = previewMails(people).flatMap(({ ics }) => ics?.content ?? [])
  return [...hard, ...odd, ...feeds, ...sent]
}
