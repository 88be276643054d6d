import type { LoaderFunctionArgs } from '@remix-run/node'
import { openDocument } from '#app/domain/agenda/document/document.server.ts'
import { requireSeat } from '#app/guards.server.ts'
import { isId } from '#app/kernel/ids.ts'
import { answerFile } from '#app/platform/files/answer.server.ts'

/** The document that is shown in the meeting, whole: it is small enough, and drawn in each browser. */
export async function loader({ request, params: { seatId, documentId = '' } }: LoaderFunctionArgs): Promise<Response> {
  const pass = await requireSeat(request, seatId, 'room')
  const file = isId(documentId) ? await openDocument(pass, documentId) : null
  return file ? answerFile(file) : new Response(null, { status: 404 })
}
