import type { LoaderFunctionArgs } from '@remix-run/node'
import { openRoomFeed } from '#app/domain/agenda/feed/room-feed.server.ts'
import { deviceKey } from '#app/domain/meeting/door/presence.server.ts'
import { isOtherDevice } from '#app/domain/meeting/door/device.ts'
import { requireVisitor } from '#app/guards.server.ts'
import { eventStream } from '#app/platform/feed/event-stream.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const pass = await requireVisitor(request, params.seatId, 'room')
  const afterVersion = readVersion(request)
  const afterMessage = readNumber(new URL(request.url).searchParams.get('said')) ?? 0
  const key = isOtherDevice(pass.seat, pass) ? deviceKey(pass.seat.id, pass.device) : pass.seat.id
  return eventStream(request, { key, start: (stream) => openRoomFeed(pass, { afterVersion, afterMessage, stream }) })
}

/** A browser that connects again says what it saw last; one that comes for the first time has the page's version. */
function readVersion(request: Request): number | null {
  return readNumber(request.headers.get('Last-Event-ID') ?? new URL(request.url).searchParams.get('after'))
}

function readNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null
}
