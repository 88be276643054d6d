export type BriefMemory<Value> = {
  /** What was kept under the key, while it holds. */
  recall: (key: string) => Value | undefined
  keep: (key: string, value: Value) => void
  forgetAll: () => void
}

/**
 * Remembers each value for `holdsMs` milliseconds from when it was kept, and grows no larger than what is kept in that time.
 * @param now milliseconds of a clock that only goes forward.
 */
export function createBriefMemory<Value>(holdsMs: number, now: () => number): BriefMemory<Value> {
  /** In the order in which they lapse. */
  const kept = new Map<string, { value: Value; until: number }>()

  function dropLapsed(at: number): void {
    for (const [key, { until }] of kept) {
      if (until > at) return
      kept.delete(key)
    }
  }

  return {
    recall(key) {
      const found = kept.get(key)
      return found && found.until > now() ? found.value : undefined
    },
    keep(key, value) {
      const at = now()
      dropLapsed(at)
      kept.delete(key)
      kept.set(key, { value, until: at + holdsMs })
    },
    forgetAll: () => kept.clear(),
  }
}
