import { useEffect, useRef, useState, type RefObject } from 'react'
import { scaleToFit, type Size, type Zoom } from '#app/ui/pdf/fit.ts'
import type { Pdf } from '#app/ui/pdf/open-pdf.ts'

export type DrawnPage = { page: number; lines: string[]; hasFailed: boolean }

type PageInHand = { canvas: RefObject<HTMLCanvasElement>; drawn: DrawnPage | null }

/** Draws one page as it fits the place. The page before stays until the new one is whole, so that nothing flickers. */
export function usePage(pdf: Pdf | null, { page, place, zoom }: { page: number; place: Size | null; zoom: Zoom }): PageInHand {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState<DrawnPage | null>(null)
  useEffect(() => {
    if (!pdf || !place) return
    const drawing = new AbortController()
    const { signal } = drawing
    drawTo(canvas.current, { pdf, page, place, zoom, signal }).then((lines) => {
      if (lines && !signal.aborted) setDrawn({ page, lines, hasFailed: false })
    }).catch(() => {
      if (!signal.aborted) setDrawn({ page, lines: [], hasFailed: true })
    })
    return () => drawing.abort()
  }, [pdf, page, place, zoom])
  return { canvas, drawn }
}

type Wanted = { pdf: Pdf; page: number; place: Size; zoom: Zoom; signal: AbortSignal }

/** @returns the page's text; null when another was wanted meanwhile. */
async function drawTo(canvas: HTMLCanvasElement | null, { pdf, page, place, zoom, signal }: Wanted): Promise<string[] | null> {
  const size = await pdf.sizeOf(page)
  const scale = scaleToFit(size, place, zoom)
  const picture = await pdf.draw(page, scale, signal)
  if (!picture || !canvas || signal.aborted) return null
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.style.inlineSize = `${Math.floor(size.width * scale)}px`
  canvas.style.blockSize = `${Math.floor(size.height * scale)}px`
  canvas.getContext('2d')?.drawImage(picture, 0, 0)
  return pdf.textOf(page).catch(() => [])
}
