import { fill } from '#app/i18n/fill.ts'
import { usePanel } from '../panel/panel-context.ts'
import { useNotes } from './use-notes.ts'

/** What was written together at one place, to read; it stands in the field at the foot while one writes there. */
export function PlacedNote({ itemId, title }: { itemId: string | null; title: string }) {
  const { texts: { writing: { notes: texts } }, notes, place, mayWrite, focusOn } = usePanel()
  const text = useNotes(notes).notes.find((note) => note.itemId === itemId)?.text.trim()
  if (!text || (mayWrite && place.itemId === itemId)) return null

  function writeOn() {
    place.choose(itemId)
    focusOn('notes')
  }
  return (
    <div className="panel-entries placed-note" data-whole={itemId === null ? '' : undefined}>
      {itemId === null && <h3 className="panel-whole">{texts.whole}</h3>}
      <p className="panel-text">{text}</p>
      {mayWrite && (
        <button type="button" className="panel-edit" aria-label={fill(texts.writeOnAt, { title })} onClick={writeOn}>{texts.writeOn}</button>
      )}
    </div>
  )
}
