import { goneNotes } from '../../notes/note.ts'
import { itemsToDraw } from '../panel/editor.ts'
import { usePanel } from '../panel/panel-context.ts'
import { useNotes } from './use-notes.ts'

type PlacedNoteProps = {
  itemId: string | null
  /** Stands above a text that no point stands above. */
  heading?: string
  /** Names the button that leads to the field. */
  writeOn: string
}

/** What was written together at one place, to read; it stands in the field at the foot while one writes there. */
export function PlacedNote({ itemId, heading, writeOn: label }: PlacedNoteProps) {
  const { texts: { writing: { notes: texts } }, notes, place, mayWrite, focusOn } = usePanel()
  const text = useNotes(notes).notes.find((note) => note.itemId === itemId)?.text.trim()
  if (!text || (mayWrite && place.itemId === itemId)) return null

  function writeOn() {
    place.choose(itemId)
    focusOn('notes')
  }
  return (
    <div className="panel-entries placed-note" data-whole={heading === undefined ? undefined : ''}>
      {heading !== undefined && <h3 className="panel-whole">{heading}</h3>}
      <p className="panel-text">{text}</p>
      {mayWrite && <button type="button" className="panel-edit" aria-label={label} onClick={writeOn}>{texts.writeOn}</button>}
    </div>
  )
}

/** What was written at points that are removed, each text by itself. */
export function GoneNotes() {
  const { agenda, editor, notes, texts: { writing: { notes: texts } } } = usePanel()
  const gone = goneNotes(useNotes(notes).notes, itemsToDraw(agenda.items, editor))
  return gone.map(({ itemId }) => <PlacedNote key={itemId} itemId={itemId} heading={texts.gone} writeOn={texts.writeOnGone} />)
}
