import { useEffect, useState, useSyncExternalStore } from 'react'
import { steadyNow } from '../clock.ts'
import type { Store } from './store.ts'

/** The store's value now and after each change. */
export function useStore<State>(store: Store<State>): State {
  return useSyncExternalStore(store.watch, store.read, store.read)
}

/** A part of the store's value: renders only when that part is another. `pick` gives what the value holds and makes nothing new. */
export function useStorePart<State, Part>(store: Store<State>, pick: (state: State) => Part): Part {
  const read = () => pick(store.read())
  return useSyncExternalStore(store.watch, read, read)
}

/** Renders again every `everyMs` and gives the time that runs evenly, epoch milliseconds; stands still while `isRunning` is false. */
export function useClock(everyMs: number, isRunning = true): number {
  const [now, setNow] = useState(steadyNow)
  useEffect(() => {
    if (!isRunning) return
    setNow(steadyNow())
    const timer = setInterval(() => setNow(steadyNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, isRunning])
  return now
}
