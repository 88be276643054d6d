import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { saveTemplate } from '#app/domain/agenda/commands.server.ts'
import { addMeetingFile, keepHostDocument, listHostDocuments, listMeetingFiles, openMeetingFile, removeMeetingFile } from '#app/domain/agenda/prepare/files.server.ts'
import { forgetFiles } from '#app/domain/agenda/prepare/forget-files.server.ts'
import { prepareMeeting } from '#app/domain/agenda/prepare/prepare.server.ts'
import { FILE_LIMITS, sentFileOf } from '#app/domain/agenda/prepare/prepared-file.ts'
import { getAgenda } from '#app/domain/agenda/queries.server.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { db, transaction } from '#db/client.server.ts'
import { agenda, seat } from '#db/schema.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { PDF, PNG } from '../../../support/files.ts'
import { addGuest, makeMeeting, NOW } from '../../../support/meetings.ts'

useDatabase()

beforeAll(() => publishEnv({ FILES_DIR: mkdtempSync(join(tmpdir(), 'fremmode-files-')) }))

const sent = (content: Uint8Array<ArrayBuffer>, name: string) => sentFileOf(new File([content], name))
const pdf = (name = 'Tal.pdf') => sent(new Uint8Array(PDF), name)

async function added(...given: Parameters<typeof addMeetingFile>): Promise<string> {
  const result = await addMeetingFile(...given)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

test('what a guest adds is read by everybody of the meeting, and by nobody of another', async () => {
  const [world, other] = [await makeMeeting(), await makeMeeting()]
  const id = await added(world.guest, pdf(), NOW)
  expect(await listMeetingFiles(world.meetingId)).toMatchObject([{ id, name: 'Tal.pdf', type: 'application/pdf', bytes: PDF.byteLength, addedBy: { name: 'Søren Kjær' } }])
  for (const pass of [world.guest, world.host, await addGuest(world.meetingId)]) {
    const opened = await openMeetingFile(pass, id)
    expect(Buffer.from(await new Response(opened?.content).arrayBuffer())).toEqual(PDF)
  }
  expect(await openMeetingFile(other.guest, id)).toBeNull()
  expect(await openMeetingFile(other.host, id)).toBeNull()
  expect(await listMeetingFiles(other.meetingId)).toEqual([])
})

test('whoever was sent away neither reads nor adds', async () => {
  const { guest } = await makeMeeting()
  const id = await added(guest, pdf(), NOW)
  await db().update(seat).set({ door: 'removed' }).where(eq(seat.id, guest.seat.id))
  expect(await openMeetingFile(guest, id)).toBeNull()
  expect(await addMeetingFile(guest, pdf(), NOW)).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await removeMeetingFile(guest, id)).toEqual({ ok: false, reason: 'not-allowed' })
})

test('a file is what its first bytes say, and has a size', async () => {
  const { guest } = await makeMeeting()
  const tries = [
    [null, 'no-file'], [sent(new Uint8Array(), 'tom.pdf'), 'empty-file'], [sent(new Uint8Array(PNG), 'billede.pdf'), 'bad-type'],
    [sent(new TextEncoder().encode('<script>alert(1)</script>'), 'side.html'), 'bad-type'],
    [sent(new Uint8Array(FILE_LIMITS.fileBytes + 1), 'stor.pdf'), 'too-large'], [sent(new Uint8Array(PDF), '///'), 'no-file'],
  ] as const
  for (const [file, reason] of tries) expect(await addMeetingFile(guest, file, NOW)).toEqual({ ok: false, reason })
})

test('one takes back one’s own, and the host anything', async () => {
  const { host, guest, meetingId } = await makeMeeting()
  const [mine, hosts] = [await added(guest, pdf('a.pdf'), NOW), await added(host, pdf('b.pdf'), NOW)]
  expect(await removeMeetingFile(guest, hosts)).toBeNull()
  expect((await listMeetingFiles(meetingId)).map(({ id }) => id)).toContain(hosts)
  await removeMeetingFile(guest, mine)
  await removeMeetingFile(host, hosts)
  expect(await listMeetingFiles(meetingId)).toEqual([])
})

test('a meeting has room for so many files, and one that goes makes room', async () => {
  const { guest } = await makeMeeting()
  const ids = []
  for (let count = 0; count < FILE_LIMITS.files; count += 1) ids.push(await added(guest, pdf(), NOW))
  expect(await addMeetingFile(guest, pdf(), NOW)).toEqual({ ok: false, reason: 'too-many' })
  await removeMeetingFile(guest, ids[0] ?? '')
  expect(await addMeetingFile(guest, pdf(), NOW)).toMatchObject({ ok: true })
})

test('a template’s document is a PDF, comes along to the meeting as its own, and outlives the template', async () => {
  const { hostId, meetingId, guest } = await makeMeeting()
  const [document, picture] = [pdf('Vaner.pdf'), sent(new Uint8Array(PNG), 'a.png')]
  if (!document || !picture) throw new Error('there is a file')
  expect(await keepHostDocument(hostId, picture, NOW)).toEqual({ ok: false, reason: 'bad-type' })
  const kept = await keepHostDocument(hostId, document, NOW)
  if (!kept.ok) throw new Error(kept.reason)
  const items = [{ title: 'Punkt', purpose: '', minutes: 5, documentId: kept.value }]
  await db().delete(agenda).where(eq(agenda.meetingId, meetingId))
  await transaction((tx) => prepareMeeting(tx, { meetingId, hostId, items, now: NOW }))
  const id = (await getAgenda(meetingId)).agenda.items[0]?.documentId ?? ''
  expect(id).not.toBe(kept.value)
  expect(await openMeetingFile(guest, kept.value)).toBeNull()
  await forgetFiles(NOW + 2 * DAY_MS)
  expect(await listHostDocuments(hostId)).toEqual(new Map())
  expect(await openMeetingFile(guest, id)).toMatchObject({ name: 'Vaner.pdf' })
})

test('a document that a template names stays, another’s is not taken along', async () => {
  const [world, other] = [await makeMeeting(), await makeMeeting()]
  const document = pdf('Vaner.pdf')
  const kept = document && await keepHostDocument(world.hostId, document, NOW)
  if (!kept?.ok) throw new Error('it is kept')
  const items = [{ title: 'Punkt', purpose: '', minutes: 5, documentId: kept.value }]
  await saveTemplate({ hostId: world.hostId, diagnosis: 'more-courses', locale: 'da', title: 'Navn', items }, NOW)
  await forgetFiles(NOW + 2 * DAY_MS)
  expect([...(await listHostDocuments(world.hostId)).values()]).toEqual(['Vaner.pdf'])
  await db().delete(agenda).where(eq(agenda.meetingId, other.meetingId))
  await transaction((tx) => prepareMeeting(tx, { meetingId: other.meetingId, hostId: other.hostId, items, now: NOW }))
  expect((await getAgenda(other.meetingId)).agenda.items[0]?.documentId).toBeUndefined()
})
