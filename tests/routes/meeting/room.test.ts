import { eq } from 'drizzle-orm'
import { TokenVerifier } from 'livekit-server-sdk'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { RoomPage } from '#app/domain/agenda/ui/room/room-page.tsx'
import { comeToDoor, turnAway } from '#app/domain/meeting/door/door.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { linkKey } from '#app/platform/link.server.ts'
import { transaction } from '#db/client.server.ts'
import { meeting, seat } from '#db/schema.server.ts'
import * as link from '#app/routes/meeting/link.ts'
import * as room from '#app/routes/meeting/room.tsx'
import { useDatabase } from '../../support/database.ts'
import { addGuest, cookieOf, makeMeeting, NOW, passOf, READY, signInHost, type World } from '../../support/meetings.ts'
import { makeLive } from '../../support/room-feed.ts'
import { ask } from '../../support/routes.ts'

useDatabase()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  publishEnv({ LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_PUBLIC_URL: '/livekit', LIVEKIT_API_KEY: 'test-key', LIVEKIT_API_SECRET: SECRET })
})
afterEach(() => { vi.useRealTimers() })

test('the personal link is exchanged for a cookie and a clean address', async () => {
  const { guest: { seat: { id } } } = await makeMeeting()
  const opened = await ask(({ request, context }) => link.loader({ request, context, params: { seatId: id, key: linkKey('room', id, 1) } }), {})
  expect([opened.status, opened.headers.get('Location')]).toEqual([303, `/room/${id}`])
  expect(opened.headers.get('Set-Cookie')).toContain('HttpOnly')
})

test('a wrong key, and the key to the booking, open no room', async () => {
  const { guest: { seat: { id } } } = await makeMeeting()
  for (const key of ['wrong', linkKey('booking', id, 1), linkKey('room', newId(), 1)]) {
    expect((await ask(({ request, context }) => link.loader({ request, context, params: { seatId: id, key } }), {})).status).toBe(404)
  }
})

test('a guest without proof gets 403, an unknown seat 404, the host\'s page asks for sign-in', async () => {
  const world = await makeMeeting()
  const asPage = { headers: { Accept: 'text/html' } }
  expect((await ask(room.loader, { seatId: world.guest.seat.id, ...asPage })).status).toBe(403)
  expect((await ask(room.loader, { seatId: newId(), ...asPage })).status).toBe(404)
  const host = await ask(room.loader, { seatId: world.host.seat.id, ...asPage })
  expect([host.status, host.headers.get('Location')]).toEqual([302, expect.stringContaining('/desk/sign-in')])
})

test('one guest\'s proof opens no other guest\'s room, and another consultant\'s sign-in opens none', async () => {
  const [world, other] = [await makeMeeting(), await makeMeeting({ startsAt: NOW + 7_200_000 })]
  const colleague = await addGuest(world.meetingId)
  expect((await ask(room.loader, { seatId: world.guest.seat.id, cookie: cookieOf(colleague) })).status).toBe(403)
  expect((await ask(room.loader, { seatId: world.host.seat.id, cookie: await signInHost(other.hostId) })).status).toBe(404)
})

test('the page is never kept and never found by a search', async () => {
  const { guest } = await makeMeeting()
  const loaded = await load(guest.seat.id, cookieOf(guest))
  expect(new Headers(loaded.init?.headers ?? {}).get('Cache-Control')).toBe('no-store')
  const described = room.meta({ data: loaded.data, matches: [], params: {}, location: LOCATION })
  expect(described).toContainEqual({ name: 'robots', content: 'noindex, nofollow' })
  expect(described).toContainEqual({ title: expect.stringMatching(/ · Fremmøde$/) })
})

test('the page carries everything the room starts with, and nothing that is secret', async () => {
  const world = await makeMeeting()
  const colleague = await addGuest(world.meetingId)
  const html = await pageOf(world.guest.seat.id, cookieOf(world.guest))
  expect(dataIn(html)).toMatchObject({
    seat: { role: 'guest', name: 'Søren Kjær' }, door: { me: { door: 'away' } }, agenda: { version: -1 }, serverNow: NOW,
    livekit: { url: 'ws://localhost/livekit' }, links: { token: `/room/${world.guest.seat.id}/token` },
  })
  for (const secret of [...secretsOf(world), colleague.seat.name, colleague.seat.identity, linkKey('room', colleague.seat.id, 1)]) {
    expect(html).not.toContain(secret)
  }
  expect(html).not.toContain('@')
})

test('the host\'s page says no mail address and no key either', async () => {
  const world = await makeMeeting()
  const html = await pageOf(world.host.seat.id, await signInHost(world.hostId))
  expect(html).toContain('Søren Kjær')
  for (const secret of secretsOf(world)) expect(html).not.toContain(secret)
})

