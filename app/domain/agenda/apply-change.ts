import { refuse, type Result } from '#app/kernel/result.ts'
import type { Agenda } from './agenda.ts'
import type { AgendaChange, ChangeContext, ChangeRefusal } from './change.ts'
import { addEntry, editEntry, removeEntry } from './entry-change.ts'
import { addItem, editItem, moveItem, removeItem, startItem, tickItem } from './item-change.ts'

/**
 * Applies one change; pure, and the only way an agenda changes, on the server and in each browser.
 * Guests add points and write entries, and edit or remove what guests wrote; the rest is the host's,
 * and so is the item that the meeting is at: its clock stops only by the host.
 */
export function applyChange(agenda: Agenda, change: AgendaChange, context: ChangeContext): Result<Agenda, ChangeRefusal> {
  if (!isAllowed(agenda, change, context)) return refuse('not-allowed')
  switch (change.kind) {
    case 'item-add': return addItem(agenda, change, context)
    case 'item-edit': return editItem(agenda, change)
    case 'item-remove': return removeItem(agenda, change, context)
    case 'item-move': return moveItem(agenda, change)
    case 'item-tick': return tickItem(agenda, change)
    case 'item-start': return startItem(agenda, change, context)
    case 'entry-add': return addEntry(agenda, change, context)
    case 'entry-correct':
    case 'entry-edit': return editEntry(agenda, change)
    case 'entry-remove': return removeEntry(agenda, change)
  }
}

function isAllowed(agenda: Agenda, change: AgendaChange, context: ChangeContext): boolean {
  if (context.role === 'host') return true
  switch (change.kind) {
    case 'item-add':
    case 'entry-correct':
    case 'entry-add': return true
    case 'item-edit': return isGuestItem(agenda, change.itemId)
    case 'item-remove': return isGuestItem(agenda, change.itemId) && agenda.currentItemId !== change.itemId
    case 'entry-edit':
    case 'entry-remove': return agenda.entries.some((entry) => entry.id === change.entryId && entry.author === 'guest')
    default: return false
  }
}

function isGuestItem(agenda: Agenda, itemId: string): boolean {
  return agenda.items.some((item) => item.id === itemId && item.author === 'guest')
}
