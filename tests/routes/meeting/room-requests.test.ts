import { TokenVerifier } from 'livekit-server-sdk'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '#app/kernel/ids.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { startFeed, stopFeed } from '#app/platform/feed.server.ts'
import { endAllStreams } from '#app/platform/feed/event-stream.server.ts'
import * as agenda from '../../../app/routes/meeting/agenda.ts'
import * as door from '../../../app/routes/meeting/door.ts'
import * as feed from '../../../app/routes/meeting/feed.ts'
import * as token from '../../../app/routes/meeting/token.ts'
import { useDatabase } from '../../support/database.ts'
import { browserOf, makeMeeting, NOW, passOf, signInHost, type World } from '../../support/meetings.ts'
import { ask, post } from '../../support/routes.ts'
import { enter } from '../../support/room-feed.ts'
import { readStream } from '../../support/stream-reader.ts'

useDatabase()

const secret = 'a-livekit-secret-that-only-the-tests-know'
const ready = { camera: 'ready', microphone: 'ready' }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  publishEnv({ LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_PUBLIC_URL: '/livekit', LIVEKIT_API_KEY: 'test-key', LIVEKIT_API_SECRET: secret })
})

afterEach(async () => {
  vi.useRealTimers()
  endAllStreams()
  await stopFeed()
})

test('a knock answers with a waiting token, where to connect, and the door', async () => {
  const { asGuest, world } = await makeRoom()
  const response = await post(token.action, { ...asGuest, body: { intent: 'knock', camera: 'denied', microphone: 'ready' } })
  expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
  const answered = await response.json()
  expect(answered).toMatchObject({ url: 'ws://localhost/livekit', expiresAt: NOW + 10 * MINUTE_MS, door: { me: { door: 'waiting' }, guests: [] } })
  const { roomName } = world.guest.meeting
  expect(await grantsOf(answered.token)).toMatchObject({ sub: world.guest.seat.identity, name: 'Søren Kjær', video: { room: roomName, hidden: true, canSubscribe: false } })
  expect((await passOf(world.guest.seat.id)).seat.readiness).toEqual({ camera: 'denied', microphone: 'ready' })
})

test('nothing in a token or in an answer to a guest says a mail address', async () => {
  const { asGuest, asHost } = await makeRoom()
  const knocked = await (await post(token.action, { ...asGuest, body: { intent: 'knock', ...ready } })).json()
  const opened = await (await post(token.action, { ...asHost, body: { intent: 'knock', ...ready } })).json()
  for (const said of [knocked, opened, await grantsOf(knocked.token), await grantsOf(opened.token)]) expect(JSON.stringify(said)).not.toContain('@')
})

test('from the door to the end through the endpoints: open, knock, admit, come again, end', async () => {
  const { asGuest, asHost, world } = await makeRoom()
  const knock = { intent: 'knock', ...ready }
  const opened = await (await post(token.action, { ...asHost, body: knock })).json()
  expect(opened.door).toMatchObject({ meetingState: 'open', me: { door: 'admitted' } })
  expect((await grantsOf(opened.token)).video).toMatchObject({ canPublish: true, hidden: false })
  await post(token.action, { ...asGuest, body: knock })

  const admitted = await post(door.action, { ...asHost, body: { intent: 'admit', seatId: world.guest.seat.id } })
  expect(await admitted.json()).toMatchObject({ meetingState: 'live', guests: [{ door: 'admitted' }] })
  const refreshed = await (await post(token.action, { ...asGuest, body: { intent: 'refresh', ...ready } })).json()
  expect((await grantsOf(refreshed.token)).video).toMatchObject({ canPublish: true, canSubscribe: true, hidden: false })

  expect(await (await post(door.action, { ...asHost, body: { intent: 'end' } })).json()).toMatchObject({ closedReason: 'meeting-ended' })
  const late = await post(token.action, { ...asGuest, body: knock })
  expect([late.status, await late.json()]).toEqual([409, { reason: 'meeting-ended' }])
})

test('a refresh is not a knock', async () => {
  const { asGuest, world } = await makeRoom()
  const response = await post(token.action, { ...asGuest, body: { intent: 'refresh', ...ready } })
  expect([response.status, await response.json()]).toEqual([409, { reason: 'not-at-the-door' }])
  expect((await passOf(world.guest.seat.id)).seat.door).toBe('away')
})

test('what a guest may not do at the door is refused with 403, whatever it names', async () => {
  const { asGuest, asHost, world } = await makeRoom()
  await post(token.action, { ...asHost, body: { intent: 'knock', ...ready } })
  await post(token.action, { ...asGuest, body: { intent: 'knock', ...ready } })
  for (const body of [{ intent: 'admit', seatId: world.guest.seat.id }, { intent: 'turn-away', seatId: world.host.seat.id }, { intent: 'end' }]) {
    expect((await post(door.action, { ...asGuest, body })).status).toBe(403)
  }
  expect((await passOf(world.guest.seat.id)).seat.door).toBe('waiting')
})

