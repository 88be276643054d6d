import { test } from 'vitest'
import { caseOf, daily, expectStarts, windowOf, type CaseHost, type SlotCase } from './slot-case.ts'

/** The given hours of one date in one zone, looked at two days around it. Expected values are written by hand from tzdata. */
function dayCase(timeZone: string, date: string, hours: string, durationMinutes = 60): SlotCase {
  const day = Date.parse(date)
  const at = (days: number) => new Date(day + days * 86_400_000).toISOString()
  const overrides = [{ date, windows: hours.split(' ').map(windowOf) }]
  return caseOf({ host: { timeZone, weekly: [], overrides }, type: { durationMinutes }, now: at(-30), from: at(-2), to: at(3) })
}

const hoursFrom = (date: string, first: number, count: number) =>
  Array.from({ length: count }, (_, index) => `${date} ${String(first + index).padStart(2, '0')}:00`)

test('Copenhagen: office hours keep their wall time over both changes of the clock', () => {
  expectStarts(dayCase('Europe/Copenhagen', '2027-03-26', '09:00-17:00'), hoursFrom('03-26', 8, 8))
  expectStarts(dayCase('Europe/Copenhagen', '2027-03-29', '09:00-17:00'), hoursFrom('03-29', 7, 8))
  expectStarts(dayCase('Europe/Copenhagen', '2027-03-28', '13:00-18:00'), hoursFrom('03-28', 11, 5))
  expectStarts(dayCase('Europe/Copenhagen', '2027-10-31', '13:00-18:00'), hoursFrom('10-31', 12, 5))
})

test('New York: the afternoon of the change is not an hour late', () => {
  expectStarts(dayCase('America/New_York', '2026-03-08', '13:00-18:00'), hoursFrom('03-08', 17, 5))
})

test('Copenhagen: a night window lasts 2 hours in spring and 4 in autumn', () => {
  expectStarts(dayCase('Europe/Copenhagen', '2027-03-28', '01:00-04:00'), ['03-28 00:00', '03-28 01:00'])
  expectStarts(dayCase('Europe/Copenhagen', '2027-10-31', '01:00-04:00'), ['10-30 23:00', '10-31 00:00', '10-31 01:00', '10-31 02:00'])
})

test('Copenhagen: a whole day lasts 23 hours in spring and 25 in autumn', () => {
  const spring = [...hoursFrom('03-27', 23, 1), ...hoursFrom('03-28', 0, 22)]
  const autumn = [...hoursFrom('10-30', 22, 2), ...hoursFrom('10-31', 0, 23)]
  expectStarts(dayCase('Europe/Copenhagen', '2027-03-28', '00:00-24:00'), spring)
  expectStarts(dayCase('Europe/Copenhagen', '2027-10-31', '00:00-24:00'), autumn)
})

test('a window inside the skipped hour moves forward by it, and one that turns round is dropped', () => {
  expectStarts(dayCase('Europe/Copenhagen', '2027-03-28', '02:15-02:45', 30), ['03-28 01:15'])
  expectStarts(dayCase('Europe/Copenhagen', '2027-03-28', '02:30-03:00', 10), [])
  expectStarts(dayCase('Europe/Copenhagen', '2027-03-28', '02:30-03:40', 10), ['03-28 01:30'])
})

test('windows that come to lie over each other in the skipped hour keep their own grids, and no start comes twice', () => {
  expectStarts(dayCase('Europe/Copenhagen', '2027-03-28', '02:10-02:40 03:00-03:30', 10), [
    '03-28 01:00', '03-28 01:10', '03-28 01:20', '03-28 01:30',
  ])
})

test('a doubled time means its first one', () => {
  expectStarts(dayCase('Europe/Copenhagen', '2027-10-31', '02:00-02:30', 30), ['10-31 00:00'])
  expectStarts(dayCase('Europe/Copenhagen', '2027-10-31', '02:30-03:00', 30), ['10-31 00:30', '10-31 01:00', '10-31 01:30'])
})

test('where midnight does not exist the day begins at one', () => {
  expectStarts(dayCase('Africa/Cairo', '2027-04-30', '00:00-02:00'), ['04-29 22:00'])
  expectStarts(dayCase('Asia/Beirut', '2027-03-28', '00:00-03:00'), ['03-27 22:00', '03-27 23:00'])
  expectStarts(dayCase('America/Havana', '2027-03-14', '00:00-02:00'), ['03-14 05:00'])
  expectStarts(dayCase('America/Santiago', '2027-09-05', '00:00-02:00'), ['09-05 04:00'])
})

