import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { listMessages } from '#app/domain/meeting/chat/queries.server.ts'
import { admit, comeToDoor, turnAway } from '#app/domain/meeting/door/door.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { checkRateOf } from '#app/platform/rate-limit.server.ts'
import * as chat from '../../../../app/routes/meeting/talk/chat.ts'
import * as file from '../../../../app/routes/meeting/talk/file.ts'
import * as files from '../../../../app/routes/meeting/talk/files.ts'
import { useDatabase } from '../../../support/database.ts'
import { PDF } from '../../../support/files.ts'
import { addGuest, cookieOf, makeMeeting, NOW, READY, signInHost, type World } from '../../../support/meetings.ts'
import { ask, post, type Asked } from '../../../support/routes.ts'

useDatabase()

let world: World
let other: World
let hostCookie = ''
let messageId = ''

beforeAll(async () => {
  setNow(NOW)
  publishEnv({ FILES_DIR: mkdtempSync(join(tmpdir(), 'fremmode-files-')) })
  world = await makeLive()
  other = await makeLive()
  hostCookie = await signInHost(world.hostId)
  messageId = newId()
  expect((await upload({ ...mine(), id: messageId })).status).toBe(200)
})

const endpoints: [string, (asked: Asked) => Promise<Response>][] = [
  ['a message', (asked) => post(chat.action, { ...asked, body: { id: newId(), text: 'Indbrud' } })],
  ['handing over', (asked) => upload(asked)],
  ['a file', (asked) => ask(file.loader, { ...asked, params: { ...(asked.seatId && { seatId: asked.seatId }), messageId } })],
]

test.each(endpoints)('%s gives nothing to anybody but the seat that was proven', async (_, knockOn) => {
  const colleague = await addGuest(world.meetingId)
  const attempts: [string, Asked, number][] = [
    ['without a cookie', { seatId: world.guest.seat.id }, 403],
    ['with the link of another meeting', { seatId: world.guest.seat.id, cookie: cookieOf(other.guest) }, 403],
    ['with a colleague\'s link', { seatId: world.guest.seat.id, cookie: cookieOf(colleague) }, 403],
    ['with the booking\'s link', { seatId: world.guest.seat.id, cookie: cookieOf(world.guest, 'booking') }, 403],
    ['on the host\'s seat by the guest\'s link', { seatId: world.host.seat.id, cookie: cookieOf(world.guest) }, 403],
    ['on the host\'s seat as another host', { seatId: other.host.seat.id, cookie: hostCookie }, 404],
    ['on a seat that does not exist', { seatId: newId(), cookie: cookieOf(world.guest) }, 404],
    ['on what is no seat', { seatId: "' OR 1=1 --", cookie: cookieOf(world.guest) }, 404],
  ]
  const before = await listMessages(world.meetingId)
  for (const [how, asked, status] of attempts) {
    const response = await knockOn(asked)
    expect([how, response.status, await response.text()]).toEqual([how, status, ''])
  }
  expect(await listMessages(world.meetingId)).toEqual(before)
})

test.each(endpoints)('%s is closed to a colleague who was not let in, and to one who was sent away', async (what, knockOn) => {
  const colleague = await addGuest(world.meetingId)
  const asked = { seatId: colleague.seat.id, cookie: cookieOf(colleague) }
  const refused = what === 'a file' ? 404 : 403
  expect((await knockOn(asked)).status).toBe(refused)
  await comeToDoor(colleague, { readiness: READY, now: NOW })
  expect((await knockOn(asked)).status).toBe(refused)
  await admit(world.host, { guestSeatId: colleague.seat.id, now: NOW })
  expect((await knockOn(asked)).status).toBe(200)
  await turnAway(world.host, { guestSeatId: colleague.seat.id, now: NOW })
  expect((await knockOn(asked)).status).toBe(refused)
})

test('a file of another meeting is not there, for guest and host alike', async () => {
  for (const asked of [{ seatId: other.guest.seat.id, cookie: cookieOf(other.guest) }]) {
    expect((await ask(file.loader, { ...asked, params: { seatId: asked.seatId, messageId } })).status).toBe(404)
  }
})

