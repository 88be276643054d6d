import { useEffect, useRef, type RefObject } from 'react'

/** Calls once when the element has stood before somebody's eyes for a second, in a page that is looked at. */
export function useSeen(onSeen: () => void, isWanted: boolean): RefObject<HTMLDivElement> {
  const ref = useRef<HTMLDivElement>(null)
  const newest = useRef(onSeen)
  useEffect(() => { newest.current = onSeen })
  useEffect(() => {
    if (!isWanted || !ref.current) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new IntersectionObserver(([entry]) => {
      clearTimeout(timer)
      if (entry?.isIntersecting) timer = setTimeout(look, 1_000)
    }, { threshold: 0.5 })
    function look() {
      if (document.visibilityState === 'visible') newest.current()
      else timer = setTimeout(look, 1_000)
    }
    observer.observe(ref.current)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [isWanted])
  return ref
}
