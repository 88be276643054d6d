import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Size } from '#app/ui/pdf/fit.ts'

/** The room that there is for the page, measured as often as it changes. */
export function usePlace(): { place: Size | null; ref: RefObject<HTMLDivElement> } {
  const ref = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Size | null>(null)
  useEffect(() => {
    if (!ref.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      const [width, height] = [Math.floor(entry.contentRect.width), Math.floor(entry.contentRect.height)]
      if (width > 0 && height > 0) setPlace((before) => (before?.width === width && before.height === height ? before : { width, height }))
    })
    observer.observe(ref.current)
    return () => observer.disconnect()
  }, [])
  return { place, ref }
}