test('a window up to a midnight that does not exist ends where the next day begins', () => {
  const weekly = daily('00:00-02:00', '22:00-24:00')
  const slotCase = caseOf({
    host: { timeZone: 'America/Santiago', weekly }, type: { durationMinutes: 120, stepMinutes: 60 },
    from: '2027-09-05T00:00:00Z', to: '2027-09-05T12:00:00Z',
  })
  expectStarts(slotCase, ['09-05 02:00', '09-05 03:00'])
})

test('Nuuk: one Saturday has no 23 o\'clock, another has it twice', () => {
  expectStarts(dayCase('America/Nuuk', '2027-03-27', '22:00-24:00'), ['03-28 00:00'])
  expectStarts(dayCase('America/Nuuk', '2027-03-27', '23:00-24:00', 10), [])
  expectStarts(dayCase('America/Nuuk', '2027-10-30', '23:00-24:00'), ['10-31 00:00', '10-31 01:00'])
})

test('Lord Howe: the clock changes by half an hour', () => {
  expectStarts(dayCase('Australia/Lord_Howe', '2027-04-04', '01:00-03:00', 30), [
    '04-03 14:00', '04-03 14:30', '04-03 15:00', '04-03 15:30', '04-03 16:00',
  ])
  expectStarts(dayCase('Australia/Lord_Howe', '2027-10-03', '01:00-03:00', 30), ['10-02 14:30', '10-02 15:00', '10-02 15:30'])
})

test('Samoa: the hours of the date that was skipped move to the next one', () => {
  expectStarts(dayCase('Pacific/Apia', '2011-12-30', '09:00-11:00'), ['12-30 19:00', '12-30 20:00'])
})

test('zones off the hour begin on their own quarter', () => {
  expectStarts(dayCase('Asia/Kathmandu', '2027-06-16', '13:00-14:00'), ['06-16 07:15'])
  for (const zone of ['Asia/Calcutta', 'Asia/Kolkata']) expectStarts(dayCase(zone, '2027-06-16', '09:00-10:00'), ['06-16 03:30'])
})

const traveller: Partial<CaseHost> = {
  weekly: daily('09:00-11:00'),
  travel: [
    { from: '2027-05-04', to: '2027-05-05', timeZone: 'America/New_York' },
    { from: '2027-05-05', to: '2027-05-06', timeZone: 'Asia/Tokyo' },
  ],
}

test('on a journey, both ends included, hours are read on the clock there; of two journeys the first that fits holds', () => {
  const slotCase = caseOf({ host: traveller, from: '2027-05-03T00:00:00Z', to: '2027-05-08T00:00:00Z' })
  expectStarts(slotCase, [
    '05-03 07:00', '05-03 08:00', '05-04 13:00', '05-04 14:00', '05-05 13:00', '05-05 14:00',
    '05-06 00:00', '05-06 01:00', '05-07 07:00', '05-07 08:00',
  ])
})

test('an override on a journey is read on the clock there', () => {
  const overrides = [{ date: '2027-05-04', windows: [windowOf('20:00-21:00')] }]
  const slotCase = caseOf({ host: { ...traveller, overrides }, from: '2027-05-04T00:00:00Z', to: '2027-05-05T06:00:00Z' })
  expectStarts(slotCase, ['05-05 00:00'])
})

test('on a journey a booking keeps its instant', () => {
  const bookings = [{ start: '2027-05-04T13:00:00Z', end: '2027-05-04T14:00:00Z' }]
  const slotCase = caseOf({ host: { ...traveller, bookings }, from: '2027-05-04T00:00:00Z', to: '2027-05-05T00:00:00Z' })
  expectStarts(slotCase, ['05-04 14:00'])
})

test('days that overlap because the host flew east give each start once', () => {
  const travel = [{ from: '2027-05-04', to: '2027-05-04', timeZone: 'Asia/Tokyo' }]
  const slotCase = caseOf({
    host: { timeZone: 'UTC', weekly: daily('00:00-24:00'), travel }, type: { durationMinutes: 720 },
    from: '2027-05-03T12:00:00Z', to: '2027-05-05T00:00:00Z',
  })
  expectStarts(slotCase, ['05-03 12:00', '05-03 15:00', '05-04 03:00'])
})