test('whoever is inside gets with the page what lets them in again, as the guest or host they are; nobody else does', async () => {
  const world = await makeLive()
  const waiting = await addGuest(world.meetingId)
  await comeToDoor(waiting, { readiness: READY, now: NOW })
  const grantTo = async (pass: SeatPass, cookie: string) => dataIn(await pageOf(pass.seat.id, cookie)).livekit.grant
  const hostCookie = await signInHost(world.hostId)
  for (const [pass, cookie] of [[world.guest, cookieOf(world.guest)], [world.host, hostCookie]] as const) {
    const { token, expiresAt } = await grantTo(pass, cookie)
    const { sub, video } = await new TokenVerifier('test-key', SECRET).verify(token)
    expect([sub, video?.room, video?.roomAdmin, expiresAt > NOW]).toEqual([pass.seat.identity, pass.meeting.roomName, undefined, true])
  }
  expect(await grantTo(waiting, cookieOf(waiting)), 'at the door').toBeNull()
  await transaction((tx) => tx.update(seat).set({ deviceHash: 'another browser' }).where(eq(seat.id, world.guest.seat.id)))
  expect(await grantTo(world.guest, cookieOf(world.guest)), 'on another device').toBeNull()
  await turnAway(world.host, { guestSeatId: world.guest.seat.id, now: NOW })
  expect(await grantTo(world.guest, cookieOf(world.guest)), 'sent away').toBeNull()
  await endMeeting(world.host, NOW)
  expect(await grantTo(world.host, hostCookie), 'after the end').toBeNull()
})

test('without a script the page says what, when, with whom, how it goes and what it is about', async () => {
  const { guest } = await makeMeeting()
  const html = (await pageOf(guest.seat.id, cookieOf(guest))).replace(/<script[\s\S]*<\/script>/, '')
  for (const words of ['Første samtale', 'Mette Holm', '10.10', 'Sådan foregår det', 'Hvad fylder hos jer', '<noscript>']) expect(html).toContain(words)
  expect(html).not.toContain('style=')
})

test('a name that ends the script element stays a name', async () => {
  const world = await makeMeeting()
  const evil = '</script><script>alert(1)</script><!--'
  await transaction((tx) => tx.update(seat).set({ name: evil }).where(eq(seat.id, world.guest.seat.id)))
  await transaction((tx) => tx.update(meeting).set({ title: evil }).where(eq(meeting.id, world.meetingId)))
  const html = await pageOf(world.guest.seat.id, cookieOf(await passOf(world.guest.seat.id)))
  expect(html.match(/<\/script/g)).toHaveLength(1)
  expect(html).not.toContain('<!--')
  expect(html).not.toContain('<script>alert')
  expect(dataIn(html)).toMatchObject({ seat: { name: evil }, meeting: { title: evil } })
})

test('a meeting that is over says so, and leads to its summary', async () => {
  const world = await makeMeeting()
  await transaction((tx) => tx.update(meeting).set({ state: 'ended', endedAt: new Date(NOW) }).where(eq(meeting.id, world.meetingId)))
  const html = await pageOf(world.guest.seat.id, cookieOf(world.guest))
  expect(html).toContain('Tak for mødet')
  expect(html).toContain(`href="/room/${world.guest.seat.id}/summary"`)
})

test('a meeting that was called off has no summary to offer', async () => {
  const world = await makeMeeting()
  await transaction((tx) => tx.update(meeting).set({ state: 'cancelled' }).where(eq(meeting.id, world.meetingId)))
  const html = await pageOf(world.guest.seat.id, cookieOf(world.guest))
  expect(html).toContain('Mødet er aflyst')
  expect(html).not.toContain(`href="/room/${world.guest.seat.id}/summary"`)
})

test('whoever was turned away reads no agenda', async () => {
  const world = await makeMeeting()
  await transaction((tx) => tx.update(seat).set({ door: 'removed' }).where(eq(seat.id, world.guest.seat.id)))
  const html = await pageOf(world.guest.seat.id, cookieOf(world.guest))
  expect(html).toContain('Du er ikke med i mødet')
  expect(html).not.toContain('Hvad fylder hos jer')
  const { data } = await load(world.guest.seat.id, cookieOf(world.guest))
  expect(data.room.agenda.version, 'no version of it, so that all of it is sent to whoever is called back').toBe(-1)
})

const SECRET = 'a-livekit-secret-that-only-the-tests-know'
const LOCATION = { pathname: '/', search: '', hash: '', state: null, key: '' }

function load(seatId: string, cookie: string) {
  const request = new Request(`http://localhost/room/${seatId}`, { headers: { Cookie: cookie, Accept: 'text/html' } })
  return room.loader({ request, params: { seatId }, context: {} })
}

async function pageOf(seatId: string, cookie: string): Promise<string> {
  const { data } = await load(seatId, cookie)
  return renderToStaticMarkup(createElement(RoomPage, { room: data.room }))
}

function dataIn(html: string) {
  return JSON.parse(/<script type="application\/json" id="room-data">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? 'null')
}

function secretsOf({ guest, host }: World): string[] {
  const { roomName } = guest.meeting
  return [
    SECRET, roomName, guest.seat.email, host.seat.email, guest.seat.identity, host.seat.identity,
    linkKey('room', guest.seat.id, 1), linkKey('booking', guest.seat.id, 1),
  ]
}
