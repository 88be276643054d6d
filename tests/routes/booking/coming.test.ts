import { afterAll, beforeEach, expect, test } from 'vitest'
import { addColleague } from '#app/domain/booking/colleagues/commands.server.ts'
import { bookSlot, cancelBooking } from '#app/domain/booking/commands.server.ts'
import { findMeetingSheet, readDeskDay } from '#app/domain/booking/desk/desk.server.ts'
import { openRoom } from '#app/domain/meeting/door/door.server.ts'
import { listSeats } from '#app/domain/meeting/queries.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { DAY_MS, HOUR_MS, isoInstant, MINUTE_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { linkKey } from '#app/platform/link.server.ts'
import { CAST } from '../../../db/seeds/cast.ts'
import * as link from '../../../app/routes/booking/link.ts'
import * as move from '../../../app/routes/booking/move.tsx'
import * as coming from '../../../app/routes/booking/turn-up/coming.tsx'
import { askForMeeting, needApproval } from '../../support/approval-world.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { cookieOf, NOW, passOf, READY } from '../../support/meetings.ts'
import { argumentsOf, ask, drawn, formOf, post, type Asked } from '../../support/routes.ts'

const database = useDatabase()
let mine: SeatPass
let hostId: string

beforeEach(async () => {
  setNow(NOW)
  await database.reset()
  hostId = await makeDesk()
  mine = await book({})
})
afterAll(() => setNow(null))

const own = (pass: SeatPass = mine): Asked => ({ seatId: pass.seat.id, cookie: cookieOf(pass, 'booking') })
const press = (fields: Record<string, string>, pass: SeatPass = mine) => post(coming.action, { ...own(pass), body: formOf(fields) })
const page = (pass: SeatPass = mine) => coming.loader(argumentsOf(own(pass)))

test('the link of the reminder leads to the page and changes nothing, nor does looking', async () => {
  const { id } = mine.seat
  const request = new Request(`http://localhost/b/${id}/x?to=coming`)
  const opened = await link.loader({ params: { seatId: id, key: linkKey('booking', id, 1) }, request, context: {} })
  expect([opened.status, opened.headers.get('Location')]).toEqual([303, `/booking/${id}/coming`])
  expect(await page()).toMatchObject({ host: 'Mette Holm', isAnswerable: true, turnUp: null, wayOut: 'move', zone: 'Europe/Copenhagen' })
  expect((await passOf(id)).seat.turnUp).toBeNull()
})

test('each button is one press; the answer stands on the page and at the desk, and another press changes it', async () => {
  const pressed = await press({ intent: 'coming' })
  expect([pressed.status, pressed.headers.get('Location')]).toEqual([303, `/booking/${mine.seat.id}/coming`])
  expect(await page()).toMatchObject({ turnUp: { lateMinutes: 0 } })
  for (const late of ['5', '10', '15']) expect((await press({ late })).status).toBe(303)
  expect(await page()).toMatchObject({ turnUp: { lateMinutes: 15 } })
  const day = await readDeskDay({ id: hostId, timeZone: 'Europe/Copenhagen', locale: 'da' }, NOW)
  expect(day.focus?.meeting.guests[0]?.turnUp).toMatchObject({ lateMinutes: 15 })
  expect((await findMeetingSheet({ id: hostId, locale: 'da' }, mine.meeting.id, NOW))?.guests[0]?.turnUp).toMatchObject({ lateMinutes: 15 })
})

test('moving is a press too: it leads the one who booked to the times, and a colleague to the way out', async () => {
  const added = await addColleague(mine.seat.id, { name: CAST.amina.name, email: CAST.amina.email, timeZone: 'Europe/London', locale: 'en' }, NOW)
  const colleague = await passOf(added.ok ? added.value.seatId : '')
  expect((await press({ intent: 'move' })).headers.get('Location')).toBe(`/booking/${mine.seat.id}/move`)
  expect((await press({ intent: 'move' }, colleague)).headers.get('Location')).toBe(`/booking/${colleague.seat.id}/invited#leave`)
  expect(await page(colleague)).toMatchObject({ wayOut: 'leave', locale: 'en', zone: 'Europe/London' })
  expect((await press({ late: '5' }, colleague)).status).toBe(303)
  expect((await passOf(mine.seat.id)).seat.turnUp).toBeNull()
})

