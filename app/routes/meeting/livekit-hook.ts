import type { ActionFunctionArgs } from '@remix-run/node'
import { recordLivekitEvent } from '#app/domain/meeting/attendance/attendance.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { readWebhook } from '#app/platform/livekit.server.ts'
import { refuseMethod } from '#app/room-requests.server.ts'

/** LiveKit's own reports. It proves itself by a signature over the raw body, and tries again on 5xx. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return refuseMethod('POST')
  const report = await readWebhook(await request.text(), request.headers.get('Authorization'))
  if (!report) return new Response(null, { status: 401 })
  await recordLivekitEvent(report, now())
  return new Response(null, { status: 200 })
}

export function loader(): Response {
  return refuseMethod('POST')
}
