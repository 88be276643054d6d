import fc from 'fast-check'
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { mergeUpdate, readNotes, updateToText } from '#app/domain/agenda/notes/crdt.server.ts'
import { base64Of, bytesOf, goneNotes, NOTE_LIMITS, updateFault, withNotes } from '#app/domain/agenda/notes/note.ts'
import { EMPTY_AGENDA } from '#app/domain/agenda/agenda.ts'

test('two who write at once both stand in the text', () => {
  const start = wrote(null, 'Vi begynder.')
  const here = updateToText([start], { itemId: null, text: 'Hej. Vi begynder.' })
  const there = updateToText([start], { itemId: null, text: 'Vi begynder. I januar.' })
  for (const order of [[here, there], [there, here]]) {
    expect(readNotes(merged([start, ...order]))).toEqual([{ itemId: null, text: 'Hej. Vi begynder. I januar.' }])
  }
})

test('a text that was sent back unchanged is no change', () => {
  expect(updateToText([wrote(null, 'Ens')], { itemId: null, text: 'Ens' })).toBeNull()
  expect(updateToText([], { itemId: null, text: '' })).toBeNull()
})

test('the same update twice is one, and texts of several items are apart', () => {
  const first = wrote(null, 'Hele mødet')
  const second = updateToText([first], { itemId: ITEM, text: 'Punktet' })
  expect(readNotes(merged([first, first, second, second]))).toEqual([{ itemId: ITEM, text: 'Punktet' }, { itemId: null, text: 'Hele mødet' }])
})

test('an update is told by the ids under which it adds something, and a repeat adds nothing', () => {
  const here = new Y.Doc()
  here.getText('note:meeting').insert(0, 'Hej')
  const first = Y.encodeStateAsUpdate(here)
  expect(mergeUpdate(null, first)).toMatchObject({ ok: true, value: { clients: [here.clientID] } })
  expect(mergeUpdate(first, first)).toMatchObject({ ok: true, value: { clients: [] } })
  here.getText('note:meeting').delete(0, 1)
  expect(mergeUpdate(first, Y.encodeStateAsUpdate(here))).toMatchObject({ ok: true, value: { clients: [] } })
  const there = new Y.Doc()
  Y.applyUpdate(there, first)
  there.getText('note:meeting').insert(3, '!')
  expect(mergeUpdate(first, Y.encodeStateAsUpdate(there))).toMatchObject({ ok: true, value: { clients: [there.clientID] } })
})

describe('bad updates are refused and break nothing', () => {
  test('bytes that are no update', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const result = mergeUpdate(null, bytes)
      if (result.ok) expect(readNotes(result.value.state)).toEqual([])
      else expect(result.reason).toBe('bad-note')
    }), { numRuns: 500 })
  })
  test('an update that waits for another that never came', () => {
    const doc = new Y.Doc()
    doc.getText('note:meeting').insert(0, 'a')
    const before = Y.encodeStateVector(doc)
    doc.getText('note:meeting').insert(1, 'b')
    expect(mergeUpdate(null, Y.encodeStateAsUpdate(doc, before))).toEqual({ ok: false, reason: 'bad-note' })
  })
  test('a text of another name', () => {
    const doc = new Y.Doc()
    doc.getText('secret').insert(0, 'a')
    expect(mergeUpdate(null, Y.encodeStateAsUpdate(doc))).toEqual({ ok: false, reason: 'bad-note' })
  })
  test('a map in place of a text', () => {
    const doc = new Y.Doc()
    doc.getMap('note:meeting').set('a', 1)
    const result = mergeUpdate(null, Y.encodeStateAsUpdate(doc))
    if (result.ok) expect(readNotes(result.value.state)).toEqual([])
  })
  test('a text that is too long, and a document that is too big', () => {
    const long = updateToText([], { itemId: null, text: 'x'.repeat(NOTE_LIMITS.text + 1) })
    expect(mergeUpdate(null, long ?? new Uint8Array())).toEqual({ ok: false, reason: 'too-long' })
    const doc = new Y.Doc()
    for (let index = 0; index < 30; index += 1) doc.getText(`note:${ITEM.slice(0, -2)}${index + 10}`).insert(0, 'x'.repeat(NOTE_LIMITS.text))
    expect(mergeUpdate(null, Y.encodeStateAsUpdate(doc))).toEqual({ ok: false, reason: 'too-many' })
  })
  test('text that is no base64, and far too much of it', () => {
    for (const update of ['', 'a', 'abc', '====', 'a-b_', 'æøå!', 'ab=c']) expect(updateFault(update)).toEqual({ ok: false, reason: 'bad-note' })
    expect(updateFault('A'.repeat(100_000))).toEqual({ ok: false, reason: 'too-long' })
    expect(updateFault(base64Of(wrote(null, 'Hej')))).toBeNull()
  })
})

test('bytes come back from their text', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => { expect(bytesOf(base64Of(bytes))).toEqual(bytes) }))
})

test('a record has each text as one note, those of items that are gone under the whole meeting', () => {
  const item = { id: ITEM, title: 'A', purpose: '', minutes: 5, isDone: false, author: 'host' as const, spentMs: 0 }
  const notes = [{ itemId: ITEM, text: 'Her' }, { itemId: 'gone', text: 'Der' }, { itemId: null, text: '' }]
  expect(withNotes({ ...EMPTY_AGENDA, items: [item] }, notes).entries).toMatchObject([
    { kind: 'note', itemId: ITEM, text: 'Her', authorName: '' }, { kind: 'note', itemId: null, text: 'Der' },
  ])
  expect(withNotes(EMPTY_AGENDA, [])).toBe(EMPTY_AGENDA)
})

test('what was written at items that are gone is known from the rest', () => {
  const notes = [{ itemId: ITEM, text: 'Her' }, { itemId: 'gone', text: 'Der' }, { itemId: 'empty', text: ' \n' }, { itemId: null, text: 'Alt' }]
  expect(goneNotes(notes, [{ id: ITEM }])).toEqual([{ itemId: 'gone', text: 'Der' }])
})

const ITEM = 'aaaaaaaa-0000-4000-8000-000000000000'

function wrote(itemId: string | null, text: string): Uint8Array {
  return updateToText([], { itemId, text }) ?? new Uint8Array()
}

function merged(updates: (Uint8Array | null)[]): Uint8Array {
  return updates.reduce<Uint8Array>((state, update) => {
    const result = mergeUpdate(state, update ?? new Uint8Array())
    if (!result.ok) throw new Error(result.reason)
    return result.value.state
  }, Y.encodeStateAsUpdate(new Y.Doc()))
}
