import { useState } from 'react'
import type { Agenda } from '../../agenda.ts'

/** The item whose notes stand in the field; null for the whole meeting. */
export type NotePlace = {
  itemId: string | null
  choose(itemId: string | null): void
  /** Somebody writes in it, or has stopped to. */
  hold(isHeld: boolean): void
}

type Pin = { itemId: string | null; since: string | null; isHeld: boolean }

/** The field follows the meeting, but never under the hands of somebody who writes. What was chosen holds till the meeting moves on. */
export function useNotePlace({ items, currentItemId }: Agenda): NotePlace {
  const [pin, setPin] = useState<Pin | null>(null)
  const isPinned = pin !== null && (pin.isHeld || pin.since === currentItemId)
  const wanted = isPinned ? pin.itemId : currentItemId
  const itemId = items.some(({ id }) => id === wanted) ? wanted : null
  return {
    itemId,
    choose: (chosen) => setPin({ itemId: chosen, since: currentItemId, isHeld: false }),
    hold: (isHeld) => setPin(isHeld ? { itemId, since: currentItemId, isHeld } : pin && { ...pin, isHeld }),
  }
}
