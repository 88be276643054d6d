import fc from 'fast-check'
import type { CaseBooking, CaseHost, CaseWindow, SlotCase } from './slot-case.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/** Dates on which some clock does something odd, with the zone that does it. */
const ODD_DATES = [
  ['2027-03-28', 'Europe/Copenhagen'], ['2027-10-31', 'Europe/Copenhagen'],
  ['2027-03-14', 'America/New_York'], ['2027-11-07', 'America/Los_Angeles'],
  ['2027-04-04', 'Australia/Lord_Howe'], ['2027-10-03', 'Australia/Lord_Howe'],
  ['2027-04-30', 'Africa/Cairo'], ['2027-03-28', 'Asia/Beirut'],
  ['2027-03-14', 'America/Havana'], ['2027-09-05', 'America/Santiago'],
  ['2027-03-28', 'America/Nuuk'], ['2027-10-31', 'America/Nuuk'],
  ['2027-04-04', 'Pacific/Chatham'], ['2011-12-30', 'Pacific/Apia'],
  ['2027-06-16', 'Asia/Kathmandu'], ['2027-01-01', 'UTC'],
] as const

/** Cases around an odd date: windows, overrides, journeys, clutter and limits in all combinations; every other has room for meetings. */
export const anyCase: fc.Arbitrary<SlotCase> = fc.constantFrom(...ODD_DATES).chain(([date, zone]) => {
  const any = caseAround(Date.parse(date), zone)
  return fc.oneof(any, any.map(withRoom))
})

/** Six in seven of the cases that come as they like have no slot at all: without what shuts whole days, most have some. */
function withRoom({ type, hosts, ...rest }: SlotCase): SlotCase {
  const isOpen = { maxPerDay: undefined, maxPerWeek: undefined, horizonDays: undefined, horizonDate: undefined }
  return {
    ...rest,
    type: { ...type, ...isOpen, durationMinutes: Math.min(type.durationMinutes, 60) },
    hosts: hosts.map((host) => ({ ...host, timeOff: undefined, holidays: undefined })),
  }
}

function caseAround(day: number, zone: string): fc.Arbitrary<SlotCase> {
  const from = instantAround(day, -36, 0)
  return fc.record({
    now: fc.oneof(instantAround(day, -24 * 12, -36), instantAround(day, -36, 12)),
    from,
    to: instantAround(day, 0, 60),
    type: fc.record({
      durationMinutes: fc.oneof(fc.constantFrom(15, 20, 30, 45, 60, 90), fc.integer({ min: 1, max: 1440 })),
      stepMinutes: fc.constantFrom(15, 20, 30, 45, 60, 25, 7),
      bufferBeforeMinutes: fc.constantFrom(0, 0, 5, 15),
      bufferAfterMinutes: fc.constantFrom(0, 0, 10, 15),
      noticeMinutes: fc.constantFrom(0, 0, 60, 60, 1500),
      noticeCounts: fc.constantFrom('elapsed', 'working'),
      horizonDays: fc.integer({ min: 0, max: 12 }),
      horizonDate: fc.constantFrom(...datesAround(day).slice(1), ...datesAround(day + 5 * DAY)),
      maxPerDay: fc.integer({ min: 0, max: 2 }),
      maxPerWeek: fc.integer({ min: 0, max: 3 }),
      maxPerCompanyDay: fc.integer({ min: 1, max: 2 }),
      maxPerCompanyWeek: fc.integer({ min: 1, max: 3 }),
      id: fc.constantFrom('intro', 'demo'),
    }, { requiredKeys: ['durationMinutes'] }),
    assign: fc.constantFrom('any', 'all'),
    hosts: fc.array(anyHost(day, zone), { minLength: 1, maxLength: 3 })
      .map((hosts) => hosts.map((host, index): CaseHost => ({ ...host, id: `host-${index}` }))),
    movedBookingId: fc.constantFrom('moving', 'other'),
    companyId: fc.constantFrom('nordlys', 'havn'),
  }, { requiredKeys: ['now', 'from', 'to', 'type', 'hosts'] })
}

