import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { getAgenda } from '#app/domain/agenda/queries.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { countStreams, endAllStreams } from '#app/platform/feed/event-stream.server.ts'
import { db } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import * as agenda from '../../../app/routes/meeting/agenda.ts'
import * as found from '../../../app/routes/meeting/check/found.ts'
import * as probe from '../../../app/routes/meeting/check/probe.ts'
import * as consent from '../../../app/routes/meeting/consent.ts'
import * as door from '../../../app/routes/meeting/door.ts'
import * as feed from '../../../app/routes/meeting/feed.ts'
import * as token from '../../../app/routes/meeting/token.ts'
import { useDatabase } from '../../support/database.ts'
import { addGuest, cookieOf, makeMeeting, NOW, passOf, signInHost, type World } from '../../support/meetings.ts'
import { ask, post, type Asked } from '../../support/routes.ts'

useDatabase()

let world: World
let other: World
let hostCookie: string
let otherHostCookie: string

beforeAll(async () => {
  setNow(NOW)
  world = await makeMeeting()
  other = await makeMeeting()
  hostCookie = await signInHost(world.hostId)
  otherHostCookie = await signInHost(other.hostId)
})

afterEach(endAllStreams)

const change = { kind: 'item-add', itemId: newId(), title: 'Indbrud', purpose: '', minutes: 5, afterItemId: null }

/** The last is the status for whoever may ask, where it isn't 200: there is no media server here. */
const endpoints: [string, (asked: Asked) => Promise<Response>, number?][] = [
  ['the token', (asked) => post(token.action, { ...asked, body: { intent: 'knock', camera: 'ready', microphone: 'ready' } })],
  ['the door', (asked) => post(door.action, { ...asked, body: { intent: 'leave' } })],
  ['a change of the agenda', (asked) => post(agenda.action, { ...asked, body: { changeId: newId(), change } })],
  ['a consent', (asked) => post(consent.action, { ...asked, body: { intent: 'keep' } })],
  ['the agenda', (asked) => ask(agenda.loader, asked)],
  ['what a check found', (asked) => post(found.action, { ...asked, body: { camera: 'ready', microphone: 'ready' } })],
  ['a try of the network', (asked) => post(probe.action, asked), 503],
  ['the feed', (asked) => ask(feed.loader, asked)],
]

test.each(endpoints)('%s gives nothing to anybody but the seat that was proven', async (_, knockOn) => {
  const [mine, host] = [world.guest.seat.id, world.host.seat.id]
  const colleague = await addGuest(world.meetingId)
  const attempts: [string, Asked, number][] = [
    ['without a cookie', { seatId: mine }, 403],
    ['with the link of another meeting', { seatId: mine, cookie: cookieOf(other.guest) }, 403],
    ['with a colleague\'s link', { seatId: mine, cookie: cookieOf(colleague) }, 403],
    ['with the booking\'s link', { seatId: mine, cookie: cookieOf(world.guest, 'booking') }, 403],
    ['with the booking\'s key in the room\'s cookie', { seatId: mine, cookie: cookieOf(world.guest, 'booking').replace('booking', 'room') }, 403],
    ['with a cut key', { seatId: mine, cookie: cookieOf(world.guest).slice(0, -1) }, 403],
    ['as the host on the guest\'s seat', { seatId: mine, cookie: hostCookie }, 403],
    ['on the host\'s seat by the guest\'s link', { seatId: host, cookie: cookieOf(world.guest) }, 403],
    ['on the host\'s seat by a key for the host\'s own seat', { seatId: host, cookie: cookieOf(world.host) }, 403],
    ['on the host\'s seat as another host', { seatId: host, cookie: otherHostCookie }, 404],
    ['on a seat that does not exist', { seatId: newId(), cookie: cookieOf(world.guest) }, 404],
    ['on what is no seat', { seatId: "' OR 1=1 --", cookie: cookieOf(world.guest) }, 404],
    ['on no seat', { cookie: cookieOf(world.guest) }, 404],
  ]
  for (const [how, asked, status] of attempts) {
    const response = await knockOn(asked)
    expect([how, response.status, await response.text()]).toEqual([how, status, ''])
  }
  expect(await passOf(mine)).toMatchObject({ seat: { door: 'away' }, meeting: { state: 'scheduled' } })
  expect((await getAgenda(world.meetingId)).version).toBe(0)
  expect(countStreams()).toBe(0)
})

test.each(endpoints)('%s is closed to a link that was revoked', async (_, knockOn, status = 200) => {
  const guest = await addGuest(other.meetingId)
  const cookie = cookieOf(guest)
  await db().update(seat).set({ linkGeneration: 2 }).where(eq(seat.id, guest.seat.id))
  expect((await knockOn({ seatId: guest.seat.id, cookie })).status).toBe(403)
  expect((await knockOn({ seatId: guest.seat.id, cookie: cookieOf(await passOf(guest.seat.id)) })).status).toBe(status)
})

test.each([['the token', token.loader], ['the door', door.loader], ['a consent', consent.loader]])('asking %s by GET changes nothing and says how', async (_, loader) => {
  const response = await ask(loader, { seatId: world.guest.seat.id, cookie: cookieOf(world.guest) })
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST'])
})

test.each([['the token', token.action], ['the door', door.action], ['the agenda', agenda.action], ['a consent', consent.action]])(
  '%s takes no other method than POST, and nothing that it can\'t read', async (_, action) => {
    const asked = { seatId: world.guest.seat.id, cookie: cookieOf(world.guest) }
    for (const method of ['PUT', 'DELETE', 'PATCH']) expect((await ask(action, { ...asked, method })).status).toBe(405)
    for (const body of ['{', '', 'null', '[]', '{"intent":"open-sesame"}', '{"changeId":"x"}', '"text"']) {
      const response = await post(action, { ...asked, body })
      expect([body, response.status, await response.json()]).toEqual([body, 400, { reason: 'malformed' }])
    }
  },
)
