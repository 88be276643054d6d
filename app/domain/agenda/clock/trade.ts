import { MINUTE_MS } from '#app/kernel/time.ts'
import { leftMsOf, type Agenda, type AgendaItem } from '../agenda.ts'

/** What a later item still gets, in whole minutes, beside its plan. */
export type Share = { itemId: string; planned: number; minutes: number }

/** endsAt stands. `taken`: minutes that the later items give in all; 0 while everything fits. */
export type Trade = { later: Share[]; taken: number }

/**
 * What each later item gets so that the meeting ends when it was to end. What is missing is taken from all of them alike,
 * by the length of their plans; items that are marked as important give only what the others can't.
 */
export function tradeOf(agenda: Agenda, { now, endsAt }: { now: number; endsAt: number }): Trade {
  const later = laterItems(agenda)
  const current = agenda.currentItemId
  const ownLeftMs = current === null ? 0 : Math.max(0, leftMsOf(agenda, current, now))
  const room = Math.max(0, Math.floor((endsAt - now - ownLeftMs) / MINUTE_MS))
  const planned = sumOf(later)
  if (planned <= room) return { later: later.map((item) => shareOf(item, item.minutes)), taken: 0 }
  const important = later.filter((item) => item.isImportant)
  const others = later.filter((item) => !item.isImportant)
  const forImportant = Math.min(room, sumOf(important))
  const minutes = new Map([...divide(important, forImportant), ...divide(others, Math.min(room - forImportant, sumOf(others)))])
  return { later: later.map((item) => shareOf(item, minutes.get(item.id) ?? 0)), taken: planned - room }
}

/** Undone items after the current one; before the meeting has begun, all of them. */
function laterItems({ items, currentItemId }: Agenda): AgendaItem[] {
  return items.filter((item) => !item.isDone && item.id !== currentItemId)
}

/** Whole minutes by the length of the plans; what rounding leaves goes to the items that lost most by it, the first first. */
function divide(items: AgendaItem[], minutes: number): [string, number][] {
  const planned = sumOf(items)
  if (planned === 0) return []
  const exact = items.map((item) => ({ id: item.id, due: (item.minutes * minutes) / planned }))
  const left = minutes - exact.reduce((sum, { due }) => sum + Math.floor(due), 0)
  const byLoss = exact.toSorted((one, other) => (other.due % 1) - (one.due % 1)).slice(0, left).map(({ id }) => id)
  return exact.map(({ id, due }) => [id, Math.floor(due) + (byLoss.includes(id) ? 1 : 0)])
}

function sumOf(items: AgendaItem[]): number {
  return items.reduce((sum, item) => sum + item.minutes, 0)
}

function shareOf({ id, minutes: planned }: AgendaItem, minutes: number): Share {
  return { itemId: id, planned, minutes }
}
