import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import type { AgendaChange } from '#app/domain/agenda/change.ts'
import { addMeetingFile } from '#app/domain/agenda/prepare/files.server.ts'
import { getAgenda } from '#app/domain/agenda/queries.server.ts'
import { takeFile } from '#app/domain/meeting/chat/files.server.ts'
import { admit, comeToDoor, leaveDoor, turnAway } from '#app/domain/meeting/door/door.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { db } from '#db/client.server.ts'
import { agenda } from '#db/schema.server.ts'
import * as route from '../../../../app/routes/meeting/talk/document.ts'
import { useDatabase } from '../../../support/database.ts'
import { contentOf, PNG } from '../../../support/files.ts'
import { addGuest, cookieOf, makeMeeting, NOW, READY, signInHost, type World } from '../../../support/meetings.ts'
import { pdfOf } from '../../../support/pdf.ts'
import { ask } from '../../../support/routes.ts'

useDatabase()

const OFFER = pdfOf(3)

let world: World
let hostCookie = ''
let offerId = ''

beforeAll(() => {
  setNow(NOW)
  publishEnv({ FILES_DIR: mkdtempSync(join(tmpdir(), 'fremmode-files-')) })
})

beforeEach(async () => {
  world = await makeLive()
  hostCookie = await signInHost(world.hostId)
  offerId = await handOver(world.host, 'Tilbud.pdf', OFFER)
})

test('what is shown is read by everybody inside, whole and as one to be saved', async () => {
  expect(await statusOf(world.guest, offerId)).toBe(404)
  await change({ kind: 'document-show', documentId: offerId, name: 'Tilbud.pdf', page: 1, pages: 3 })
  const response = await read(world.guest, offerId)
  expect(Buffer.from(await response.arrayBuffer()).equals(OFFER)).toBe(true)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'",
    'content-disposition': expect.stringMatching(/^attachment/),
  })
})

test('the host opens what could be shown before it is, and nobody else does', async () => {
  expect(await statusOf(world.host, offerId, hostCookie)).toBe(200)
  expect(await statusOf(world.guest, offerId)).toBe(404)
})

test('what is put away is closed to guests again, and so is the one before it', async () => {
  const otherId = await handOver(world.guest, 'Andet.pdf', pdfOf(1))
  await change({ kind: 'document-show', documentId: offerId, name: 'Tilbud.pdf', page: 1, pages: 3 })
  await change({ kind: 'document-show', documentId: otherId, name: 'Andet.pdf', page: 1, pages: 1 })
  expect([await statusOf(world.guest, offerId), await statusOf(world.guest, otherId)]).toEqual([404, 200])
  await change({ kind: 'document-hide' })
  expect(await statusOf(world.guest, otherId)).toBe(404)
})

test('outsiders, whoever waits, left or was sent away, get nothing', async () => {
  await change({ kind: 'document-show', documentId: offerId, name: 'Tilbud.pdf', page: 1, pages: 3 })
  const [other, colleague] = [await makeLive(), await addGuest(world.meetingId)]
  const { seat: { id: seatId } } = world.guest
  for (const cookie of [undefined, cookieOf(other.guest), cookieOf(colleague), cookieOf(world.guest, 'booking')]) {
    expect((await ask(route.loader, { params: { seatId, documentId: offerId }, ...(cookie && { cookie }) })).status).toBe(403)
  }
  expect(await statusOf(other.guest, offerId)).toBe(404)
  expect(await statusOf(other.host, offerId, await signInHost(other.hostId))).toBe(404)
  expect(await statusOf(colleague, offerId)).toBe(404)
  await comeToDoor(colleague, { readiness: READY, now: NOW })
  expect(await statusOf(colleague, offerId)).toBe(404)
  await admit(world.host, { guestSeatId: colleague.seat.id, now: NOW })
  expect(await statusOf(colleague, offerId)).toBe(200)
  await leaveDoor(world.guest, NOW)
  expect(await statusOf(world.guest, offerId)).toBe(404)
  await turnAway(world.host, { guestSeatId: colleague.seat.id, now: NOW })
  expect(await statusOf(colleague, offerId)).toBe(404)
})

