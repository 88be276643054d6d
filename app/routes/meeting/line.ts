import type { ActionFunctionArgs } from '@remix-run/node'
import { parseLineReport } from '#app/domain/meeting/line/line.ts'
import { reportLine } from '#app/domain/meeting/line/line.server.ts'
import { requireSeat } from '#app/guards.server.ts'
import { answer, answerDoorRefusal, answerMalformed, readPosted, refuseMethod } from '#app/room-requests.server.ts'

export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const pass = await requireSeat(request, params.seatId, 'room')
  const report = parseLineReport(await readPosted(request))
  if (!report) return answerMalformed()
  const reported = await reportLine(pass, report)
  return reported.ok ? answer(reported.value) : answerDoorRefusal(reported.reason)
}

export function loader(): Response {
  return refuseMethod('POST')
}
