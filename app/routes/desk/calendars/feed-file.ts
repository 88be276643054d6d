import type { LoaderFunctionArgs } from '@remix-run/node'
import { writeHostFeed } from '#app/domain/meeting/calendar-feed/calendar-feed.ts'
import { organizer } from '#app/domain/people/mail/organizer.server.ts'
import { isFeedKey, listFeedMeetings } from '#app/domain/meeting/calendar-feed/queries.server.ts'
import { getConsultant } from '#app/domain/people/queries.server.ts'
import { isId } from '#app/kernel/ids.ts'
import { readContext } from '#app/load-context.ts'
import { now } from '#app/platform/clock.server.ts'
import { etagOf, isKnownTo } from '#app/platform/pages/etag.server.ts'
import { checkRate } from '#app/platform/rate-limit.server.ts'

/** A program that reads every minute stays within it; whoever tries keys does not get far. */
const READS_PER_HOUR = 120

/**
 * The consultant's meetings for whoever has the secret address.
 * @throws {Response} 404 for a wrong or ended address, told apart from nothing else; 429 with the seconds to wait.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const rate = await checkRate('calendar-feed', readContext(context).clientAddress, READS_PER_HOUR)
  if (!rate.isWithin) throw new Response(null, { status: 429, headers: { 'Retry-After': String(rate.retryAfterSeconds) } })
  const hostId = await requireFeed(params)
  const { locale } = await getConsultant(hostId)
  const body = writeHostFeed(await listFeedMeetings(hostId, now()), { locale, organizer: organizer() })
  const etag = etagOf(body)
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' }
  if (isKnownTo(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' } })
}

async function requireFeed({ hostId, file }: { hostId?: string; file?: string }): Promise<string> {
  const key = /^([\w-]+)\.ics$/.exec(file ?? '')?.[1]
  if (key !== undefined && isId(hostId) && await isFeedKey(hostId, key)) return hostId
  throw new Response(null, { status: 404 })
}
