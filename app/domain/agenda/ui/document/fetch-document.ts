import type { Pdf, PdfFault } from '#app/ui/pdf/open-pdf.ts'
import { DOCUMENT_LIMITS } from '../../document/shown-document.ts'

/** unreachable: it was not answered for. not-there: it is not for this person, or is gone. */
export type DocumentFault = PdfFault | 'unreachable' | 'not-there'

export type OpenedDocument = { pdf: Pdf; fault: null } | { pdf: null; fault: DocumentFault }

const FETCHED_WITHIN_MS = 60_000

/** Fetches a document and opens it. The library that reads it is loaded by the first. Never throws. */
export async function fetchDocument(href: string, signal: AbortSignal): Promise<OpenedDocument> {
  const fetched = AbortSignal.any([signal, AbortSignal.timeout(FETCHED_WITHIN_MS)])
  try {
    const response = await fetch(href, { signal: fetched })
    if (!response.ok) return { pdf: null, fault: response.status >= 500 ? 'unreachable' : 'not-there' }
    return await openDocument(await response.arrayBuffer())
  } catch {
    return { pdf: null, fault: 'unreachable' }
  }
}

/** Opens what is here already. Never throws, unless the library can't be loaded. */
export async function openDocument(content: ArrayBuffer): Promise<OpenedDocument> {
  const { openPdf, PdfError } = await import('#app/ui/pdf/open-pdf.ts')
  try {
    return { pdf: await openPdf(new Uint8Array(content), DOCUMENT_LIMITS.pages), fault: null }
  } catch (error) {
    return { pdf: null, fault: error instanceof PdfError ? error.fault : 'no-pdf' }
  }
}
