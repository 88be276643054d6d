import type { ActionFunctionArgs } from '@remix-run/node'
import { comeToDoor, grantToken } from '#app/domain/meeting/door/door.server.ts'
import { parseTokenRequest } from '#app/domain/meeting/input.ts'
import { getDoor } from '#app/domain/meeting/queries.server.ts'
import { requireVisitor, withDevice } from '#app/guards.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { browserUrl } from '#app/platform/livekit.server.ts'
import { answer, answerDoorRefusal, answerMalformed, readPosted, refuseMethod } from '#app/room-requests.server.ts'

export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const asking = await requireVisitor(request, params.seatId, 'room')
  const asked = parseTokenRequest(await readPosted(request))
  if (!asked) return answerMalformed()
  const { intent, ...readiness } = asked
  const { visitor, headers } = intent === 'knock' ? withDevice(asking) : { visitor: asking, headers: {} }
  const came = intent === 'knock' ? await comeToDoor(visitor, { readiness, now: now() }) : null
  if (came && !came.ok) return answerDoorRefusal(came.reason)
  const granted = await grantToken(visitor, now())
  if (!granted.ok) return answerDoorRefusal(granted.reason)
  return answer({ ...granted.value, url: browserUrl(request), door: await getDoor(visitor, now()) }, 200, headers)
}

export function loader(): Response {
  return refuseMethod('POST')
}
