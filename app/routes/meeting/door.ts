import type { ActionFunctionArgs } from '@remix-run/node'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { handOver, lowerHand, raiseHand, setLocked, silence } from '#app/domain/meeting/control/commands.server.ts'
import { admit, leaveDoor, turnAway, type DoorRefusal } from '#app/domain/meeting/door/door.server.ts'
import { parseDoorRequest } from '#app/domain/meeting/input.ts'
import { getDoor } from '#app/domain/meeting/queries.server.ts'
import type { DoorRequest } from '#app/domain/meeting/room-data.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { requireSeat } from '#app/guards.server.ts'
import type { Result } from '#app/kernel/result.ts'
import { now } from '#app/platform/clock.server.ts'
import { answer, answerDoorRefusal, answerMalformed, readPosted, refuseMethod } from '#app/room-requests.server.ts'

export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const pass = await requireSeat(request, params.seatId, 'room')
  const asked = parseDoorRequest(await readPosted(request))
  if (!asked) return answerMalformed()
  const done = await carryOut(pass, asked, now())
  return done.ok ? answer(await getDoor(pass, now())) : answerDoorRefusal(done.reason)
}

export function loader(): Response {
  return refuseMethod('POST')
}

function carryOut(pass: SeatPass, asked: DoorRequest, at: number): Promise<Result<null, DoorRefusal>> {
  switch (asked.intent) {
    case 'admit': return admit(pass, { guestSeatId: asked.seatId, now: at })
    case 'turn-away': return turnAway(pass, { guestSeatId: asked.seatId, now: at })
    case 'silence': return silence(pass, asked)
    case 'hand-over': return handOver(pass, asked)
    case 'lower-hand': return lowerHand(pass, asked)
    case 'raise-hand': return raiseHand(pass, at)
    case 'lock':
    case 'unlock': return setLocked(pass, { isLocked: asked.intent === 'lock', now: at })
    case 'end': return endMeeting(pass, at)
    case 'leave': return leaveDoor(pass, at)
  }
}
