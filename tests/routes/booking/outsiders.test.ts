import { beforeAll, expect, test } from 'vitest'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { linkKey } from '#app/platform/link.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import * as booking from '../../../app/routes/booking/booking.tsx'
import * as calendar from '../../../app/routes/booking/calendar.ts'
import * as link from '../../../app/routes/booking/link.ts'
import * as move from '../../../app/routes/booking/move.tsx'
import { askFor, makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { cookieOf, NOW, passOf } from '../../support/meetings.ts'
import { ask, formOf, post, type Asked } from '../../support/routes.ts'

useDatabase()

let mine: SeatPass
let other: SeatPass

beforeAll(async () => {
  setNow(NOW)
  await makeDesk()
  mine = await book({})
  other = await book({ startsAt: THURSDAY_TEN + DAY_MS, email: 'other@example.com' })
})

const endpoints: [string, (asked: Asked) => Promise<Response>][] = [
  ['the booking', (asked) => ask(booking.loader, asked)],
  ['calling off', (asked) => post(booking.action, { ...asked, body: formOf({ intent: 'cancel' }) })],
  ['a point on the agenda', (asked) => post(booking.action, { ...asked, body: formOf({ intent: 'add-point', title: 'Indbrud', minutes: '5' }) })],
  ['the free times to move to', (asked) => ask(move.loader, asked)],
  ['moving', (asked) => post(move.action, { ...asked, body: formOf({ start: '2026-11-30T09:00:00Z' }) })],
  ['the calendar file', (asked) => ask(calendar.loader, asked)],
]

test.each(endpoints)('%s is closed to everybody without the booking\'s own proof', async (_, knock) => {
  const seatId = mine.seat.id
  const attempts: [string, Asked, number][] = [
    ['without a cookie', { seatId }, 403],
    ['with another\'s booking', { seatId, cookie: cookieOf(other, 'booking') }, 403],
    ['with the room\'s link', { seatId, cookie: cookieOf(mine, 'room') }, 403],
    ['with the room\'s key in the booking\'s cookie', { seatId, cookie: cookieOf(mine, 'room').replace('room', 'booking') }, 403],
    ['with a cut key', { seatId, cookie: cookieOf(mine, 'booking').slice(0, -1) }, 403],
    ['on a seat that does not exist', { seatId: newId(), cookie: cookieOf(mine, 'booking') }, 404],
    ['on what is no seat', { seatId: "' OR 1=1 --" }, 404],
  ]
  for (const [how, asked, status] of attempts) {
    const response = await knock(asked)
    expect([how, response.status, await response.text()]).toEqual([how, status, ''])
  }
  expect((await passOf(seatId)).meeting).toMatchObject({ state: 'scheduled', startsAt: THURSDAY_TEN, icsSequence: 0 })
})

test('the link sets a cookie that reaches this booking only, and leads to the clean address', async () => {
  const { id } = mine.seat
  const response = await link.loader({ params: { seatId: id, key: linkKey('booking', id, 1) }, request: new Request('http://localhost/'), context: {} })
  expect([response.status, response.headers.get('Location')]).toEqual([303, `/booking/${id}`])
  expect(response.headers.get('Set-Cookie')).toMatch(new RegExp(`^fremmode_booking=[\\w-]{43}; Path=/booking/${id}; Max-Age=\\d+; HttpOnly; SameSite=Lax$`))
})

test.each(['', 'x', linkKey('room', newId(), 1)])('a wrong key "%s" opens nothing and says nothing', async (key) => {
  const opened = link.loader({ params: { seatId: mine.seat.id, key }, request: new Request('http://localhost/'), context: {} })
  await expect(opened).rejects.toMatchObject({ status: 404 })
})

test('the file is a copy to keep, under the invitation\'s own name', async () => {
  const response = await ask(calendar.loader, { seatId: mine.seat.id, cookie: cookieOf(mine, 'booking') })
  const text = await response.text()
  expect(text).toContain('METHOD:PUBLISH')
  expect(text).toContain(`UID:${mine.meeting.icsUid}`)
  expect(text).not.toContain('ATTENDEE')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
})

async function book(given: Parameters<typeof askFor>[0]): Promise<SeatPass> {
  const booked = await bookSlot(askFor(given), NOW)
  if (!booked.ok) throw new Error(booked.reason)
  return passOf(booked.value.guestSeatId)
}
