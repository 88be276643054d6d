import type { ActionFunctionArgs } from '@remix-run/node'
import { parseFileAddress } from '#app/domain/meeting/chat/chat-input.ts'
import { findCurrentItem } from '#app/domain/agenda/queries.server.ts'
import { takeFile } from '#app/domain/meeting/chat/files.server.ts'
import { requireSeat } from '#app/guards.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { checkRateOf } from '#app/platform/rate-limit.server.ts'
import { answer, answerChatRefusal, answerMalformed, refuseMethod } from '#app/room-requests.server.ts'

const FILES_PER_HOUR = 120

/** Takes in one file: the body is its content and nothing else, so that it can be written while it comes. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return refuseMethod('POST')
  const pass = await requireSeat(request, params.seatId, 'room')
  const asked = parseFileAddress(new URL(request.url).searchParams)
  if (!asked || !request.body) return answerMalformed()
  const rate = await checkRateOf('file', pass.seat.id, FILES_PER_HOUR)
  if (!rate.isWithin) return answerChatRefusal('too-often', rate.retryAfterSeconds)
  const announcedBytes = Number(request.headers.get('Content-Length')) || 0
  const itemId = await findCurrentItem(pass.meeting.id)
  const taken = await takeFile(pass, { ...asked, content: request.body, announcedBytes, itemId, now: now() })
  return taken.ok ? answer(taken.value) : answerChatRefusal(taken.reason)
}

export function loader(): Response {
  return refuseMethod('POST')
}
