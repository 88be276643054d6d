import { retryDelayMs } from './retry-delay.ts'
import type { TokenOutcome } from '../requests.ts'

/** What mending a line needs of the world. */
export type Line = {
  /** The person wants to be in the room and no connection stands. */
  isNeeded(): boolean
  fetchToken(): Promise<TokenOutcome>
  /** Takes in what the app answered; a refusal ends the need. */
  hear(outcome: TokenOutcome): void
  connect(url: string, token: string): Promise<void>
  /** Resolves after `ms`, or sooner when there is reason to hope. */
  wait(ms: number): Promise<void>
}

/** While there is no media server, asking more often helps nobody; the door's stream says when there is one. */
const NO_SERVER_PAUSE_MS = 15_000

/**
 * Connects with a fresh token each time, again and again with growing pauses for as long as the person wants to be inside:
 * a server that comes back after minutes finds everybody trying.
 */
export async function mendLine(line: Line): Promise<void> {
  let pauseMs = 0
  for (let tries = 1; line.isNeeded(); tries += 1) {
    await line.wait(pauseMs)
    if (!line.isNeeded()) return
    const hasServer = await tryOnce(line)
    pauseMs = hasServer ? retryDelayMs(tries, Math.random()) : NO_SERVER_PAUSE_MS
  }
}

/** @returns false when the app says that there is no media server to connect to. */
async function tryOnce(line: Line): Promise<boolean> {
  const outcome = await line.fetchToken()
  line.hear(outcome)
  if (outcome.kind !== 'token') return true
  if (outcome.answer.token === null) return false
  if (line.isNeeded()) await line.connect(outcome.answer.url, outcome.answer.token).catch(() => null)
  return true
}
