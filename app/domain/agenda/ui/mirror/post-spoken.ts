import type { MirrorView, SpokenReport } from '../../mirror/mirror.ts'

/** dropped: another page counts, or nothing may be counted; what was heard here is of no use. unanswered: it may be sent again. */
export type SpokenOutcome = { kind: 'counted'; view: MirrorView } | { kind: 'dropped' } | { kind: 'unanswered' }

const ANSWER_WITHIN_MS = 8_000

/** Tells the server what was heard, also while the page is being closed. */
export async function postSpoken(url: string, report: SpokenReport): Promise<SpokenOutcome> {
  try {
    const response = await fetch(url, {
      method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: JSON.stringify(report),
      keepalive: report.isLast, signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    if (response.ok) return { kind: 'counted', view: await response.json() }
    return response.status >= 500 || response.status === 429 ? { kind: 'unanswered' } : { kind: 'dropped' }
  } catch {
    return { kind: 'unanswered' }
  }
}
