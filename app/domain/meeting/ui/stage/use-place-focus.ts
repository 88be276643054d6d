import { useEffect, useRef, type RefObject } from 'react'

/** The room as it was first shown keeps the focus where the browser put it; whoever is taken elsewhere starts there. */
let shownPlace: string | null = null

const AFTER_DRAWING_MS = 50

/** Moves the focus to the element when the person has come to another place of the room, so that it is never lost. */
export function usePlaceFocus(place: string, isShown = true): RefObject<HTMLDivElement> {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isShown) return
    const isMoved = shownPlace !== null && shownPlace !== place
    shownPlace = place
    if (!isMoved) return
    // Focus makes the browser lay out the page at once; a moment later it has done so anyway.
    const timer = setTimeout(() => ref.current?.focus({ preventScroll: true }), AFTER_DRAWING_MS)
    return () => clearTimeout(timer)
  }, [place, isShown])
  return ref
}
