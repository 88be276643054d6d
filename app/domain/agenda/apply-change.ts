import { ok, refuse, type Result } from '#app/kernel/result.ts'
import type { Agenda } from './agenda.ts'
import type { AgendaChange, ChangeContext, ChangeRefusal } from './change.ts'
import { hideDocument, showDocument, turnPage } from './document/document-change.ts'
import { addEntry, editEntry, removeEntry } from './entry-change.ts'
import { askPoll, closePoll, vote } from './polls/poll-change.ts'
import { updateFault } from './notes/note.ts'
import {
  addItem, addQuestion, editItem, markItem, moveItem, removeItem, removeQuestion, startItem, tickItem,
} from './item-change.ts'

/**
 * Applies one change; pure, and the only way an agenda changes, on the server and in each browser.
 * Guests add points, ask, mark what matters and write entries, and edit or remove what guests wrote; the rest is the host's,
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
    case 'item-mark': return markItem(agenda, change, context)
    case 'question-add': return addQuestion(agenda, change, context)
    case 'question-remove': return removeQuestion(agenda, change)
    case 'entry-add': return addEntry(agenda, change, context)
    case 'entry-correct':
    case 'entry-edit': return editEntry(agenda, change)
    case 'entry-remove': return removeEntry(agenda, change)
    case 'poll-ask': return askPoll(agenda, change, context)
    case 'poll-vote': return vote(agenda, change, context)
    case 'poll-close': return closePoll(agenda, change)
    case 'note-update': return updateFault(change.update) ?? ok(agenda)
    case 'document-show': return showDocument(agenda, change)
    case 'document-page': return turnPage(agenda, change)
    case 'document-hide': return hideDocument(agenda)
  }
}

function isAllowed(agenda: Agenda, change: AgendaChange, context: ChangeContext): boolean {
  if (context.role === 'host') return true
  switch (change.kind) {
    case 'item-add':
    case 'item-mark':
    case 'question-add':
    case 'question-remove':
    case 'entry-add':
    case 'entry-correct':
    case 'poll-vote':
    case 'note-update': return true
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
