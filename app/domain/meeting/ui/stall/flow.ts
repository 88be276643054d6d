/** A counter that is looked at now and then, and when it last moved (milliseconds); null before it did for the first time. */
export type Flow = { count: number; movedAt: number | null }

/** The flow after a look. `count` null: nothing is due, so nothing is remembered. */
export function nextFlow(before: Flow | null, count: number | null, at: number): Flow | null {
  if (count === null) return null
  if (before === null) return { count, movedAt: null }
  return count === before.count ? before : { count, movedAt: at }
}

/** For how long it has stood still, milliseconds. What never moved has only not begun yet: 0. */
export function stillMs(flow: Flow | null, at: number): number {
  return flow?.movedAt == null ? 0 : at - flow.movedAt
}
