import type { AgendaEntry, AgendaItem } from '../../agenda.ts'

/** What is being edited, as it was when the editor opened: it may be removed by the other side meanwhile. */
export type Editor =
  | { kind: 'item'; item: AgendaItem; position: number }
  | { kind: 'entry'; entry: AgendaEntry }
  | { kind: 'new-item' }

/** The items to draw: the one being edited keeps its place after somebody else removed it. */
export function itemsToDraw(items: AgendaItem[], editor: Editor | null): AgendaItem[] {
  if (editor?.kind !== 'item' || items.some((item) => item.id === editor.item.id)) return items
  return items.toSpliced(editor.position, 0, editor.item)
}

/** The entries to draw, in the order they were written; the one being edited stays last after somebody else removed it. */
export function entriesToDraw(entries: AgendaEntry[], editor: Editor | null): AgendaEntry[] {
  if (editor?.kind !== 'entry' || entries.some((entry) => entry.id === editor.entry.id)) return entries
  return [...entries, editor.entry]
}
