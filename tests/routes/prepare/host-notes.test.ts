import { beforeAll, expect, test } from 'vitest'
import { NOTE_LENGTH } from '#app/domain/agenda/prepare/host-note.ts'
import { listHostNotes, saveHostNote } from '#app/domain/agenda/prepare/host-notes.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { endAllStreams } from '#app/platform/feed/event-stream.server.ts'
import * as prepare from '../../../app/routes/desk/prepare/prepare.tsx'
import * as agenda from '../../../app/routes/meeting/agenda.ts'
import * as feed from '../../../app/routes/meeting/feed.ts'
import * as notes from '../../../app/routes/meeting/prepare/host-notes.ts'
import * as room from '../../../app/routes/meeting/room.tsx'
import { useDatabase } from '../../support/database.ts'
import { addGuest, browserOf, cookieOf, makeMeeting, NOW, signInHost, type World } from '../../support/meetings.ts'
import { argumentsOf, ask, formOf, post, type Asked } from '../../support/routes.ts'

useDatabase()

let world: World
let host: string
let otherHost: string

beforeAll(async () => {
  setNow(NOW)
  world = await makeMeeting()
  const other = await makeMeeting()
  ;[host, otherHost] = [await signInHost(world.hostId), await signInHost(other.hostId)]
  await saveHostNote(world.host, { itemId: world.items[0] ?? '', questions: 'HEMMELIGT?', text: 'HEMMELIGT.', version: 0 }, NOW)
})

const endpoints: [string, (asked: Asked) => Promise<Response>][] = [
  ['reading the notes', (asked) => ask(notes.loader, asked)],
  ['writing a note', (asked) => post(notes.action, { ...asked, body: { itemId: null, questions: '', text: 'Indbrud', version: 0 } })],
]

test.each(endpoints)('%s is for the host of the meeting and nobody else', async (_, knock) => {
  const [mine, guests, colleague] = [world.host.seat.id, world.guest.seat.id, await addGuest(world.meetingId)]
  const attempts: [string, Asked, number][] = [
    ['a guest on the own seat', { seatId: guests, cookie: cookieOf(world.guest) }, 404],
    ['a guest on the host’s seat', { seatId: mine, cookie: cookieOf(world.guest) }, 403],
    ['a colleague on the own seat', { seatId: colleague.seat.id, cookie: cookieOf(colleague) }, 404],
    ['another host', { seatId: mine, cookie: otherHost }, 404],
    ['the host on a guest’s seat', { seatId: guests, cookie: host }, 403],
    ['nobody', { seatId: mine }, 403],
    ['no such seat', { seatId: newId(), cookie: host }, 404],
  ]
  for (const [who, asked, status] of attempts) {
    const response = await knock(asked)
    expect(response.status, who).toBe(status)
    expect(await response.text(), who).not.toContain('HEMMELIGT')
  }
  expect(await listHostNotes(world.meetingId)).toHaveLength(1)
})

test('what the host alone has stands in nothing that a guest’s room gets', async () => {
  const asked = { seatId: world.guest.seat.id, cookie: browserOf(world.guest) }
  const page = JSON.stringify(await room.loader(argumentsOf(asked)))
  const state = await (await ask(agenda.loader, asked)).text()
  const stream = (await ask(feed.loader, { ...asked, url: 'http://localhost/room/x/feed?after=0' })).body?.getReader()
  const first = new TextDecoder().decode((await stream?.read())?.value)
  endAllStreams()
  expect(page).toContain('Velkommen')
  expect(page + state + first).not.toContain('HEMMELIGT')
  expect(page).toContain('"hostNotes":null')
})

test('the host reads and writes in the room, and is told when somebody has written meanwhile', async () => {
  const asked = { seatId: world.host.seat.id, cookie: host }
  const itemId = world.items[1] ?? ''
  const write = (body: object) => post(notes.action, { ...asked, body: { itemId, questions: 'Hvad?', ...body } })
  expect(await (await write({ text: 'A', version: 0 })).json()).toEqual({ version: 1 })
  const stale = await write({ text: 'B', version: 0 })
  expect([stale.status, await stale.json()]).toMatchObject([409, { reason: 'stale' }])
  const tries: [object, number][] = [
    [{ text: 'x'.repeat(NOTE_LENGTH + 1), version: 1 }, 422], [{ text: 'x', version: 'nu' }, 400], [{ text: 'x', version: 0, itemId: newId() }, 409],
  ]
  for (const [body, status] of tries) expect((await write(body)).status).toBe(status)
  expect((await post(notes.action, { ...asked, body: 'ikke JSON' })).status).toBe(400)
  const read = await (await ask(notes.loader, asked)).json()
  expect(read.notes).toEqual(expect.arrayContaining([{ itemId, questions: 'Hvad?', text: 'A', version: 1 }]))
})

test('the desk’s page saves a note without a script, and gives back what it could not save', async () => {
  const params = { meetingId: world.meetingId }
  const send = (fields: Record<string, string>, cookie = host) => (
    prepare.action(argumentsOf({ params, cookie, method: 'POST', body: formOf({ intent: 'save-note', itemId: '', questions: '', ...fields }) }))
  )
  await expect(send({ text: 'Hele mødet', version: '0' })).rejects.toMatchObject({ status: 303 })
  const stale = await send({ text: 'Fra en anden fane', version: '0' })
  expect(stale).toMatchObject({ init: { status: 409 }, data: { refused: { kind: 'note', reason: 'stale', note: { text: 'Fra en anden fane' } } } })
  await expect(send({ text: 'Indbrud', version: '1' }, otherHost)).rejects.toMatchObject({ status: 404 })
  await expect(send({ text: 'x', version: 'ny' })).rejects.toMatchObject({ status: 400 })
})
