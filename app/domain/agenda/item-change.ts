import { ok, refuse, type Refusal, type Result } from '#app/kernel/result.ts'
import { AGENDA_LIMITS, spentMsOf, type Agenda, type AgendaItem, type GuestSign } from './agenda.ts'
import type { Carried, ChangeContext, ChangeOf, ChangeRefusal } from './change.ts'
import { cleanLine, cleanText } from '#app/kernel/text.ts'

type Changed = Result<Agenda, ChangeRefusal>
type ItemText = { title: string; purpose: string; minutes: number }

/** After `afterItemId`; at the end when that is null or gone meanwhile. */
export function addItem(agenda: Agenda, change: ChangeOf<'item-add'>, context: ChangeContext): Changed {
  if (agenda.items.some((item) => item.id === change.itemId)) return refuse('already-there')
  if (isFull(agenda, context)) return refuse('too-many')
  const text = cleanItem(change)
  const fault = itemFault(text)
  if (fault) return fault
  const origin = change.carriedFrom === undefined ? originOf(context) : carriedOf(change)
  const item: AgendaItem = { author: context.role, ...origin, id: change.itemId, ...text, isDone: false, spentMs: 0 }
  const after = agenda.items.findIndex((candidate) => candidate.id === change.afterItemId)
  return ok({ ...agenda, items: agenda.items.toSpliced(after < 0 ? agenda.items.length : after + 1, 0, item) })
}

export function editItem(agenda: Agenda, change: ChangeOf<'item-edit'>): Changed {
  if (!agenda.items.some((item) => item.id === change.itemId)) return refuse('no-such-item')
  const text = cleanItem(change)
  const fault = itemFault(text)
  if (fault) return fault
  return withItem(agenda, change.itemId, (item) => ({ ...item, ...text }))
}

/** What was written under the item stays, for the whole meeting. */
export function removeItem(agenda: Agenda, change: ChangeOf<'item-remove'>, context: ChangeContext): Changed {
  if (!agenda.items.some((item) => item.id === change.itemId)) return refuse('no-such-item')
  const stopped = agenda.currentItemId === change.itemId ? stopCurrent(agenda, context.at) : agenda
  return ok({
    ...stopped,
    items: stopped.items.filter((item) => item.id !== change.itemId),
    entries: stopped.entries.map((entry) => (entry.itemId === change.itemId ? { ...entry, itemId: null } : entry)),
  })
}

/** Before `beforeItemId`; to the end when that is null or gone meanwhile. */
export function moveItem(agenda: Agenda, change: ChangeOf<'item-move'>): Changed {
  const moved = agenda.items.find((item) => item.id === change.itemId)
  if (!moved) return refuse('no-such-item')
  if (change.beforeItemId === change.itemId) return ok(agenda)
  const others = agenda.items.filter((item) => item.id !== change.itemId)
  const before = others.findIndex((item) => item.id === change.beforeItemId)
  return ok({ ...agenda, items: others.toSpliced(before < 0 ? others.length : before, 0, moved) })
}

export function tickItem(agenda: Agenda, change: ChangeOf<'item-tick'>): Changed {
  return withItem(agenda, change.itemId, (item) => ({ ...item, isDone: change.isDone }))
}

/** Makes an item current, or none; the one that was current keeps the time it used. */
export function startItem(agenda: Agenda, change: ChangeOf<'item-start'>, context: ChangeContext): Changed {
  if (change.itemId === agenda.currentItemId) return ok(agenda)
  if (change.itemId === null) return ok(stopCurrent(agenda, context.at))
  if (!agenda.items.some((item) => item.id === change.itemId)) return refuse('no-such-item')
  return ok({ ...stopCurrent(agenda, context.at), currentItemId: change.itemId, currentSince: context.at })
}

export function markItem(agenda: Agenda, { itemId, isImportant }: ChangeOf<'item-mark'>, context: ChangeContext): Changed {
  const markedBy = isImportant ? signOf(context) : undefined
  return withItem(agenda, itemId, ({ markedBy: _before, ...item }) => ({ ...item, isImportant, ...(markedBy && { markedBy }) }))
}

export function addQuestion(agenda: Agenda, change: ChangeOf<'question-add'>, { name }: ChangeContext): Changed {
  const item = agenda.items.find((candidate) => candidate.id === change.itemId)
  const text = cleanText(change.text)
  if (!item) return refuse('no-such-item')
  if (agenda.items.some(({ questions }) => questions?.some(({ id }) => id === change.questionId))) return refuse('already-there')
  if (text === '') return refuse('empty-text')
  if (text.length > AGENDA_LIMITS.question) return refuse('too-long')
  const asked = item.questions ?? []
  if (asked.length >= AGENDA_LIMITS.itemQuestions) return refuse('too-many')
  return withItem(agenda, item.id, () => ({ ...item, questions: [...asked, { id: change.questionId, text, authorName: name }] }))
}

/** Only guests ask, and any of them may take a question back. */
export function removeQuestion(agenda: Agenda, change: ChangeOf<'question-remove'>): Changed {
  const item = agenda.items.find((candidate) => candidate.id === change.itemId)
  if (!item) return refuse('no-such-item')
  const left = item.questions?.filter(({ id }) => id !== change.questionId) ?? []
  if (left.length === (item.questions?.length ?? 0)) return refuse('no-such-entry')
  return withItem(agenda, item.id, () => ({ ...item, questions: left }))
}

function signOf({ role, seatId, name }: ChangeContext): GuestSign | undefined {
  return role === 'guest' ? { seatId, name } : undefined
}

function stopCurrent(agenda: Agenda, at: number): Agenda {
  const stopped = agenda.currentItemId
  if (stopped === null) return agenda
  const spentMs = spentMsOf(agenda, stopped, at)
  return {
    ...agenda,
    items: agenda.items.map((item) => (item.id === stopped ? { ...item, spentMs } : item)),
    currentItemId: null,
    currentSince: null,
  }
}

function withItem(agenda: Agenda, itemId: string, edit: (item: AgendaItem) => AgendaItem): Changed {
  if (!agenda.items.some((item) => item.id === itemId)) return refuse('no-such-item')
  return ok({ ...agenda, items: agenda.items.map((item) => (item.id === itemId ? edit(item) : item)) })
}

function originOf(context: ChangeContext): Carried {
  const addedBy = signOf(context)
  return addedBy ? { addedBy } : {}
}

function carriedOf({ kind: _kind, itemId: _itemId, afterItemId: _after, ...carried }: ChangeOf<'item-add'>): Carried {
  return carried
}

function isFull(agenda: Agenda, { role }: ChangeContext): boolean {
  const guestItems = agenda.items.filter((item) => item.author === 'guest').length
  return agenda.items.length >= AGENDA_LIMITS.items || (role === 'guest' && guestItems >= AGENDA_LIMITS.guestItems)
}

function cleanItem(change: ItemText): ItemText {
  return { title: cleanLine(change.title), purpose: cleanText(change.purpose), minutes: change.minutes }
}

function itemFault({ title, purpose, minutes }: ItemText): Refusal<ChangeRefusal> | null {
  if (!title) return refuse('empty-text')
  if (title.length > AGENDA_LIMITS.title || purpose.length > AGENDA_LIMITS.purpose) return refuse('too-long')
  const isWhole = Number.isInteger(minutes) && minutes >= 1 && minutes <= AGENDA_LIMITS.minutes
  return isWhole ? null : refuse('bad-minutes')
}