function anyHost(day: number, zone: string): fc.Arbitrary<CaseHost> {
  const anyZone = fc.oneof({ weight: 3, arbitrary: fc.constant(zone) }, fc.constantFrom('Europe/Copenhagen', 'UTC', 'America/New_York'))
  const dates = datesAround(day)
  const journey = fc.tuple(fc.constantFrom(...dates), fc.constantFrom(...dates), anyZone)
    .map(([from, to, timeZone]) => ({ from, to, timeZone }))
  return fc.record({
    id: fc.constant('host'),
    timeZone: anyZone,
    weekly: fc.oneof(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), anyWindow).map(([weekday, window]) => ({ weekday, ...window })), { maxLength: 14 }),
      fc.array(anyWindow, { minLength: 1, maxLength: 3 })
        .map((windows) => [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => windows.map((window) => ({ weekday, ...window })))),
    ),
    overrides: fc.array(fc.record({ date: fc.constantFrom(...dates), windows: fc.array(anyWindow, { maxLength: 3 }) }), { maxLength: 3 }),
    timeOff: fc.array(fc.constantFrom(...dates).map((date) => ({ from: date, to: date })), { maxLength: 2 }),
    holidays: fc.array(fc.constantFrom(...dates).map((date) => ({ date, name: 'ascension-day' })), { maxLength: 2 }),
    travel: fc.array(journey, { maxLength: 2 }),
    busy: fc.array(anyInterval(day), { maxLength: 6 }),
    bookings: fc.uniqueArray(anyBooking(day), { maxLength: 4, selector: ({ id }) => id ?? Symbol('nameless') }),
    maxPerDay: fc.integer({ min: 1, max: 3 }),
    maxPerWeek: fc.integer({ min: 1, max: 4 }),
  }, { requiredKeys: ['id', 'timeZone', 'weekly'] })
}

function datesAround(day: number): string[] {
  return [-2, -1, 0, 1, 2].map((days) => new Date(day + days * DAY).toISOString().slice(0, 10))
}

const anyBooking = (day: number): fc.Arbitrary<CaseBooking> =>
  fc.record({
    times: anyInterval(day),
    bufferBeforeMinutes: fc.constantFrom(0, 10, 30),
    bufferAfterMinutes: fc.constantFrom(0, 15, 30),
    typeId: fc.constantFrom('intro', 'demo'),
    companyId: fc.constantFrom('nordlys', 'havn'),
    id: fc.constantFrom('moving', 'other', 'third'),
    state: fc.constantFrom('reserved', 'pending', 'confirmed', 'cancelled', 'expired'),
    expiresAt: instantAround(day, -60, 24),
  }, { requiredKeys: ['times'] }).map(({ times, ...rest }) => ({ ...times, ...rest }))

/** Mostly on the quarter, often at the edges of the day and of a change of clocks; some end where they start. */
const quarter = fc.oneof(
  fc.constantFrom(0, 60, 90, 120, 135, 165, 180, 1320, 1380, 1440),
  fc.integer({ min: 0, max: 96 }).map((count) => count * 15),
)
const anyWindow: fc.Arbitrary<CaseWindow> = fc.tuple(quarter, quarter)
  .map(([one, other]) => ({ start: wallText(Math.min(one, other)), end: wallText(Math.max(one, other)) }))

/** Unsorted, nested, touching, across midnight, and now and then without length or backwards. */
function anyInterval(day: number): fc.Arbitrary<CaseWindow> {
  const length = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 120 }) }, fc.integer({ min: -60, max: 2000 }))
  return fc.tuple(fc.integer({ min: -48 * 12, max: 72 * 12 }), length, fc.constantFrom(0, 0, 0, 1, 30_000))
    .map(([fives, minutes, shiftMs]) => {
      const start = day + fives * 5 * MINUTE + shiftMs
      return { start: new Date(start).toISOString(), end: new Date(start + minutes * MINUTE).toISOString() }
    })
}

/** Hours relative to the day, mostly whole minutes. */
function instantAround(day: number, fromHour: number, toHour: number): fc.Arbitrary<string> {
  return fc.tuple(fc.integer({ min: fromHour * 60, max: toHour * 60 }), fc.constantFrom(0, 0, 1, 59_999))
    .map(([minutes, shiftMs]) => new Date(day + minutes * MINUTE + shiftMs).toISOString())
}

function wallText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
