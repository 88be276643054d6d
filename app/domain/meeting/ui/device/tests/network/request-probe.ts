import type { ProbeAnswer } from '../../../../room-data.ts'

/** unavailable: the app or the media server gives none now. too-many: it was tried too often. */
export type ProbeFault = 'unavailable' | 'too-many'

const ANSWER_WITHIN_MS = 10_000

/** Asks for a way to try the network. */
export async function requestProbe(url: string): Promise<ProbeAnswer | ProbeFault> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
  const response = await fetch(url, { method: 'POST', headers: { Accept: 'application/json' }, signal }).catch(() => null)
  if (response?.ok) return response.json()
  return response?.status === 429 ? 'too-many' : 'unavailable'
}
