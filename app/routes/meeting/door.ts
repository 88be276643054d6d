import type { ActionFunctionArgs } from '@remix-run/node'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { handOver, lowerHand, raiseHand, setLocked, silence } from '#app/domain/meeting/control/commands.server.ts'
import { askForCode, bindByCode } from '#app/domain/meeting/door/code.server.ts'
import { isOtherDevice } from '#app/domain/meeting/door/device.ts'
import { admit, leaveDoor, turnAway } from '#app/domain/meeting/door/door.server.ts'
import { admitOther, turnAwayOther } from '#app/domain/meeting/door/other-device.server.ts'
import type { DoorRefusal } from '#app/domain/meeting/door/refusal.ts'
import { admitAll, holdGuest } from '#app/domain/meeting/door/several.server.ts'
import { parseDoorRequest } from '#app/domain/meeting/input.ts'
import { getDoor } from '#app/domain/meeting/queries.server.ts'
import type { ControlRequest, DoorRequest } from '#app/domain/meeting/room-data.ts'
import type { Visitor } from '#app/domain/meeting/seat.ts'
import { requireVisitor } from '#app/guards.server.ts'
import { refuse, type Result } from '#app/kernel/result.ts'
import { now } from '#app/platform/clock.server.ts'
import { answer, answerDoorRefusal, answerMalformed, readPosted, refuseMethod } from '#app/room-requests.server.ts'

export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const visitor = await requireVisitor(request, params.seatId, 'room')
  const asked = parseDoorRequest(await readPosted(request))
  if (!asked) return answerMalformed()
  const done = await carryOut(visitor, asked, now())
  return done.ok ? answer(await getDoor(visitor, now())) : answerDoorRefusal(done.reason)
}

export function loader(): Response {
  return refuseMethod('POST')
}

function carryOut(visitor: Visitor, asked: DoorRequest, at: number): Promise<Result<null, DoorRefusal>> {
  switch (asked.intent) {
    case 'admit':
    case 'turn-away': return decide(visitor, asked, at)
    case 'admit-all': return admitAll(visitor, at)
    case 'hold': return holdGuest(visitor, { guestSeatId: asked.seatId, hold: asked.hold })
    case 'send-code': return askForCode(visitor, at)
    case 'use-code': return bindByCode(visitor, { code: asked.code, now: at })
    case 'end': return endMeeting(visitor, at)
    case 'leave': return leaveDoor(visitor, at)
    default: return control(visitor, asked, at)
  }
}

/** What is done from inside, which another device with the same link is not. */
async function control(visitor: Visitor, asked: ControlRequest, at: number): Promise<Result<null, DoorRefusal>> {
  if (isOtherDevice(visitor.seat, visitor)) return refuse('another-device')
  switch (asked.intent) {
    case 'silence': return silence(visitor, asked)
    case 'hand-over': return handOver(visitor, asked)
    case 'lower-hand': return lowerHand(visitor, asked)
    case 'raise-hand': return raiseHand(visitor, at)
    case 'lock':
    case 'unlock': return setLocked(visitor, { isLocked: asked.intent === 'lock', now: at })
  }
}

type Decision = Extract<DoorRequest, { intent: 'admit' | 'turn-away' }>

/** About a guest, or about another device with that guest's link. */
function decide(visitor: Visitor, { intent, seatId: guestSeatId, deviceId }: Decision, at: number): Promise<Result<null, DoorRefusal>> {
  if (deviceId === undefined) return (intent === 'admit' ? admit : turnAway)(visitor, { guestSeatId, now: at })
  return (intent === 'admit' ? admitOther : turnAwayOther)(visitor, { guestSeatId, deviceId, now: at })
}
