import { beforeEach, expect, test } from 'vitest'
import { bookSlot, cancelBooking } from '#app/domain/booking/commands.server.ts'
import { bookOneOff, makeOneOff, revokeOneOff } from '#app/domain/booking/one-off/commands.server.ts'
import { stateOfLink } from '#app/domain/booking/one-off/one-off.ts'
import { findOneOff, listOneOffs } from '#app/domain/booking/one-off/queries.server.ts'
import { forgetOldMeetings } from '#app/domain/booking/retention.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, HOUR_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { mail, meeting, meetingType, occupiedTime, oneOff, seat } from '#db/schema.server.ts'
import { CAST } from '../../../../db/seeds/cast.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { NOW } from '../../../support/meetings.ts'
import { linkFor, madeLink, pressing } from '../../../support/one-offs.ts'
import { THURSDAY_EVENING } from '../../../support/proposals.ts'

const database = useDatabase()
let hostId: string

beforeEach(async () => {
  await database.reset()
  hostId = await makeDesk()
})

test('a link takes nothing; its times may lie outside the hours, and are kept in the order of the clock', async () => {
  const id = await madeLink(hostId)
  expect(await db().$count(occupiedTime)).toBe(0)
  expect(await findOneOff(id)).toMatchObject({ email: CAST.amina.email, starts: [THURSDAY_TEN, THURSDAY_EVENING], usedAt: null })
  expect((await listOneOffs(hostId)).map((link) => [link.id, link.titleDa])).toEqual([[id, 'Et første møde']])
  expect(await listOneOffs(newId())).toEqual([])
})

test('over what has the time no link is made, and it says which', async () => {
  await bookSlot(askFor(), NOW)
  expect(await makeOneOff(hostId, await linkFor(), NOW)).toEqual({ ok: false, taken: [THURSDAY_TEN] })
  const past = await linkFor({ starts: [NOW - HOUR_MS, THURSDAY_EVENING] })
  expect(await makeOneOff(hostId, past, NOW)).toEqual({ ok: false, taken: [NOW - HOUR_MS] })
  expect(await db().$count(oneOff)).toBe(0)
})

test('its first use books for the person it was made for, and closes it', async () => {
  const id = await madeLink(hostId)
  const booked = await bookOneOff(id, pressing(THURSDAY_EVENING), NOW)
  expect(booked.ok).toBe(true)
  expect(await bookOneOff(id, pressing(THURSDAY_TEN), NOW)).toEqual({ ok: false, reason: 'used' })
  const seats = await db().select({ email: seat.email, role: seat.role }).from(seat)
  expect(seats).toContainEqual({ email: CAST.amina.email, role: 'guest' })
  const link = await findOneOff(id)
  const [held] = await db().select().from(meeting)
  expect([link?.usedAt, link?.meetingId, held?.startsAt.getTime()]).toEqual([NOW, held?.id, THURSDAY_EVENING])
  expect((await db().select({ kind: mail.kind }).from(mail)).map(({ kind }) => kind)).toEqual(['invitation', 'invitation'])
})

test('twenty uses at once: one meeting; the same form again, also later, gives the same booking', async () => {
  const id = await madeLink(hostId)
  const form = pressing(THURSDAY_EVENING)
  const others = Array.from({ length: 18 }, () => bookOneOff(id, pressing(THURSDAY_TEN), NOW))
  const answers = await Promise.all([...others, bookOneOff(id, form, NOW), bookOneOff(id, form, NOW)])
  expect(new Set(answers.flatMap((answer) => (answer.ok ? [answer.value.bookingId] : []))).size).toBe(1)
  expect(await db().$count(meeting)).toBe(1)
  const other = await madeLink(hostId, { starts: [THURSDAY_TEN + DAY_MS] })
  const again = pressing(THURSDAY_TEN + DAY_MS)
  const twice = [await bookOneOff(other, again, NOW), await bookOneOff(other, again, NOW + DAY_MS * 30)]
  expect(twice[0]).toEqual(twice[1])
})

test('a link and the public page want one time at once: one of them has it', async () => {
  for (const days of [0, 1, 4, 5]) {
    const startsAt = THURSDAY_TEN + days * DAY_MS
    const id = await madeLink(hostId, { starts: [startsAt] })
    const answers = await Promise.all([bookOneOff(id, pressing(startsAt), NOW), bookSlot(askFor({ startsAt }), NOW)])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect((await findOneOff(id))?.usedAt).toBe(answers[0]?.ok ? NOW : null)
  }
})

test('it needs no approval, and no notice: the consultant has offered the time', async () => {
  await db().update(meetingType).set({ needsApproval: true, noticeMinutes: 60 * 72 })
  await bookOneOff(await madeLink(hostId), pressing(THURSDAY_TEN), NOW)
  expect(await db().select({ state: meeting.state }).from(meeting)).toEqual([{ state: 'scheduled' }])
})

test('expired, taken back, taken by another, past or never offered: each is refused by name, and nothing is booked', async () => {
  const [open, revoked] = [await madeLink(hostId), await madeLink(hostId)]
  await revokeOneOff(newId(), open, NOW)
  await revokeOneOff(hostId, revoked, NOW)
  await bookSlot(askFor(), NOW)
  const refusals = [
    await bookOneOff(open, pressing(THURSDAY_EVENING), NOW + 7 * DAY_MS), await bookOneOff(revoked, pressing(THURSDAY_EVENING), NOW),
    await bookOneOff(open, pressing(THURSDAY_TEN), NOW), await bookOneOff(open, pressing(THURSDAY_EVENING), THURSDAY_EVENING),
    await bookOneOff(open, pressing(THURSDAY_TEN + HOUR_MS), NOW), await bookOneOff(newId(), pressing(THURSDAY_TEN), NOW),
  ]
  expect(refusals.map((answer) => answer.ok || answer.reason)).toEqual(['expired', 'revoked', 'slot-taken', 'slot-past', 'not-offered', 'no-such-link'])
  expect(await db().$count(meeting)).toBe(1)
})

test('a used link is not taken back, and calling its meeting off opens it to nobody', async () => {
  const id = await madeLink(hostId)
  const booked = await bookOneOff(id, pressing(THURSDAY_TEN), NOW)
  await revokeOneOff(hostId, id, NOW)
  await cancelBooking(booked.ok ? booked.value.guestSeatId : '', NOW)
  expect(await findOneOff(id)).toMatchObject({ revokedAt: null, usedAt: NOW })
  expect(await bookOneOff(id, pressing(THURSDAY_EVENING), NOW)).toEqual({ ok: false, reason: 'used' })
})

test('open to the last millisecond; used comes before taken back', () => {
  const link = { usedAt: null, revokedAt: null, expiresAt: NOW }
  expect([stateOfLink(link, NOW - 1), stateOfLink(link, NOW)]).toEqual(['open', 'expired'])
  expect(stateOfLink({ ...link, revokedAt: NOW, usedAt: NOW }, NOW - 1)).toBe('used')
})

test('a year after its last day nothing is kept of a link', async () => {
  await madeLink(hostId)
  await forgetOldMeetings(NOW + (7 + 366) * DAY_MS)
  expect(await db().$count(oneOff)).toBe(1)
  await forgetOldMeetings(NOW + (7 + 366) * DAY_MS + 1)
  expect(await db().$count(oneOff)).toBe(0)
})
