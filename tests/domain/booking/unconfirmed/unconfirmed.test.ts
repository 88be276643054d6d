import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import {
  awaitConfirmation, confirmBooking, CONFIRM_WITHIN_MS, findUnconfirmed, forgetUnconfirmed,
} from '#app/domain/booking/unconfirmed/unconfirmed.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, HOUR_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { booking, mail, meeting, person, reservation, unconfirmed } from '#db/schema.server.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { NOW, passOf } from '../../../support/meetings.ts'
import { reserve, reserved, visitor } from '../../../support/visitors.ts'

const database = useDatabase()
const network = { addressHash: 'a network', mostPerAddress: 3 }

beforeEach(async () => {
  await database.reset()
  await makeDesk()
})

test('what waits blocks its time for half an hour, has one mail, and is no meeting, no booking and no person yet', async () => {
  const waiting = await awaited()
  expect(waiting).toEqual({ id: expect.any(String), expiresAt: NOW + CONFIRM_WITHIN_MS, isHeld: true })
  expect([await db().$count(meeting), await db().$count(booking), await db().$count(person)]).toEqual([0, 0, 0])
  expect((await db().select().from(mail)).map(({ kind, unconfirmedId }) => [kind, unconfirmedId])).toEqual([['confirm', waiting.id]])
  expect(await bookSlot(askFor({ email: 'other@example.com' }), NOW + CONFIRM_WITHIN_MS - 1)).toEqual({ ok: false, reason: 'slot-taken' })
  expect((await bookSlot(askFor({ email: 'other@example.com' }), NOW + CONFIRM_WITHIN_MS)).ok).toBe(true)
})

test('the visitor\'s own reservation goes over to what waits, and is no longer given up by another choice', async () => {
  const anna = visitor('anna')
  const { id } = await reserved(anna)
  await awaited({ visitorHash: anna.hash })
  expect((await db().select().from(reservation)).map((row) => [row.id, row.expiresAt.getTime()])).toEqual([[id, NOW + CONFIRM_WITHIN_MS]])
  await reserved(anna, { startsAt: THURSDAY_TEN + DAY_MS })
  expect(await bookSlot(askFor({ email: 'other@example.com' }), NOW)).toEqual({ ok: false, reason: 'slot-taken' })
})

test('confirming books, invites, and twice is once; the reservation becomes the meeting', async () => {
  const { id } = await awaited()
  const [held] = await db().select().from(reservation)
  const both = await Promise.all([confirmBooking(id, NOW), confirmBooking(id, NOW)])
  expect(both[0]).toEqual(both[1])
  const seatId = both[0]?.ok ? both[0].value.guestSeatId : ''
  expect((await passOf(seatId)).meeting).toMatchObject({ id: held?.id, startsAt: THURSDAY_TEN, state: 'scheduled' })
  expect((await db().select().from(mail)).map(({ kind }) => kind).sort()).toEqual(['confirm', 'invitation', 'invitation'])
})

test('the same form sends one mail; the key of somebody else\'s form opens nothing of theirs', async () => {
  const idempotencyKey = newId()
  const [first, again] = [await awaited({ idempotencyKey }), await awaited({ idempotencyKey, email: ` ${askFor().email.toUpperCase()}` })]
  expect(again.id).toBe(first.id)
  expect(await db().$count(mail)).toBe(1)
  const other = await awaited({ idempotencyKey, email: 'other@example.com', startsAt: THURSDAY_TEN + DAY_MS })
  expect(other.id).not.toBe(first.id)
  expect((await confirmBooking(first.id, NOW)).ok && (await confirmBooking(other.id, NOW)).ok).toBe(true)
  expect(await db().$count(booking)).toBe(2)
})

test('nobody is sent more than three such mails at once', async () => {
  for (const days of [0, 1, 4]) await awaited({ startsAt: THURSDAY_TEN + days * DAY_MS })
  const fourth = await awaitConfirmation(askFor({ startsAt: THURSDAY_TEN + 5 * DAY_MS }), network, NOW)
  expect(fourth).toEqual({ ok: false, reason: 'too-many-open' })
  await forgetUnconfirmed(NOW + CONFIRM_WITHIN_MS)
  expect((await awaitConfirmation(askFor({ startsAt: THURSDAY_TEN + 5 * DAY_MS }), network, NOW)).ok).toBe(true)
})

test('beyond what one network may reserve nothing is kept, and the link books what is free', async () => {
  for (const name of ['a', 'b', 'c']) await reserve(visitor(name, network.addressHash), { startsAt: THURSDAY_TEN + (name.charCodeAt(0) - 93) * DAY_MS })
  const waiting = await awaited()
  expect(waiting.isHeld).toBe(false)
  expect((await bookSlot(askFor({ email: 'quick@example.com' }), NOW)).ok).toBe(true)
  expect(await confirmBooking(waiting.id, NOW)).toEqual({ ok: false, reason: 'slot-taken' })
})

test('a time that can\'t be had is refused at once, and nothing waits', async () => {
  await bookSlot(askFor({ email: 'other@example.com' }), NOW)
  expect(await awaitConfirmation(askFor(), network, NOW)).toEqual({ ok: false, reason: 'slot-taken' })
  expect(await awaitConfirmation(askFor({ typeSlug: 'nope' }), network, NOW)).toEqual({ ok: false, reason: 'no-such-type' })
  expect([await db().$count(unconfirmed), await db().$count(mail, eq(mail.kind, 'confirm')), await db().$count(reservation)]).toEqual([0, 0, 0])
})

test('when the half hour is over all that was written is gone, the mail too, and the link books nothing', async () => {
  const { id } = await awaited()
  await forgetUnconfirmed(NOW + CONFIRM_WITHIN_MS - 1)
  expect(await findUnconfirmed(id)).not.toBeNull()
  await forgetUnconfirmed(NOW + CONFIRM_WITHIN_MS)
  expect([await findUnconfirmed(id), await db().$count(mail), await db().$count(unconfirmed)]).toEqual([null, 0, 0])
  expect(await confirmBooking(id, NOW + HOUR_MS)).toEqual({ ok: false, reason: 'gone' })
})

test('fifty who are asked by mail want one time at once: it is kept for one of them', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) =>
    awaitConfirmation(askFor({ email: `c${index}@example.com` }), { addressHash: `network ${index}`, mostPerAddress: 3 }, NOW)))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(new Set(answers.map((answer) => answer.ok || answer.reason))).toEqual(new Set([true, 'slot-taken']))
})

test('a puzzle speaks for one booking: the same key for somebody else is refused, for the same person it is a repeat', async () => {
  const idempotencyKey = newId()
  const first = await bookSlot(askFor({ idempotencyKey, isProvenByKey: true }), NOW)
  expect(await bookSlot(askFor({ idempotencyKey, isProvenByKey: true }), NOW)).toEqual(first)
  const other = askFor({ idempotencyKey, isProvenByKey: true, email: 'other@example.com', startsAt: THURSDAY_TEN + DAY_MS })
  expect(await bookSlot(other, NOW)).toEqual({ ok: false, reason: 'proof-spent' })
})

async function awaited(given: Parameters<typeof askFor>[0] = {}) {
  const made = await awaitConfirmation(askFor(given), network, NOW)
  if (!made.ok) throw new Error(made.reason)
  return made.value
}
