import { describe, expect, test } from 'vitest'
import { chordOf } from '#app/domain/agenda/ui/notes/chord.ts'
import { linesAt } from '#app/domain/agenda/ui/notes/line-at.ts'

const text = 'en\n  to  \n\ntre'

test.each([
  ['the line of the caret, with the break behind it', 1, 1, { at: 0, length: 3, text: 'en' }],
  ['at the end of a line that line', 2, 2, { at: 0, length: 3, text: 'en' }],
  ['at its beginning that line', 3, 3, { at: 3, length: 7, text: 'to' }],
  ['an empty line', 10, 10, { at: 10, length: 1, text: '' }],
  ['the last line, which no break ends', 14, 14, { at: 11, length: 3, text: 'tre' }],
  ['all lines that are selected, however little of them', 1, 5, { at: 0, length: 10, text: 'en\n  to' }],
  ['not the line behind the selected break', 0, 3, { at: 0, length: 3, text: 'en' }],
])('a line is %s', (_, start, end, expected) => {
  expect(linesAt(text, start, end)).toEqual(expected)
})

test('in an empty text there is an empty line', () => {
  expect(linesAt('', 0, 0)).toEqual({ at: 0, length: 0, text: '' })
})

describe('chords', () => {
  const press = (part: Partial<KeyboardEvent>) => (
    { key: 'Enter', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...part }
  )
  test.each([
    [{ ctrlKey: true }, 'decision'], [{ metaKey: true }, 'decision'], [{ ctrlKey: true, shiftKey: true }, 'next-step'], [{ altKey: true }, 'parked'],
    [{}, null], [{ shiftKey: true }, null], [{ ctrlKey: true, isComposing: true }, null], [{ ctrlKey: true, key: 'b' }, null],
  ])('%j makes the line a %s', (part, kind) => {
    expect(chordOf(press(part))).toBe(kind)
  })
  test('AltGr is left to whoever writes with it', () => {
    expect(chordOf(press({ ctrlKey: true, altKey: true }))).toBeNull()
  })
})
