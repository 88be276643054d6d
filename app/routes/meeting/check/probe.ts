import type { ActionFunctionArgs } from '@remix-run/node'
import { openProbe } from '#app/domain/meeting/check/probe.server.ts'
import { requireSeat } from '#app/guards.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { answerDoorRefusal, answerProbe, refuseMethod } from '#app/room-requests.server.ts'

/** Lets a browser try the ways to the media server. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return refuseMethod('POST')
  const { seat, meeting: { state } } = await requireSeat(request, params.seatId, 'room')
  if (seat.door === 'removed') return answerDoorRefusal('removed')
  if (state === 'ended' || state === 'cancelled') return answerDoorRefusal(`meeting-${state}`)
  return answerProbe(await openProbe(seat.id, now()), request)
}

export function loader(): Response {
  return refuseMethod('POST')
}
