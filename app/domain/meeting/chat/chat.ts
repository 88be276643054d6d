import { cleanText } from '#app/kernel/text.ts'
import type { Seat } from '../seat.ts'

/** Bounds that keep one meeting's chat readable and its files small. Sizes in bytes. */
export const CHAT_LIMITS = { text: 2_000, messages: 2_000, fileName: 120, fileBytes: 10_000_000, meetingBytes: 100_000_000 } as const

export type ChatRefusal =
  | 'not-admitted' | 'not-allowed' | 'meeting-over' | 'already-there' | 'empty-text' | 'too-long' | 'too-many' | 'too-often'
  /** Of a file: nothing in it, over the size of one, over that of all, of a kind that is not passed on. */
  | 'empty-file' | 'too-large' | 'meeting-full' | 'bad-type'

/** Why the text, cleaned as it is kept, is none. */
export function textFault(text: string): Extract<ChatRefusal, 'empty-text' | 'too-long'> | null {
  const length = cleanText(text).length
  if (length === 0) return 'empty-text'
  return length > CHAT_LIMITS.text ? 'too-long' : null
}

/** May this seat hear what is said now? Whoever waits, left or was sent away hears nothing. */
export function mayHear({ role, door }: Pick<Seat, 'role' | 'door'>): boolean {
  return door !== 'removed' && (role === 'host' || door === 'admitted')
}

/** May this seat read the record? Whoever was let in once may, unless sent away since. */
export function mayReadRecord({ role, door, admittedAt }: Pick<Seat, 'role' | 'door' | 'admittedAt'>): boolean {
  return door !== 'removed' && (role === 'host' || admittedAt !== null)
}
