import type { LoaderFunctionArgs } from '@remix-run/node'
import { openRoomFile } from '#app/domain/agenda/prepare/room-files.server.ts'
import { requireSeat } from '#app/guards.server.ts'
import { isId } from '#app/kernel/ids.ts'
import { answerFile } from '#app/platform/files/answer.server.ts'

/** One of the files that were prepared for the meeting. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const pass = await requireSeat(request, params.seatId, 'room')
  const file = isId(params.fileId) ? await openRoomFile(pass, params.fileId) : null
  return file ? answerFile(file) : new Response(null, { status: 404 })
}
