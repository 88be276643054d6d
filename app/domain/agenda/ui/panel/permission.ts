import type { SeatRole } from '../../../meeting/meeting.ts'
import type { Agenda, AgendaEntry, AgendaItem } from '../../agenda.ts'
import { applyChange } from '../../apply-change.ts'
import type { AgendaChange, ChangeRefusal } from '../../change.ts'

/** Why this change can't be made now, or null. Asks the function that makes it, so both always agree. */
export function refusalOf(agenda: Agenda, change: AgendaChange, role: SeatRole): ChangeRefusal | null {
  const tried = applyChange(agenda, change, { role, seatId: '', name: '', at: 0 })
  return tried.ok ? null : tried.reason
}

export function mayEditItem(agenda: Agenda, { id, title, purpose, minutes }: AgendaItem, role: SeatRole): boolean {
  return refusalOf(agenda, { kind: 'item-edit', itemId: id, title, purpose, minutes }, role) === null
}

export function mayRemoveItem(agenda: Agenda, { id }: AgendaItem, role: SeatRole): boolean {
  return refusalOf(agenda, { kind: 'item-remove', itemId: id }, role) === null
}

export function mayEditEntry(agenda: Agenda, { id }: AgendaEntry, role: SeatRole): boolean {
  return refusalOf(agenda, { kind: 'entry-remove', entryId: id }, role) === null
}
