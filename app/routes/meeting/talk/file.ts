import type { LoaderFunctionArgs } from '@remix-run/node'
import { openMessageFile } from '#app/domain/meeting/chat/files.server.ts'
import { requireSeat } from '#app/guards.server.ts'
import { isId } from '#app/kernel/ids.ts'
import { answerFile } from '#app/platform/files/answer.server.ts'

/** The file of one message. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const pass = await requireSeat(request, params.seatId, 'room')
  const file = isId(params.messageId) ? await openMessageFile(pass, params.messageId) : null
  return file ? answerFile(file) : new Response(null, { status: 404 })
}