test('who was turned away gets 403 at the door, and a stream that says so and ends', async () => {
  const { asGuest, asHost, world } = await makeRoom()
  await post(token.action, { ...asHost, body: { intent: 'knock', ...ready } })
  await post(token.action, { ...asGuest, body: { intent: 'knock', ...ready } })
  await post(door.action, { ...asHost, body: { intent: 'turn-away', seatId: world.guest.seat.id } })
  const response = await post(token.action, { ...asGuest, body: { intent: 'knock', ...ready } })
  expect([response.status, await response.json()]).toEqual([403, { reason: 'removed' }])
  const reader = readStream(await ask(feed.loader, asGuest))
  await reader.ended
  expect(reader.events().at(-1)).toMatchObject({ event: 'door', data: { me: { door: 'removed' } } })
})

test('a form does what JSON does', async () => {
  const { asGuest, world } = await makeRoom()
  const form = new FormData()
  for (const [name, value] of Object.entries({ intent: 'knock', ...ready })) form.set(name, value)
  expect((await post(token.action, { ...asGuest, body: form })).status).toBe(200)
  const changing = new FormData()
  changing.set('changeId', newId())
  changing.set('change', JSON.stringify(newItem('Fra en formular')))
  expect((await post(agenda.action, { ...asGuest, body: changing })).status).toBe(200)
  expect(JSON.stringify(await (await ask(agenda.loader, asGuest)).json())).toContain('Fra en formular')
  expect((await passOf(world.guest.seat.id)).seat.door).toBe('waiting')
})

test('a change answers with its version and time, again when it is repeated, and with a reason when refused', async () => {
  const { asGuest, world } = await makeRoom()
  const body = { changeId: newId(), change: newItem('Pris') }
  for (const at of [NOW, NOW + MINUTE_MS]) {
    vi.setSystemTime(at)
    const response = await post(agenda.action, { ...asGuest, body })
    expect([response.status, await response.json()]).toEqual([200, { version: 1, at: NOW }])
  }
  const refusals: [object, number, string][] = [
    [newItem('  '), 422, 'empty-text'],
    [newItem('x'.repeat(100_000)), 422, 'too-long'],
    [{ kind: 'item-tick', itemId: world.items[0], isDone: true }, 403, 'not-admitted'],
    [{ kind: 'item-remove', itemId: world.items[0] }, 403, 'not-allowed'],
    [{ kind: 'item-explode' }, 400, 'malformed'],
  ]
  for (const [change, status, reason] of refusals) {
    const response = await post(agenda.action, { ...asGuest, body: { changeId: newId(), change } })
    expect([response.status, await response.json()]).toEqual([status, { reason }])
  }
})

test('the agenda is read with its version and the server\'s time by whoever is inside, and as a plan before', async () => {
  const { world, asGuest } = await makeRoom()
  expect(await (await ask(agenda.loader, asGuest)).json()).toMatchObject({ version: -1, agenda: { items: [{ title: 'Velkommen' }, {}] } })
  await enter(world)
  expect(await (await ask(agenda.loader, asGuest)).json()).toMatchObject({ version: 0, agenda: { items: [{ title: 'Velkommen' }, {}] }, serverNow: NOW })
})

test('a browser that comes back tells its version by header, which outdoes the page\'s own', async () => {
  const { world, asGuest } = await makeRoom()
  await enter(world)
  await startFeed()
  for (const title of ['Et', 'To', 'Tre']) await post(agenda.action, { ...asGuest, body: { changeId: newId(), change: newItem(title) } })
  const url = 'http://localhost/room/x/feed?after=0'
  const reader = readStream(await ask(feed.loader, { ...asGuest, url, headers: { 'Last-Event-ID': '2' } }))
  await reader.until((events) => events.some((event) => event.id === '3'))
  expect(reader.events().filter((event) => event.event === 'change').map((event) => event.id)).toEqual(['3'])
  const first = readStream(await ask(feed.loader, { ...asGuest, url }))
  await first.until((events) => events.filter((event) => event.event === 'change').length === 3)
  const odd = readStream(await ask(feed.loader, { ...asGuest, url: 'http://localhost/feed?after=-1e9' }))
  await odd.until((events) => events.some((event) => event.event === 'agenda'))
})

type Proven = { seatId: string; cookie: string }

async function makeRoom(): Promise<{ world: World; asGuest: Proven; asHost: Proven }> {
  const world = await makeMeeting()
  return {
    world,
    asGuest: { seatId: world.guest.seat.id, cookie: browserOf(world.guest) },
    asHost: { seatId: world.host.seat.id, cookie: await signInHost(world.hostId) },
  }
}

function newItem(title: string) {
  return { kind: 'item-add', itemId: newId(), title, purpose: '', minutes: 5, afterItemId: null }
}

function grantsOf(jwt: string) {
  return new TokenVerifier('test-key', secret).verify(jwt)
}
