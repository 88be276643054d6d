import { afterEach, beforeEach, expect, test } from 'vitest'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { getWhole, listNotes } from '#app/domain/agenda/notes/queries.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import * as agenda from '../../../app/routes/meeting/agenda.ts'
import * as notes from '../../../app/routes/meeting/notes.tsx'
import { useDatabase } from '../../support/database.ts'
import { addGuest, cookieOf, makeMeeting, NOW, signInHost } from '../../support/meetings.ts'
import { makeLive } from '../../support/room-feed.ts'
import { argumentsOf, drawn, formOf, post, thrownBy, type Asked } from '../../support/routes.ts'

useDatabase()
beforeEach(() => setNow(NOW))
afterEach(() => setNow(null))

test('a form without a script writes into the text as it was when the page was drawn, and leads back to the page', async () => {
  const { asGuest, meetingId, items } = await makeRoom()
  const written = await post(notes.action, { ...asGuest, body: formOf({ version: '0', itemId: items[0] ?? '', text: 'Linje et\r\nLinje to' }) })
  expect([written.status, written.headers.get('Location')]).toEqual([303, `/room/${asGuest.seatId}/notes?saved`])
  expect(await listNotes(meetingId)).toEqual([{ itemId: items[0], text: 'Linje et\nLinje to' }])
  const page = await notes.loader(argumentsOf(asGuest))
  expect(page.view).toMatchObject({ version: 1, notes: [{ text: 'Linje et\nLinje to' }], isOver: false })
})

test('what no page of ours sends is malformed, and changes nothing', async () => {
  const { asGuest, meetingId } = await makeRoom()
  const good = { version: '0', itemId: '', text: 'Hej' }
  const bad: Record<string, string>[] = [{}, { ...good, version: '-1' }, { ...good, version: '1e9' }, { ...good, itemId: 'x' }, { ...good, itemId: '__proto__' }, { ...good, text: 'x'.repeat(90_000) }]
  for (const body of bad) expect((await post(notes.action, { ...asGuest, body: formOf(body) })).status).toBe(400)
  expect((await post(notes.action, { ...asGuest, body: 'nonsense' })).status).toBe(400)
  expect((await getWhole(meetingId)).version).toBe(0)
})

test('what is refused comes back with its words, its reason and the right status', async () => {
  const { asGuest, asHost, host } = await makeRoom()
  const long = await refusal({ ...asGuest, body: formOf({ version: '0', itemId: '', text: 'x'.repeat(20_001) }) })
  expect(long).toMatchObject({ status: 422, data: { words: 'Teksten var for lang.', text: 'x'.repeat(20_001) } })
  await endMeeting(host, NOW)
  const late = await refusal({ ...asHost, body: formOf({ version: '0', itemId: '', text: 'For sent' }) })
  expect(late).toMatchObject({ status: 409, data: { text: 'For sent' } })
  const early = await makeMeeting()
  const waiting = await refusal({ seatId: early.guest.seat.id, cookie: cookieOf(early.guest), body: formOf({ version: '0', itemId: '', text: 'Før' }) })
  expect(waiting).toMatchObject({ status: 403, data: { text: 'Før' } })
})

test('nobody but the seat that was proven reads the notes or writes in them', async () => {
  const { asGuest, meetingId } = await makeRoom()
  const other = await makeMeeting()
  const colleague = await addGuest(meetingId)
  const form = formOf({ version: '0', itemId: '', text: 'Indbrud' })
  for (const cookie of [undefined, cookieOf(other.guest), cookieOf(colleague), await signInHost(other.hostId)]) {
    expect((await thrownBy(async () => notes.loader(argumentsOf({ seatId: asGuest.seatId, cookie })))).status).toBe(403)
    expect((await post(notes.action, { seatId: asGuest.seatId, cookie, body: form })).status).toBe(403)
  }
  expect((await getWhole(meetingId)).version).toBe(0)
})

test('a bad update is refused by the agenda\'s own route, with the right status', async () => {
  const { asGuest } = await makeRoom()
  const send = (change: object) => post(agenda.action, { ...asGuest, body: { changeId: newId(), change } })
  expect((await send({ kind: 'note-update', update: 'AQIDBA==' })).status).toBe(400)
  expect((await send({ kind: 'note-update', update: '' })).status).toBe(400)
  expect((await send({ kind: 'note-update', update: 'A'.repeat(120_000) })).status).toBe(422)
  expect((await send({ kind: 'poll-ask', pollId: newId(), itemId: null, question: 'Hvad?', answers: [] })).status).toBe(403)
  expect((await send({ kind: 'poll-vote', pollId: newId(), answerId: newId() })).status).toBe(422)
})

async function makeRoom() {
  const world = await makeLive()
  return {
    ...world,
    asGuest: { seatId: world.guest.seat.id, cookie: cookieOf(world.guest) },
    asHost: { seatId: world.host.seat.id, cookie: await signInHost(world.hostId) },
  }
}

async function refusal(asked: Asked): Promise<{ status: number | undefined; data: unknown }> {
  const { init, data } = drawn(await notes.action(argumentsOf({ method: 'POST', ...asked })))
  return { status: init?.status, data }
}
