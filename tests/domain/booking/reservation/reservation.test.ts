import { expect, test } from 'vitest'
import { isLive, isWithinHalfOfDay, reservedIn, type Reserved } from '#app/domain/booking/reservation/reservation.ts'
import { openSlots, type Slot } from '#app/domain/calendar/slot.ts'
import { isoInstant, parseInstant } from '#app/kernel/time.ts'
import { caseOf, daily, rulesOf, type CaseBooking, type CaseType } from '../../calendar/slot-case.ts'

const NOW = '2027-05-03T00:00:00Z'
const LATER = '2027-05-03T00:10:00Z'
const at = (clock: string) => parseInstant(`2027-05-03T${clock}:00Z`) ?? NaN

/** Open 9-12 in Copenhagen (7-10 UTC), meetings of half an hour. */
function rulesWith(bookings: CaseBooking[], type: Partial<CaseType> = {}, now = NOW) {
  return rulesOf(caseOf({ now, type: { id: 'intro', durationMinutes: 30, ...type }, host: { bookings } }))
}

function reservation(start: string, given: Partial<CaseBooking> = {}): CaseBooking {
  const end = isoInstant(at(start) + 30 * 60_000)
  return { start: isoInstant(at(start)), end, typeId: 'intro', state: 'reserved', expiresAt: LATER, id: start, ...given }
}

function read(bookings: CaseBooking[], type?: Partial<CaseType>, now?: string): Reserved<string> {
  const rules = rulesWith(bookings, type, now)
  const { bars, chosen, until } = reservedIn(rules, openSlots(rules))
  const clocks = (slots: Slot[]) => slots.map(({ startsAt }) => isoInstant(startsAt).slice(11, 16))
  return { bars: clocks(bars), chosen: clocks(chosen), until }
}

test('without reservations nothing is barred, and nothing has to be read again', () => {
  expect(read([])).toEqual({ bars: [], chosen: [], until: null })
  expect(read([reservation('08:00', { state: 'confirmed', expiresAt: undefined })])).toEqual({ bars: [], chosen: [], until: null })
})

test('a reservation bars its own time, which is being booked, and those that its air reaches, which are not', () => {
  const buffered = reservation('08:00', { bufferAfterMinutes: 15 })
  expect(read([buffered], { bufferAfterMinutes: 15 })).toEqual({ bars: ['07:30', '08:00', '08:30'], chosen: ['08:00'], until: parseInstant(LATER) })
})

test('what a meeting takes as well stays taken when the reservation lapses', () => {
  const meeting = reservation('08:30', { state: 'confirmed', expiresAt: undefined })
  expect(read([reservation('08:00', { bufferAfterMinutes: 15 }), meeting])).toMatchObject({ bars: ['08:00'], chosen: ['08:00'] })
})

test('a reservation that fills the day\'s cap bars the whole day, but only one time of it is being booked', () => {
  expect(read([reservation('08:00')], { maxPerDay: 1 })).toMatchObject({ bars: ['07:00', '07:30', '08:00', '08:30', '09:00', '09:30'], chosen: ['08:00'] })
})

test('of several the first to lapse says how long this holds; lapsed ones say nothing', () => {
  const [soon, late] = [reservation('07:00'), reservation('09:00', { expiresAt: '2027-05-03T00:20:00Z' })]
  expect(read([late, soon]).until).toBe(parseInstant(LATER))
  expect(read([late, soon], {}, LATER)).toMatchObject({ chosen: ['09:00'], until: parseInstant('2027-05-03T00:20:00Z') })
})

test('reservations may take half of the six times of a day, to the last of that half', () => {
  const two = [reservation('07:00'), reservation('07:30')]
  expect(isWithinHalfOfDay(rulesWith(two), at('08:00'))).toBe(true)
  expect(isWithinHalfOfDay(rulesWith([...two, reservation('08:00')]), at('08:30'))).toBe(false)
})

test('times that only lie too near to a reserved one count as taken by it', () => {
  const buffered = { bufferAfterMinutes: 15 }
  const one = reservation('07:00', buffered)
  expect(isWithinHalfOfDay(rulesWith([one], buffered), at('08:30'))).toBe(false)
  expect(isWithinHalfOfDay(rulesWith([one], buffered), at('09:30'))).toBe(false)
})

test('the first reservation of a day is allowed whatever it takes, and other days don\'t count', () => {
  expect(isWithinHalfOfDay(rulesWith([], { durationMinutes: 180 }), at('07:00'))).toBe(true)
  const booked = ['07:00', '07:30', '08:00', '08:30', '09:00'].map((start) => reservation(start, { state: 'confirmed', expiresAt: undefined }))
  expect(isWithinHalfOfDay(rulesWith(booked), at('09:30'))).toBe(true)
  const yesterday = reservation('07:00', { start: '2027-05-02T07:00:00Z', end: '2027-05-02T07:30:00Z' })
  expect(isWithinHalfOfDay(rulesWith([yesterday]), at('07:00'))).toBe(true)
})

test('the day is the host\'s, also where it is another in UTC', () => {
  const host = { id: 'kiri', timeZone: 'Pacific/Auckland', weekly: daily('09:00-10:00') }
  const asked = { from: '2027-05-02T00:00:00Z', to: '2027-05-05T00:00:00Z', now: '2027-05-01T00:00:00Z', type: { durationMinutes: 30, id: 'intro' } }
  // 9.00 in Auckland is 21.00 UTC of the day before.
  const held = { start: '2027-05-02T21:00:00Z', end: '2027-05-02T21:30:00Z', typeId: 'intro', state: 'reserved', expiresAt: '2027-05-01T00:10:00Z', id: 'one' }
  const rules = rulesOf(caseOf({ ...asked, hosts: [{ ...host, bookings: [held] }] }))
  expect(isWithinHalfOfDay(rules, parseInstant('2027-05-02T21:30:00Z') ?? NaN)).toBe(false)
  expect(isWithinHalfOfDay(rules, parseInstant('2027-05-03T21:00:00Z') ?? NaN)).toBe(true)
})

test('a reservation lives until the very millisecond of its end, and not once it is booked', () => {
  const held = { id: '1', typeId: 'intro', startsAt: 0, durationMinutes: 30, expiresAt: 1_000, keeps: 0, isBooked: false }
  expect([isLive(held, 999), isLive(held, 1_000), isLive({ ...held, isBooked: true }, 0)]).toEqual([true, false, false])
})
