import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { getAgenda } from '#app/domain/agenda/queries.server.ts'
import { bookSlot, moveBooking } from '#app/domain/booking/commands.server.ts'
import { keepReservation } from '#app/domain/booking/reservation/commands.server.ts'
import { findReservation } from '#app/domain/booking/reservation/queries.server.ts'
import { RESERVED_MS } from '#app/domain/booking/reservation/reservation.ts'
import { listSeats } from '#app/domain/meeting/queries.server.ts'
import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { linkKey } from '#app/platform/link.server.ts'
import { db } from '#db/client.server.ts'
import { booking, mail, meeting, meetingType, occupiedTime, weeklyWindow } from '#db/schema.server.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { NOW, passOf } from '../../../support/meetings.ts'
import { reserve, reserved, visitor } from '../../../support/visitors.ts'

const database = useDatabase()
const anna = visitor('anna')
const bo = visitor('bo')
const hers = () => askFor({ visitorHash: anna.hash })
const his = () => askFor({ visitorHash: bo.hash, email: 'bo@example.com' })

beforeEach(async () => {
  await database.reset()
  await makeDesk()
})

test('a reservation becomes the meeting: the same id, and the row of its time only changes its state', async () => {
  const held = await reserved(anna)
  const [before] = await db().select().from(occupiedTime)
  expect((await bookSlot(hers(), NOW + MINUTE_MS)).ok).toBe(true)
  const after = await db().select().from(occupiedTime)
  expect(after).toEqual([{ ...before, state: 'confirmed', expiresAt: null }])
  expect(await db().select({ id: meeting.id }).from(meeting)).toEqual([{ id: held.id }])
  expect(await findReservation(anna.hash)).toMatchObject({ isBooked: true })
})

test('while it is reserved nobody else books it, by whatever way they come', async () => {
  await reserved(anna)
  for (const asked of [his(), askFor({ email: 'c@example.com' })]) {
    expect(await bookSlot(asked, NOW)).toEqual({ ok: false, reason: 'slot-taken' })
  }
  expect(await db().$count(meeting)).toBe(0)
})

test('a lapsed reservation whose time is still free is booked all the same', async () => {
  const held = await reserved(anna)
  expect((await bookSlot(hers(), NOW + 60 * MINUTE_MS)).ok).toBe(true)
  expect(await db().select({ id: meeting.id }).from(meeting)).toEqual([{ id: held.id }])
})

test('lapsed and reserved or booked by somebody else meanwhile, it is taken', async () => {
  await reserved(anna)
  await reserved(bo, { now: NOW + RESERVED_MS })
  expect(await bookSlot(hers(), NOW + RESERVED_MS)).toEqual({ ok: false, reason: 'slot-taken' })
  expect((await bookSlot(his(), NOW + RESERVED_MS)).ok).toBe(true)
  expect(await bookSlot(hers(), NOW + 3 * RESERVED_MS)).toEqual({ ok: false, reason: 'slot-taken' })
})

test('at the very millisecond of its end, holder and stranger both submit: one meeting', async () => {
  await reserved(anna)
  const answers = await Promise.all([hers(), his(), askFor({ email: 'c@example.com' })].map((asked) => bookSlot(asked, NOW + RESERVED_MS)))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect([await db().$count(meeting), await db().$count(occupiedTime)]).toEqual([1, 1])
})

test('two tabs of one visitor submit the form of one reservation: one booking', async () => {
  const held = await reserved(anna)
  const [one, other] = await Promise.all([1, 2].map(() => bookSlot({ ...hers(), idempotencyKey: held.id }, NOW)))
  expect(one).toEqual(other)
  expect([one?.ok, await db().$count(booking), await db().$count(mail)]).toEqual([true, 1, 2])
})

test('a booked reservation makes room for the next, and its meeting stays', async () => {
  await reserved(anna)
  await bookSlot(hers(), NOW)
  await reserved(anna, { startsAt: THURSDAY_TEN + DAY_MS })
  expect(await keepReservation({ visitorHash: anna.hash, count: 1 }, NOW)).toMatchObject({ ok: true })
  expect((await db().select({ state: occupiedTime.state }).from(occupiedTime)).map(({ state }) => state).sort()).toEqual(['confirmed', 'reserved'])
})

