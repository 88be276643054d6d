import type { ActionFunctionArgs } from '@remix-run/node'
import { keepChecked } from '#app/domain/meeting/check/keep.server.ts'
import { parseReadiness } from '#app/domain/meeting/input.ts'
import { requireSeat } from '#app/guards.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { answer, answerDoorRefusal, answerMalformed, readPosted, refuseMethod } from '#app/room-requests.server.ts'

/** What the device check found, for the host's eyes. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const pass = await requireSeat(request, params.seatId, 'room')
  if (pass.seat.door === 'removed') return answerDoorRefusal('removed')
  const readiness = parseReadiness(await readPosted(request))
  if (!readiness) return answerMalformed()
  const kept = await keepChecked(pass, { readiness, at: now() })
  return kept.ok ? answer({}) : answerDoorRefusal(kept.reason)
}

export function loader(): Response {
  return refuseMethod('POST')
}