test('a file comes as one to save, of its own kind, with nothing in it that may run', async () => {
  const response = await ask(file.loader, { ...mine(), params: { seatId: world.guest.seat.id, messageId } })
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/pdf', 'content-length': String(PDF.length), 'x-content-type-options': 'nosniff',
    'content-disposition': "attachment; filename=\"file\"; filename*=UTF-8''Bl%C3%A5%20%28tilbud%29.pdf",
    'content-security-policy': "sandbox; default-src 'none'",
  })
  expect(Buffer.from(await response.arrayBuffer()).equals(PDF)).toBe(true)
})

test.each<[string, Partial<Upload>, number, string]>([
  ['no file at all', { content: Buffer.alloc(0) }, 422, 'empty-file'],
  ['a program', { content: Buffer.from('MZ\u0090\u0000\u0003\u0000') }, 415, 'bad-type'],
  ['a page', { name: 'x.html', content: Buffer.from('<!doctype html>') }, 415, 'bad-type'],
  ['eleven megabytes', { content: Buffer.concat([PDF, Buffer.alloc(11_000_000)]) }, 413, 'too-large'],
  ['no name', { name: '' }, 400, 'malformed'],
  ['no id', { id: 'x' }, 400, 'malformed'],
])('%s is refused, and says why', async (_, given, status, reason) => {
  const response = await upload({ ...mine(), ...given })
  expect([response.status, await response.json()]).toEqual([status, { reason }])
})

test('the same file posted again is one message', async () => {
  const before = (await listMessages(world.meetingId)).length
  expect(await (await upload({ ...mine(), id: messageId })).json()).toMatchObject({ number: 1 })
  expect(await listMessages(world.meetingId)).toHaveLength(before)
})

test('a message is taken in, and what makes none is refused', async () => {
  const said = await post(chat.action, { ...mine(), body: { id: newId(), text: 'Hej' } })
  expect([said.status, await said.json()]).toEqual([200, { number: expect.any(Number), at: expect.any(Number) }])
  for (const [text, reason] of [['', 'empty-text'], ['x'.repeat(2_001), 'too-long']]) {
    const response = await post(chat.action, { ...mine(), body: { id: newId(), text } })
    expect([response.status, await response.json()]).toEqual([422, { reason }])
  }
})

test.each([['chat', chat], ['files', files]])('asking %s by another method than POST changes nothing', async (_, route) => {
  for (const method of ['PUT', 'DELETE', 'PATCH']) expect((await ask(route.action, { ...mine(), method })).status).toBe(405)
  expect((await ask(route.loader, mine())).headers.get('Allow')).toBe('POST')
})

test('whoever posts more than anybody types is asked to wait', async () => {
  const talker = await makeLive()
  const asked = { seatId: talker.guest.seat.id, cookie: cookieOf(talker.guest) }
  await Promise.all(Array.from({ length: 120 }, () => checkRateOf('file', talker.guest.seat.id, 120)))
  const last = await upload(asked)
  expect([last.status, Number(last.headers.get('Retry-After')) > 0]).toEqual([429, true])
})

type Upload = { id: string; name: string; content: Buffer }

function upload({ id = newId(), name = 'Blå (tilbud).pdf', content = PDF, ...asked }: Asked & Partial<Upload>): Promise<Response> {
  const url = `http://localhost/room/x/files?${new URLSearchParams({ id, name })}`
  return post(({ request, params, context }) => {
    const body = new Uint8Array(content)
    const filled = new Request(url, { method: request.method, headers: request.headers, body: request.method === 'GET' ? null : body })
    return files.action({ request: filled, params, context })
  }, { ...asked, url })
}

function mine(): { seatId: string; cookie: string } {
  return { seatId: world.guest.seat.id, cookie: cookieOf(world.guest) }
}

async function makeLive(): Promise<World> {
  const made = await makeMeeting()
  await comeToDoor(made.guest, { readiness: READY, now: NOW })
  await comeToDoor(made.host, { readiness: READY, now: NOW })
  await admit(made.host, { guestSeatId: made.guest.seat.id, now: NOW })
  return made
}
