import type { LoaderFunctionArgs } from '@remix-run/node'
import { openMessageFile } from '#app/domain/meeting/chat/files.server.ts'
import { answerFile } from '#app/platform/pages/file-answer.server.ts'
import { requireSeat } from '#app/guards.server.ts'
import { isId } from '#app/kernel/ids.ts'

/** The file of one message. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const pass = await requireSeat(request, params.seatId, 'room')
  return answerFile(isId(params.messageId) ? await openMessageFile(pass, params.messageId) : null)
}
