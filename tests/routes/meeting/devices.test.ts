import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { DoorView } from '#app/domain/meeting/room-data.ts'
import { codeOf } from '#app/domain/meeting/door/code.server.ts'
import { CODE_LASTS_MS, CODE_TRIES, isCodeGood, MOST_OTHER_DEVICES } from '#app/domain/meeting/door/device.ts'
import { newId } from '#app/kernel/ids.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { endAllStreams } from '#app/platform/feed/event-stream.server.ts'
import { db } from '#db/client.server.ts'
import { mail, otherDevice, seat } from '#db/schema.server.ts'
import * as agenda from '../../../app/routes/meeting/agenda.ts'
import * as door from '../../../app/routes/meeting/door.ts'
import * as next from '../../../app/routes/meeting/after/next.tsx'
import * as summaryFile from '../../../app/routes/meeting/after/summary-file.ts'
import * as room from '../../../app/routes/meeting/room.tsx'
import * as summary from '../../../app/routes/meeting/summary.tsx'
import * as token from '../../../app/routes/meeting/token.ts'
import { useDatabase } from '../../support/database.ts'
import { firstOfStream } from '../../support/room-feed.ts'
import { GuestBrowser } from '../../support/guest-browser.ts'
import { addGuest, cookieOf, makeMeeting, NOW, passOf, signInHost, type World } from '../../support/meetings.ts'
import { argumentsOf, ask, drawn, formOf, post } from '../../support/routes.ts'

useDatabase()

let world: World
let hostCookie: string

beforeAll(() => publishEnv({ LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 'secret-secret-secret-secret-secret' }))

beforeEach(async () => {
  setNow(NOW)
  world = await makeMeeting()
  hostCookie = await signInHost(world.hostId)
})

afterEach(endAllStreams)

/** A browser of the guest's. */
const newBrowser = () => new GuestBrowser(world.guest)

async function host(body: unknown): Promise<{ status: number } & DoorView> {
  const response = await post(door.action, { seatId: world.host.seat.id, cookie: hostCookie, body })
  return { status: response.status, ...await response.json() }
}

const openRoom = () => post(token.action, {
  seatId: world.host.seat.id, cookie: hostCookie, body: { intent: 'knock', camera: 'ready', microphone: 'ready' },
}).then(async (response): Promise<{ door: DoorView }> => response.json())

async function bound(): Promise<GuestBrowser> {
  const browser = newBrowser()
  expect((await browser.come()).door.me).toEqual({ door: 'waiting' })
  return browser
}

async function inside(): Promise<GuestBrowser> {
  const browser = await bound()
  await openRoom()
  await host({ intent: 'admit', seatId: world.guest.seat.id })
  return browser
}

async function other(): Promise<GuestBrowser> {
  const browser = newBrowser()
  expect(await browser.come()).toMatchObject({ status: 200, token: null, door: { me: { door: 'waiting', other: { hasCode: false } }, guests: [] } })
  return browser
}

test('the first browser that knocks is the one: the row keeps a hash, the cookie reaches that seat alone', async () => {
  const response = await post(token.action, {
    seatId: world.guest.seat.id, cookie: cookieOf(world.guest), body: { intent: 'knock', camera: 'ready', microphone: 'ready' },
  })
  const [secret = '', ...attributes] = (response.headers.get('Set-Cookie') ?? '').replace('fremmode_device=', '').split('; ')
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(attributes).toEqual(expect.arrayContaining([`Path=/room/${world.guest.seat.id}`, 'HttpOnly', 'SameSite=Lax']))
  expect((await response.json()).token).toEqual(expect.any(String))
  const [row] = await db().select().from(seat).where(eq(seat.id, world.guest.seat.id))
  expect(row?.deviceHash).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(row)).not.toContain(secret)
})

test('two tabs of one browser are one device: the page gives the secret before either knocks', async () => {
  const page = drawn(await room.loader(argumentsOf({ seatId: world.guest.seat.id, cookie: cookieOf(world.guest), headers: { Accept: 'text/html' } })))
  const [first, second] = [newBrowser(), newBrowser()]
  first.secret = second.secret = /fremmode_device=([^;]+)/.exec(new Headers(page.init?.headers).get('Set-Cookie') ?? '')?.[1] ?? null
  const answers = await Promise.all([first.come(), second.come()])
  expect(answers.map(({ status, door: { me } }) => [status, me])).toEqual([[200, { door: 'waiting' }], [200, { door: 'waiting' }]])
})

