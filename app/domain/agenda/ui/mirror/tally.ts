import type { Spoken } from '../../mirror/mirror.ts'

/** Who speaks at this moment, and which item the meeting is at. */
export type Moment = { identities: readonly string[]; itemId: string | null }

/** A page that slept wakes up with somebody still marked as speaking: no look stands for more than this. */
const MOST_STEP_MS = 3_000

/** Adds the time since the last look to those who spoke at it. */
export function addStep(spoken: readonly Spoken[], { identities, itemId }: Moment, stepMs: number): Spoken[] {
  const ms = Math.min(Math.max(0, stepMs), MOST_STEP_MS)
  return identities.reduce((sums, identity) => addOne(sums, { itemId, identity, ms }), [...spoken])
}

function addOne(sums: Spoken[], { itemId, identity, ms }: Spoken): Spoken[] {
  const at = sums.findIndex((one) => one.itemId === itemId && one.identity === identity)
  const known = sums[at]
  return known ? sums.with(at, { ...known, ms: known.ms + ms }) : [...sums, { itemId, identity, ms }]
}
