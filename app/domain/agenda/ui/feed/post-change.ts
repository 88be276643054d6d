import { askApp } from '#app/ui/island/ask-app.ts'
import type { ChangeFault } from '../../input.ts'
import type { PendingChange } from './feed-state.ts'

export type PostOutcome =
  | { kind: 'answered'; version: number; at: number }
  | { kind: 'refused'; reason: ChangeFault }
  /** No word from the server: the same change is posted again. */
  | { kind: 'unanswered' }

const ANSWER_WITHIN_MS = 8_000

/** Posts one change. The same `changeId` again gives the same answer, so it may be posted until one is heard. */
export async function postChange(url: string, { changeId, change }: PendingChange): Promise<PostOutcome> {
  const response = await askApp(url, { body: { changeId, change }, withinMs: ANSWER_WITHIN_MS })
  const outcome = response && await readOutcome(response).catch(() => null)
  return outcome ?? { kind: 'unanswered' }
}

async function readOutcome(response: Response): Promise<PostOutcome> {
  if (response.ok) return { kind: 'answered', ...(await response.json()) }
  if (response.status >= 500 || response.status === 429 || response.status === 408) return { kind: 'unanswered' }
  const refusal = await response.json().catch(() => null)
  return { kind: 'refused', reason: refusal?.reason ?? 'not-allowed' }
}
