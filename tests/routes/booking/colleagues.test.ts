import { afterAll, beforeEach, expect, test } from 'vitest'
import { addColleague } from '#app/domain/booking/colleagues/commands.server.ts'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { findMeetingSheet } from '#app/domain/booking/desk/desk.server.ts'
import { comeToDoor } from '#app/domain/meeting/door/door.server.ts'
import { getDoor, listSeats } from '#app/domain/meeting/queries.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { linkKey } from '#app/platform/link.server.ts'
import { CAST } from '../../../db/seeds/cast.ts'
import * as booking from '../../../app/routes/booking/booking.tsx'
import * as calendar from '../../../app/routes/booking/calendar.ts'
import * as invited from '../../../app/routes/booking/invited.tsx'
import * as link from '../../../app/routes/booking/link.ts'
import * as move from '../../../app/routes/booking/move.tsx'
import * as token from '../../../app/routes/meeting/token.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { cookieOf, NOW, passOf, READY } from '../../support/meetings.ts'
import { argumentsOf, ask, drawn, formOf, post, thrownBy, type Asked } from '../../support/routes.ts'

const database = useDatabase()
let booker: SeatPass
let colleague: SeatPass
let hostId: string
let addresses = 0

beforeEach(async () => {
  setNow(NOW)
  await database.reset()
  hostId = await makeDesk()
  booker = await book({})
  const added = await addColleague(booker.seat.id, { name: CAST.amina.name, email: CAST.amina.email, timeZone: 'Europe/Copenhagen', locale: 'da' }, NOW)
  colleague = await passOf(added.ok ? added.value.seatId : '')
})
afterAll(() => setNow(null))

const own = (pass: SeatPass): Asked => ({ seatId: pass.seat.id, cookie: cookieOf(pass, 'booking') })

test('a colleague\'s link leads to the meeting\'s page for a colleague, which says who brought them', async () => {
  const { id } = colleague.seat
  const opened = await link.loader({ params: { seatId: id, key: linkKey('booking', id, 1) }, request: new Request('http://localhost/'), context: {} })
  expect(opened.headers.get('Location')).toBe(`/booking/${id}`)
  const led = await ask(booking.loader, own(colleague))
  expect([led.status, led.headers.get('Location')]).toEqual([303, `/booking/${id}/invited`])
  expect(await invited.loader(argumentsOf(own(colleague)))).toMatchObject({ guest: 'Søren Kjær', host: 'Mette Holm', startsAt: THURSDAY_TEN })
  expect((await ask(calendar.loader, own(colleague))).status).toBe(200)
})

