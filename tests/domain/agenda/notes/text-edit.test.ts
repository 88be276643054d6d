import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, moveCaret, oneEdit, textEdits } from '#app/domain/agenda/notes/text-edit.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', 'æ', '😀', '😁', '👍🏽'), maxLength: 40 })

test('an edit leads from one text to the other, wherever the caret is said to stand', () => {
  fc.assert(fc.property(text, text, fc.nat(60), (before, after, caret) => {
    const edit = oneEdit(before, after, caret)
    expect(applyEdits(before, edit ? [edit] : [])).toBe(after)
    expect(applyEdits(before, textEdits(before, after))).toBe(after)
  }))
})

test('no edit takes half of a character or brings half of one', () => {
  fc.assert(fc.property(text, text, (before, after) => {
    textEdits(before, after).reduce((now, edit) => {
      for (const part of [edit.insert, now.slice(edit.at, edit.at + edit.remove)]) expect(part).not.toMatch(/\p{Cs}/u)
      return applyEdits(now, [edit])
    }, before)
  }))
  expect(oneEdit('😀', '😁')).toEqual({ at: 0, remove: 2, insert: '😁' })
})

test('of two like letters the one at the caret was typed', () => {
  expect(oneEdit('aaa', 'aaaa', 2)).toEqual({ at: 1, remove: 0, insert: 'a' })
  expect(oneEdit('aaa', 'aaaa', 4)).toEqual({ at: 3, remove: 0, insert: 'a' })
})

test('a text that comes back whole changes only the lines that differ', () => {
  expect(textEdits('en\nto\ntre\nfire\n', 'en\nTO\ntre\nfire!\n')).toEqual([{ at: 3, remove: 2, insert: 'TO' }, { at: 14, remove: 0, insert: '!' }])
  expect(textEdits('ens', 'ens')).toEqual([])
})

test('a text of a thousand lines is replaced in one piece', () => {
  const long = Array.from({ length: 1_000 }, (_, index) => `linje ${index}\n`).join('')
  expect(textEdits(long, `${long}til`)).toEqual([{ at: long.length, remove: 0, insert: 'til' }])
})

test.each([
  ['before the caret, words push it', 5, { at: 0, remove: 0, insert: 'abc' }, 8],
  ['at the caret, words come behind it', 5, { at: 5, remove: 0, insert: 'abc' }, 5],
  ['behind the caret nothing moves it', 5, { at: 9, remove: 2, insert: '' }, 5],
  ['words that go draw it back', 5, { at: 1, remove: 2, insert: '' }, 3],
  ['words that go from around it leave it where they stood', 5, { at: 2, remove: 9, insert: 'x' }, 3],
])('%s', (_, caret, edit, expected) => {
  expect(moveCaret(caret, [edit])).toBe(expected)
})
