import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AGENDA_LIMITS } from '#app/domain/agenda/agenda.ts'
import { parseAgendaChange, parseChangeRequest, parseTemplateItems } from '#app/domain/agenda/input.ts'
import { cleanLine, cleanText } from '#app/kernel/text.ts'
import { anyChange, ids, wildText } from './changes.ts'

const [id = ''] = ids
const add = { kind: 'item-add', itemId: id, title: 'Økonomi', purpose: '', minutes: 10, afterItemId: null }

test('whatever is posted gives an answer, never an exception', () => {
  const nearly = fc.record({ changeId: fc.constant(id), change: fc.oneof(fc.anything(), fc.json()) })
  fc.assert(fc.property(fc.oneof(fc.anything(), fc.json(), nearly), (body) => {
    expect(parseChangeRequest(body).ok).toBe(false)
    expect(parseTemplateItems(body).ok).toBe(false)
  }))
})

test('what is read can be stored: no U+0000, no half characters, ids that PostgreSQL takes', () => {
  fc.assert(fc.property(anyChange, (change) => {
    const parsed = parseAgendaChange(JSON.parse(JSON.stringify(change)))
    if (parsed.ok) expect(JSON.stringify(parsed.value)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
  }))
})

test('text that was cleaned is clean', () => {
  fc.assert(fc.property(wildText, (text) => {
    expect(cleanText(cleanText(text))).toBe(cleanText(text))
    expect(cleanLine(cleanLine(text))).toBe(cleanLine(text))
    expect(cleanLine(text)).not.toContain('\n')
  }))
})

test('text keeps its letters, its lines and its emoji', () => {
  expect(cleanText('  Første linje\r\nAnden 👩‍💻 linje\u000B ')).toBe('Første linje\nAnden 👩‍💻 linje')
  expect(cleanLine('Titel\npå to linjer')).toBe('Titel på to linjer')
})

test.each([
  ['nothing', undefined, 'malformed'],
  ['a note of its own, as pages of before notes were written together send it', { kind: 'entry-add', entryId: id, entryKind: 'note', itemId: null, text: 'Gammel', owner: '', due: '' }, 'malformed'],
  ['an unknown kind', { ...add, kind: 'item-explode' }, 'malformed'],
  ['an id that is no UUID', { ...add, itemId: 'DROP TABLE' }, 'malformed'],
  ['an id in capitals', { ...add, itemId: id.toUpperCase() }, 'malformed'],
  ['a list as title', { ...add, title: ['x'] }, 'malformed'],
  ['100 kB of title', { ...add, title: 'x'.repeat(100_000) }, 'too-long'],
  ['minutes as text', { ...add, minutes: '10' }, 'bad-minutes'],
  ['minutes that JSON could not carry', JSON.parse(JSON.stringify({ ...add, minutes: Number.NaN })), 'bad-minutes'],
  ['half a minute', { ...add, minutes: 0.5 }, 'bad-minutes'],
  ['a day that is none', { kind: 'entry-edit', entryId: id, text: 'x', owner: '', due: '2026-02-30' }, 'bad-date'],
])('%s is refused with a reason', (_, input, reason) => {
  expect(parseAgendaChange(input)).toEqual({ ok: false, reason })
})

test('a change comes as JSON or inside a form, with nothing in it that was not asked for', () => {
  const expected = { ok: true, value: { changeId: id, change: add } }
  expect(parseChangeRequest({ changeId: id, change: { ...add, author: 'host', spentMs: 1e9 } })).toEqual(expected)
  expect(parseChangeRequest({ changeId: id, change: JSON.stringify(add) })).toEqual(expected)
  expect(parseChangeRequest({ changeId: id, change: '{' })).toEqual({ ok: false, reason: 'malformed' })
  expect(parseChangeRequest({ change: add })).toEqual({ ok: false, reason: 'malformed' })
})

test('a template has items with a title and whole minutes, which forms send as text', () => {
  const item = { title: ' Velkommen ', purpose: '', minutes: '5' }
  expect(parseTemplateItems([item])).toEqual({ ok: true, value: [{ title: 'Velkommen', purpose: '', minutes: 5 }] })
  expect(parseTemplateItems([])).toMatchObject({ ok: false })
  expect(parseTemplateItems([{ ...item, title: '  ' }])).toEqual({ ok: false, reason: 'empty-text' })
  expect(parseTemplateItems([{ ...item, title: 'x'.repeat(AGENDA_LIMITS.title + 1) }])).toEqual({ ok: false, reason: 'too-long' })
  expect(parseTemplateItems([{ ...item, minutes: '5e1' }])).toEqual({ ok: false, reason: 'bad-minutes' })
  expect(parseTemplateItems(Array.from({ length: AGENDA_LIMITS.items + 1 }, () => item))).toEqual({ ok: false, reason: 'too-many' })
})
