import { isId } from '#app/kernel/ids.ts'

/**
 * What the host shows to everybody, and the page that they are at. The id is that of a message with a file,
 * or the hash of a file that an item names.
 */
export type ShownDocument = { documentId: string; name: string; page: number; pages: number }

/** More pages than these are no document to look at together; each is one that a browser has to know of. */
export const DOCUMENT_LIMITS = { pages: 500, name: 200 } as const

export const DOCUMENT_TYPE = 'application/pdf'

const HASH = /^[0-9a-f]{64}$/

export function isDocumentId(text: string): boolean {
  return isId(text) || isFileHash(text)
}

/** Does the id name a file by its content, and not a message? */
export function isFileHash(documentId: string): boolean {
  return HASH.test(documentId)
}

/** The page nearest to the wanted one that the document has. */
export function nearestPage(wanted: number, pages: number): number {
  return Math.min(pages, Math.max(1, Math.round(wanted) || 1))
}
