import { expect, test } from 'vitest'
import { readSlotCase } from '../../../server/slots/slot-case.ts'

const WHOLE = {
  now: '2027-05-01T10:00:00.500+02:00',
  from: '2027-05-03T00:00Z',
  to: '2027-05-04T00:00:00Z',
  assign: 'all',
  type: {
    id: 'intro', durationMinutes: 30, stepMinutes: 15, bufferBeforeMinutes: 5, bufferAfterMinutes: 10,
    noticeMinutes: 120, horizonDays: 60, maxPerDay: 3, maxPerWeek: 8,
    noticeCounts: 'working', horizonDate: '1970-01-09', maxPerCompanyDay: 1, maxPerCompanyWeek: 2,
  },
  hosts: [{
    id: 'anna', timeZone: 'Europe/Copenhagen',
    weekly: [{ weekday: 7, start: '09:00', end: '24:00' }],
    overrides: [{ date: '1970-01-02', windows: [{ start: '10:00', end: '10:00' }] }],
    timeOff: [{ from: '1970-01-05', to: '1970-01-06', note: 'Skiferie' }],
    holidays: [{ date: '1970-01-07', name: 'christmas-day' }],
    maxPerDay: 4,
    maxPerWeek: 9,
    travel: [{ from: '1970-01-01', to: '1970-01-03', timeZone: 'Asia/Tokyo' }],
    busy: [{ start: '1970-01-01T00:00:01Z', end: '1970-01-01T00:00:00Z' }],
    bookings: [{
      start: '1970-01-01T00:00:00Z', end: '1970-01-01T00:00:01Z', bufferBeforeMinutes: 1, bufferAfterMinutes: 2, typeId: 'demo', companyId: 'nordlys',
      id: 'first', state: 'reserved', expiresAt: '1970-01-01T00:10:00Z',
    }],
  }],
  movedBookingId: 'first',
  companyId: 'nordlys',
}

/** The whole case with one field set, or taken away where the value is undefined. */
function withField(path: string, value: unknown): string {
  const copy = structuredClone(WHOLE)
  const steps = path.split(/[.[\]]+/).filter(Boolean)
  const last = steps.pop() ?? ''
  const parent = steps.reduce<unknown>((node, step) => Reflect.get(Object(node), step), copy)
  Reflect.set(Object(parent), last, value)
  return JSON.stringify(copy)
}

test('a whole case becomes rules of integers', () => {
  const read = readSlotCase(JSON.stringify(WHOLE))
  expect(read).toEqual({
    ok: true,
    rules: {
      now: Date.UTC(2027, 4, 1, 8, 0, 0, 500), from: Date.UTC(2027, 4, 3), to: Date.UTC(2027, 4, 4), assign: 'all', movedBookingId: 'first',
      companyId: 'nordlys',
      type: {
        id: 'intro', durationMs: 1_800_000, stepMs: 900_000, bufferBeforeMs: 300_000, bufferAfterMs: 600_000,
        noticeMs: 7_200_000, horizonDays: 60, maxPerDay: 3, maxPerWeek: 8,
        noticeCounts: 'working', horizonDay: 8, maxPerCompanyDay: 1, maxPerCompanyWeek: 2,
      },
      hosts: [{
        id: 'anna', timeZone: 'Europe/Copenhagen',
        weekly: [{ weekday: 7, startMinute: 540, endMinute: 1440 }],
        overrides: [{ day: 1, windows: [{ startMinute: 600, endMinute: 600 }] }],
        timeOff: [{ firstDay: 4, lastDay: 5, note: 'Skiferie' }],
        holidays: [{ day: 6, name: 'christmas-day' }],
        maxPerDay: 4,
        maxPerWeek: 9,
        travel: [{ firstDay: 0, lastDay: 2, timeZone: 'Asia/Tokyo' }],
        busy: [{ startsAt: 1000, endsAt: 0 }],
        bookings: [{
          startsAt: 0, endsAt: 1000, bufferBeforeMs: 60_000, bufferAfterMs: 120_000, typeId: 'demo', companyId: 'nordlys',
          id: 'first', state: 'reserved', expiresAt: 600_000,
        }],
      }],
    },
  })
})

