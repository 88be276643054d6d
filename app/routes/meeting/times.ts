import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { listOtherTimes, moveAtDoor } from '#app/domain/booking/turn-up/move-at-door.server.ts'
import { parseMoveRequest } from '#app/domain/meeting/input.ts'
import { requireSeat } from '#app/guards.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { answer, answerMalformed, readPosted } from '#app/room-requests.server.ts'

/** Other times for a guest whose host is late, without leaving the door. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const pass = await requireSeat(request, params.seatId, 'room')
  return answer({ times: await listOtherTimes(pass, now()) })
}

export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const pass = await requireSeat(request, params.seatId, 'room')
  const asked = parseMoveRequest(await readPosted(request))
  if (!asked) return answerMalformed()
  const moved = await moveAtDoor(pass, { ...asked, now: now() })
  if (moved.ok) return answer({ startsAt: asked.startsAt })
  const { reason } = moved
  if (reason === 'no-such-booking') return answer({ reason }, 404)
  return answer({ reason, times: await listOtherTimes(pass, now()) }, reason === 'not-allowed' ? 403 : 409)
}
