import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import {
  forgetLapsedReservations, keepReservation, leaveReservation,
} from '#app/domain/booking/reservation/commands.server.ts'
import { findReservation } from '#app/domain/booking/reservation/queries.server.ts'
import { KEEP_OFFERED_MS, LONGEST_MS, RESERVED_MS } from '#app/domain/booking/reservation/reservation.ts'
import { findCalendarVersion, findMeetingType, listOpenSlots } from '#app/domain/calendar/queries.server.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { meetingType, occupiedTime, reservation } from '#db/schema.server.ts'
import { makeDesk, THURSDAY_TEN } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { NOW } from '../../../support/meetings.ts'
import { reserve, reserved, visitor } from '../../../support/visitors.ts'

const database = useDatabase()
const anna = visitor('anna')
const bo = visitor('bo')

beforeEach(async () => {
  await database.reset()
  await makeDesk()
})

test('fifty who reserve one slot at once: one has it, for ten minutes', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => reserve(visitor(`visitor ${index}`))))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'slot-taken')).toHaveLength(49)
  const rows = await db().select().from(occupiedTime)
  expect(rows).toMatchObject([{ state: 'reserved', startsAt: new Date(THURSDAY_TEN), expiresAt: new Date(NOW + RESERVED_MS) }])
})

test('a refused reservation leaves the calendar\'s version as it was', async () => {
  await reserved(anna)
  const version = await findCalendarVersion('intro')
  expect(await reserve(bo)).toEqual({ ok: false, reason: 'slot-taken' })
  expect(await findCalendarVersion('intro')).toBe(version)
})

test('choosing the same time again, in two tabs at once or later, is the same reservation and gives no more time', async () => {
  const twice = await Promise.all([reserve(anna), reserve(anna)])
  const later = await reserve(anna, { now: NOW + 5 * MINUTE_MS })
  expect(new Set([...twice, later].map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(await db().$count(occupiedTime)).toBe(1)
})

test('another choice frees the one before, and two tabs at once leave one', async () => {
  await reserved(anna)
  await reserved(anna, { startsAt: THURSDAY_TEN + HOUR_MS })
  await reserved(bo)
  const both = await Promise.all([0, 1].map((days) => reserve(anna, { startsAt: THURSDAY_TEN + (days + 4) * DAY_MS })))
  expect(both.some((answer) => answer.ok)).toBe(true)
  expect(await db().$count(reservation)).toBe(2)
  expect(await db().$count(occupiedTime)).toBe(2)
})

test('whoever asks for a time that is taken keeps the one they have', async () => {
  await reserved(bo)
  const held = await reserved(anna, { startsAt: THURSDAY_TEN + DAY_MS })
  expect(await reserve(anna)).toEqual({ ok: false, reason: 'slot-taken' })
  expect(await findReservation(anna.hash)).toEqual(held)
})

test('up to its last millisecond a reservation bars others, and at its end it doesn\'t', async () => {
  await reserved(anna)
  expect(await reserve(bo, { now: NOW + RESERVED_MS - 1 })).toEqual({ ok: false, reason: 'slot-taken' })
  expect(await isShown(THURSDAY_TEN, NOW + RESERVED_MS - 1)).toBe(false)
  expect(await isShown(THURSDAY_TEN, NOW + RESERVED_MS)).toBe(true)
  expect((await reserve(bo, { now: NOW + RESERVED_MS })).ok).toBe(true)
  expect(await db().$count(occupiedTime)).toBe(1)
})

test('a time is kept twice, once for each time the button was shown, and not a third time', async () => {
  await reserved(anna)
  const at = NOW + RESERVED_MS - KEEP_OFFERED_MS
  const pressed = await Promise.all([1, 1, 1].map((count) => keepReservation({ visitorHash: anna.hash, count }, at)))
  expect(pressed.map((answer) => answer.ok && answer.value.expiresAt)).toEqual([1, 1, 1].map(() => NOW + 2 * RESERVED_MS))
  const second = await keepReservation({ visitorHash: anna.hash, count: 2 }, NOW + 2 * RESERVED_MS - 1)
  expect(second.ok && second.value.expiresAt).toBe(NOW + LONGEST_MS)
  expect(await keepReservation({ visitorHash: anna.hash, count: 3 }, NOW + 2 * RESERVED_MS)).toEqual({ ok: false, reason: 'kept-enough' })
  expect(await reserve(bo, { now: NOW + LONGEST_MS - 1 })).toEqual({ ok: false, reason: 'slot-taken' })
})

test('what has lapsed is not kept, neither before nor after somebody else has it', async () => {
  await reserved(anna)
  expect(await keepReservation({ visitorHash: anna.hash, count: 1 }, NOW + RESERVED_MS)).toEqual({ ok: false, reason: 'lapsed' })
  await reserved(bo, { now: NOW + RESERVED_MS })
  expect(await keepReservation({ visitorHash: anna.hash, count: 1 }, NOW + RESERVED_MS - 1)).toEqual({ ok: false, reason: 'lapsed' })
  expect(await findReservation(anna.hash)).toMatchObject({ keeps: 0 })
})

test('keeping and somebody else\'s choice at the end: one of the two has the time', async () => {
  await reserved(anna)
  const [kept, taken] = await Promise.all([
    keepReservation({ visitorHash: anna.hash, count: 1 }, NOW + RESERVED_MS - 1), reserve(bo, { now: NOW + RESERVED_MS }),
  ])
  expect([kept.ok, taken.ok].filter(Boolean)).toHaveLength(1)
  expect(await db().$count(occupiedTime)).toBe(1)
})

test('leaving frees the time at once; leaving twice, or a time that one doesn\'t have, changes nothing', async () => {
  const held = await reserved(anna)
  await leaveReservation({ visitorHash: anna.hash, startsAt: THURSDAY_TEN + DAY_MS })
  expect(await findReservation(anna.hash)).toEqual(held)
  await leaveReservation({ visitorHash: anna.hash, startsAt: THURSDAY_TEN })
  await leaveReservation({ visitorHash: anna.hash, startsAt: THURSDAY_TEN })
  await leaveReservation({ visitorHash: 'nobody', startsAt: THURSDAY_TEN })
  expect(await isShown(THURSDAY_TEN, NOW)).toBe(true)
  expect((await reserve(bo)).ok).toBe(true)
})

test('one network has three at once, and one more as soon as one is left or lapses', async () => {
  const office = (name: string) => visitor(name, 'office')
  const onDay = (days: number) => ({ startsAt: THURSDAY_TEN + days * DAY_MS })
  const answers = await Promise.all([0, 1, 4, 5, 6].map((days) => reserve(office(`colleague ${days}`), onDay(days))))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(3)
  expect(answers.filter((answer) => !answer.ok).map((answer) => answer.reason)).toEqual(['address-full', 'address-full'])
  expect((await reserve(visitor('elsewhere'), onDay(7))).ok).toBe(true)
  expect((await reserve(office('late'), { ...onDay(8), now: NOW + RESERVED_MS })).ok).toBe(true)
})

test('a visitor who chooses anew is no fourth of their network', async () => {
  for (const days of [0, 1, 4]) await reserved(visitor(`colleague ${days}`, 'office'), { startsAt: THURSDAY_TEN + days * DAY_MS })
  expect((await reserve(visitor('colleague 4', 'office'), { startsAt: THURSDAY_TEN + 5 * DAY_MS })).ok).toBe(true)
})

test('reservations leave half of a day\'s free times to others, however many visitors ask', async () => {
  await db().update(meetingType).set({ bufferAfterMinutes: 0 }).where(eq(meetingType.slug, 'intro'))
  const starts = await startsOfThursday(NOW)
  const answers = await Promise.all(starts.map((startsAt, index) => reserve(visitor(`visitor ${index}`), { startsAt })))
  expect([starts.length, answers.filter((answer) => answer.ok).length]).toEqual([12, 6])
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'day-full')).toHaveLength(6)
  expect(await startsOfThursday(NOW)).toHaveLength(6)
})

