import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { approveBooking, refuseBooking } from '#app/domain/booking/approval/commands.server.ts'
import { addColleague, decline, removeColleague } from '#app/domain/booking/colleagues/commands.server.ts'
import { bookSlot, cancelBooking, moveBooking } from '#app/domain/booking/commands.server.ts'
import type { BookingRequest } from '#app/domain/booking/booking.ts'
import { tellDue } from '#app/domain/meeting/reminders/tell.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { meeting, reminder } from '#db/schema.server.ts'
import { CAST } from '../../../../db/seeds/cast.ts'
import { askForMeeting, needApproval } from '../../../support/approval-world.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { NOW, passOf } from '../../../support/meetings.ts'
import { leadsOf, plannedFor, queuedMails, setLeads } from '../../../support/reminders.ts'

/** Wednesday at ten is now, Thursday at ten a day ahead to the minute. */
const FRIDAY_TEN = THURSDAY_TEN + DAY_MS
const MONDAY_TEN = THURSDAY_TEN + 4 * DAY_MS
const AMINA = { name: CAST.amina.name, email: CAST.amina.email, timeZone: 'America/New_York', locale: 'en' } as const

const database = useDatabase()
let hostId: string

beforeEach(async () => {
  await database.reset()
  hostId = await makeDesk()
})

test('who books is reminded a day and an hour before, and missed five minutes after; the host is not', async () => {
  const { seat, meeting: { id } } = await booked()
  expect(await plannedFor(id)).toEqual([[-5, 5], [60, -60], [1440, -1440]].map(([lead, dueIn]) => (
    { seatId: seat.id, startsAt: FRIDAY_TEN, lead, dueIn, isSettled: false }
  )))
})

test('inside a lead there is no reminder of it, to the very millisecond', async () => {
  const { seat, meeting: { id } } = await booked({ startsAt: THURSDAY_TEN })
  expect(await leadsOf(id, seat.id)).toEqual([60, -5])
  const early = await booked({ startsAt: FRIDAY_TEN, email: 'early@example.com' }, FRIDAY_TEN - DAY_MS - 1)
  expect(await leadsOf(early.meeting.id, early.seat.id)).toEqual([1440, 60, -5])
})

test('each kind of meeting has leads of its own, or none, and those who booked before keep theirs', async () => {
  const before = await booked()
  await setLeads([30])
  const after = await booked({ startsAt: MONDAY_TEN, email: 'b@example.com' })
  await setLeads([])
  const none = await booked({ startsAt: MONDAY_TEN + DAY_MS, email: 'c@example.com' })
  const leads = await Promise.all([before, after, none].map((pass) => leadsOf(pass.meeting.id, pass.seat.id)))
  expect(leads).toEqual([[1440, 60, -5], [30, -5], [-5]])
})

test('a move plans for the new start alone, and leaves out what would be due already', async () => {
  const { seat, meeting: { id } } = await booked({ startsAt: MONDAY_TEN })
  await moveBooking(seat.id, THURSDAY_TEN, NOW + MINUTE_MS)
  expect((await plannedFor(id)).map(({ startsAt, lead }) => [startsAt, lead])).toEqual([[THURSDAY_TEN, -5], [THURSDAY_TEN, 60]])
})

test('moved there and back, what was told about a start is not told about it again', async () => {
  const { seat, meeting: { id } } = await booked()
  const toldAt = FRIDAY_TEN - DAY_MS
  await tellDue(toldAt)
  await moveBooking(seat.id, MONDAY_TEN, toldAt)
  await moveBooking(seat.id, FRIDAY_TEN, toldAt)
  await tellDue(toldAt + MINUTE_MS)
  expect([await leadsOf(id, seat.id), (await queuedMails('reminder')).length]).toEqual([[60, -5], 1])
})

test('the database refuses a second one for a seat, a start and a lead', async () => {
  await booked()
  const [row] = await db().select().from(reminder)
  if (!row) throw new Error('there is one')
  await expect(db().insert(reminder).values(row)).rejects.toMatchObject({ cause: { code: '23505' } })
})