test('what is no document of the meeting is not shown, and what is no id is not there', async () => {
  const other = await makeLive()
  const [foreignId, pictureId] = [await handOver(other.host, 'Hemmeligt.pdf', pdfOf(1)), await handOver(world.host, 'x.png', PNG)]
  for (const documentId of [foreignId, pictureId, newId(), 'f'.repeat(64)]) {
    expect(await tryChange({ kind: 'document-show', documentId, name: 'Snyd', page: 1, pages: 1 })).toBe('no-such-document')
    expect(await statusOf(world.host, documentId, hostCookie)).toBe(404)
  }
  for (const documentId of ['..', "' OR 1=1 --", '']) expect(await statusOf(world.host, documentId, hostCookie)).toBe(404)
  expect((await getAgenda(world.meetingId)).agenda.document).toBeUndefined()
})

test('a document that was prepared for the meeting is shown, and stays while it is although its item goes', async () => {
  const added = await addMeetingFile(world.host, { name: 'Priser.pdf', bytes: OFFER.length, content: contentOf(OFFER) }, NOW)
  if (!added.ok) throw new Error(added.reason)
  const documentId = added.value
  const { agenda: state } = await getAgenda(world.meetingId)
  const items = state.items.map((item, index) => (index === 0 ? { ...item, documentId } : item))
  await db().update(agenda).set({ state: { ...state, items } }).where(eq(agenda.meetingId, world.meetingId))
  expect([await statusOf(world.host, documentId, hostCookie), await statusOf(world.guest, documentId)]).toEqual([200, 404])
  await change({ kind: 'document-show', documentId, name: 'Priser', page: 1, pages: 3 })
  await change({ kind: 'item-remove', itemId: items[0]?.id ?? '' })
  expect(await statusOf(world.guest, documentId)).toBe(200)
})

test('a guest can neither show nor turn nor put away', async () => {
  await change({ kind: 'document-show', documentId: offerId, name: 'Tilbud.pdf', page: 1, pages: 3 })
  const tries: AgendaChange[] = [
    { kind: 'document-show', documentId: offerId, name: 'Mit', page: 1, pages: 3 }, { kind: 'document-page', documentId: offerId, page: 2 },
    { kind: 'document-hide' },
  ]
  for (const one of tries) expect(await tryChange(one, world.guest)).toBe('not-allowed')
})

async function makeLive(): Promise<World> {
  const made = await makeMeeting()
  await comeToDoor(made.guest, { readiness: READY, now: NOW })
  await comeToDoor(made.host, { readiness: READY, now: NOW })
  await admit(made.host, { guestSeatId: made.guest.seat.id, now: NOW })
  return made
}

async function handOver(pass: SeatPass, name: string, content: Buffer): Promise<string> {
  const id = newId()
  const taken = await takeFile(pass, { id, name, content: contentOf(content), announcedBytes: content.length, now: NOW })
  if (!taken.ok) throw new Error(taken.reason)
  return id
}

function read(pass: SeatPass, documentId: string, cookie = cookieOf(pass)): Promise<Response> {
  return ask(route.loader, { params: { seatId: pass.seat.id, documentId }, cookie })
}

async function statusOf(pass: SeatPass, documentId: string, cookie?: string): Promise<number> {
  return (await read(pass, documentId, cookie)).status
}

async function tryChange(change: AgendaChange, pass = world.host): Promise<string> {
  const made = await changeAgenda(pass, { change, changeId: newId(), now: NOW })
  return made.ok ? 'made' : made.reason
}

async function change(wanted: AgendaChange): Promise<void> {
  expect(await tryChange(wanted)).toBe('made')
}
