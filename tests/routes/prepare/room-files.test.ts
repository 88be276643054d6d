import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { addMeetingFile } from '#app/domain/agenda/prepare/files.server.ts'
import { admit, comeToDoor, leaveDoor, turnAway } from '#app/domain/meeting/door/door.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { hashToken } from '#app/platform/session-tokens.server.ts'
import * as file from '../../../app/routes/meeting/prepare/file.ts'
import * as files from '../../../app/routes/meeting/prepare/files.ts'
import * as notes from '../../../app/routes/meeting/notes.tsx'
import { useDatabase } from '../../support/database.ts'
import { contentOf, PDF } from '../../support/files.ts'
import { addGuest, browserOf, cookieOf, makeMeeting, NOW, READY, signInHost, type World } from '../../support/meetings.ts'
import { argumentsOf, ask } from '../../support/routes.ts'

useDatabase()

let world: World
let hostCookie = ''
let fileId = ''

beforeAll(() => {
  setNow(NOW)
  publishEnv({ FILES_DIR: mkdtempSync(join(tmpdir(), 'fremmode-files-')) })
})

beforeEach(async () => {
  world = await makeMeeting()
  hostCookie = await signInHost(world.hostId)
  fileId = await addFile(world.guest)
})

test('whoever is inside lists what was prepared, and saves it', async () => {
  await letIn(world.guest)
  for (const [pass, cookie] of [[world.guest, cookieOf(world.guest)], [world.host, hostCookie]] as const) {
    const listed = await ask(files.loader, { seatId: pass.seat.id, cookie })
    expect(await listed.json()).toMatchObject({ files: [{ id: fileId, name: 'Tal.pdf', type: 'application/pdf', addedBy: { name: 'Søren Kjær' } }] })
    const read = await ask(file.loader, { params: { seatId: pass.seat.id, fileId }, cookie })
    expect(Buffer.from(await read.arrayBuffer()).equals(PDF)).toBe(true)
    expect(read.headers.get('Content-Disposition')).toMatch(/^attachment/)
  }
})

test('a guest reads nothing in the room before being let in, after leaving, and once sent away', async () => {
  const { guest, host } = world
  const colleague = await addGuest(world.meetingId)
  expect(await statusesOf(guest)).toEqual([403, 404])
  await comeToDoor(guest, { readiness: READY, now: NOW })
  expect(await statusesOf(guest)).toEqual([403, 404])
  await letIn(guest)
  expect(await statusesOf(guest)).toEqual([200, 200])
  expect(await statusesOf(colleague)).toEqual([403, 404])
  await leaveDoor(guest, NOW)
  expect(await statusesOf(guest)).toEqual([403, 404])
  await letIn(guest)
  await turnAway(host, { guestSeatId: guest.seat.id, now: NOW })
  expect(await statusesOf(guest)).toEqual([403, 404])
})

test('outsiders and another device with the link get nothing', async () => {
  const other = await makeMeeting()
  const colleague = await addGuest(world.meetingId)
  const device = hashToken(`the-only-browser-of-${world.guest.seat.id}`)
  await letIn({ ...world.guest, device })
  expect(await statusesOf(world.guest, browserOf(world.guest))).toEqual([200, 200])
  const cookies = [
    undefined, cookieOf(world.guest), `${cookieOf(world.guest)}; fremmode_device=another`, cookieOf(world.guest, 'booking'),
    cookieOf(other.guest), cookieOf(colleague), hostCookie,
  ]
  for (const cookie of cookies) expect(await statusesOf(world.guest, cookie ?? '')).toEqual([403, 403])
  await letIn(other.guest, other.host)
  expect(await statusesOf(other.guest)).toEqual([200, 404])
  expect(await statusesOf(other.host, await signInHost(other.hostId))).toEqual([200, 404])
  for (const none of [newId(), '..', "' OR 1=1 --"]) {
    expect((await ask(file.loader, { params: { seatId: world.host.seat.id, fileId: none }, cookie: hostCookie })).status).toBe(404)
  }
})

test('once the meeting is over, whoever was inside reads them, and nobody else', async () => {
  const colleague = await addGuest(world.meetingId)
  await letIn(world.guest)
  await endMeeting(world.host, NOW)
  expect(await statusesOf(world.guest)).toEqual([200, 200])
  expect(await statusesOf(world.host, hostCookie)).toEqual([200, 200])
  expect(await statusesOf(colleague)).toEqual([403, 404])
})

test('the page of the notes has them for whoever is inside, and not for a guest at the door', async () => {
  const read = async () => (await notes.loader(argumentsOf({ seatId: world.guest.seat.id, cookie: cookieOf(world.guest) }))).view
  expect((await read()).files).toEqual([])
  await letIn(world.guest)
  expect(await read()).toMatchObject({ files: [{ id: fileId }], filesHref: `/room/${world.guest.seat.id}/prepared` })
})

async function letIn(pass: SeatPass & { device?: string }, host = world.host): Promise<void> {
  await comeToDoor(pass, { readiness: READY, now: NOW })
  await comeToDoor(host, { readiness: READY, now: NOW })
  await admit(host, { guestSeatId: pass.seat.id, now: NOW })
}

async function statusesOf(pass: SeatPass, cookie = cookieOf(pass)): Promise<number[]> {
  const seatId = pass.seat.id
  const answers = [await ask(files.loader, { seatId, cookie }), await ask(file.loader, { params: { seatId, fileId }, cookie })]
  await Promise.all(answers.map((one) => one.body?.cancel()))
  return answers.map(({ status }) => status)
}

async function addFile(pass: SeatPass): Promise<string> {
  const added = await addMeetingFile(pass, { name: 'Tal.pdf', bytes: PDF.length, content: contentOf(PDF) }, NOW)
  if (!added.ok) throw new Error(added.reason)
  return added.value
}