test('what reservations bar around themselves counts as well', async () => {
  const starts = await startsOfThursday(NOW)
  for (const [index, startsAt] of starts.entries()) await reserve(visitor(`visitor ${index}`), { startsAt })
  expect((await startsOfThursday(NOW)).length).toBeGreaterThanOrEqual(starts.length / 2)
})

test('the last free time of a day can be reserved', async () => {
  await db().update(meetingType).set({ maxPerDay: 1 }).where(eq(meetingType.slug, 'intro'))
  expect((await reserve(anna)).ok).toBe(true)
  expect(await reserve(bo, { startsAt: THURSDAY_TEN + 3 * HOUR_MS })).toEqual({ ok: false, reason: 'slot-taken' })
})

test.each([
  ['slot-past', NOW - HOUR_MS],
  ['slot-too-soon', NOW + 2 * HOUR_MS],
  ['slot-closed', THURSDAY_TEN + 7 * MINUTE_MS],
])('%s can\'t be reserved and leaves nothing behind', async (reason, startsAt) => {
  expect(await reserve(anna, { startsAt })).toEqual({ ok: false, reason })
  expect([await db().$count(reservation), await db().$count(occupiedTime)]).toEqual([0, 0])
})

test('what can\'t be booked at all is refused by name', async () => {
  expect(await reserve(anna, { typeSlug: 'nope' })).toEqual({ ok: false, reason: 'no-such-type' })
})

test('a day after it lapsed nothing is kept of a reservation', async () => {
  await reserved(anna)
  await forgetLapsedReservations(NOW + DAY_MS)
  expect(await db().$count(reservation)).toBe(1)
  await forgetLapsedReservations(NOW + RESERVED_MS + DAY_MS + 1)
  expect([await db().$count(reservation), await db().$count(occupiedTime)]).toEqual([0, 0])
})

async function startsOfThursday(now: number): Promise<number[]> {
  const type = await findMeetingType('intro')
  if (!type) throw new Error('the desk has its types')
  const slots = await listOpenSlots({ type, from: THURSDAY_TEN - 2 * HOUR_MS, to: THURSDAY_TEN + 10 * HOUR_MS, now })
  return slots.map((slot) => slot.startsAt)
}

async function isShown(startsAt: number, now: number): Promise<boolean> {
  return (await startsOfThursday(now)).includes(startsAt)
}
