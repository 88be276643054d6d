/** Who has the word, and who is about to take it. Times are epoch milliseconds. */
export type Speaking = {
  /** The one who is shown large; null until somebody has spoken. */
  id: string | null
  since: number
  /** Who speaks now without being large, and since when without a break. */
  next: { id: string; since: number } | null
}

export const NOBODY_SPEAKS: Speaking = { id: null, since: 0, next: null }

/** A cough or a "yes" is shorter than this. */
const MEANT_MS = 1_200
/** Faster than this a picture that changes is unrest. */
const HELD_MS = 2_000

/**
 * Who is large after a look at who speaks now. Whoever has the word keeps it while they speak; another takes it after
 * speaking for 1.2 s without a break, and never sooner than 2 s after the last change.
 */
export function nextSpeaker(before: Speaking, speaking: readonly string[], now: number): Speaking {
  const [first] = speaking
  if (first === undefined || (before.id !== null && speaking.includes(before.id))) return before.next ? { ...before, next: null } : before
  const next = before.next && speaking.includes(before.next.id) ? before.next : { id: first, since: now }
  if (now < turnAt({ ...before, next })) return next === before.next ? before : { ...before, next }
  return { id: next.id, since: now, next: null }
}

/** Milliseconds until the one who is about to take the word has it, at least 0; null when nobody is. */
export function msUntilTurn(speaking: Speaking, now: number): number | null {
  return speaking.next ? Math.max(0, turnAt(speaking) - now) : null
}

function turnAt({ id, since, next }: Speaking): number {
  return Math.max((next?.since ?? 0) + MEANT_MS, id === null ? 0 : since + HELD_MS)
}
