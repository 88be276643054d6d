import type { LoaderFunctionArgs } from '@remix-run/node'
import { openMeetingFile } from '#app/domain/agenda/prepare/files.server.ts'
import { requireHostPass } from '#app/domain/booking/prepare/host-page.server.ts'
import { answerFile } from '#app/platform/files/answer.server.ts'
import { requireHost } from '#app/guards.server.ts'
import { isId } from '#app/kernel/ids.ts'

/** A file that belongs to the prepared agenda, for a host of the meeting. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { pass } = await requireHostPass(await requireHost(request), params.meetingId)
  const file = isId(params.fileId) ? await openMeetingFile(pass, params.fileId) : null
  return file ? answerFile(file) : new Response(null, { status: 404 })
}
