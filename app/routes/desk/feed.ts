import type { LoaderFunctionArgs } from '@remix-run/node'
import { openDeskFeed } from '#app/domain/meeting/door/desk-feed.server.ts'
import { requireHost } from '#app/guards.server.ts'
import { eventStream } from '#app/platform/feed/event-stream.server.ts'

/** Tells a desk that is open in a browser who waits at a door. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const host = await requireHost(request)
  return eventStream(request, { key: `desk/${host.id}`, start: (stream) => openDeskFeed(host.id, stream) })
}