test('an own reservation counts in no cap against its holder', async () => {
  await db().update(meetingType).set({ maxPerDay: 1 }).where(eq(meetingType.slug, 'intro'))
  await reserved(anna)
  expect(await reserve(bo, { startsAt: THURSDAY_TEN + 3 * 60 * MINUTE_MS })).toEqual({ ok: false, reason: 'slot-taken' })
  expect((await bookSlot(hers(), NOW)).ok).toBe(true)
})

test('two hundred who submit one slot at once, half of them with a lapsed reservation: one wins', async () => {
  const asked = Array.from({ length: 200 }, (_, index) => askFor({ email: `p${index}@example.com`, visitorHash: index % 2 ? `visitor ${index}` : null }))
  await reserved(visitor('visitor 1'))
  const answers = await Promise.all(asked.map((request) => bookSlot(request, NOW + RESERVED_MS)))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'slot-taken')).toHaveLength(199)
  expect([await db().$count(meeting), await db().$count(mail)]).toEqual([1, 2])
}, 60_000)

test('fifty who submit fifty different slots of a day that holds three make three bookings', async () => {
  await openAllDay({ maxPerDay: 3 })
  const answers = await Promise.all(fiftyStarts().map((startsAt, index) => bookSlot(askFor({ startsAt, email: `p${index}@example.com` }), NOW)))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(3)
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'slot-taken')).toHaveLength(47)
  expect(await db().$count(booking)).toBe(3)
})

test('reservations and submits on different slots at once never pass the cap together', async () => {
  await openAllDay({ maxPerDay: 3 })
  const answers = await Promise.all(fiftyStarts().map((startsAt, index) => index % 2
    ? reserve(visitor(`visitor ${index}`), { startsAt })
    : bookSlot(askFor({ startsAt, email: `p${index}@example.com` }), NOW)))
  expect(answers.filter((answer) => answer.ok).length).toBeLessThanOrEqual(3)
  expect(await db().$count(occupiedTime)).toBe(answers.filter((answer) => answer.ok).length)
})

test('a moved meeting keeps its UID, agenda, people and links', async () => {
  const booked = await bookSlot(askFor(), NOW)
  const seatId = booked.ok ? booked.value.guestSeatId : ''
  const before = await readAll(seatId)
  expect(await moveBooking(seatId, THURSDAY_TEN + DAY_MS, NOW)).toEqual({ ok: true, value: null })
  const after = await readAll(seatId)
  expect(after.stays).toEqual(before.stays)
  expect([before.sequence, after.sequence]).toEqual([0, 1])
})

async function readAll(seatId: string) {
  const { meeting: { id, icsUid, icsSequence, roomName } } = await passOf(seatId)
  const seats = await listSeats(id)
  const links = seats.map((seat) => linkKey('room', seat.id, seat.linkGeneration))
  const people = seats.map(({ id: seat, name, email, identity, role }) => ({ seat, name, email, identity, role }))
  return { sequence: icsSequence, stays: { icsUid, roomName, people, links, agenda: await getAgenda(id) } }
}

async function openAllDay(type: { maxPerDay: number }): Promise<void> {
  await db().update(weeklyWindow).set({ startMinute: 0, endMinute: 1440 }).where(eq(weeklyWindow.weekday, 4))
  await db().update(meetingType).set({ ...type, durationMinutes: 15, stepMinutes: 15, bufferAfterMinutes: 0 }).where(eq(meetingType.slug, 'intro'))
}

/** Quarters from Thursday 05.00 on. */
function fiftyStarts(): number[] {
  return Array.from({ length: 50 }, (_, index) => THURSDAY_TEN - 5 * 60 * MINUTE_MS + index * 15 * MINUTE_MS)
}

test('another length is another reservation, and takes as much time as it has', async () => {
  await db().update(meetingType).set({ otherDurations: [60] }).where(eq(meetingType.slug, 'intro'))
  await reserved(anna)
  await reserved(anna, { typeSlug: 'intro.60' })
  const [taken, ...others] = await db().select().from(occupiedTime)
  expect(others).toEqual([])
  expect((taken?.endsAt.getTime() ?? 0) - (taken?.startsAt.getTime() ?? 0)).toBe(60 * MINUTE_MS)
  expect((await bookSlot({ ...hers(), typeSlug: 'intro.60' }, NOW)).ok).toBe(true)
  const [booked] = await db().select().from(meeting)
  expect(booked?.endsAt.getTime()).toBe(THURSDAY_TEN + 60 * MINUTE_MS)
})
