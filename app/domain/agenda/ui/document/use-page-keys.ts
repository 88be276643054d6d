import { useEffect, useRef } from 'react'
import { keyPlaceOf, pageOfKey } from './page-keys.ts'

/** Turns pages by keys while a document is shown. */
export function usePageKeys(at: { page: number; pages: number }, onTurn: (page: number) => void): void {
  const newest = useRef({ at, onTurn })
  useEffect(() => { newest.current = { at, onTurn } })
  useEffect(() => {
    const listening = new AbortController()
    document.addEventListener('keydown', (event) => {
      const place = keyPlaceOf(event.target instanceof Element ? event.target : null)
      const page = pageOfKey(event, place, newest.current.at)
      if (page === null) return
      event.preventDefault()
      newest.current.onTurn(page)
    }, { signal: listening.signal })
    return () => listening.abort()
  }, [])
}
