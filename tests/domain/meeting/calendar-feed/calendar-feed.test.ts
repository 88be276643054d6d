import { expect, test } from 'vitest'
import { writeHostFeed, type FeedMeeting } from '#app/domain/meeting/calendar-feed/calendar-feed.ts'
import { icsByteFaults } from '../../../support/ics-bytes.ts'
import { readOurselves } from '../../../support/validators/validators.ts'

const STARTS_AT = Date.UTC(2026, 10, 26, 9)
const HREF = 'https://meet.example.com/desk/meetings/1'
const organizer = { name: 'Fremmøde', address: 'moeder@fremmode.example' }

const meeting: FeedMeeting['meeting'] = {
  id: '1', hostId: 'host', typeId: 'type', title: 'Et første møde', locale: 'da', startsAt: STARTS_AT, endsAt: STARTS_AT + 1_800_000,
  state: 'scheduled', roomName: 'room-name-that-nobody-guesses', icsUid: 'uid-1', icsSequence: 3, icsStampedAt: STARTS_AT - 86_400_000,
  movedAt: null, openedAt: null, lockedAt: null, endedAt: null, createdAt: STARTS_AT - 2 * 86_400_000,
}

function guest(name: string, companyName: string | null): FeedMeeting['guests'][number] {
  return {
    id: name, meetingId: '1', role: 'guest', personId: null, consultantId: null, name, email: `${name}@example.com`, companyName, locale: 'da',
    timeZone: 'Europe/Copenhagen', identity: 'identity', linkGeneration: 1, door: 'away', readiness: null, checked: null,
    lastSeenAt: null, admittedAt: null, handRaisedAt: null, deviceHash: null, hold: null, turnUp: null,
  }
}

function write(given: Partial<FeedMeeting['meeting']> = {}, guests = [guest('Søren Kjær', 'Nordlys A/S'), guest('Amina', null)]): string {
  return writeHostFeed([{ meeting: { ...meeting, ...given }, guests, href: HREF }], { locale: 'da', organizer })
}

test('an entry says what, when and with whom, under the invitation’s own UID and version', () => {
  const { method, events } = readOurselves(write())
  expect(method).toBe('PUBLISH')
  expect(events).toEqual([{
    uid: 'uid-1', sequence: 3, status: 'CONFIRMED', starts: '20261126T090000Z', summary: 'Et første møde: Søren Kjær, Nordlys A/S',
    description: `${HREF}\nAmina`, attendees: [], names: [],
  }])
})

test('what waits for an answer is tentative, and a meeting without guests has its title', () => {
  expect(readOurselves(write({ state: 'pending' })).events[0]?.status).toBe('TENTATIVE')
  expect(readOurselves(write({ state: 'ended' }, [])).events[0]).toMatchObject({ status: 'CONFIRMED', summary: 'Et første møde', description: HREF })
})

test('no address of a guest, no room and no key stand in it, and its bytes are sound', () => {
  const ics = write()
  expect(ics).not.toMatch(/@example\.com|room-name|\/j\/|\/b\//)
  expect(ics.replaceAll('\r\n ', '')).toContain(`URL:${HREF}`)
  expect(icsByteFaults(new TextEncoder().encode(ics))).toEqual([])
})

test('in English the calendar and its links have English names', () => {
  const ics = writeHostFeed([], { locale: 'en', organizer })
  expect(ics).toContain('X-WR-CALNAME:Meetings in Fremmøde')
})
