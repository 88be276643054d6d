import { expect, test } from 'vitest'
import { EMPTY_AGENDA, type Agenda, type AgendaEntry, type EntryKind } from '#app/domain/agenda/agenda.ts'
import { BLANK_DRAFT, placeOf, writeDraft } from '#app/domain/agenda/ui/panel/entries/entry-draft.ts'
import { dueText, entryGroups, excerpt } from '#app/domain/agenda/ui/panel/entries/entry-groups.ts'
import { restoreDraft } from '#app/domain/agenda/ui/panel/use-draft.ts'

const atFirst: Agenda = { ...EMPTY_AGENDA, currentItemId: 'a', items: ['a', 'b'].map((id) => (
  { id, title: id, purpose: '', minutes: 5, isDone: false, author: 'template', spentMs: 0 }
)) }
const atSecond = { ...atFirst, currentItemId: 'b' }

test('an empty form follows the meeting', () => {
  expect([atFirst, atSecond, EMPTY_AGENDA].map((agenda) => placeOf(BLANK_DRAFT, agenda))).toEqual(['a', 'b', null])
})

test('a line that is begun at one point stays there when the meeting moves on', () => {
  const begun = writeDraft(BLANK_DRAFT, { text: 'V' }, 'a')
  expect(placeOf(writeDraft(begun, { text: 'Vi' }, 'b'), atSecond)).toBe('a')
})

test('a chosen place stays, the whole meeting too, and one that was removed is the whole meeting', () => {
  const chosen = writeDraft(BLANK_DRAFT, { itemId: '', isPinned: true }, 'a')
  expect(placeOf(writeDraft(chosen, { text: 'Vi' }, 'a'), atFirst)).toBeNull()
  expect(placeOf({ ...BLANK_DRAFT, itemId: 'gone', isPinned: true }, atFirst)).toBeNull()
})

test('decisions stand before next steps and notes, each in the order of writing', () => {
  const entries = [entry('1', 'note'), entry('2', 'next-step'), entry('3', 'decision'), entry('4', 'note'), entry('5', 'decision', null)]
  const groups = entryGroups({ ...atFirst, entries }, 'a', null)
  expect(groups.map(({ kind, entries: lines }) => [kind, lines.map(({ id }) => id)])).toEqual([
    ['decision', ['3']], ['next-step', ['2']], ['note', ['1', '4']],
  ])
  expect(entryGroups({ ...atFirst, entries }, null, null)).toHaveLength(1)
  expect(entryGroups({ ...atFirst, entries }, 'b', null)).toEqual([])
})

test('a line that is being edited stays in sight after the other side removed it, and its point', () => {
  const editor = { kind: 'entry' as const, entry: entry('1', 'note') }
  expect(entryGroups(atFirst, 'a', editor)).toHaveLength(1)
  expect(entryGroups({ ...atFirst, items: [] }, null, editor)).toHaveLength(1)
})

test('a kept draft is given back, and what no longer has its shape is not', () => {
  expect(restoreDraft(BLANK_DRAFT, JSON.stringify({ ...BLANK_DRAFT, text: 'Halv sætning' }))).toEqual({ ...BLANK_DRAFT, text: 'Halv sætning' })
  expect(restoreDraft(BLANK_DRAFT, '{"text": 7, "isPinned": "ja", "unknown": "x"}')).toEqual(BLANK_DRAFT)
  for (const kept of [null, '', '{', 'null', '"text"']) expect(restoreDraft(BLANK_DRAFT, kept)).toEqual(BLANK_DRAFT)
})

test('a due day is the same day for everybody, in the words of the language', () => {
  expect(dueText('2026-12-01', 'da')).toMatch(/^tirsdag (den )?1\. december$/)
  expect(dueText('2026-12-01', 'en')).toBe('Tuesday 1 December')
})

test('a button is named by the beginning of its line', () => {
  expect(excerpt('Kort\nlinje')).toBe('Kort linje')
  expect(excerpt('x'.repeat(100))).toHaveLength(60)
})

function entry(id: string, kind: EntryKind, itemId: string | null = 'a'): AgendaEntry {
  return { id, kind, itemId, text: id, owner: '', due: '', author: 'guest', authorName: 'Søren', at: 0 }
}
