import type { EventStream } from '#app/platform/feed/event-stream.server.ts'
import { findSeat } from '../queries.server.ts'
import { isSentKind, type Silenced } from './control.ts'

/** Tells a seat that a host turned something off, and who did. One that was missed is not told later: its moment is gone. */
export async function sendSilenced(stream: EventStream, text: string | null): Promise<void> {
  const [kind, bySeatId = ''] = text?.split(' ') ?? []
  if (!isSentKind(kind)) return
  const by = await findSeat(bySeatId)
  if (!by) return
  const silenced: Silenced = { kind, by: by.seat.name }
  stream.send({ event: 'silenced', data: silenced })
}
