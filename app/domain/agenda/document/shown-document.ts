/**
 * What the host shows to everybody, and the page that they are at. The id is that of a message with a file,
 * or of a file that was prepared for the meeting.
 */
export type ShownDocument = { documentId: string; name: string; page: number; pages: number }

/** More pages than these are no document to look at together; each is one that a browser has to know of. */
export const DOCUMENT_LIMITS = { pages: 500, name: 200 } as const

export const DOCUMENT_TYPE = 'application/pdf'

/** The page nearest to the wanted one that the document has. */
export function nearestPage(wanted: number, pages: number): number {
  return Math.min(pages, Math.max(1, Math.round(wanted) || 1))
}

/** Where a document is taken up that is shown: where it was left, or at the beginning. */
export function pageToShow({ leftAt }: { leftAt?: Record<string, number> }, documentId: string, pages: number): number {
  return nearestPage(leftAt?.[documentId] ?? 1, pages)
}
