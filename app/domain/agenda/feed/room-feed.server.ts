import { MINUTE_MS } from '#app/kernel/time.ts'
import { now } from '#app/platform/clock.server.ts'
import { subscribe } from '#app/platform/feed.server.ts'
import type { EventStream } from '#app/platform/feed/event-stream.server.ts'
import { watchLiveKitState } from '#app/platform/livekit.server.ts'
import { readNote } from '../../meeting/line/line.ts'
import { lineTopic } from '../../meeting/line/line.server.ts'
import { chatTopic } from '../../meeting/chat/commands.server.ts'
import { chatSender } from '../../meeting/chat/feed.server.ts'
import { seatTopic } from '../../meeting/control/commands.server.ts'
import { sendSilenced } from '../../meeting/control/feed.server.ts'
import { isOtherDevice } from '../../meeting/door/device.ts'
import { doorTopic, recordArrival } from '../../meeting/door/presence.server.ts'
import { getDoor } from '../../meeting/queries.server.ts'
import type { DoorView } from '../../meeting/room-data.ts'
import type { SeatPass, Visitor } from '../../meeting/seat.ts'
import { agendaTopic } from '../commands.server.ts'
import { agendaSender } from './agenda-sender.server.ts'
import { afterPause, oneAtATime } from './one-at-a-time.server.ts'
import { holdSteps } from './steps.server.ts'

/**
 * A door's changes come in bursts, and a look at it is seven questions to the database for each stream. Whoever is let in hears it
 * from the media server at once and then waits for a face: what all streams say and ask meanwhile would hold that up.
 */
const DOOR_PAUSE_MS = 250

type RoomFeed = { afterVersion: number | null; afterMessage?: number; stream: EventStream }

/**
 * Sends one seat everything that happens at the door, to the agenda from `afterVersion` on (null: the browser has none yet),
 * and in the chat after the message of the number `afterMessage`. The database is the truth: notifications only say that
 * it is worth a look, and a step that was missed is read with the next. Gives what ends it.
 */
export async function openRoomFeed(
  pass: SeatPass | Visitor, { afterVersion, afterMessage = 0, stream }: RoomFeed,
): Promise<() => void> {
  const { meeting: { id: meetingId }, seat: { id: seatId } } = pass
  const isOther = isOtherDevice(pass.seat, pass)
  let isInside = pass.seat.door === 'admitted' && !isOther
  const agenda = agendaSender(pass, { afterVersion, stream })
  const messages = chatSender(pass, { after: afterMessage, stream })
  const chat = oneAtATime(messages.send, stream)
  const door = oneAtATime(async () => {
    const view = await sendDoor(pass, stream)
    const { me } = view
    isInside = me.door === 'admitted' && !me.other
    // Whoever is let in hears what was said before, and gets the agenda as it is inside; the door's word goes first.
    if (isInside) chat()
    agenda.hearDoor(view)
  }, stream)
  const doorSoon = afterPause(door, DOOR_PAUSE_MS)
  const endings = [
    doorSoon.end,
    holdSteps(meetingId),
    subscribe(doorTopic(meetingId), () => {
      agenda.lookAgain()
      doorSoon.ask()
    }),
    subscribe(agendaTopic(meetingId), agenda.hear),
    subscribe(chatTopic(meetingId), (number) => { if (number === null || Number(number) > messages.sent()) chat() }),
    subscribe(seatTopic(seatId), (text) => isInside && void sendSilenced(stream, text)),
    watchLiveKitState(door),
    subscribe(lineTopic(meetingId), (text) => isInside && sendLine(pass, text, stream)),
  ]
  if (!isOther) await recordArrival(seatId, now())
  door()
  agenda.send()
  return () => { for (const end of endings) end() }
}

/** A guest who was sent away hears it once more, and then nothing. */
async function sendDoor(pass: SeatPass | Visitor, stream: EventStream): Promise<DoorView> {
  const view = await getDoor(pass, now())
  const isLast = view.me.door === 'removed'
  stream.send({ event: 'door', data: view, retryMs: isLast ? MINUTE_MS : undefined })
  if (isLast) stream.end()
  return view
}

/** How the media of somebody else inside go; a word that was missed is said again while it holds. */
function sendLine({ seat }: SeatPass | Visitor, text: string | null, stream: EventStream): void {
  const note = text === null ? null : readNote(text)
  if (note && note.identity !== seat.identity) stream.send({ event: 'line', data: note })
}