test('a forwarded link waits as another device: no token, no notes, no more of the agenda than its plan, and the bound one is not disturbed', async () => {
  const mine = await bound()
  const forwarded = await other()
  expect(await forwarded.come('refresh')).toMatchObject({ status: 200, token: null })
  const asked = { seatId: world.guest.seat.id, cookie: forwarded.cookie }
  const change = { kind: 'item-add', itemId: newId(), title: 'Indbrud', purpose: '', minutes: 5, afterItemId: null }
  expect((await ask(agenda.loader, asked)).status).toBe(403)
  expect((await post(agenda.action, { ...asked, body: { changeId: newId(), change } })).status).toBe(403)
  const page = drawn(await room.loader(argumentsOf(asked)))
  expect(page.data.room.agenda).toMatchObject({ version: -1, agenda: { entries: [], items: [{ title: 'Velkommen' }, {}] } })
  for (const cookie of [forwarded.cookie, mine.cookie]) {
    const stream = await firstOfStream({ ...asked, cookie })
    expect(stream.events().find(({ event }) => event === 'agenda')?.data, 'nobody is inside').toMatchObject({ version: -1, agenda: { entries: [] } })
  }
  expect((await mine.come('refresh')).token).toEqual(expect.any(String))
})

test('while the meeting runs another device reads nothing of what it comes to, and corrects nothing', async () => {
  const first = await inside()
  const second = await other()
  const at = (cookie: string) => ({ seatId: world.guest.seat.id, cookie })
  const loaders = [summary.loader, summaryFile.loader, next.loader]
  for (const loader of loaders) expect((await ask(loader, { ...at(second.cookie), url: 'http://app.example/summary.json' })).status).toBe(403)
  expect((await ask(summaryFile.loader, { ...at(first.cookie), url: 'http://app.example/summary.json' })).status).toBe(200)
  expect((await post(summary.action, { ...at(second.cookie), body: formOf({ intent: 'done', entryId: newId() }) })).status).toBe(403)
})

test('the cookie of another seat is another device, and a cookie without the link nothing', async () => {
  const mine = await bound()
  const colleague = new GuestBrowser(await addGuest(world.meetingId))
  await colleague.come()
  const thief = newBrowser()
  thief.secret = colleague.secret
  expect(await thief.come()).toMatchObject({ token: null, door: { me: { other: {} } } })
  const bare = await post(token.action, { seatId: world.guest.seat.id, cookie: `fremmode_device=${mine.secret}`, body: '{}' })
  expect(bare.status).toBe(403)
})

test('the host lets the other device in: it is bound, the old one is out and may come back as another', async () => {
  const mine = await bound()
  await openRoom()
  await host({ intent: 'admit', seatId: world.guest.seat.id })
  const { identity } = (await passOf(world.guest.seat.id)).seat
  const moved = await other()
  const { door: { devices } } = await openRoom()
  expect(devices).toMatchObject([{ seatId: world.guest.seat.id, name: world.guest.seat.name, readiness: { camera: 'ready' }, isPresent: true }])
  expect(await host({ intent: 'admit', seatId: world.guest.seat.id, deviceId: devices?.[0]?.deviceId })).toMatchObject({ status: 200, guests: [{ door: 'admitted' }] })
  expect(await moved.come('refresh')).toMatchObject({ token: expect.any(String), door: { me: { door: 'admitted' } } })
  expect((await passOf(world.guest.seat.id)).seat.identity).not.toBe(identity)
  expect(await mine.come('refresh')).toMatchObject({ status: 409, reason: 'another-device' })
  expect((await mine.come()).door.me).toEqual({ door: 'waiting', other: { hasCode: false } })
})

