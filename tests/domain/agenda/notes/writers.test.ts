import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import { writeNote } from '#app/domain/agenda/notes/commands.server.ts'
import { base64Of, noteName } from '#app/domain/agenda/notes/note.ts'
import { getWhole, listNotes } from '#app/domain/agenda/notes/queries.server.ts'
import { claimClients } from '#app/domain/agenda/notes/writers.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { useDatabase } from '../../../support/database.ts'
import { NOW } from '../../../support/meetings.ts'
import { makeLive } from '../../../support/room-feed.ts'

useDatabase()

const NAME = noteName(null)

test('a seat has as many ids as it takes, and none that is another\'s', () => {
  const writers = claimClients({}, 'host', [1, 2])
  expect(writers).toEqual({ host: [1, 2] })
  expect(claimClients({ host: [1] }, 'host', [1])).toEqual({ host: [1] })
  expect(claimClients({ host: [1] }, 'guest', [3, 4])).toEqual({ host: [1], guest: [3, 4] })
  expect(claimClients({ host: [1], guest: [3] }, 'guest', [4, 1])).toBeNull()
  expect(claimClients({ host: [1] }, 'guest', [])).toEqual({ host: [1] })
})

test('whoever writes under another\'s id is refused, and the other\'s next words stand', async () => {
  const { host, guest, meetingId } = await makeLive()
  const doc = new Y.Doc()
  doc.getText(NAME).insert(0, 'Vært ')
  expect(await send(host, Y.encodeStateAsUpdate(doc))).toBe('made')
  const before = await getWhole(meetingId)
  for (const text of ['0123456789', '0']) expect(await send(guest, forged(doc, text))).toBe('bad-note')
  expect(await getWhole(meetingId)).toEqual(before)
  expect(await type(host, doc, 'skriver')).toBe('made')
  expect(await listNotes(meetingId)).toEqual([{ itemId: null, text: 'Vært skriver' }])
})

test('whoever reloads, posts again, or deletes what another wrote is let through', async () => {
  const { host, guest, meetingId } = await makeLive()
  const doc = new Y.Doc()
  doc.getText(NAME).insert(0, 'Vært')
  for (let turn = 0; turn < 2; turn += 1) expect(await send(host, Y.encodeStateAsUpdate(doc))).toBe('made')
  const reloaded = new Y.Doc()
  Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(doc))
  expect(await type(host, reloaded, '-igen')).toBe('made')
  expect(await type(host, doc, '!')).toBe('made')
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const clocks = Y.encodeStateVector(other)
  other.getText(NAME).delete(0, 4)
  expect(await send(guest, Y.encodeStateAsUpdate(other, clocks))).toBe('made')
  const [note] = await listNotes(meetingId)
  expect(note?.text).toMatch(/^(-igen!|!-igen)$/)
})

test('what comes from a page without a script is the sender\'s own, time after time', async () => {
  const { host, guest, meetingId } = await makeLive()
  for (const [pass, text] of [[host, 'Et'], [guest, 'Et\nTo'], [host, 'Et\nTo\nTre'], [guest, 'To\nTre']] as const) {
    const { version } = await getWhole(meetingId)
    expect(await writeNote(pass, { version, itemId: null, text }, NOW)).toEqual({ ok: true, value: null })
  }
  expect(await listNotes(meetingId)).toEqual([{ itemId: null, text: 'To\nTre' }])
})

/** What somebody makes who pretends to be the writer of this document. */
function forged(doc: Y.Doc, text: string): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = doc.clientID
  copy.getText(NAME).insert(0, text)
  return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc))
}

function type(pass: SeatPass, doc: Y.Doc, words: string): Promise<string> {
  const before = Y.encodeStateVector(doc)
  doc.getText(NAME).insert(doc.getText(NAME).length, words)
  return send(pass, Y.encodeStateAsUpdate(doc, before))
}

async function send(pass: SeatPass, update: Uint8Array): Promise<string> {
  const result = await changeAgenda(pass, { change: { kind: 'note-update', update: base64Of(update) }, changeId: newId(), now: NOW })
  return result.ok ? 'made' : result.reason
}
