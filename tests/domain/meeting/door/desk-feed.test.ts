import { afterEach, beforeEach, expect, test } from 'vitest'
import { listRinging } from '#app/domain/meeting/door/desk-feed.server.ts'
import { admit, comeToDoor, leaveDoor } from '#app/domain/meeting/door/door.server.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { PRESENT_WITHIN_MS } from '#app/domain/meeting/meeting.ts'
import { endAllStreams } from '#app/platform/feed/event-stream.server.ts'
import { startFeed, stopFeed } from '#app/platform/feed.server.ts'
import * as feed from '../../../../app/routes/desk/feed.ts'
import { useDatabase } from '../../../support/database.ts'
import { makeMeeting, NOW, READY, signInHost, type World } from '../../../support/meetings.ts'
import { ask } from '../../../support/routes.ts'

useDatabase()

let world: World

beforeEach(async () => {
  setNow(NOW)
  world = await makeMeeting()
})

afterEach(async () => {
  endAllStreams()
  await stopFeed()
})

const knock = (now = NOW) => comeToDoor(world.guest, { readiness: READY, now })

test('the desk rings for whoever waits, until the host is in the room or the guest is gone', async () => {
  expect(await listRinging(world.hostId, NOW)).toEqual([])
  await knock()
  expect(await listRinging(world.hostId, NOW)).toEqual([{
    meetingId: world.meetingId, seatId: world.guest.seat.id, name: world.guest.seat.name, title: 'Første samtale', room: `/room/${world.host.seat.id}`,
  }])
  expect(await listRinging(world.hostId, NOW + PRESENT_WITHIN_MS + 1)).toEqual([])
  await comeToDoor(world.host, { readiness: READY, now: NOW })
  expect(await listRinging(world.hostId, NOW)).toEqual([])
  await leaveDoor(world.host, NOW)
  expect(await listRinging(world.hostId, NOW)).toHaveLength(1)
  await comeToDoor(world.host, { readiness: READY, now: NOW })
  await admit(world.host, { guestSeatId: world.guest.seat.id, now: NOW })
  await leaveDoor(world.host, NOW)
  expect(await listRinging(world.hostId, NOW)).toEqual([])
})

test('another consultant hears nothing', async () => {
  const other = await makeMeeting()
  await knock()
  expect(await listRinging(other.hostId, NOW)).toEqual([])
})

test('the stream says a knock and its end at once, and only to a consultant who is signed in', async () => {
  expect((await ask(feed.loader, {})).status).toBe(403)
  await startFeed()
  const response = await ask(feed.loader, { cookie: await signInHost(world.hostId) })
  const heard = listen(response)
  await expect.poll(heard).toEqual([[]])
  await knock()
  await expect.poll(heard).toEqual([[], [world.guest.seat.id]])
  await leaveDoor(world.guest, NOW)
  await expect.poll(heard).toEqual([[], [world.guest.seat.id], []])
})

/** Who waited in each event that has come so far. */
function listen(response: Response): () => string[][] {
  let text = ''
  void (async () => {
    const reader = response.body?.getReader()
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) text += new TextDecoder().decode(read.value)
  })()
  return () => [...text.matchAll(/^data: (.*)$/gm)].map(([, data = '[]']) => JSON.parse(data).map((one: { seatId: string }) => one.seatId))
}
