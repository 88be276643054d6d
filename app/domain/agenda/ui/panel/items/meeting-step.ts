import type { Agenda, AgendaItem } from '../../../agenda.ts'
import type { AgendaChange } from '../../../change.ts'

/** The one thing that the host does next, by the name of its text, and the changes that do it. */
export type MeetingStep = { name: 'start' | 'next' | 'finish'; changes: AgendaChange[] }

/** Leads the meeting one point on. Null when every point is done, or there is none. */
export function nextMeetingStep(agenda: Agenda): MeetingStep | null {
  const current = agenda.items.find((item) => item.id === agenda.currentItemId)
  const next = nextUndone(agenda, current)
  if (!current) return next && { name: hasBegun(agenda) ? 'next' : 'start', changes: [{ kind: 'item-start', itemId: next.id }] }
  const tick: AgendaChange = { kind: 'item-tick', itemId: current.id, isDone: true }
  return { name: next ? 'next' : 'finish', changes: [tick, { kind: 'item-start', itemId: next?.id ?? null }] }
}

export type Direction = 'up' | 'down'
export type StepMove = { change: AgendaChange; position: number }

/** Moves an item one place; null at the end of the list. */
export function stepMove({ items }: Agenda, itemId: string, direction: Direction): StepMove | null {
  const index = items.findIndex((item) => item.id === itemId)
  const target = direction === 'up' ? index - 1 : index + 1
  if (index < 0 || target < 0 || target >= items.length) return null
  const before = direction === 'up' ? items[target] : items[target + 1]
  return { change: { kind: 'item-move', itemId, beforeItemId: before?.id ?? null }, position: target + 1 }
}

/** Whose controls get the focus when this item goes: the one after it, else the one before. */
export function neighbours({ items }: Agenda, itemId: string): string[] {
  const index = items.findIndex((item) => item.id === itemId)
  return [items[index + 1], items[index - 1]].flatMap((item) => (item ? [item.id] : []))
}

function nextUndone({ items }: Agenda, current: AgendaItem | undefined): AgendaItem | null {
  const after = current ? items.slice(items.indexOf(current) + 1) : items
  return after.find((item) => !item.isDone) ?? items.find((item) => !item.isDone && item !== current) ?? null
}

function hasBegun({ items }: Agenda): boolean {
  return items.some((item) => item.isDone || item.spentMs > 0)
}
