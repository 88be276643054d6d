import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { getAgenda } from '#app/domain/agenda/queries.server.ts'
import { bookSlot, cancelBooking, moveBooking } from '#app/domain/booking/commands.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { booking, mail, meeting, meetingType, occupiedTime } from '#db/schema.server.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { NOW, passOf } from '../../support/meetings.ts'

const database = useDatabase()

beforeEach(async () => {
  await database.reset()
  await makeDesk()
})

test('fifty who book one slot at once make one booking, and one invitation for each seat', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => bookSlot(askFor({ email: `p${index}@example.com` }), NOW)))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'slot-taken')).toHaveLength(49)
  expect(await db().$count(booking)).toBe(1)
  expect(await db().$count(meeting)).toBe(1)
  const mails = await db().select().from(mail)
  expect(mails.map(({ kind }) => kind)).toEqual(['invitation', 'invitation'])
  expect(new Set(mails.map(({ seatId }) => seatId)).size).toBe(2)
})

test('the same form sent again, at once or later, gives the booking that is there', async () => {
  const asked = askFor()
  const twice = await Promise.all([bookSlot(asked, NOW), bookSlot(asked, NOW)])
  const later = await bookSlot(asked, NOW + HOUR_MS)
  expect(new Set([...twice, later].map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(later.ok).toBe(true)
  expect(await db().$count(mail)).toBe(2)
})

test('somebody else who sends a known key gets nothing of the booking behind it', async () => {
  const asked = askFor()
  const first = await seatOf(asked)
  const other = await bookSlot({ ...asked, email: 'other@example.com', startsAt: THURSDAY_TEN + DAY_MS }, NOW)
  expect(other.ok && other.value.guestSeatId).not.toBe(first)
})

test('the answer picks the agenda, and own words become what its second point is for', async () => {
  const seatId = await seatOf(askFor({ diagnosis: 'something-else', diagnosisText: 'Vores nye marked' }))
  const { meeting: { id } } = await passOf(seatId)
  const { agenda: { items } } = await getAgenda(id)
  expect(items[0]?.title).toBe('Velkommen')
  expect(items[1]?.purpose).toBe('Vores nye marked')
})

test.each([
  ['slot-past', NOW - HOUR_MS],
  ['slot-too-soon', NOW + 2 * HOUR_MS],
  ['slot-closed', THURSDAY_TEN + 7 * MINUTE_MS],
  ['slot-closed', Date.UTC(2026, 10, 28, 9)],
  ['slot-too-far', Date.UTC(2027, 2, 1, 9)],
])('%s is refused and leaves nothing behind', async (reason, startsAt) => {
  expect(await bookSlot(askFor({ startsAt }), NOW)).toEqual({ ok: false, reason })
  expect(await db().$count(meeting)).toBe(0)
  expect(await db().$count(mail)).toBe(0)
})

test('a meeting of another kind, and the air after it, take the time too', async () => {
  const startsAt = THURSDAY_TEN + DAY_MS
  await seatOf(askFor({ startsAt }))
  const overlapping = askFor({ typeSlug: 'sparring', startsAt: startsAt - HOUR_MS / 2, email: 'b@example.com' })
  const tooClose = askFor({ startsAt: startsAt + HOUR_MS / 2, email: 'c@example.com' })
  for (const asked of [overlapping, tooClose]) expect(await bookSlot(asked, NOW)).toEqual({ ok: false, reason: 'slot-taken' })
})

test('what can\'t be booked at all is refused by name', async () => {
  expect(await bookSlot(askFor({ typeSlug: 'nope' }), NOW)).toEqual({ ok: false, reason: 'no-such-type' })
})

test('a meeting moves over its own time, and both are told once', async () => {
  await db().update(meetingType).set({ stepMinutes: 15 }).where(eq(meetingType.slug, 'intro'))
  const seatId = await seatOf(askFor())
  const startsAt = THURSDAY_TEN + 15 * MINUTE_MS
  expect(await moveBooking(seatId, startsAt, NOW)).toEqual({ ok: true, value: null })
  expect((await passOf(seatId)).meeting).toMatchObject({ startsAt, endsAt: startsAt + 30 * MINUTE_MS, icsSequence: 1 })
  expect(await moveBooking(seatId, startsAt, NOW)).toEqual({ ok: true, value: null })
  expect(await kindsOfMail()).toEqual({ invitation: 2, update: 2 })
})

test('a meeting does not move onto another, and keeps its time', async () => {
  const seatId = await seatOf(askFor())
  await seatOf(askFor({ startsAt: THURSDAY_TEN + DAY_MS, email: 'b@example.com' }))
  expect(await moveBooking(seatId, THURSDAY_TEN + DAY_MS, NOW)).toEqual({ ok: false, reason: 'slot-taken' })
  expect((await passOf(seatId)).meeting).toMatchObject({ startsAt: THURSDAY_TEN, icsSequence: 0 })
})

test('calling off twice is calling off once, and the time is free again', async () => {
  const seatId = await seatOf(askFor())
  expect(await cancelBooking(seatId, NOW)).toEqual({ ok: true, value: null })
  expect(await cancelBooking(seatId, NOW)).toEqual({ ok: true, value: null })
  expect(await kindsOfMail()).toEqual({ invitation: 2, cancellation: 2 })
  expect((await bookSlot(askFor({ email: 'b@example.com' }), NOW)).ok).toBe(true)
})

test('what was called off does not move, and what goes on is neither moved nor called off', async () => {
  const off = await seatOf(askFor())
  await cancelBooking(off, NOW)
  expect(await moveBooking(off, THURSDAY_TEN + DAY_MS, NOW)).toEqual({ ok: false, reason: 'not-changeable' })
  const begun = await seatOf(askFor({ email: 'b@example.com' }))
  await db().update(meeting).set({ state: 'live' }).where(eq(meeting.id, (await passOf(begun)).meeting.id))
  expect(await moveBooking(begun, THURSDAY_TEN + DAY_MS, THURSDAY_TEN)).toEqual({ ok: false, reason: 'not-changeable' })
  expect(await cancelBooking(begun, THURSDAY_TEN)).toEqual({ ok: false, reason: 'not-changeable' })
  const [taken] = await db().select().from(occupiedTime).where(eq(occupiedTime.meetingId, (await passOf(begun)).meeting.id))
  expect(taken?.state).toBe('confirmed')
})

test('a seat that does not exist has no booking', async () => {
  expect(await moveBooking(newId(), THURSDAY_TEN, NOW)).toEqual({ ok: false, reason: 'no-such-booking' })
  expect(await cancelBooking(newId(), NOW)).toEqual({ ok: false, reason: 'no-such-booking' })
})

async function seatOf(asked: ReturnType<typeof askFor>): Promise<string> {
  const booked = await bookSlot(asked, NOW)
  if (!booked.ok) throw new Error(booked.reason)
  return booked.value.guestSeatId
}

async function kindsOfMail(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { kind } of await db().select({ kind: mail.kind }).from(mail)) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