test.each<Record<string, string>>([{ late: '7' }, { late: '-5' }, { late: '' }, { intent: 'dance' }, {}])('what no form of ours sends is refused: %j', async (fields) => {
  expect((await press(fields)).status).toBe(400)
  expect((await passOf(mine.seat.id)).seat.turnUp).toBeNull()
})

test('after the call-off there is nothing to answer, and the page says so', async () => {
  await cancelBooking(mine.seat.id, NOW)
  const answered = drawn(await coming.action(argumentsOf({ ...own(), method: 'POST', body: formOf({ intent: 'coming' }) })))
  expect([answered.init?.status, answered.data.isAnswerable, answered.data.wayOut]).toEqual([409, false, null])
})

test('what waits for a yes has nothing to answer yet', async () => {
  await needApproval()
  const asked = await passOf((await askForMeeting({ startsAt: THURSDAY_TEN + DAY_MS, email: 'b@example.com' })).seatId)
  expect(await page(asked)).toMatchObject({ isAnswerable: false })
  const answered = drawn(await coming.action(argumentsOf({ ...own(asked), method: 'POST', body: formOf({ late: '5' }) })))
  expect(answered.init?.status).toBe(409)
})

test('nobody else answers, and the room\'s link doesn\'t either', async () => {
  const other = await book({ startsAt: THURSDAY_TEN + DAY_MS, email: 'other@example.com' })
  for (const cookie of [undefined, cookieOf(other, 'booking'), cookieOf(mine, 'room')]) {
    expect((await ask(coming.loader, { seatId: mine.seat.id, cookie })).status).toBe(403)
    expect((await post(coming.action, { seatId: mine.seat.id, cookie, body: formOf({ intent: 'coming' }) })).status).toBe(403)
  }
  const host = (await listSeats(mine.meeting.id)).find(({ role }) => role === 'host')
  expect((await ask(coming.loader, { seatId: host?.id, cookie: cookieOf(mine, 'booking') })).status).toBe(403)
  expect((await passOf(mine.seat.id)).seat.turnUp).toBeNull()
})

test('whoever missed it moves it by the link of the mail, also while the host sits and waits', async () => {
  const host = (await listSeats(mine.meeting.id)).find(({ role }) => role === 'host')
  await openRoom(await passOf(host?.id ?? ''), { readiness: READY, now: THURSDAY_TEN })
  setNow(THURSDAY_TEN + 6 * MINUTE_MS)
  await press({ late: '10' })
  const at = isoInstant(THURSDAY_TEN + DAY_MS)
  const url = `http://localhost/booking/${mine.seat.id}/move?at=${encodeURIComponent(at)}`
  expect(await move.loader(argumentsOf({ ...own(), url }))).toMatchObject({ isChangeable: true, marked: { isFree: true } })
  expect((await post(move.action, { ...own(), url, body: formOf({ start: at }) })).status).toBe(303)
  const moved = await passOf(mine.seat.id)
  expect(moved.meeting).toMatchObject({ state: 'scheduled', startsAt: THURSDAY_TEN + DAY_MS, openedAt: null, icsSequence: 1 })
  expect(moved.seat.turnUp).toBeNull()
  expect((await listSeats(mine.meeting.id)).map(({ door }) => door)).toEqual(['away', 'away'])
})

test('hours after it the page to move it is closed', async () => {
  setNow(THURSDAY_TEN + 5 * HOUR_MS)
  expect(await move.loader(argumentsOf({ ...own(), url: `http://localhost/booking/${mine.seat.id}/move` }))).toMatchObject({ isChangeable: false })
})

async function book(given: Parameters<typeof askFor>[0]): Promise<SeatPass> {
  const made = await bookSlot(askFor(given), NOW)
  if (!made.ok) throw new Error(made.reason)
  return passOf(made.value.guestSeatId)
}
