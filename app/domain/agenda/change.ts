import type { AgendaItem, EntryKind } from './agenda.ts'

/**
 * Of a point that comes from the meeting before: from what, whose it was there, and all that was prepared for it. No browser
 * says so, the server does.
 */
export type Carried = Partial<Omit<AgendaItem, 'id' | 'title' | 'purpose' | 'minutes' | 'isDone' | 'spentMs'>>

/** Everything that can happen to an agenda. Ids are made by whoever makes the change. */
export type AgendaChange =
  | { kind: 'item-add'; itemId: string; title: string; purpose: string; minutes: number; afterItemId: string | null } & Carried
  | { kind: 'item-edit'; itemId: string; title: string; purpose: string; minutes: number }
  | { kind: 'item-remove'; itemId: string }
  | { kind: 'item-move'; itemId: string; beforeItemId: string | null }
  | { kind: 'item-tick'; itemId: string; isDone: boolean }
  | { kind: 'item-start'; itemId: string | null }
  | { kind: 'item-mark'; itemId: string; isImportant: boolean }
  | { kind: 'question-add'; itemId: string; questionId: string; text: string }
  | { kind: 'question-remove'; itemId: string; questionId: string }
  | { kind: 'entry-add'; entryId: string; entryKind: EntryKind; itemId: string | null; text: string; owner: string; due: string }
  | { kind: 'entry-edit'; entryId: string; text: string; owner: string; due: string }
  | { kind: 'entry-remove'; entryId: string }
  | { kind: 'poll-ask'; pollId: string; itemId: string | null; question: string; answers: { id: string; text: string }[] }
  | { kind: 'poll-vote'; pollId: string; answerId: string }
  | { kind: 'poll-close'; pollId: string }
  /** Some of what is written together, in base64. It merges at any version and leaves the agenda itself as it was. */
  | { kind: 'note-update'; update: string }
  | { kind: 'document-show'; documentId: string; name: string; page: number; pages: number }
  | { kind: 'document-page'; documentId: string; page: number }
  | { kind: 'document-hide' }
  /** After the end either side puts a line right, whoever wrote it. No browser sends it: the server makes it of what was asked for. */
  | { kind: 'entry-correct'; entryId: string; text: string; owner: string; due: string }

export type ChangeOf<Kind extends AgendaChange['kind']> = Extract<AgendaChange, { kind: Kind }>

/** Who changes it, and when by the server's clock; both sides apply a change with the same values. */
export type ChangeContext = { role: 'host' | 'guest'; seatId: string; name: string; at: number }

export type ChangeRefusal =
  | 'not-allowed' | 'no-such-item' | 'no-such-entry' | 'already-there'
  | 'no-such-poll' | 'poll-closed' | 'bad-answers' | 'bad-note'
  | 'empty-text' | 'too-long' | 'too-many' | 'bad-minutes' | 'bad-date'
  | 'no-such-document' | 'bad-page'
  /** Only the server knows these two: whose door is open, and whether the meeting is over. */
  | 'not-admitted' | 'meeting-ended'

/**
 * One thing that is new about a prepared agenda. `title` names the item or the file, `text` is what was asked; `by` is the
 * guest who did it last, for a meeting has several.
 */
export type AgendaNews = {
  kind: 'added' | 'removed' | 'edited' | 'important' | 'asked' | 'file' | 'order'
  title: string
  text?: string
  by?: string
}
