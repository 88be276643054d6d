/** A host who is free for a slot. `recentMeetings` were given to the host in the last 30 days; `weight` is above zero. */
export type HostCandidate = { hostId: string; weight: number; recentMeetings: number }

/**
 * Round robin. A company that comes again gets the host it had, when that one is free; else the host with the fewest
 * recent meetings for the weight gets it, and the one who stands first among equals.
 * @param candidates at least one, in the order of their positions.
 */
export function chooseHost(candidates: readonly [HostCandidate, ...HostCandidate[]], previousHostId: string | null): string {
  const known = candidates.find(({ hostId }) => hostId === previousHostId)
  if (known) return known.hostId
  return candidates.reduce((best, one) => (loadOf(one) < loadOf(best) ? one : best)).hostId
}

function loadOf({ recentMeetings, weight }: HostCandidate): number {
  return recentMeetings / weight
}
