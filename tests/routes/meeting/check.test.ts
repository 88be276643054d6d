import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { getDoor } from '#app/domain/meeting/queries.server.ts'
import { cancelMeeting, moveMeeting } from '#app/domain/meeting/schedule.server.ts'
import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { endAllStreams } from '#app/platform/feed/event-stream.server.ts'
import * as found from '../../../app/routes/meeting/check/found.ts'
import * as probe from '../../../app/routes/meeting/check/probe.ts'
import * as link from '../../../app/routes/meeting/link.ts'
import { linkKey } from '#app/platform/link.server.ts'
import { transaction } from '#db/client.server.ts'
import { useDatabase } from '../../support/database.ts'
import { cookieOf, makeMeeting, NOW, passOf, READY, type World } from '../../support/meetings.ts'
import { ask, post } from '../../support/routes.ts'

useDatabase()

const ALL = { ...READY, speaker: 'heard', network: { way: 'tcp', roundTripMs: 40.6 } }
let world: World
let asGuest: { seatId: string; cookie: string }

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  publishEnv({ LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 's'.repeat(40) })
  world = await makeMeeting({ startsAt: NOW + 3 * DAY_MS })
  asGuest = { seatId: world.guest.seat.id, cookie: cookieOf(world.guest) }
})
afterEach(() => {
  vi.useRealTimers()
  endAllStreams()
})

const send = (body: object) => post(found.action, { ...asGuest, body })

test('what was found days before is kept with its time, and the host alone reads it', async () => {
  expect((await send(ALL)).status).toBe(200)
  const checked = { readiness: { ...ALL, network: { way: 'tcp', roundTripMs: 41 } }, at: NOW }
  expect((await passOf(world.guest.seat.id)).seat.checked).toEqual(checked)
  expect((await getDoor(world.host, NOW)).guests).toMatchObject([{ readiness: null, checked }])
  expect(JSON.stringify(await getDoor(world.guest, NOW))).not.toContain('roundTripMs')
})

test('the newest check counts, and it is still true when the meeting moves', async () => {
  await send(ALL)
  vi.setSystemTime(NOW + MINUTE_MS)
  await send({ camera: 'denied', microphone: 'ready' })
  const startsAt = NOW + 4 * DAY_MS
  await transaction((tx) => moveMeeting(tx, world.meetingId, { startsAt, endsAt: startsAt + 30 * MINUTE_MS, now: NOW }))
  expect((await passOf(world.guest.seat.id)).seat.checked)
    .toEqual({ readiness: { camera: 'denied', microphone: 'ready' }, at: NOW + MINUTE_MS })
})

test.each<[string, object]>([
  ['an unknown device state', { ...ALL, camera: 'on fire' }], ['nothing', {}], ['an unknown way', { ...ALL, network: { way: 'pigeon', roundTripMs: 1 } }],
  ['a time below zero', { ...ALL, network: { way: 'udp', roundTripMs: -1 } }], ['a text for a time', { ...ALL, network: { way: 'udp', roundTripMs: 'x' } }],
])('%s is no finding', async (_, body) => {
  expect((await send(body)).status).toBe(400)
  expect((await passOf(world.guest.seat.id)).seat.checked).toBeNull()
})

test('for a meeting that is off nothing is kept and nothing can be tried', async () => {
  await transaction((tx) => cancelMeeting(tx, world.meetingId, { now: NOW, mail: 'cancellation' }))
  for (const answered of [await send(ALL), await post(probe.action, asGuest)]) {
    expect([answered.status, await answered.json()]).toEqual([409, { reason: 'meeting-cancelled' }])
  }
})

test('without a media server a try says so, and too many tries are told to wait', async () => {
  const first = await post(probe.action, asGuest)
  expect([first.status, await first.json()]).toEqual([503, { reason: 'no-media-server' }])
  for (let tries = 1; tries < 30; tries += 1) await post(probe.action, asGuest)
  const last = await post(probe.action, asGuest)
  expect([last.status, await last.json()]).toEqual([429, { reason: 'too-many' }])
  expect(Number(last.headers.get('Retry-After'))).toBeGreaterThan(0)
})

test('neither is asked by looking', async () => {
  for (const route of [found, probe]) {
    expect((await ask(route.loader, asGuest)).status).toBe(405)
    expect((await ask(route.action, { ...asGuest, method: 'PUT', body: ALL })).status).toBe(405)
  }
})

test('the personal link leads to the check as well, and nowhere else', async () => {
  const { id: seatId, linkGeneration } = world.guest.seat
  const params = { seatId, key: linkKey('room', seatId, linkGeneration) }
  const lead = (to: string) => ask(link.loader, { params, url: `http://localhost/j/x/y?to=${to}` }).then((led) => led.headers.get('Location'))
  expect(await lead('check')).toBe(`/room/${seatId}/check`)
  expect(await lead('https://elsewhere.example')).toBe(`/room/${seatId}`)
})
