import type { LoaderFunctionArgs } from '@remix-run/node'
import { readSummary } from '#app/domain/agenda/summary/read-summary.server.ts'
import { summaryJson } from '#app/domain/agenda/summary/summary-json.ts'
import { summaryMarkdown } from '#app/domain/agenda/summary/summary-markdown.ts'
import { requireReader } from '#app/guards.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { etagOf, isKnownTo } from '#app/platform/pages/etag.server.ts'

/** The summary as a file: what its page shows, for whoever may read that. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const pass = await requireReader(request, params.seatId)
  const isJson = new URL(request.url).pathname.endsWith('.json')
  const view = await readSummary(pass, now())
  const body = isJson ? summaryJson(view) : summaryMarkdown(view)
  const etag = etagOf(body)
  // Kept by the reader's own browser alone, which asks each time whether it may still show it.
  const headers = { 'Cache-Control': 'private, no-cache', ETag: etag, 'X-Robots-Tag': 'noindex' }
  if (isKnownTo(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: {
    ...headers,
    'Content-Type': isJson ? 'application/json; charset=utf-8' : 'text/markdown; charset=utf-8',
    'Content-Disposition': `attachment; filename="summary.${isJson ? 'json' : 'md'}"`,
    'X-Content-Type-Options': 'nosniff',
  } })
}
