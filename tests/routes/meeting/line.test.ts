import { beforeAll, expect, test } from 'vitest'
import { admit, comeToDoor } from '#app/domain/meeting/door/door.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import * as line from '../../../app/routes/meeting/line.ts'
import { useDatabase } from '../../support/database.ts'
import { addGuest, cookieOf, makeMeeting, NOW, READY, type World } from '../../support/meetings.ts'
import { ask, post } from '../../support/routes.ts'

useDatabase()

let world: World

beforeAll(async () => {
  setNow(NOW)
  world = await makeMeeting()
  await comeToDoor(world.guest, { readiness: READY, now: NOW })
  await comeToDoor(world.host, { readiness: READY, now: NOW })
  await admit(world.host, { guestSeatId: world.guest.seat.id, now: NOW })
})

const body = { line: 'good' }

test('who is inside tells of the line and is answered', async () => {
  const response = await post(line.action, { seatId: world.guest.seat.id, cookie: cookieOf(world.guest), body })
  expect(response.status).toBe(200)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(await response.json()).toMatchObject({ numbers: [] })
})

test('nobody tells of a line that is not theirs', async () => {
  const colleague = await addGuest(world.meetingId)
  const other = await makeMeeting()
  const seatId = world.guest.seat.id
  for (const asked of [{ seatId }, { seatId, cookie: cookieOf(colleague) }, { seatId, cookie: cookieOf(other.guest) },
    { seatId, cookie: cookieOf(world.guest, 'booking') }, { seatId: world.host.seat.id, cookie: cookieOf(world.guest) }]) {
    const response = await post(line.action, { ...asked, body })
    expect([response.status, await response.text()]).toEqual([403, ''])
  }
  expect((await post(line.action, { seatId: newId(), cookie: cookieOf(world.guest), body })).status).toBe(404)
})

test('a guest who is not inside is refused, and what is no report too', async () => {
  const outside = await addGuest(world.meetingId)
  expect((await post(line.action, { seatId: outside.seat.id, cookie: cookieOf(outside), body })).status).toBe(409)
  const known = { seatId: world.guest.seat.id, cookie: cookieOf(world.guest) }
  expect((await post(line.action, { ...known, body: { line: 'splendid' } })).status).toBe(400)
  expect((await post(line.action, { ...known, body: 'no json' })).status).toBe(400)
})

test('a report is posted, not got', async () => {
  const response = await ask(line.loader, { seatId: world.guest.seat.id, cookie: cookieOf(world.guest) })
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST'])
})