test('a colleague neither moves nor calls off nor brings anybody along, and does nothing at the address of a booking', async () => {
  const attempts = [
    post(booking.action, { ...own(colleague), body: formOf({ intent: 'cancel' }) }),
    post(booking.action, { ...own(colleague), body: formOf({ intent: 'add-point', title: 'Indbrud', minutes: '5' }) }),
    post(booking.action, { ...own(colleague), body: formOf({ intent: 'add-colleague', name: 'X', email: 'x@example.com' }) }),
    post(booking.action, { ...own(colleague), body: formOf({ intent: 'remove-colleague', colleague: colleague.seat.id }) }),
    post(move.action, { ...own(colleague), body: formOf({ start: '2026-11-30T09:00:00Z' }) }),
  ]
  expect((await Promise.all(attempts)).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  expect((await ask(move.loader, own(colleague))).headers.get('Location')).toBe(`/booking/${colleague.seat.id}/invited`)
  expect((await passOf(booker.seat.id)).meeting).toMatchObject({ state: 'scheduled', startsAt: THURSDAY_TEN })
  expect(await listSeats(booker.meeting.id)).toHaveLength(3)
})

test('nobody else opens a colleague\'s page or takes them off with it', async () => {
  const other = await book({ startsAt: THURSDAY_TEN + DAY_MS, email: 'other@example.com' })
  const { id: seatId } = colleague.seat
  for (const cookie of [undefined, cookieOf(booker, 'booking'), cookieOf(other, 'booking'), cookieOf(colleague, 'room')]) {
    expect((await ask(invited.loader, { seatId, cookie })).status).toBe(403)
    expect((await post(invited.action, { seatId, cookie, body: formOf({}) })).status).toBe(403)
  }
  for (const open of [booking.loader, move.loader, calendar.loader]) {
    expect((await ask(open, { ...own(colleague), seatId: booker.seat.id })).status).toBe(403)
  }
  expect(await listSeats(booker.meeting.id)).toHaveLength(3)
})

test('looking changes nothing; one press takes the colleague off, and a second one ends as well', async () => {
  await invited.loader(argumentsOf(own(colleague)))
  expect(await listSeats(booker.meeting.id)).toHaveLength(3)
  const press = () => post(invited.action, { ...own(colleague), body: formOf({}) })
  for (const left of [await press(), await press()]) expect([left.status, left.headers.get('Location')]).toEqual([303, '/declined'])
  expect(await listSeats(booker.meeting.id)).toHaveLength(2)
  expect((await ask(invited.loader, own(colleague))).status).toBe(404)
  const room = await post(token.action, { seatId: colleague.seat.id, cookie: cookieOf(colleague), body: { intent: 'knock', ...READY } })
  expect(room.status).toBe(404)
})

test('the one who booked has no way to say no, only to call off', async () => {
  expect((await ask(invited.loader, own(booker))).headers.get('Location')).toBe(`/booking/${booker.seat.id}`)
  expect((await post(invited.action, { ...own(booker), body: formOf({}) })).status).toBe(404)
})

test('adding leads back to the list; a repeat, a fault and too many tries keep what was typed and say why', async () => {
  const bo = { intent: 'add-colleague', name: 'Bo Lund', email: 'bo@example.com', locale: 'en', timeZone: 'Europe/London' }
  const done = await thrownBy(() => sent(bo))
  expect([done.status, done.headers.get('Location')]).toEqual([303, `/booking/${booker.seat.id}#colleagues`])
  const again = await refusedBy(bo)
  expect(again).toMatchObject({ status: 409, form: { typed: { name: 'Bo Lund', locale: 'en' }, problem: { kind: 'already-there' } } })
  expect(again.names).toEqual(['Amina Yusuf', 'Bo Lund'])
  expect(await refusedBy({ ...bo, name: '', email: 'bo' })).toMatchObject({ status: 422, form: { faults: { name: 'nameMissing', email: 'emailBroken' } } })
  publishEnv({ COLLEAGUE_LIMIT_PER_HOUR: '1' })
  await thrownBy(() => sent({ ...bo, email: 'c@example.com' }, '198.51.100.7'))
  const limited = await refusedBy({ ...bo, email: 'd@example.com' }, '198.51.100.7')
  publishEnv({ COLLEAGUE_LIMIT_PER_HOUR: '20' })
  expect(limited).toMatchObject({ status: 429, form: { problem: { kind: 'too-many' } } })
  expect(limited.retryAfter).toBeGreaterThan(0)
})

test('the one who booked removes a colleague; what is no seat removes nobody', async () => {
  for (const seat of ['nonsense', booker.seat.id, colleague.seat.id]) {
    expect((await thrownBy(() => sent({ intent: 'remove-colleague', colleague: seat }))).status).toBe(303)
  }
  expect((await listSeats(booker.meeting.id)).map(({ id }) => id)).not.toContain(colleague.seat.id)
})

test('the desk and the room\'s door show everybody who comes', async () => {
  const sheet = await findMeetingSheet({ id: hostId, locale: 'da' }, booker.meeting.id, NOW)
  expect(sheet?.guests.map(({ name, companyName }) => [name, companyName])).toEqual([
    ['Søren Kjær', CAST.soren.company], ['Amina Yusuf', CAST.soren.company],
  ])
  const at = THURSDAY_TEN - 10 * MINUTE_MS
  for (const pass of [booker, colleague]) expect((await comeToDoor(pass, { readiness: READY, now: at })).ok).toBe(true)
  const hostSeat = (await listSeats(booker.meeting.id)).find(({ role }) => role === 'host')
  const door = await getDoor(await passOf(hostSeat?.id ?? ''), at)
  expect(door.guests.map(({ name, door: state }) => [name, state])).toEqual([['Søren Kjær', 'waiting'], ['Amina Yusuf', 'waiting']])
})

function sent(fields: Record<string, string>, clientAddress = `203.0.113.${addresses++ % 250}`) {
  return booking.action(argumentsOf({ ...own(booker), method: 'POST', body: formOf(fields), clientAddress }))
}

async function refusedBy(fields: Record<string, string>, clientAddress?: string) {
  const { data: state, init } = drawn(await sent(fields, clientAddress))
  const retryAfter = Number(new Headers(init?.headers).get('Retry-After'))
  return { status: init?.status, form: state.colleagueForm, names: state.colleagues.map(({ name }) => name), retryAfter }
}

async function book(given: Parameters<typeof askFor>[0]): Promise<SeatPass> {
  const booked = await bookSlot(askFor(given), NOW)
  if (!booked.ok) throw new Error(booked.reason)
  return passOf(booked.value.guestSeatId)
}
