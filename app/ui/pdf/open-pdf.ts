import {
  getDocument, GlobalWorkerOptions, RenderingCancelledException, type PDFDocumentLoadingTask, type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { dotsPerPixel, type Size } from './fit.ts'
import { linesOf } from './page-text.ts'
import { Decoders, StandardFonts } from './pdf-files.ts'
import { withinVisibleTime } from './visible-time.ts'

/** Why a file can't be shown: it is none or broken, is locked by a password, has too many pages, or takes too long. */
export type PdfFault = 'no-pdf' | 'locked' | 'too-many-pages' | 'too-slow'

export class PdfError extends Error {
  constructor(readonly fault: PdfFault) {
    super(fault)
  }
}

export type Pdf = {
  pages: number
  sizeOf(page: number): Promise<Size>
  /** Draws the page as sharp as the screen is; null when it was given up meanwhile. @throws {PdfError} when it takes too long. */
  draw(page: number, scale: number, signal: AbortSignal): Promise<HTMLCanvasElement | null>
  textOf(page: number): Promise<string[]>
  close(): void
}

const OPENED_WITHIN_MS = 20_000
const DRAWN_WITHIN_MS = 20_000
/** Larger pictures inside a page are left out: unpacked they would take the memory of the whole tab. */
const MOST_PICTURE_DOTS = 50_000_000

/**
 * Opens a document in a worker of its own, which ends with it. Nothing in it runs: no script, no form of XFA, no code made of text.
 * @throws {PdfError} when it can't be shown.
 */
export async function openPdf(data: Uint8Array<ArrayBuffer>, mostPages: number): Promise<Pdf> {
  GlobalWorkerOptions.workerSrc = workerUrl
  const task = getDocument({
    data, isEvalSupported: false, enableXfa: false, maxImageSize: MOST_PICTURE_DOTS, useWorkerFetch: false, verbosity: 0,
    StandardFontDataFactory: StandardFonts, WasmFactory: Decoders,
  })
  try {
    const opened = await withinVisibleTime(task.promise, OPENED_WITHIN_MS, new PdfError('too-slow'))
    if (opened.numPages > mostPages) throw new PdfError('too-many-pages')
    // A file without a first page is one only by its name.
    await withinVisibleTime(opened.getPage(1), OPENED_WITHIN_MS, new PdfError('too-slow'))
    return pdfOf(opened, task)
  } catch (error) {
    void task.destroy()
    throw error instanceof PdfError ? error : new PdfError(isLocked(error) ? 'locked' : 'no-pdf')
  }
}

function pdfOf(opened: PDFDocumentProxy, task: PDFDocumentLoadingTask): Pdf {
  return {
    pages: opened.numPages,
    async sizeOf(page) {
      const { width, height } = (await opened.getPage(page)).getViewport({ scale: 1 })
      return { width, height }
    },
    draw: (page, scale, signal) => drawPage(opened, { page, scale, signal }),
    async textOf(page) {
      const { items } = await (await opened.getPage(page)).getTextContent()
      return linesOf(items)
    },
    close: () => void task.destroy(),
  }
}

/** The library's own class for it is not among what it gives out by type. */
function isLocked(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException'
}

type Wanted = { page: number; scale: number; signal: AbortSignal }

async function drawPage(opened: PDFDocumentProxy, { page, scale, signal }: Wanted): Promise<HTMLCanvasElement | null> {
  const found = await opened.getPage(page)
  const seen = found.getViewport({ scale })
  const viewport = found.getViewport({ scale: scale * dotsPerPixel(seen, globalThis.devicePixelRatio) })
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.ceil(viewport.width), height: Math.ceil(viewport.height) })
  if (signal.aborted) return null
  const drawing = found.render({ canvas, viewport })
  signal.addEventListener('abort', () => drawing.cancel(), { once: true })
  try {
    await withinVisibleTime(drawing.promise, DRAWN_WITHIN_MS, new PdfError('too-slow'))
    return canvas
  } catch (error) {
    if (error instanceof RenderingCancelledException) return null
    drawing.cancel()
    throw error
  }
}
