/** Remembers under a key, and forgets the oldest of more than `most`. */
export function keepNewest<Value>(kept: Map<string, Value>, key: string, { value, most }: { value: Value; most: number }): Value {
  const [oldest] = kept.keys()
  if (kept.size >= most && oldest !== undefined) kept.delete(oldest)
  kept.set(key, value)
  return value
}
