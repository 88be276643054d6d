import { useEffect, useRef, type RefObject } from 'react'

/** The room as it was first shown keeps the focus where the browser put it; whoever is taken elsewhere starts there. */
let shownPlace: string | null = null

/** Moves the focus to the element when the person has come to another place of the room, so that it is never lost. */
export function usePlaceFocus(place: string): RefObject<HTMLDivElement> {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (shownPlace !== null && shownPlace !== place) ref.current?.focus({ preventScroll: true })
    shownPlace = place
  }, [place])
  return ref
}
