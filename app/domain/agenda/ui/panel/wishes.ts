import { createStore, type Store } from '#app/ui/island/store.ts'
import type { NewEntryKind } from '../../agenda.ts'

/** What a key asks of the panel: to write in the notes, or a line of this kind. */
export type PanelWish = { kind: 'notes' } | { kind: 'entry'; entryKind: NewEntryKind }

/** Outlives the panel, which may be folded away when the key is pressed and drawn after it. */
export type PanelWishes = Store<PanelWish | null>

export function createWishes(): PanelWishes {
  return createStore<PanelWish | null>(null)
}
