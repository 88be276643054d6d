import { askApp } from '#app/ui/island/ask-app.ts'
import type { MirrorView, SpokenReport } from '../../mirror/mirror.ts'

/** dropped: another page counts, or nothing may be counted; what was heard here is of no use. unanswered: it may be sent again. */
export type SpokenOutcome = { kind: 'counted'; view: MirrorView } | { kind: 'dropped' } | { kind: 'unanswered' }

/** Tells the server what was heard, also while the page is being closed. */
export async function postSpoken(url: string, report: SpokenReport): Promise<SpokenOutcome> {
  const response = await askApp(url, { body: report, keepalive: report.isLast })
  const view = response?.ok ? await response.json().catch(() => null) : null
  if (view) return { kind: 'counted', view }
  const isUnanswered = !response || response.ok || response.status >= 500 || response.status === 429
  return { kind: isUnanswered ? 'unanswered' : 'dropped' }
}
