import { refuse, type Refusal } from '#app/kernel/result.ts'
import type { Agenda, AgendaEntry, AgendaItem } from '../agenda.ts'
import type { ChangeRefusal } from '../change.ts'

/** The shared text of one item, or of the whole meeting (null). */
export type NoteText = { itemId: string | null; text: string }

/** Bounds that keep one meeting's notes quick to merge. `text` in characters, the others in bytes. */
export const NOTE_LIMITS = { text: 20_000, update: 65_536, merged: 524_288, log: 4_194_304 } as const

/** Names of the texts inside the shared document. */
export function noteName(itemId: string | null): string {
  return `note:${itemId ?? 'meeting'}`
}

/** The item that a text of this name belongs to; undefined for a name that is none of ours. */
export function itemIdOf(name: string): string | null | undefined {
  const [, place] = /^note:(meeting|[0-9a-f-]{36})$/u.exec(name) ?? []
  return place === 'meeting' ? null : place
}

/** Why this update can't be one, before anybody looks into it. */
export function updateFault(update: string): Refusal<ChangeRefusal> | null {
  if (update.length > Math.ceil(NOTE_LIMITS.update / 3) * 4) return refuse('too-long')
  return update.length > 0 && update.length % 4 === 0 && BASE64.test(update) ? null : refuse('bad-note')
}

/** Bytes as text and back; alike in Node and in browsers, which have no Buffer. */
export function base64Of(bytes: Uint8Array): string {
  let letters = ''
  for (const byte of bytes) letters += String.fromCharCode(byte)
  return btoa(letters)
}

export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

/** What was written at items that are gone. It can still be read and written, below what belongs to the whole meeting. */
export function goneNotes(notes: readonly NoteText[], items: readonly Pick<AgendaItem, 'id'>[]): NoteText[] {
  const ids = new Set(items.map(({ id }) => id))
  return notes.filter(({ itemId, text }) => itemId !== null && !ids.has(itemId) && text.trim() !== '')
}

/** The agenda as a record to read: each shared text stands in it as one note without an author. */
export function withNotes(agenda: Agenda, notes: readonly NoteText[]): Agenda {
  const ids = new Set(agenda.items.map(({ id }) => id))
  const written = notes.filter(({ text }) => text !== '').map(({ itemId, text }): AgendaEntry => ({
    id: noteName(itemId), kind: 'note', itemId: itemId !== null && ids.has(itemId) ? itemId : null, text,
    owner: '', due: '', author: 'host', authorName: '', at: 0,
  }))
  return written.length === 0 ? agenda : { ...agenda, entries: [...agenda.entries, ...written] }
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/u
