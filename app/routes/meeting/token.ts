import type { ActionFunctionArgs } from '@remix-run/node'
import { comeToDoor, grantToken } from '#app/domain/meeting/door/door.server.ts'
import { parseTokenRequest } from '#app/domain/meeting/input.ts'
import { getDoor } from '#app/domain/meeting/queries.server.ts'
import { requireSeat } from '#app/guards.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { browserUrl } from '#app/platform/livekit.server.ts'
import { answer, answerDoorRefusal, answerMalformed, readPosted, refuseMethod } from '#app/room-requests.server.ts'

export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const pass = await requireSeat(request, params.seatId, 'room')
  const asked = parseTokenRequest(await readPosted(request))
  if (!asked) return answerMalformed()
  const { intent, ...readiness } = asked
  const came = intent === 'knock' ? await comeToDoor(pass, { readiness, now: now() }) : null
  if (came && !came.ok) return answerDoorRefusal(came.reason)
  const granted = await grantToken(pass, now())
  if (!granted.ok) return answerDoorRefusal(granted.reason)
  return answer({ ...granted.value, url: browserUrl(request), door: await getDoor(pass, now()) })
}

export function loader(): Response {
  return refuseMethod('POST')
}
