import { newId } from '#app/kernel/ids.ts'
import { noteName } from '../../../notes/note.ts'
import { changeNote } from '../../notes/note-desk.ts'
import { linesAt } from '../../notes/line-at.ts'
import type { NewEntryKind } from '../../../agenda.ts'
import { usePanel } from '../panel-context.ts'

/**
 * Makes a line of its own of the one that is selected in the notes, which it leaves; a next step is then asked who and by when.
 * @param onNoLine opens a form, when the line is empty.
 */
export function useTakeLine(onNoLine: (kind: NewEntryKind) => void): (kind: NewEntryKind) => void {
  const { attempt, openEditor, focusOn, announce, idOf, notes, place, texts, viewer } = usePanel()
  return (kind) => {
    const area = document.getElementById(idOf('notes'))
    const isArea = area instanceof HTMLTextAreaElement
    const { at, length, text } = isArea ? linesAt(area.value, area.selectionStart, area.selectionEnd) : { at: 0, length: 0, text: '' }
    if (text === '') return onNoLine(kind)
    const entry = { id: newId(), kind, itemId: place.lineItemId, text, owner: '', due: '' }
    if (attempt({ kind: 'entry-add', entryId: entry.id, entryKind: kind, itemId: entry.itemId, text, owner: '', due: '' }) !== null) {
      return onNoLine(kind)
    }
    changeNote(notes, noteName(place.itemId), { at, remove: length, insert: '' })
    announce(texts.writing.ways.taken[kind])
    if (kind !== 'next-step') return
    openEditor({ kind: 'entry', entry: { ...entry, author: viewer.role, authorName: '', at: 0 } })
    focusOn('edited-owner')
  }
}