test('the host turns another device away: it may not knock again, the bound one stays, and no guest can decide', async () => {
  const mine = await bound()
  await openRoom()
  const forwarded = await other()
  const deviceId = (await openRoom()).door.devices?.[0]?.deviceId
  const decision = { seatId: world.guest.seat.id, deviceId }
  expect(await mine.ask({ intent: 'admit', ...decision })).toEqual({ status: 403, reason: 'not-allowed' })
  expect(await host({ intent: 'turn-away', ...decision, deviceId: newId() })).toMatchObject({ status: 409, reason: 'not-at-the-door' })
  expect(await host({ intent: 'turn-away', ...decision })).toMatchObject({ status: 200 })
  expect(await host({ intent: 'admit', ...decision })).toMatchObject({ status: 409, reason: 'not-at-the-door' })
  for (const intent of ['knock', 'refresh'] as const) expect(await forwarded.come(intent)).toEqual({ status: 403, reason: 'removed' })
  expect((await mine.come()).door.me).toEqual({ door: 'waiting' })
})

test('whoever was turned away reads no agenda any more', async () => {
  const first = await bound()
  await openRoom()
  const at = { seatId: world.guest.seat.id, cookie: first.cookie }
  expect((await ask(agenda.loader, at)).status).toBe(200)
  await host({ intent: 'turn-away', seatId: world.guest.seat.id })
  expect((await ask(agenda.loader, at)).status).toBe(403)
})

test('a seat that was turned away is so on every device, until the host calls it back', async () => {
  const mine = await bound()
  await openRoom()
  const second = await other()
  await host({ intent: 'turn-away', seatId: world.guest.seat.id })
  expect((await openRoom()).door.devices).toBeUndefined()
  for (const browser of [mine, second, newBrowser()]) expect(await browser.come()).toEqual({ status: 403, reason: 'removed' })
  expect(await second.ask({ intent: 'send-code' })).toEqual({ status: 403, reason: 'removed' })
  expect(await host({ intent: 'admit', seatId: world.guest.seat.id })).toMatchObject({ status: 200 })
  expect(await mine.come()).toMatchObject({ token: expect.any(String), door: { me: { door: 'admitted' } } })
})

test('another device leaves without taking the bound one along', async () => {
  const mine = await bound()
  const second = await other()
  expect(await second.ask({ intent: 'leave' })).toMatchObject({ status: 200, me: { door: 'away' } })
  expect((await mine.come('refresh')).door.me).toEqual({ door: 'waiting' })
})

test('one link brings only so many devices to the door', async () => {
  await bound()
  for (let count = 0; count < MOST_OTHER_DEVICES; count += 1) await other()
  expect(await newBrowser().come()).toEqual({ status: 429, reason: 'too-many-devices' })
})

test('the code from the mail binds the seat, once, on the device that asked for it', async () => {
  const mine = await bound()
  const phone = await other()
  const spectator = await other()
  expect(await phone.ask({ intent: 'send-code' })).toMatchObject({ status: 200, me: { other: { hasCode: true } } })
  await phone.ask({ intent: 'send-code' })
  const codes = await mailedCodes()
  expect(codes).toEqual([expect.stringMatching(/^\d{6}$/)])
  expect(await spectator.ask({ intent: 'use-code', code: codes[0] })).toEqual({ status: 409, reason: 'code-old' })
  const typed = `${codes[0]?.slice(0, 3)} ${codes[0]?.slice(3)}`
  const both = await Promise.all([1, 2].map(() => phone.ask({ intent: 'use-code', code: typed })))
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(await phone.come('refresh')).toMatchObject({ token: expect.any(String), door: { me: { door: 'waiting' } } })
  expect(await mine.come('refresh')).toEqual({ status: 409, reason: 'another-device' })
})

test('a guessed code costs a try, five end it, and a new one begins anew', async () => {
  await bound()
  const phone = await other()
  await phone.ask({ intent: 'send-code' })
  const [code = ''] = await mailedCodes()
  const wrong = code === '000000' ? '000001' : '000000'
  for (let tries = 1; tries < CODE_TRIES; tries += 1) expect(await phone.ask({ intent: 'use-code', code: wrong })).toEqual({ status: 422, reason: 'code-wrong' })
  expect(await phone.ask({ intent: 'use-code', code: wrong })).toEqual({ status: 409, reason: 'code-old' })
  expect(await phone.ask({ intent: 'use-code', code })).toEqual({ status: 409, reason: 'code-old' })
  setNow(NOW + MINUTE_MS)
  await phone.ask({ intent: 'send-code' })
  expect(await phone.ask({ intent: 'use-code', code: (await mailedCodes())[1] })).toMatchObject({ status: 200 })
})

