import { afterAll, beforeEach, expect, test } from 'vitest'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { DAY_MS, isoInstant } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { linkKey } from '#app/platform/link.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { db } from '#db/client.server.ts'
import { watch } from '#db/schema.server.ts'
import * as booking from '../../../app/routes/booking/booking.tsx'
import * as link from '../../../app/routes/booking/link.ts'
import * as move from '../../../app/routes/booking/move.tsx'
import { askFor, makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { cookieOf, NOW, passOf } from '../../support/meetings.ts'
import { argumentsOf, formOf, post, type Asked } from '../../support/routes.ts'

const database = useDatabase()
let mine: SeatPass

beforeEach(async () => {
  setNow(NOW)
  await database.reset()
  await makeDesk()
  const booked = await bookSlot(askFor({ startsAt: THURSDAY_TEN + DAY_MS }), NOW)
  mine = await passOf(booked.ok ? booked.value.guestSeatId : '')
})
afterAll(() => setNow(null))

const own = (): Asked => ({ seatId: mine.seat.id, cookie: cookieOf(mine, 'booking') })

test('a button has earlier times told of, another turns it off; looking does neither', async () => {
  const press = (intent: string) => post(booking.action, { ...own(), body: formOf({ intent }) })
  expect(await booking.loader(argumentsOf(own()))).toMatchObject({ isWaiting: false })
  expect((await press('wait')).headers.get('Location')).toBe(`/booking/${mine.seat.id}#earlier`)
  expect(await booking.loader(argumentsOf(own()))).toMatchObject({ isWaiting: true })
  expect((await press('stop-waiting')).status).toBe(303)
  expect([await db().$count(watch), await booking.loader(argumentsOf(own()))]).toEqual([0, expect.objectContaining({ isWaiting: false })])
})

test('the mail\'s link leads to the page that moves, with the time marked, and moves nothing by itself', async () => {
  const { id } = mine.seat
  const request = new Request(`http://localhost/b/${id}/x?at=${encodeURIComponent(isoInstant(THURSDAY_TEN))}`)
  const opened = await link.loader({ params: { seatId: id, key: linkKey('booking', id, 1) }, request, context: {} })
  expect(opened.headers.get('Location')).toBe(`/booking/${id}/move?at=2026-11-26T09%3A00%3A00Z`)
  const url = `http://localhost${opened.headers.get('Location') ?? ''}`
  expect((await move.loader(argumentsOf({ ...own(), url }))).marked).toMatchObject({ at: THURSDAY_TEN, isFree: true })
  expect((await passOf(id)).meeting.startsAt).toBe(THURSDAY_TEN + DAY_MS)
  await bookSlot(askFor({ email: 'quick@example.com' }), NOW)
  const { marked } = await move.loader(argumentsOf({ ...own(), url }))
  expect([marked?.isFree, marked?.nearest.length]).toEqual([false, 4])
})

test.each(['nonsense', '//evil.example', ''])('"%s" is no time, and the link leads to the booking', async (at) => {
  const { id } = mine.seat
  const request = new Request(`http://localhost/b/${id}/x?at=${encodeURIComponent(at)}`)
  const opened = await link.loader({ params: { seatId: id, key: linkKey('booking', id, 1) }, request, context: {} })
  expect(opened.headers.get('Location')).toBe(`/booking/${id}`)
})
