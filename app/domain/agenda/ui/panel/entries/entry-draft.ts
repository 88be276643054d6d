import type { Agenda, NewEntryKind } from '../../../agenda.ts'

export type EntryDraft = {
  kind: NewEntryKind
  /** Its form stands open, or is folded away. */
  isOpen: boolean
  text: string
  owner: string
  due: string
  /** The item it belongs to when `isPinned`; empty for the whole meeting. */
  itemId: string
  /** Somebody chose the place, or began to write there: it no longer follows the meeting. */
  isPinned: boolean
}

export const BLANK_DRAFT: EntryDraft = { kind: 'decision', isOpen: false, text: '', owner: '', due: '', itemId: '', isPinned: false }

/** What is begun at one item stays there when the meeting moves on. */
export function writeDraft(draft: EntryDraft, part: Partial<EntryDraft>, currentItemId: string | null): EntryDraft {
  const written = { ...draft, ...part }
  const isBegun = draft.text === '' && written.text !== '' && !written.isPinned
  return isBegun ? { ...written, itemId: currentItemId ?? '', isPinned: true } : written
}

/** The item that the line would belong to if it was saved now; null for the whole meeting. */
export function placeOf({ itemId, isPinned }: EntryDraft, { items, currentItemId }: Agenda): string | null {
  const wanted = isPinned ? itemId : currentItemId
  return items.some((item) => item.id === wanted) ? wanted : null
}
