import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { countSpoken, getMirror, type CountRefusal } from '#app/domain/agenda/mirror/count.server.ts'
import { parseSpokenReport } from '#app/domain/agenda/mirror/mirror-input.ts'
import { requireHostInRoom } from '#app/guards.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { answer, answerMalformed, readPosted } from '#app/room-requests.server.ts'

/** Who spoke how long, for the hosts of the meeting and nobody else. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  return answer(await getMirror(await requireHostInRoom(request, params.seatId, 403)))
}

export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const pass = await requireHostInRoom(request, params.seatId, 403)
  const report = parseSpokenReport(await readPosted(request))
  if (!report) return answerMalformed()
  const counted = await countSpoken(pass, report, now())
  return counted.ok ? answer(counted.value) : answer({ reason: counted.reason }, STATUS[counted.reason])
}

const STATUS: Record<CountRefusal, number> = { 'not-allowed': 403, 'not-inside': 403, 'meeting-over': 409, 'counted-elsewhere': 409 }
