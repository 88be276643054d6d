import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { countSpoken, getMirror, type CountRefusal } from '#app/domain/agenda/mirror/count.server.ts'
import { parseSpokenReport } from '#app/domain/agenda/mirror/mirror-input.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { requireSeat } from '#app/guards.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { answer, answerMalformed, readPosted } from '#app/room-requests.server.ts'

/** Who spoke how long, for the hosts of the meeting and nobody else. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  return answer(await getMirror(await requireHostsSeat(request, params.seatId)))
}

export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const pass = await requireHostsSeat(request, params.seatId)
  const report = parseSpokenReport(await readPosted(request))
  if (!report) return answerMalformed()
  const counted = await countSpoken(pass, report, now())
  return counted.ok ? answer(counted.value) : answer({ reason: counted.reason }, STATUS[counted.reason])
}

/** @throws {Response} 403 for whoever has proven a guest's seat. */
async function requireHostsSeat(request: Request, seatId: string | undefined): Promise<SeatPass> {
  const pass = await requireSeat(request, seatId, 'room')
  if (pass.seat.role !== 'host') throw new Response(null, { status: 403 })
  return pass
}

const STATUS: Record<CountRefusal, number> = { 'not-allowed': 403, 'not-inside': 403, 'meeting-over': 409, 'counted-elsewhere': 409 }
