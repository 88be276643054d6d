import type { AgendaEntry, AgendaItem, EntryKind } from '../agenda.ts'
import { itemIdOf } from '../notes/note.ts'
import type { PollOutcome } from '../polls/poll.ts'
import type { SummaryFile, SummaryView } from './summary-view.ts'

type Written = Pick<SummaryView, 'agenda'>
type Items = Written['agenda']['items']

/** The lines of one kind, in the order in which they were written. */
export function linesOf({ agenda }: Written, kind: EntryKind): AgendaEntry[] {
  return agenda.entries.filter((entry) => entry.kind === kind)
}

/** Is it a text that was written together? Its id is the text's name. */
export function isTogether({ id }: AgendaEntry): boolean {
  return itemIdOf(id) !== undefined
}

export type NoteGroup = { id: string | null; title: string | null; notes: AgendaEntry[] }

/** Notes stand under the point they were written to. */
export function noteGroups(view: Written): NoteGroup[] {
  return byPoint(view.agenda.items, linesOf(view, 'note')).map(({ here, ...point }) => ({ ...point, notes: here }))
}

export type PollGroup = { id: string | null; title: string | null; polls: PollOutcome[] }

/** Polls stand under the point they were asked at. */
export function pollGroups({ agenda, polls }: Pick<SummaryView, 'agenda' | 'polls'>): PollGroup[] {
  return byPoint(agenda.items, polls).map(({ here, ...point }) => ({ ...point, polls: here }))
}

/** The prepared files, with the points that they are the documents of; seats stay behind. */
export function filesOf(files: readonly Omit<SummaryFile, 'point'>[], items: readonly Pick<AgendaItem, 'title' | 'documentId'>[]): SummaryFile[] {
  const pointOf = (id: string) => items.find(({ documentId }) => documentId === id)?.title ?? null
  return files.map(({ addedBy, ...file }) => ({ ...file, addedBy: addedBy && { name: addedBy.name }, point: pointOf(file.id) }))
}

/** The heading of a group: what comes after points and belongs to none of them is told apart from the last of them. */
export function headingOf({ title }: { title: string | null }, groups: readonly unknown[], whole: string): string | null {
  return title ?? (groups.length > 1 ? whole : null)
}

/** What belongs to the whole meeting, or to a point that is gone, comes last. */
function byPoint<Thing extends { itemId: string | null }>(items: Items, things: readonly Thing[]) {
  const known = new Set(items.map(({ id }) => id))
  const placeOf = ({ itemId }: Thing) => (itemId !== null && known.has(itemId) ? itemId : null)
  return [...items.map(({ id, title }) => ({ id, title })), { id: null, title: null }]
    .map(({ id, title }) => ({ id, title, here: things.filter((thing) => placeOf(thing) === id) }))
    .filter(({ here }) => here.length > 0)
}
