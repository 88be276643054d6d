import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { writeNote } from '#app/domain/agenda/notes/commands.server.ts'
import { noteName } from '#app/domain/agenda/notes/note.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { db } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import * as summary from '../../../../app/routes/meeting/summary.tsx'
import * as file from '../../../../app/routes/meeting/after/summary-file.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, cookieOf, signInHost } from '../../../support/meetings.ts'
import { DURING, line, makeLive, type LiveMeeting } from '../../../support/next-world.ts'
import { argumentsOf, ask, drawn, formOf, post } from '../../../support/routes.ts'

const database = useDatabase()
const DECISION = line('decision', 'Vi begynder med seks.')
const STEP = line('next-step', 'Send udkastet', { owner: 'Mette', due: '2026-12-01' })

let live: LiveMeeting

beforeEach(async () => {
  await database.reset()
  setNow(DURING)
  live = await makeLive({ entries: [DECISION, STEP] })
  await endMeeting(live.host, DURING)
})

/** Another meeting, in which both wrote one text for all of it. */
async function makeNoted(): Promise<LiveMeeting> {
  await database.reset()
  const noted = await makeLive()
  await writeNote(noted.host, { version: 0, itemId: null, text: 'Pris: ?' }, DURING)
  await endMeeting(noted.host, DURING)
  return noted
}

const asGuest = () => ({ seatId: live.guest.seat.id, cookie: cookieOf(live.guest) })
const send = (fields: Record<string, string>, who = asGuest()) => post(summary.action, { ...who, body: formOf(fields) })
const view = async () => (await summary.loader(argumentsOf(asGuest()))).data.view
const put = (text: string) => ({ intent: 'correct', entryId: DECISION.id, text })
const fileAt = (type: string, given: { cookie?: string; headers?: Record<string, string> } = {}) =>
  ask(file.loader, { ...asGuest(), ...given, url: `http://localhost/room/${live.guest.seat.id}/summary.${type}` })

test('a correction leads back to its line, and the page shows who made it and what stood before', async () => {
  const saved = await send(put('Vi begynder med otte.'))
  expect([saved.status, saved.headers.get('Location')]).toEqual([303, `/room/${live.guest.seat.id}/summary#line-${DECISION.id}`])
  expect(await view()).toMatchObject({
    agenda: { entries: [{ text: 'Vi begynder med otte.' }, {}] }, correctableUntil: DURING + DAY_MS,
    corrections: [{ name: live.guest.seat.name, before: { text: DECISION.text } }],
  })
})

test('what can\'t be saved is answered with why and with what was typed', async () => {
  const refused = drawn(await summary.action(argumentsOf({ ...asGuest(), method: 'POST', body: formOf(put('')) })))
  expect(refused).toMatchObject({ init: { status: 422 }, data: { reason: 'empty-text' } })
  setNow(DURING + DAY_MS + 1)
  const late = drawn(await summary.action(argumentsOf({ ...asGuest(), method: 'POST', body: formOf(put('For sent')) })))
  expect(late).toMatchObject({ init: { status: 409 }, data: { reason: 'too-late', asked: { text: 'For sent' } } })
  expect((await view()).correctableUntil).toBeNull()
})

test('a text that was written together is put right in its place, and read so on the page and in both files', async () => {
  live = await makeNoted()
  const { version } = await view()
  const fields = { intent: 'correct-note', entryId: noteName(null), version: String(version) }
  expect((await send({ ...fields, text: 'Pris: 9.000' })).headers.get('Location')).toContain('#line-note:meeting')
  expect((await view()).corrections).toMatchObject([{ entryId: noteName(null), before: { text: 'Pris: ?' } }])
  for (const type of ['md', 'json']) expect(await (await fileAt(type)).text()).toContain('Pris: 9.000')
  const stale = drawn(await summary.action(argumentsOf({ ...asGuest(), method: 'POST', body: formOf({ ...fields, text: 'Pris: 8.000' }) })))
  expect(stale).toMatchObject({ init: { status: 409 }, data: { reason: 'changed-since', asked: { text: 'Pris: 8.000' } } })
  const colleague = await addGuest(live.guest.meeting.id)
  for (const cookie of ['', cookieOf(colleague), cookieOf(live.guest, 'booking')]) {
    expect((await send({ ...fields, text: 'x' }, { ...asGuest(), cookie })).status).toBe(403)
  }
  const never = { seatId: colleague.seat.id, cookie: cookieOf(colleague) }
  expect(drawn(await summary.action(argumentsOf({ ...never, method: 'POST', body: formOf({ ...fields, text: 'x' }) }))).init?.status).toBe(403)
})

test('a next step is done by a press, and not done by another', async () => {
  expect((await send({ intent: 'done', entryId: STEP.id })).status).toBe(303)
  expect((await view()).done).toMatchObject([{ entryId: STEP.id, name: live.guest.seat.name }])
  expect((await send({ intent: 'undone', entryId: STEP.id })).status).toBe(303)
  expect((await view()).done).toEqual([])
})

test('what no form of ours sends is refused', async () => {
  for (const fields of [{ intent: 'correct' }, { intent: 'x' }, { intent: 'done', entryId: 'x' }, {}]) {
    expect((await send(Object.fromEntries(Object.entries(fields)))).status).toBe(400)
  }
  expect((await send({ intent: 'done', entryId: newId() })).status).toBe(404)
  expect((await send({ intent: 'done', entryId: DECISION.id })).status).toBe(404)
  const gone = { ...put('x'), entryId: newId() }
  expect(drawn(await summary.action(argumentsOf({ ...asGuest(), method: 'POST', body: formOf(gone) }))).init?.status).toBe(404)
})

test('opening the link of a mail marks nothing: only a post does', async () => {
  await summary.loader(argumentsOf({ ...asGuest(), url: `http://localhost/room/x/summary?intent=done&entryId=${STEP.id}` }))
  expect((await view()).done).toEqual([])
})

test('the summary is fetched as text and as data, and once more only when it has changed', async () => {
  for (const [type, kind] of [['md', 'text/markdown'], ['json', 'application/json']] as const) {
    const first = await fileAt(type)
    expect(first.headers.get('Content-Type')).toContain(kind)
    expect(await first.text()).toContain(DECISION.text)
    const etag = first.headers.get('ETag') ?? ''
    expect((await fileAt(type, { headers: { 'If-None-Match': etag } })).status).toBe(304)
    await send(put(`Ny tekst til ${type}`))
    expect((await fileAt(type, { headers: { 'If-None-Match': etag } })).status).toBe(200)
  }
})

test('an outsider reads, corrects and fetches nothing, and whoever was sent away neither', async () => {
  const colleague = await addGuest(live.guest.meeting.id)
  for (const cookie of ['', cookieOf(colleague), cookieOf(live.guest, 'booking')]) {
    expect((await send(put('x'), { ...asGuest(), cookie })).status).toBe(403)
    expect((await send({ intent: 'done', entryId: STEP.id }, { ...asGuest(), cookie })).status).toBe(403)
    for (const type of ['md', 'json']) expect((await fileAt(type, { cookie })).status).toBe(403)
  }
  await db().update(seat).set({ door: 'removed' }).where(eq(seat.id, live.guest.seat.id))
  expect((await send(put('x'))).status).toBe(403)
  for (const type of ['md', 'json']) expect((await fileAt(type)).status).toBe(403)
  const stranger = await signInHost(live.hostId)
  expect((await fileAt('md', { cookie: stranger })).status).toBe(403)
})
