import type { ActionFunctionArgs } from '@remix-run/node'
import { chooseMirror, tellOfMirror } from '#app/domain/agenda/mirror/choice.server.ts'
import { parseMirrorChoice } from '#app/domain/agenda/mirror/mirror-input.ts'
import { requireSeat } from '#app/guards.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { answer, answerMalformed, readPosted, refuseMethod } from '#app/room-requests.server.ts'

/** A guest was told that speaking time is counted, or says whether to be in it. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const pass = await requireSeat(request, params.seatId, 'room')
  const asked = parseMirrorChoice(await readPosted(request))
  if (!asked) return answerMalformed()
  const chosen = asked.intent === 'told' ? await tellOfMirror(pass, now()) : await chooseMirror(pass, asked.isOn, now())
  return chosen.ok ? answer(chosen.value) : answer({ reason: chosen.reason }, 403)
}

export function loader(): Response {
  return refuseMethod('POST')
}
