import type { PendingChange } from './feed-state.ts'

/** Unanswered changes outlive a reload of the page: the server knows each by its id, so none is made twice. */
export function keepChanges(storage: Pick<Storage, 'setItem' | 'removeItem'> | null, key: string, pending: PendingChange[]): void {
  const unanswered = pending.filter(({ version }) => version === null)
  try {
    if (unanswered.length === 0) storage?.removeItem(key)
    else storage?.setItem(key, JSON.stringify(unanswered))
  } catch {
    // A full or forbidden storage leaves them in this page, which still posts them.
  }
}

export function keptChanges(storage: Pick<Storage, 'getItem'> | null, key: string): PendingChange[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isPending) : []
  } catch {
    return []
  }
}

function isPending(kept: unknown): kept is PendingChange {
  const isShaped = typeof kept === 'object' && kept !== null && 'changeId' in kept && 'change' in kept && 'at' in kept
  return isShaped && typeof kept.changeId === 'string' && typeof kept.at === 'number'
}
