import type { EventStream } from '#app/platform/feed/event-stream.server.ts'
import { isOtherDevice } from '../door/device.ts'
import { findSeat } from '../queries.server.ts'
import type { SeatPass, Visitor } from '../seat.ts'
import { mayHear } from './chat.ts'
import { listMessages } from './queries.server.ts'

const MOST_AT_ONCE = 200

/**
 * Sends one seat what was said after the number that its browser has, whenever it is asked to look. Who may hear is
 * asked each time: a seat that left or was sent away since is told nothing, nor is a device that it is no longer bound to.
 */
export function chatSender(pass: SeatPass | Visitor, { after, stream }: { after: number; stream: EventStream }) {
  let sent = after

  async function send(): Promise<void> {
    const current = await findSeat(pass.seat.id)
    if (!current || !mayHear(current.seat) || isOtherDevice(current.seat, pass)) return
    for (let isMore = true; isMore;) {
      const messages = await listMessages(current.meeting.id, { after: sent, limit: MOST_AT_ONCE })
      if (messages.length > 0) stream.send({ event: 'said', data: messages })
      sent = messages.at(-1)?.number ?? sent
      isMore = messages.length === MOST_AT_ONCE
    }
  }
  return { send, sent: () => sent }
}
