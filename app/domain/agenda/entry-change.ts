import { ok, refuse, type Refusal, type Result } from '#app/kernel/result.ts'
import { isoInstant } from '#app/kernel/time.ts'
import { AGENDA_LIMITS, type Agenda } from './agenda.ts'
import type { ChangeContext, ChangeOf, ChangeRefusal } from './change.ts'
import { cleanLine, cleanText } from '#app/kernel/text.ts'

type Changed = Result<Agenda, ChangeRefusal>
type EntryText = { text: string; owner: string; due: string }

/** Written under an item that went meanwhile, a line belongs to the whole meeting: nothing typed is lost. */
export function addEntry(agenda: Agenda, change: ChangeOf<'entry-add'>, context: ChangeContext): Changed {
  if (agenda.entries.some((entry) => entry.id === change.entryId)) return refuse('already-there')
  if (agenda.entries.length >= AGENDA_LIMITS.entries) return refuse('too-many')
  const text = cleanEntry(change)
  const fault = entryFault(text) ?? roomFault(agenda, text)
  if (fault) return fault
  const itemId = agenda.items.some((item) => item.id === change.itemId) ? change.itemId : null
  const author = { author: context.role, authorName: context.name, at: context.at }
  const entry = { id: change.entryId, kind: change.entryKind, itemId, ...text, ...author }
  return ok({ ...agenda, entries: [...agenda.entries, entry] })
}

export function editEntry(agenda: Agenda, change: ChangeOf<'entry-edit' | 'entry-correct'>): Changed {
  if (!agenda.entries.some((entry) => entry.id === change.entryId)) return refuse('no-such-entry')
  const text = cleanEntry(change)
  const others = { ...agenda, entries: agenda.entries.filter((entry) => entry.id !== change.entryId) }
  const fault = entryFault(text) ?? roomFault(others, text)
  if (fault) return fault
  return ok({
    ...agenda,
    entries: agenda.entries.map((entry) => (entry.id === change.entryId ? { ...entry, ...text } : entry)),
  })
}

export function removeEntry(agenda: Agenda, change: ChangeOf<'entry-remove'>): Changed {
  if (!agenda.entries.some((entry) => entry.id === change.entryId)) return refuse('no-such-entry')
  return ok({ ...agenda, entries: agenda.entries.filter((entry) => entry.id !== change.entryId) })
}

function cleanEntry(change: EntryText): EntryText {
  return { text: cleanText(change.text), owner: cleanLine(change.owner), due: change.due }
}

function entryFault({ text, owner, due }: EntryText): Refusal<ChangeRefusal> | null {
  if (!text) return refuse('empty-text')
  if (text.length > AGENDA_LIMITS.text || owner.length > AGENDA_LIMITS.owner) return refuse('too-long')
  return due === '' || isDay(due) ? null : refuse('bad-date')
}

function roomFault(agenda: Agenda, { text }: EntryText): Refusal<ChangeRefusal> | null {
  const written = agenda.entries.reduce((sum, entry) => sum + entry.text.length, text.length)
  return written <= AGENDA_LIMITS.allText ? null : refuse('too-many')
}

/** `Date.parse` takes 30 February for 2 March. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(text)
  return !Number.isNaN(at) && isoInstant(at).startsWith(text)
}
