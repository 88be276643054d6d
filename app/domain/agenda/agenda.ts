import { MINUTE_MS } from '#app/kernel/time.ts'

export type AgendaAuthor = 'template' | 'host' | 'guest'

export type AgendaItem = {
  id: string
  title: string
  /** What the item is for, in a sentence; may be empty. */
  purpose: string
  /** Planned minutes, 1 to 240. */
  minutes: number
  isDone: boolean
  author: AgendaAuthor
  /** Milliseconds that the item was current, up to the last time it stopped. */
  spentMs: number
  /** The point or the line of the meeting before that it comes from. */
  carriedFrom?: string
}

export type EntryKind = 'note' | 'decision' | 'next-step'

/** A line that somebody wrote: a note, a decision, or a next step with its owner and day. */
export type AgendaEntry = {
  id: string
  kind: EntryKind
  /** The item it was written under; null when it belongs to the whole meeting. */
  itemId: string | null
  text: string
  /** Who does the next step, in words. */
  owner: string
  /** The day it is due, `2026-12-01`, or empty. */
  due: string
  author: 'host' | 'guest'
  authorName: string
  at: number
}

/** The whole agenda of one meeting. Order of `items` is the order of the meeting. */
export type Agenda = {
  items: AgendaItem[]
  entries: AgendaEntry[]
  currentItemId: string | null
  /** When the current item became current, epoch milliseconds of the server. */
  currentSince: number | null
}

/** Bounds that keep one meeting's agenda readable and its row small. */
export const AGENDA_LIMITS = {
  items: 60,
  /** Points that guests may have on it together, so that there is room for the host's. */
  guestItems: 20,
  entries: 600,
  title: 200,
  purpose: 500,
  text: 4_000,
  /** Characters of all entries together. */
  allText: 200_000,
  owner: 100,
  minutes: 240,
} as const

export const EMPTY_AGENDA: Agenda = { items: [], entries: [], currentItemId: null, currentSince: null }

/** What is to be talked about, without how far it came and what was written. */
export function planOf({ items }: Agenda): Agenda {
  return { ...EMPTY_AGENDA, items: items.map((item) => ({ ...item, isDone: false, spentMs: 0 })) }
}

/** Milliseconds that the item has been current in all, counted to `now`. */
export function spentMsOf(agenda: Agenda, itemId: string, now: number): number {
  const item = agenda.items.find((candidate) => candidate.id === itemId)
  if (!item) return 0
  const isCurrent = agenda.currentItemId === itemId && agenda.currentSince !== null
  return item.spentMs + (isCurrent ? Math.max(0, now - (agenda.currentSince ?? now)) : 0)
}

/** Planned minutes of the whole agenda. */
export function plannedMinutes(agenda: Agenda): number {
  return agenda.items.reduce((sum, item) => sum + item.minutes, 0)
}

/** Milliseconds left of the item's plan; negative when it runs over. */
export function leftMsOf(agenda: Agenda, itemId: string, now: number): number {
  const item = agenda.items.find((candidate) => candidate.id === itemId)
  return item ? item.minutes * MINUTE_MS - spentMsOf(agenda, itemId, now) : 0
}