test('a code is good for ten minutes, is written down nowhere, and is mailed five times an hour at most', async () => {
  await bound()
  const phone = await other()
  for (let minute = 0; minute < 5; minute += 1) {
    setNow(NOW + minute * CODE_LASTS_MS)
    expect((await phone.ask({ intent: 'send-code' })).status).toBe(200)
  }
  const codes = await mailedCodes()
  const kept = JSON.stringify([await db().select().from(otherDevice), await db().select().from(mail)])
  for (const code of codes) expect(kept).not.toContain(`"${code}"`)
  expect([CODE_LASTS_MS - 1, CODE_LASTS_MS].map((afterMs) => isCodeGood({ askedAt: NOW, tries: 0 }, NOW + afterMs))).toEqual([true, false])
  // The clock runs on, so the last code is some milliseconds younger than it seems.
  setNow(NOW + 5 * CODE_LASTS_MS + MINUTE_MS)
  expect(await phone.ask({ intent: 'use-code', code: codes[4] })).toEqual({ status: 409, reason: 'code-old' })
  expect(await phone.ask({ intent: 'send-code' })).toEqual({ status: 429, reason: 'too-often' })
})

test('nobody asks for a code who needs none: the bound browser, one that has not knocked, the host', async () => {
  const mine = await bound()
  for (const asked of [await mine.ask({ intent: 'send-code' }), await newBrowser().ask({ intent: 'send-code' }), await mine.ask({ intent: 'use-code', code: '123456' })]) {
    expect(asked).toEqual({ status: 409, reason: 'not-at-the-door' })
  }
  expect(await host({ intent: 'send-code' })).toMatchObject({ status: 404, reason: 'no-such-seat' })
})

test('while the meeting is locked a forwarded link may not knock, and rings nobody; one that waits goes on waiting', async () => {
  const mine = await inside()
  const before = await other()
  await host({ intent: 'lock' })
  const forwarded = newBrowser()
  expect(await forwarded.come()).toEqual({ status: 409, reason: 'meeting-locked' })
  expect((await host({ intent: 'lock' })).devices).toHaveLength(1)
  expect(await before.come()).toMatchObject({ status: 200, door: { closedReason: null, me: { door: 'waiting' } } })
  expect(await before.ask({ intent: 'leave' })).toMatchObject({ closedReason: 'meeting-locked', me: { door: 'away', other: { hasCode: false } } })
  expect(await before.come()).toEqual({ status: 409, reason: 'meeting-locked' })
  expect(await mine.come()).toMatchObject({ status: 200, door: { me: { door: 'admitted' } } })
  await host({ intent: 'unlock' })
  expect((await forwarded.come()).status).toBe(200)
})

test('the guest who was inside changes devices in a locked meeting by the code from the mail, unseen until then', async () => {
  const mine = await inside()
  await host({ intent: 'lock' })
  const phone = newBrowser()
  await phone.look()
  expect(await phone.ask({ intent: 'send-code' })).toMatchObject({ status: 200, me: { door: 'away', other: { hasCode: true } } })
  expect((await host({ intent: 'lock' })).devices).toBeUndefined()
  expect(await phone.ask({ intent: 'use-code', code: (await mailedCodes())[0] })).toMatchObject({ status: 200, closedReason: null, me: { door: 'admitted' } })
  expect(await phone.come()).toMatchObject({ status: 200, token: expect.any(String) })
  expect(await mine.come('refresh')).toEqual({ status: 409, reason: 'another-device' })
})

test('no code opens a locked meeting for a guest who was never inside', async () => {
  const mine = await bound()
  await openRoom()
  await mine.ask({ intent: 'leave' })
  await host({ intent: 'lock' })
  const phone = newBrowser()
  await phone.look()
  expect(await phone.ask({ intent: 'send-code' })).toEqual({ status: 409, reason: 'meeting-locked' })
  expect(await mailedCodes()).toEqual([])
})

/** What the mails say that were queued for this seat, in order. */
async function mailedCodes(): Promise<string[]> {
  const rows = await db().select({ snapshot: mail.snapshot }).from(mail).where(eq(mail.seatId, world.guest.seat.id))
  const sources = rows.flatMap(({ snapshot }) => snapshot?.code ?? []).toSorted((a, b) => a.askedAt - b.askedAt)
  return sources.map(codeOf)
}
