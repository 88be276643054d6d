import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { approveBooking, lapseBooking, refuseBooking } from '#app/domain/booking/approval/commands.server.ts'
import { listNextStarts } from '#app/domain/booking/approval/next-times.server.ts'
import { bookSlot, cancelBooking, moveBooking } from '#app/domain/booking/commands.server.ts'
import { findMeetingType } from '#app/domain/calendar/queries.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { mail, meeting, occupiedTime } from '#db/schema.server.ts'
import { askForMeeting, bookingRow, needApproval } from '../../../support/approval-world.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { NOW } from '../../../support/meetings.ts'
import { reserved, visitor } from '../../../support/visitors.ts'

const database = useDatabase()
let hostId: string

beforeEach(async () => {
  await database.reset()
  hostId = await makeDesk()
  await needApproval()
})

test('what is asked for takes its time and waits: both get a mail, and none for a calendar', async () => {
  const asked = await askForMeeting()
  expect(await standing(asked)).toEqual(['pending', 'pending', 'pending'])
  expect(await mails()).toEqual(['asked', 'asked'])
  expect(asked.answerBy).toBe(THURSDAY_TEN - 4 * HOUR_MS)
  expect(await bookSlot(askFor({ email: 'b@example.com' }), NOW)).toEqual({ ok: false, reason: 'slot-taken' })
  expect(await deadlines()).toEqual([asked.answerBy])
})

test('a reserved time becomes the pending one, and the same form again gives the same booking', async () => {
  const anna = visitor('anna')
  const held = await reserved(anna)
  const form = { idempotencyKey: newId(), visitorHash: anna.hash }
  const [first, again] = [await askForMeeting(form), await askForMeeting(form)]
  expect([first.meetingId, again.meetingId]).toEqual([held.id, held.id])
  expect(await mails()).toEqual(['asked', 'asked'])
})

test('where each booking is approved a slot closes an hour earlier, so that there is an hour to answer', async () => {
  const fiveHours = NOW + 5 * HOUR_MS
  expect(await bookSlot(askFor({ startsAt: fiveHours }), fiveHours - 5 * HOUR_MS + 1)).toEqual({ ok: false, reason: 'slot-too-soon' })
  const asked = await askForMeeting({ startsAt: fiveHours })
  expect(asked.answerBy).toBe(NOW + HOUR_MS)
})

test('a yes agrees on the meeting and invites both, once, however often it is said', async () => {
  const asked = await askForMeeting()
  const answers = await Promise.all(Array.from({ length: 10 }, () => approveBooking({ hostId, ...asked }, NOW + HOUR_MS)))
  expect(answers.every((answer) => answer.ok)).toBe(true)
  expect(await standing(asked)).toEqual(['confirmed', 'scheduled', 'confirmed'])
  expect(await mails()).toEqual(['asked', 'asked', 'invitation', 'invitation'])
  const [invited] = await db().select().from(mail).where(eq(mail.kind, 'invitation'))
  expect(invited?.snapshot?.sequence).toBe(0)
  await lapseBooking(asked, asked.answerBy)
  expect(await standing(asked)).toEqual(['confirmed', 'scheduled', 'confirmed'])
})

test('a no frees the time, keeps the word, and tells the guest alone', async () => {
  const asked = await askForMeeting()
  for (const text of ['Torsdag?', 'Igen']) expect((await refuseBooking({ hostId, ...asked, text }, NOW)).ok).toBe(true)
  expect(await standing(asked)).toEqual(['refused', 'cancelled', 'cancelled'])
  expect((await bookingRow(asked)).answerText).toBe('Torsdag?')
  expect(await mails()).toEqual(['asked', 'asked', 'refused'])
  expect((await bookSlot(askFor({ email: 'b@example.com' }), NOW)).ok).toBe(true)
  expect(await approveBooking({ hostId, ...asked }, NOW)).toEqual({ ok: false, reason: 'refused' })
})

test('without an answer it lapses by the job, not a moment before its deadline, and then no yes helps', async () => {
  const asked = await askForMeeting()
  await lapseBooking(asked, asked.answerBy - 1)
  expect(await standing(asked)).toEqual(['pending', 'pending', 'pending'])
  expect(await deadlines()).toEqual([asked.answerBy - 1 + 1_000])
  expect(await approveBooking({ hostId, ...asked }, asked.answerBy)).toEqual({ ok: false, reason: 'lapsed' })
  expect(await refuseBooking({ hostId, ...asked, text: null }, asked.answerBy)).toEqual({ ok: false, reason: 'lapsed' })
  for (let times = 0; times < 2; times += 1) await lapseBooking(asked, asked.answerBy)
  expect(await standing(asked)).toEqual(['lapsed', 'cancelled', 'cancelled'])
  expect(await mails()).toEqual(['asked', 'asked', 'lapsed', 'lapsed'])
  expect(await approveBooking({ hostId, ...asked }, asked.answerBy + 1)).toEqual({ ok: false, reason: 'lapsed' })
})

test('a pending one is the guest\'s to take back; nobody\'s calendar is told, and a yes comes too late', async () => {
  const asked = await askForMeeting()
  const hostSeat = await db().query.seat.findFirst({ where: (seat, { and, eq: is }) => and(is(seat.meetingId, asked.meetingId), is(seat.role, 'host')) })
  expect(await cancelBooking(hostSeat?.id ?? '', NOW)).toEqual({ ok: false, reason: 'not-changeable' })
  expect((await cancelBooking(asked.seatId, NOW)).ok).toBe(true)
  expect(await standing(asked)).toEqual(['withdrawn', 'cancelled', 'cancelled'])
  expect(await mails()).toEqual(['asked', 'asked', 'withdrawn', 'withdrawn'])
  expect(await approveBooking({ hostId, ...asked }, NOW)).toEqual({ ok: false, reason: 'withdrawn' })
})

