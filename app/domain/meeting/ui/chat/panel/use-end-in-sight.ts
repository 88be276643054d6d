import { useEffect, useRef, type RefObject } from 'react'

/** Lines from the end within which the reader is taken to follow along, in pixels. */
const NEAR_PX = 120

/** Keeps the end of what scrolls in sight as it grows, unless the reader has gone up. Begins at the end. */
export function useEndInSight<Scrolled extends HTMLElement>(length: number): RefObject<Scrolled> {
  const ref = useRef<Scrolled>(null)
  const known = useRef(-1)
  useEffect(() => {
    const scrolled = ref.current
    if (!scrolled) return
    const last = scrolled.querySelector('li:last-child')
    const grownPx = last?.getBoundingClientRect().height ?? 0
    const isNear = scrolled.scrollHeight - scrolled.scrollTop - scrolled.clientHeight < NEAR_PX + grownPx
    if (known.current < 0 || isNear) scrolled.scrollTop = scrolled.scrollHeight
    known.current = length
  }, [length])
  return ref
}
