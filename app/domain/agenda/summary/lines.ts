import type { AgendaEntry, EntryKind } from '../agenda.ts'
import { itemIdOf } from '../notes/note.ts'
import type { SummaryView } from './summary-view.ts'

type Written = Pick<SummaryView, 'agenda'>

/** The lines of one kind, in the order in which they were written. */
export function linesOf({ agenda }: Written, kind: EntryKind): AgendaEntry[] {
  return agenda.entries.filter((entry) => entry.kind === kind)
}

/** Is it a text that was written together? Its id is the text's name. */
export function isTogether({ id }: AgendaEntry): boolean {
  return itemIdOf(id) !== undefined
}

export type NoteGroup = { id: string | null; title: string | null; notes: AgendaEntry[] }

/** Notes stand under the point they were written to; those of the whole meeting come last. */
export function noteGroups(view: Written): NoteGroup[] {
  const { items } = view.agenda
  const known = new Set(items.map(({ id }) => id))
  const placeOf = ({ itemId }: AgendaEntry) => (itemId !== null && known.has(itemId) ? itemId : null)
  const groups = [...items.map(({ id, title }) => ({ id, title })), { id: null, title: null }]
  return groups
    .map(({ id, title }) => ({ id, title, notes: linesOf(view, 'note').filter((note) => placeOf(note) === id) }))
    .filter(({ notes }) => notes.length > 0)
}
