import type { StoreFault } from '#app/platform/files/store.server.ts'

/** A file that was added to the agenda of a meeting, or came with its template. */
export type PreparedFile = { id: string; name: string; type: string; bytes: number; addedBy: { seatId: string; name: string } | null }

export type FileRefusal = StoreFault | 'not-allowed' | 'meeting-ended' | 'no-file' | 'too-many' | 'too-often'

/** A file as a form sends it. */
export type SentFile = { name: string; content: ReadableStream<Uint8Array>; bytes: number }

/** Bounds of what is kept for one meeting before it begins; sizes in bytes. */
export const FILE_LIMITS = { fileBytes: 10_000_000, files: 20 } as const

/** The file of this field, or null when none was chosen: a browser sends an empty one without a name then. */
export function sentFileOf(given: FormDataEntryValue | null): SentFile | null {
  if (given === null || typeof given === 'string' || given.name === '') return null
  return { name: given.name, content: given.stream(), bytes: given.size }
}
