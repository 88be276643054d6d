/** A value that outlives renders and can be watched. Pages read it with `useStore`. */
export type Store<State> = {
  read(): State
  write(next: State): void
  /** Calls the listener after each change; the answer stops it. */
  watch(listener: () => void): () => void
}

export function createStore<State>(initial: State): Store<State> {
  const listeners = new Set<() => void>()
  let state = initial
  return {
    read: () => state,
    write(next) {
      if (Object.is(next, state)) return
      state = next
      for (const listener of listeners) listener()
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
