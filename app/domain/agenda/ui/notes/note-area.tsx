import { useState, type KeyboardEvent } from 'react'
import { fill } from '#app/i18n/fill.ts'
import type { NewEntryKind } from '../../agenda.ts'
import { NOTE_LIMITS } from '../../notes/note.ts'
import { usePanel } from '../panel/panel-context.ts'
import { chordOf } from './chord.ts'
import { useNoteArea, useNotes } from './use-notes.ts'

/** Where all write in one text. A chord makes the selected line a decision, a next step or a parked question. */
export function NoteArea({ itemId, onTake }: { itemId: string | null; onTake: (kind: NewEntryKind) => void }) {
  const { agenda, texts: { entry, writing: { notes: texts } }, notes, place, idOf } = usePanel()
  const { notes: written, isReady } = useNotes(notes)
  const ref = useNoteArea(notes, itemId)
  const title = agenda.items.find(({ id }) => id === itemId)?.title ?? entry.wholeMeeting
  const label = place.isGone ? texts.gone : fill(texts.labelOf, { title })
  const [atFirst] = useState(() => written.find((note) => note.itemId === itemId)?.text)

  function take(event: KeyboardEvent) {
    const kind = chordOf(event.nativeEvent)
    if (!kind) return
    event.preventDefault()
    onTake(kind)
  }
  return (
    <div className="field">
      <label className="visually-hidden" htmlFor={idOf('notes')}>{label}</label>
      <p className="note-gone soft small" role="status">{place.isGone && texts.goneMeanwhile}</p>
      <textarea
        className="input note-area" id={idOf('notes')} ref={ref} rows={3} maxLength={NOTE_LIMITS.text} defaultValue={atFirst} disabled={!isReady}
        placeholder={isReady ? texts.empty : texts.loading} aria-keyshortcuts="Control+Enter Control+Shift+Enter Alt+Enter" onKeyDown={take}
        onFocus={() => place.hold(true)} onBlur={() => place.hold(false)}
      />
    </div>
  )
}
