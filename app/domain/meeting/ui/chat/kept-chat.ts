import type { ChatState } from './chat-state.ts'

/** What outlives a reload of the page in this tab: what was typed and not heard back, the draft, and what was seen. */
export type KeptChat = { written: { id: string; text: string }[]; draft: string; seenUpTo: number }

type KeptIn = Pick<Storage, 'getItem' | 'setItem'> | null

const NOTHING: KeptChat = { written: [], draft: '', seenUpTo: 0 }

export function keepChat(storage: KeptIn, key: string, { pending, seenUpTo }: ChatState, draft: string): void {
  const written = pending.filter(({ file }) => file === null).map(({ id, text }) => ({ id, text }))
  try {
    storage?.setItem(key, JSON.stringify({ written, draft, seenUpTo }))
  } catch {
    // A full or forbidden storage leaves it in this page alone.
  }
}

export function keptChat(storage: KeptIn, key: string): KeptChat {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(key) ?? 'null')
    return isKept(kept) ? kept : NOTHING
  } catch {
    return NOTHING
  }
}

function isKept(kept: unknown): kept is KeptChat {
  if (typeof kept !== 'object' || kept === null || !('written' in kept && 'draft' in kept && 'seenUpTo' in kept)) return false
  return Array.isArray(kept.written) && kept.written.every(isWritten) && typeof kept.draft === 'string' && typeof kept.seenUpTo === 'number'
}

function isWritten(one: unknown): boolean {
  return typeof one === 'object' && one !== null && 'id' in one && 'text' in one && typeof one.id === 'string' && typeof one.text === 'string'
}
