import { beforeAll, beforeEach, expect, test } from 'vitest'
import { getAgenda, listAgendaEvents } from '#app/domain/agenda/queries.server.ts'
import { admit, comeToDoor } from '#app/domain/meeting/door/door.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { endAllStreams } from '#app/platform/feed/event-stream.server.ts'
import * as agenda from '../../../../app/routes/meeting/agenda.ts'
import * as choice from '../../../../app/routes/meeting/mirror/choice.ts'
import * as mirror from '../../../../app/routes/meeting/mirror/mirror.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, cookieOf, makeMeeting, NOW, READY, signInHost, type World } from '../../../support/meetings.ts'
import { ask, post, type Asked } from '../../../support/routes.ts'

useDatabase()

let world: World
let other: World
let hostCookie = ''
let otherHostCookie = ''

beforeAll(async () => {
  setNow(NOW)
  other = await makeLive()
  otherHostCookie = await signInHost(other.hostId)
})

beforeEach(async () => {
  world = await makeLive()
  hostCookie = await signInHost(world.hostId)
})

test('a host\'s page tells what it heard and gets the sums, again when it only looks', async () => {
  await post(choice.action, { ...asGuest(), body: { intent: 'told' } })
  setNow(NOW + 60_000)
  const counted = await post(mirror.action, { ...asHost(), body: report() })
  const { id: seatId, name } = world.guest.seat
  const expected = { shares: [{ itemId: null, ownMs: 30_000, allMs: 50_000, others: [{ seatId, name, ms: 20_000 }] }], uncounted: 0 }
  expect([counted.status, await counted.json()]).toEqual([200, expected])
  const looked = await ask(mirror.loader, asHost())
  expect([looked.status, looked.headers.get('Cache-Control'), await looked.json()]).toEqual([200, 'no-store', expected])
  setNow(NOW)
})

test('nobody but a host of the meeting looks into the mirror or adds to it', async () => {
  await post(mirror.action, { ...asHost(), body: report() })
  const [mine, host] = [world.guest.seat.id, world.host.seat.id]
  const colleague = await addGuest(world.meetingId)
  const attempts: [string, Asked, number][] = [
    ['a guest on the own seat', asGuest(), 403],
    ['a guest on the host\'s seat', { seatId: host, cookie: cookieOf(world.guest) }, 403],
    ['a key for the host\'s own seat', { seatId: host, cookie: cookieOf(world.host) }, 403],
    ['a colleague who waits', { seatId: colleague.seat.id, cookie: cookieOf(colleague) }, 403],
    ['nobody', { seatId: host }, 403],
    ['the host on the guest\'s seat', { seatId: mine, cookie: hostCookie }, 403],
    ['another host', { seatId: host, cookie: otherHostCookie }, 404],
    ['a seat that does not exist', { seatId: newId(), cookie: hostCookie }, 404],
  ]
  for (const [who, asked, status] of attempts) {
    for (const response of [await ask(mirror.loader, asked), await post(mirror.action, { ...asked, body: report() })]) {
      expect([who, response.status, await response.text()]).toEqual([who, status, ''])
    }
  }
  expect(await (await ask(mirror.loader, asHost())).json()).toMatchObject({ shares: [{ ownMs: 30_000, allMs: 30_000 }] })
})

test('the agenda, its steps and what guests are sent know nothing of it', async () => {
  await post(choice.action, { ...asGuest(), body: { intent: 'told' } })
  await post(mirror.action, { ...asHost(), body: report() })
  const whole = await getAgenda(world.meetingId)
  expect(whole.version).toBe(0)
  expect(await listAgendaEvents(world.meetingId, 0)).toEqual([])
  const sent = await (await ask(agenda.loader, asGuest())).text()
  for (const text of [sent, JSON.stringify(whole)]) expect(text).not.toMatch(/spoken|30000|20000|ownMs/)
  endAllStreams()
})

test('a guest says for the own seat alone whether to be counted, and is answered with it', async () => {
  const chosen = await post(choice.action, { ...asGuest(), body: { intent: 'choose', isOn: false } })
  expect([chosen.status, await chosen.json()]).toEqual([200, { isTold: true, isOn: false }])
  const colleague = await addGuest(world.meetingId)
  for (const [asked, status] of [
    [{ seatId: world.guest.seat.id }, 403], [{ seatId: world.guest.seat.id, cookie: cookieOf(colleague) }, 403],
    [{ seatId: world.guest.seat.id, cookie: cookieOf(other.guest) }, 403], [asHost(), 403],
  ] as const) expect((await post(choice.action, { ...asked, body: { intent: 'choose', isOn: true } })).status).toBe(status)
  const told = await post(choice.action, { ...asGuest(), body: { intent: 'told' } })
  expect(await told.json()).toEqual({ isTold: true, isOn: false })
})

test('what none of our browsers sends is refused, and another method changes nothing', async () => {
  for (const body of [{}, { ...report(), number: -1 }, { ...report(), spoken: 'all' }, 'not json']) {
    expect((await post(mirror.action, { ...asHost(), body })).status).toBe(400)
  }
  for (const body of [{}, { intent: 'choose' }, 'not json']) expect((await post(choice.action, { ...asGuest(), body })).status).toBe(400)
  for (const method of ['PUT', 'DELETE']) {
    expect((await ask(mirror.action, { ...asHost(), method })).status).toBe(405)
    expect((await ask(choice.action, { ...asGuest(), method })).status).toBe(405)
  }
  expect(choice.loader().status).toBe(405)
})

test('a second page of the host is told that another counts', async () => {
  expect((await post(mirror.action, { ...asHost(), body: report() })).status).toBe(200)
  const second = await post(mirror.action, { ...asHost(), body: report() })
  expect([second.status, await second.json()]).toEqual([409, { reason: 'counted-elsewhere' }])
})

function report() {
  const said = [[world.host, 30_000], [world.guest, 20_000]] as const
  const spoken = said.map(([{ seat: { identity } }, ms]) => ({ itemId: null, identity, ms }))
  return { counterId: newId(), number: 1, isLast: false, spoken }
}

function asHost() {
  return { seatId: world.host.seat.id, cookie: hostCookie }
}

function asGuest() {
  return { seatId: world.guest.seat.id, cookie: cookieOf(world.guest) }
}

async function makeLive(): Promise<World> {
  const made = await makeMeeting()
  await comeToDoor(made.guest, { readiness: READY, now: NOW })
  await comeToDoor(made.host, { readiness: READY, now: NOW })
  await admit(made.host, { guestSeatId: made.guest.seat.id, now: NOW })
  return made
}