test('what is missing, or null, means none; the step is the length, and any host will do', () => {
  const short = { now: WHOLE.now, from: WHOLE.from, to: WHOLE.to, type: { durationMinutes: 30, stepMinutes: null, maxPerDay: null } }
  expect(readSlotCase(JSON.stringify(short))).toMatchObject({
    ok: true,
    rules: {
      assign: 'any', hosts: [],
      type: {
        id: null, durationMs: 1_800_000, stepMs: 1_800_000, bufferBeforeMs: 0, bufferAfterMs: 0,
        noticeMs: 0, horizonDays: null, maxPerDay: null, maxPerWeek: null,
      },
    },
  })
  const host = { id: 'anna', timeZone: 'UTC', bookings: [{ start: '1970-01-01T00:00:00Z', end: '1970-01-01T00:00:01Z' }] }
  expect(readSlotCase(JSON.stringify({ ...short, hosts: [host] }))).toMatchObject({
    rules: {
      hosts: [{ weekly: [], overrides: [], travel: [], busy: [], bookings: [{ bufferBeforeMs: 0, bufferAfterMs: 0, typeId: null }] }],
    },
  })
})

test.each([
  ['now', undefined], ['now', '2027-05-01T10:00:00'], ['now', '2027-02-30T10:00:00Z'], ['now', 1_800_000_000_000], ['from', '2027-05-03'],
  ['to', 'soon'], ['assign', 'most'], ['type', undefined], ['type', []], ['type.id', 7], ['type.durationMinutes', undefined],
  ['type.durationMinutes', 0], ['type.durationMinutes', 1441], ['type.durationMinutes', 22.5], ['type.durationMinutes', '30'],
  ['type.stepMinutes', 0], ['type.stepMinutes', -15], ['type.bufferBeforeMinutes', -1], ['type.bufferAfterMinutes', 'ten'],
  ['type.noticeMinutes', -1], ['type.noticeCounts', 'most'], ['type.horizonDate', '2027-02-30'], ['hosts[0].timeOff[0].to', 7],
  ['hosts[0].holidays[0].name', ''], ['hosts[0].maxPerDay', -1], ['type.horizonDays', 1.5], ['type.maxPerDay', -1], ['type.maxPerWeek', true],
  ['hosts', {}], ['hosts[0]', null], ['hosts[0].id', undefined], ['hosts[0].id', ''], ['hosts[0].timeZone', undefined],
  ['hosts[0].timeZone', 'Mars/Olympus'], ['hosts[0].timeZone', 'GMT+2'], ['hosts[0].timeZone', '+02:00'],
  ['hosts[0].weekly[0].weekday', 0], ['hosts[0].weekly[0].weekday', 8], ['hosts[0].weekly[0].start', '9:00'],
  ['hosts[0].weekly[0].end', '24:01'], ['hosts[0].weekly[0].end', '12:60'], ['hosts[0].weekly[0].end', undefined],
  ['hosts[0].overrides[0].date', '2027-02-29'], ['hosts[0].overrides[0].windows[0].start', 540],
  ['hosts[0].travel[0].timeZone', 'Nowhere'], ['hosts[0].travel[0].to', '2027-1-1'],
  ['hosts[0].busy[0].start', '2027-05-03 10:00Z'], ['hosts[0].busy[0].end', null],
  ['hosts[0].bookings[0].start', undefined], ['hosts[0].bookings[0].bufferBeforeMinutes', 0.5],
  ['hosts[0].bookings[0].typeId', 3], ['hosts[0].bookings[0].state', 'lost'], ['hosts[0].bookings[0].expiresAt', 'never'],
])('%s as %j is refused by its path', (path, value) => {
  const read = readSlotCase(withField(path, value))
  expect(read.ok ? 'accepted' : read.fault).toMatch(new RegExp(`^${path.replace(/[.[\]]/g, '\\$&')}: must (not )?be [^\n]*$`))
})

test('two hosts cannot share an id', () => {
  const [host] = WHOLE.hosts
  expect(readSlotCase(JSON.stringify({ ...WHOLE, hosts: [host, { ...host, id: 'bo' }, host] })))
    .toEqual({ ok: false, fault: 'hosts[2].id: must not be another host\'s id' })
})

test('what is no case at all is named by the root', () => {
  for (const text of ['', '{', 'null', '[]', '3']) expect(readSlotCase(text)).toMatchObject({ ok: false, fault: expect.stringMatching(/^\$: /) })
})
