const STEPS_MS = [0, 300, 600, 1_000, 1_500, 2_000, 2_500, 3_000, 4_000, 5_000] as const
const LONGEST_MS = 5_000

/**
 * Milliseconds to wait before the next try, 0 to 5000 and a quarter more or less by chance,
 * so that a server that has just come back is not met by everybody at once.
 * @param tries tries that failed so far. @param chance 0 to 1.
 */
export function retryDelayMs(tries: number, chance: number): number {
  const step = STEPS_MS[tries] ?? LONGEST_MS
  return Math.round(step * (0.75 + chance / 2))
}

/** How long LiveKit's own client mends a line before this app fetches a new token and begins afresh. */
const MENDED_BY_CLIENT_MS = 90_000

/** For LiveKit's `reconnectPolicy`: null gives up, and the app takes over. */
export function nextRetryDelayInMs({ retryCount, elapsedMs }: { retryCount: number; elapsedMs: number }): number | null {
  return elapsedMs > MENDED_BY_CLIENT_MS ? null : retryDelayMs(retryCount, Math.random())
}
