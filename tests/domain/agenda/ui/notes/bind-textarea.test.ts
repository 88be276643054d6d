import { expect, test } from 'vitest'
import { applyEdits, type TextEdit } from '#app/domain/agenda/notes/text-edit.ts'
import { bindTextarea } from '#app/domain/agenda/ui/notes/bind-textarea.ts'

test('what is typed becomes the smallest edit, at the caret', () => {
  const { area, edits, type } = bound('aa')
  type('aaa', 1)
  expect(edits).toEqual([{ at: 0, remove: 0, insert: 'a' }])
  expect(area.value).toBe('aaa')
})

test('what others write moves the caret and what is selected', () => {
  const { area, write } = bound('øverst\nnederst')
  area.setSelectionRange(7, 14)
  write({ at: 0, remove: 0, insert: 'Aller' })
  expect([area.value, area.selectionStart, area.selectionEnd]).toEqual(['Allerøverst\nnederst', 12, 19])
})

test('others are held back while letters are composed, and until the field is left at the latest', () => {
  const { area, held, edits } = bound('')
  area.dispatchEvent(new Event('compositionstart'))
  area.dispatchEvent(new Event('compositionstart'))
  expect(held()).toBe(1)
  area.value = 'é'
  area.dispatchEvent(new Event('compositionend'))
  expect([held(), edits]).toEqual([0, [{ at: 0, remove: 0, insert: 'é' }]])
  area.dispatchEvent(new Event('compositionstart'))
  area.dispatchEvent(new Event('blur'))
  expect(held()).toBe(0)
})

test('a field that is let go of hears nothing and lets nobody wait', () => {
  const { area, edits, write, stop, held, type } = bound('a')
  area.dispatchEvent(new Event('compositionstart'))
  stop()
  write({ at: 0, remove: 0, insert: 'b' })
  type('x', 1)
  expect([area.value, edits, held()]).toEqual(['x', [], 0])
})

/** As much of a text area as is used here; there is no browser in these tests. */
function textArea() {
  return Object.assign(new EventTarget(), {
    value: '', selectionStart: 0, selectionEnd: 0,
    setSelectionRange(this: { selectionStart: number; selectionEnd: number }, start: number, end: number) {
      this.selectionStart = start
      this.selectionEnd = end
    },
  })
}

function bound(text: string) {
  const area = textArea()
  const edits: TextEdit[] = []
  let [now, holds] = [text, 0]
  let listener: (edit: TextEdit | null) => void = () => {}
  const stop = bindTextarea(area, {
    read: () => now,
    edit(edit) { edits.push(edit); now = applyEdits(now, [edit]) },
    watch(heard) { listener = heard; return () => { listener = () => {} } },
    hold() { holds += 1; return () => { holds -= 1 } },
  })
  return {
    area, edits, stop, held: () => holds,
    write(edit: TextEdit) { now = applyEdits(now, [edit]); listener(edit) },
    type(value: string, caret: number) {
      Object.assign(area, { value, selectionStart: caret, selectionEnd: caret })
      area.dispatchEvent(new Event('input'))
    },
  }
}
