import type { Pdf } from '#app/ui/pdf/open-pdf.ts'

let kept: { documentId: string; pdf: Pdf } | null = null

/** Keeps a document open for the stage that shows it next, so that it is fetched and read once. Only the last is kept. */
export function keepOpen(documentId: string, pdf: Pdf): void {
  kept?.pdf.close()
  kept = { documentId, pdf }
}

/** Hands the document on if it is the one that was kept; whoever takes it closes it. */
export function takeOpen(documentId: string): Pdf | null {
  if (kept?.documentId !== documentId) return null
  const { pdf } = kept
  kept = null
  return pdf
}
