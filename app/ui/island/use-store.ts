import { useEffect, useState, useSyncExternalStore } from 'react'
import { browserNow } from '../clock.ts'
import type { Store } from './store.ts'

/** The store's value now and after each change. */
export function useStore<State>(store: Store<State>): State {
  return useSyncExternalStore(store.watch, store.read, store.read)
}

/** Renders again every `everyMs` and gives the browser's clock, epoch milliseconds; stands still while `isRunning` is false. */
export function useClock(everyMs: number, isRunning = true): number {
  const [now, setNow] = useState(browserNow)
  useEffect(() => {
    if (!isRunning) return
    setNow(browserNow())
    const timer = setInterval(() => setNow(browserNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, isRunning])
  return now
}
