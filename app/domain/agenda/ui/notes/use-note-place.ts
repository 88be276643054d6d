import { useState } from 'react'
import type { Agenda } from '../../agenda.ts'

/** The item whose notes stand in the field; null for the whole meeting. */
export type NotePlace = PlaceNow & {
  choose(itemId: string | null): void
  /** Somebody writes in it, or has stopped to. */
  hold(isHeld: boolean): void
}

export type PlaceNow = {
  itemId: string | null
  /** The item was removed; its text is still there. */
  isGone: boolean
  /** The item that a line made of the notes belongs to: none once theirs is removed. */
  lineItemId: string | null
}

export type Pin = { itemId: string | null; since: string | null; isHeld: boolean }

/** The field follows the meeting, but never under the hands of somebody who writes. What was chosen holds till the meeting moves on. */
export function useNotePlace(agenda: Agenda): NotePlace {
  const [pin, setPin] = useState<Pin | null>(null)
  const { currentItemId } = agenda
  const now = placeNow(pin, agenda)
  return {
    ...now,
    choose: (chosen) => setPin({ itemId: chosen, since: currentItemId, isHeld: false }),
    hold: (isHeld) => setPin(isHeld ? { itemId: now.itemId, since: currentItemId, isHeld } : pin && { ...pin, isHeld }),
  }
}

/** Where a text is that was begun: an item that somebody removes takes nobody into another text. */
export function placeNow(pin: Pin | null, { items, currentItemId }: Pick<Agenda, 'items' | 'currentItemId'>): PlaceNow {
  const isPinned = pin !== null && (pin.isHeld || pin.since === currentItemId)
  const itemId = isPinned ? pin.itemId : currentItemId
  const isGone = itemId !== null && !items.some(({ id }) => id === itemId)
  return { itemId, isGone, lineItemId: isGone ? null : itemId }
}
