import type { ActionFunctionArgs } from '@remix-run/node'
import { getDoor } from '#app/domain/meeting/queries.server.ts'
import {
  answerRecording, askToRecord, startRecording, stopRecording, withdrawConsent, type RecordingRefusal,
} from '#app/domain/meeting/recording/commands.server.ts'
import { parseConsentRequest } from '#app/domain/meeting/recording/consent-input.ts'
import type { ConsentRequest } from '#app/domain/meeting/room-data.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { requireSeat } from '#app/guards.server.ts'
import { ok, type Result } from '#app/kernel/result.ts'
import { now } from '#app/platform/clock.server.ts'
import { answer, answerMalformed, answerRecordingRefusal, readPosted, refuseMethod } from '#app/room-requests.server.ts'

/** Asks for consent, gives or withdraws one's own, begins and ends a recording. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const pass = await requireSeat(request, params.seatId, 'room')
  const asked = parseConsentRequest(await readPosted(request))
  if (!asked) return answerMalformed()
  const done = await carryOut(pass, asked, now())
  return done.ok ? answer(await getDoor(pass, now())) : answerRecordingRefusal(done.reason)
}

export function loader(): Response {
  return refuseMethod('POST')
}

function carryOut(pass: SeatPass, asked: ConsentRequest, at: number): Promise<Result<null, RecordingRefusal>> {
  switch (asked.intent) {
    case 'ask': return askToRecord(pass, at)
    case 'keep': return Promise.resolve(ok(null))
    case 'answer': return answerRecording(pass, { recordingId: asked.recordingId, isYes: asked.isYes, now: at })
    case 'withdraw': return withdrawConsent(pass, { recordingId: asked.recordingId, now: at })
    case 'start': return startRecording(pass, { recordingId: asked.recordingId, now: at })
    case 'stop': return stopRecording(pass, { recordingId: asked.recordingId, now: at })
  }
}
