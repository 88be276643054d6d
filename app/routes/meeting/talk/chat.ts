import type { ActionFunctionArgs } from '@remix-run/node'
import { findCurrentItem } from '#app/domain/agenda/queries.server.ts'
import { parseMessage } from '#app/domain/meeting/chat/chat-input.ts'
import { sayInChat } from '#app/domain/meeting/chat/commands.server.ts'
import { requireSeat } from '#app/guards.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { checkRateOf } from '#app/platform/rate-limit.server.ts'
import { answer, answerChatRefusal, answerMalformed, readPosted, refuseMethod } from '#app/room-requests.server.ts'

/** More than anybody types, so that a script can't fill the record. */
const MESSAGES_PER_HOUR = 1_200

export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const pass = await requireSeat(request, params.seatId, 'room')
  const asked = parseMessage(await readPosted(request))
  if (!asked) return answerMalformed()
  const rate = await checkRateOf('chat', pass.seat.id, MESSAGES_PER_HOUR)
  if (!rate.isWithin) return answerChatRefusal('too-often', rate.retryAfterSeconds)
  const said = await sayInChat(pass, { ...asked, itemId: await findCurrentItem(pass.meeting.id), now: now() })
  return said.ok ? answer(said.value) : answerChatRefusal(said.reason)
}

export function loader(): Response {
  return refuseMethod('POST')
}
