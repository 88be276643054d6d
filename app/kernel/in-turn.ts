/**
 * Runs what is given under one key one after the other, in the order in which it came, and under other keys at once.
 * For what a lock of the database puts in order anyway: whoever waits here holds no connection.
 */
export function createTurns(): <Value>(key: string, work: () => Promise<Value>) => Promise<Value> {
  /** The last under each key, which the next one waits for. */
  const turns = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const turn = (turns.get(key) ?? Promise.resolve()).then(work, work)
    turns.set(key, turn)
    try {
      return await turn
    } finally {
      if (turns.get(key) === turn) turns.delete(key)
    }
  }
}
