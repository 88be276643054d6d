import { MINUTE_MS } from '#app/kernel/time.ts'
import type { Poll } from './polls/poll.ts'
import type { ShownDocument } from './document/shown-document.ts'

export type AgendaAuthor = 'template' | 'host' | 'guest'

/** What is on the stage while an item is current. */
export type ItemLayout = 'faces' | 'share' | 'both'

/** Which of the guests did something; of a meeting held before that was kept, nobody knows. */
export type GuestSign = { seatId: string; name: string }

/** What a guest would like to have answered at an item. */
export type ItemQuestion = { id: string; text: string; authorName: string }

export type AgendaItem = {
  id: string
  title: string
  /** What the item is for, in a sentence; may be empty. */
  purpose: string
  /** Planned minutes, 1 to 240. */
  minutes: number
  isDone: boolean
  author: AgendaAuthor
  /** The guest who put it on. */
  addedBy?: GuestSign
  /** Milliseconds that the item was current, up to the last time it stopped. */
  spentMs: number
  layout?: ItemLayout
  /** At this item it is asked whether the meeting may be recorded. */
  asksConsent?: boolean
  /** A file that is kept for the meeting. */
  documentId?: string
  /** Somebody has marked it as what matters most. */
  isImportant?: boolean
  /** The guest to whom. */
  markedBy?: GuestSign
  questions?: ItemQuestion[]
  /** The point or the line of the meeting before that it comes from. */
  carriedFrom?: string
}

export type EntryKind = 'note' | 'decision' | 'next-step' | 'parked'

/** Kinds that are still written line by line; a note of its own is of a meeting held before notes were written together. */
export type NewEntryKind = Exclude<EntryKind, 'note'>

/** A line that somebody wrote: a decision, a next step with its owner and day, or a question that is parked. */
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
  /** In the order in which they were asked. */
  polls?: Poll[]
  /** What everybody looks at; absent from agendas of before there was such a thing. */
  document?: ShownDocument | null
  /** The page that each document was left at, by the document's id. */
  leftAt?: Record<string, number>
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
  question: 500,
  itemQuestions: 10,
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
export function plannedMinutes({ items }: { items: readonly Pick<AgendaItem, 'minutes'>[] }): number {
  return items.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** Milliseconds left of the item's plan; negative when it runs over. */
export function leftMsOf(agenda: Agenda, itemId: string, now: number): number {
  const item = agenda.items.find((candidate) => candidate.id === itemId)
  return item ? item.minutes * MINUTE_MS - spentMsOf(agenda, itemId, now) : 0
}
