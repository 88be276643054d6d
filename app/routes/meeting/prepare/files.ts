import type { LoaderFunctionArgs } from '@remix-run/node'
import { listRoomFiles } from '#app/domain/agenda/prepare/room-files.server.ts'
import { requireSeat } from '#app/guards.server.ts'
import { answer } from '#app/room-requests.server.ts'

/** The files that were prepared for the meeting, for whoever is inside. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const files = await listRoomFiles(await requireSeat(request, params.seatId, 'room'))
  return files ? answer({ files }) : new Response(null, { status: 403 })
}