test('moved while it waits it goes on waiting, with a deadline for its new time', async () => {
  const asked = await askForMeeting()
  const startsAt = THURSDAY_TEN + 4 * DAY_MS
  expect((await moveBooking(asked.seatId, startsAt, NOW + HOUR_MS)).ok).toBe(true)
  const moved = await bookingRow(asked)
  expect([moved.state, moved.answerBy?.getTime()]).toEqual(['pending', NOW + HOUR_MS + DAY_MS])
  expect(await deadlines()).toEqual([NOW + HOUR_MS + DAY_MS])
  expect(await mails()).toEqual(['asked', 'asked', 'asked', 'asked'])
  const [row] = await db().select().from(meeting)
  expect([row?.state, row?.startsAt.getTime(), row?.icsSequence]).toEqual(['pending', startsAt, 0])
  await lapseBooking(asked, asked.answerBy)
  expect((await bookingRow(asked)).state).toBe('pending')
  expect((await approveBooking({ hostId, ...asked }, NOW + 2 * HOUR_MS)).ok).toBe(true)
})

test('past its deadline it can\'t be moved, also before the job has come by', async () => {
  const asked = await askForMeeting()
  expect(await moveBooking(asked.seatId, THURSDAY_TEN + 4 * DAY_MS, asked.answerBy)).toEqual({ ok: false, reason: 'not-changeable' })
})

test('what was agreed on stays agreed on when the guest moves it', async () => {
  const asked = await askForMeeting()
  await approveBooking({ hostId, ...asked }, NOW)
  expect((await moveBooking(asked.seatId, THURSDAY_TEN + 4 * DAY_MS, NOW)).ok).toBe(true)
  expect(await standing(asked)).toEqual(['confirmed', 'scheduled', 'confirmed'])
  expect((await mails()).slice(-2)).toEqual(['update', 'update'])
})

test.each([
  ['a yes', (asked: Target) => approveBooking({ hostId, ...asked }, NOW)],
  ['a no', (asked: Target) => refuseBooking({ hostId, ...asked, text: null }, NOW)],
  ['the deadline', (asked: Target) => lapseBooking(asked, NOW + DAY_MS)],
])('%s while the guest takes it back: one of the two wins, and all that is left agrees with it', async (_name, deed) => {
  for (let round = 0; round < 8; round += 1) {
    const asked = await askForMeeting({ email: `r${round}@example.com`, startsAt: THURSDAY_TEN + (round % 2 === 0 ? 0 : DAY_MS) })
    const before = (await mails()).length
    const both = [() => deed(asked), () => cancelBooking(asked.seatId, NOW)]
    await Promise.all((round % 2 === 0 ? both : both.reverse()).map((one) => one()))
    const outcome = (await standing(asked)).join(' ')
    const sent = (await mails()).slice(before).sort().join(' ')
    expect(OUTCOMES).toContainEqual([outcome, sent])
    await cancelBooking(asked.seatId, NOW)
  }
})

/** A yes that comes first is called off after it: an invitation, and a cancellation that takes it back. */
const OUTCOMES = [
  ['withdrawn cancelled cancelled', 'withdrawn withdrawn'],
  ['cancelled cancelled cancelled', 'cancellation cancellation invitation invitation'],
  ['refused cancelled cancelled', 'refused'],
  ['lapsed cancelled cancelled', 'lapsed lapsed'],
]

test('yes and no at once: exactly one is told, and only its own mails go out', async () => {
  for (let round = 0; round < 6; round += 1) {
    const asked = await askForMeeting({ email: `r${round}@example.com` })
    const answers = await Promise.all([approveBooking({ hostId, ...asked }, NOW), refuseBooking({ hostId, ...asked, text: null }, NOW)])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await standing(asked)).toEqual(answers[0]?.ok ? ['confirmed', 'scheduled', 'confirmed'] : ['refused', 'cancelled', 'cancelled'])
    await cancelBooking(asked.seatId, NOW)
  }
})

test('another consultant\'s booking can\'t be answered, and neither can one that is not there', async () => {
  const asked = await askForMeeting()
  for (const foreign of [{ ...asked, hostId: newId() }, { hostId, meetingId: newId() }]) {
    expect(await approveBooking(foreign, NOW)).toEqual({ ok: false, reason: 'no-such-booking' })
  }
  await lapseBooking({ meetingId: newId() }, NOW)
})

test('the next free times are those after the one that was wanted', async () => {
  const type = await findMeetingType('intro')
  if (!type) throw new Error('the desk has its types')
  const next = await listNextStarts(type, THURSDAY_TEN, NOW)
  expect(next.map((at) => (at - THURSDAY_TEN) / MINUTE_MS)).toEqual([30, 60, 90])
})

type Target = { meetingId: string; seatId: string }

async function standing({ meetingId, seatId }: Target): Promise<(string | undefined)[]> {
  const [place] = await db().select().from(occupiedTime).where(eq(occupiedTime.meetingId, meetingId))
  const [held] = await db().select().from(meeting).where(eq(meeting.id, meetingId))
  return [(await bookingRow({ seatId })).state, held?.state, place?.state]
}

/** In the order in which they were caused. */
async function mails(): Promise<string[]> {
  const rows = await db().select({ kind: mail.kind, createdAt: mail.createdAt }).from(mail).orderBy(mail.createdAt)
  return rows.map(({ kind }) => kind)
}

async function deadlines(): Promise<number[]> {
  const rows = await db().execute<{ run_at: string }>(`select run_at from graphile_worker.jobs where task_identifier = 'approval.lapse' order by run_at`)
  return rows.map(({ run_at: at }) => new Date(at).getTime())
}