test('what waits for a yes has none, gets them with the yes, and never with a no', async () => {
  await needApproval()
  const asked = await askForMeeting({ startsAt: FRIDAY_TEN })
  const refused = await askForMeeting({ startsAt: MONDAY_TEN, email: 'b@example.com' })
  expect(await plannedFor(asked.meetingId)).toEqual([])
  await moveBooking(asked.seatId, FRIDAY_TEN + HOUR_MS, NOW)
  expect(await plannedFor(asked.meetingId)).toEqual([])
  await Promise.all(Array.from({ length: 5 }, () => approveBooking({ hostId, meetingId: asked.meetingId }, NOW)))
  expect(await leadsOf(asked.meetingId, asked.seatId)).toEqual([1440, 60, -5])
  await refuseBooking({ hostId, meetingId: refused.meetingId, text: null }, NOW)
  expect(await plannedFor(refused.meetingId)).toEqual([])
})

test('calling off takes them back', async () => {
  const { seat, meeting: { id } } = await booked()
  await cancelBooking(seat.id, NOW)
  expect(await plannedFor(id)).toEqual([])
})

test('a colleague gets reminders of their own, is missed by nobody, and has none after leaving', async () => {
  const { seat, meeting: { id } } = await booked()
  const [amina, bo] = [await added(seat.id, AMINA.email), await added(seat.id, 'bo@example.com')]
  expect([await leadsOf(id, amina), await leadsOf(id, bo), await leadsOf(id, seat.id)]).toEqual([[1440, 60], [1440, 60], [1440, 60, -5]])
  await removeColleague(seat.id, bo, NOW)
  await decline(amina, NOW)
  expect([await leadsOf(id, amina), await leadsOf(id, bo), await leadsOf(id, seat.id)]).toEqual([[], [], [1440, 60, -5]])
})

test('a colleague who comes late in gets what is still ahead', async () => {
  const { seat, meeting: { id } } = await booked()
  const lateIn = await added(seat.id, AMINA.email, FRIDAY_TEN - 2 * HOUR_MS)
  await moveBooking(seat.id, MONDAY_TEN, NOW)
  expect(await leadsOf(id, lateIn)).toEqual([1440, 60])
})

test('an example meeting reminds nobody', async () => {
  const { meeting: { id } } = await booked({ isDemo: true })
  expect(await plannedFor(id)).toEqual([])
})

test('ten moves and the telling at once end with the reminders of one start, each once', async () => {
  const { seat, meeting: { id } } = await booked({ startsAt: MONDAY_TEN })
  const days = Array.from({ length: 10 }, (_, index) => MONDAY_TEN + index * HOUR_MS / 2)
  const moves = days.map((startsAt) => moveBooking(seat.id, startsAt, NOW))
  await Promise.all([...moves, tellDue(MONDAY_TEN - DAY_MS), tellDue(MONDAY_TEN - DAY_MS)])
  const { meeting: { startsAt } } = await passOf(seat.id)
  const waiting = (await plannedFor(id)).filter(({ isSettled }) => !isSettled)
  expect(new Set(waiting.map((row) => row.startsAt))).toEqual(new Set([startsAt]))
  const told = await queuedMails('reminder')
  expect(new Set(told.map(({ snapshot }) => snapshot?.startsAt)).size).toBe(told.length)
})

test('with the meeting go its reminders', async () => {
  const { meeting: { id } } = await booked()
  await db().delete(meeting).where(eq(meeting.id, id))
  expect(await db().$count(reminder)).toBe(0)
})

async function booked(given: Partial<BookingRequest> = {}, now = NOW): Promise<SeatPass> {
  const made = await bookSlot(askFor({ startsAt: FRIDAY_TEN, ...given }), now)
  if (!made.ok) throw new Error(made.reason)
  return passOf(made.value.guestSeatId)
}

async function added(seatId: string, email: string, now = NOW): Promise<string> {
  const one = await addColleague(seatId, { ...AMINA, email }, now)
  if (!one.ok) throw new Error(one.reason)
  return one.value.seatId
}
