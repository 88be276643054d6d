import { isId } from '#app/kernel/ids.ts'
import { cleanText } from '#app/kernel/text.ts'
import { TEMPLATE_LIMITS } from '../template.ts'

/** What the hosts have prepared for an item, or with null for the whole meeting; version 0 while nothing is kept. */
export type HostNote = { itemId: string | null; questions: string; text: string; version: number }

/** stale: somebody has written meanwhile. */
export type NoteRefusal = 'not-allowed' | 'no-such-item' | 'too-long' | 'stale' | 'malformed'

/** The most that is kept of one field, in characters. */
export const NOTE_LENGTH = TEMPLATE_LIMITS.privateText

/** The note of this place, empty where none is kept. */
export function noteAt(notes: readonly HostNote[], itemId: string | null): HostNote {
  return notes.find((note) => note.itemId === itemId) ?? { itemId, questions: '', text: '', version: 0 }
}

/** The lines of what is to be asked. */
export function questionsOf({ questions }: Pick<HostNote, 'questions'>): string[] {
  return questions.split('\n').map((line) => line.trim()).filter(Boolean)
}

/** Reads a note as a form or the room's script sends it; null for what none of ours sends. An empty item is the whole meeting. */
export function readHostNote(given: Record<string, unknown>): HostNote | null {
  const { itemId = null, questions = '', text = '', version } = given
  const place = itemId === '' ? null : itemId
  const count = typeof version === 'string' && /^\d{1,9}$/.test(version) ? Number(version) : version
  if (place !== null && !(typeof place === 'string' && isId(place))) return null
  if (typeof questions !== 'string' || typeof text !== 'string' || typeof count !== 'number' || !Number.isInteger(count)) return null
  return { itemId: place, questions: cleanText(questions), text: cleanText(text), version: count }
}

/** The notes of an answer to the room's script. */
export function parseKept(answered: { notes?: HostNote[] } | null): HostNote[] {
  return answered?.notes ?? []
}

/** The notes with this one in its place. */
export function withNote(notes: readonly HostNote[], note: HostNote): HostNote[] {
  return [...notes.filter(({ itemId }) => itemId !== note.itemId), note]
}

export function isTooLong({ questions, text }: HostNote): boolean {
  return questions.length > NOTE_LENGTH || text.length > NOTE_LENGTH
}
