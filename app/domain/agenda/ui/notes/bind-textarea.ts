import { moveCaret, oneEdit, type TextEdit } from '../../notes/text-edit.ts'
import type { NoteListener } from './note-desk.ts'

/** The text that a field shows, and the way to change it. */
export type BoundText = {
  read(): string
  edit(edit: TextEdit): void
  watch(listener: NoteListener): () => void
  hold(): () => void
}

/** What is used of a text area. */
type BoundArea = Pick<HTMLTextAreaElement, 'value' | 'selectionStart' | 'selectionEnd' | 'setSelectionRange'> & Pick<EventTarget, 'addEventListener'>

/**
 * Joins a text area to a text that others write in too. What is typed becomes the smallest edit; what others write moves
 * the caret and what is selected with the words they stand at. Gives what ends it.
 */
export function bindTextarea(area: BoundArea, note: BoundText): () => void {
  const binding = new AbortController()
  const { signal } = binding
  let shown = note.read()
  let release: (() => void) | null = null
  area.value = shown

  function takeTyped() {
    const edit = oneEdit(shown, area.value, area.selectionEnd)
    shown = area.value
    if (edit) note.edit(edit)
  }
  function letGo() {
    release?.()
    release = null
  }
  area.addEventListener('input', takeTyped, { signal })
  // While letters are composed the browser owns the field: setting its value would break the word (UI Events §3.8.5).
  area.addEventListener('compositionstart', () => { release ??= note.hold() }, { signal })
  for (const end of ['compositionend', 'blur']) area.addEventListener(end, () => { takeTyped(); letGo() }, { signal })
  const stop = note.watch((edit) => {
    const edits = edit ? [edit] : []
    const [start, end] = [area.selectionStart, area.selectionEnd].map((place) => moveCaret(place, edits))
    shown = note.read()
    area.value = shown
    area.setSelectionRange(start ?? 0, end ?? 0)
  })
  return () => {
    binding.abort()
    letGo()
    stop()
  }
}
