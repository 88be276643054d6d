import { beforeEach, expect, test } from 'vitest'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { comeToDoor } from '#app/domain/meeting/door/door.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import * as times from '../../../app/routes/meeting/times.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { addGuest, cookieOf, NOW, passOf, READY } from '../../support/meetings.ts'
import { ask, post } from '../../support/routes.ts'

const database = useDatabase()

/** Six minutes after a start at which no host has come. */
const LATE = THURSDAY_TEN + 6 * MINUTE_MS

let guest: SeatPass

beforeEach(async () => {
  await database.reset()
  await makeDesk()
  setNow(NOW)
  const booked = await bookSlot(askFor(), NOW)
  if (!booked.ok) throw new Error(booked.reason)
  guest = await passOf(booked.value.guestSeatId)
  setNow(LATE)
  await comeToDoor(guest, { readiness: READY, now: LATE })
})

const asked = (pass = guest) => ({ seatId: pass.seat.id, cookie: cookieOf(pass) })
const timesOf = async (pass = guest) => (await (await ask(times.loader, asked(pass))).json()).times

test('whoever booked and waits for the host is offered the next times, and moves there without leaving the door\'s page', async () => {
  const offered: number[] = await timesOf()
  expect(offered).toHaveLength(6)
  expect(offered.every((at) => at > LATE)).toBe(true)
  const moved = await post(times.action, { ...asked(), body: { startsAt: offered[0] } })
  expect([moved.status, await moved.json()]).toEqual([200, { startsAt: offered[0] }])
  expect(await passOf(guest.seat.id)).toMatchObject({
    meeting: { startsAt: offered[0], state: 'scheduled' }, seat: { door: 'away', deviceHash: null },
  })
})

test('a time that can\'t be had is refused with those that can, and the meeting stays where it is', async () => {
  const refused = await post(times.action, { ...asked(), body: { startsAt: LATE + DAY_MS + 1 } })
  expect([refused.status, (await refused.json()).times]).toEqual([409, await timesOf()])
  expect((await passOf(guest.seat.id)).meeting.startsAt).toBe(THURSDAY_TEN)
})

test('a colleague moves nothing, and neither does a stranger or what is no time', async () => {
  const colleague = await addGuest(guest.meeting.id)
  expect(await timesOf(colleague)).toEqual([])
  expect((await post(times.action, { ...asked(colleague), body: { startsAt: LATE + DAY_MS } })).status).toBe(403)
  expect((await post(times.action, { seatId: guest.seat.id, body: { startsAt: LATE + DAY_MS } })).status).toBe(403)
  expect((await ask(times.loader, { ...asked(), cookie: cookieOf(colleague) })).status).toBe(403)
  for (const body of [{ startsAt: 'soon' }, { startsAt: -1 }, {}]) expect((await post(times.action, { ...asked(), body })).status).toBe(400)
})
