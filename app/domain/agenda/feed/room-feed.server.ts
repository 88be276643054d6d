import { MINUTE_MS } from '#app/kernel/time.ts'
import { now } from '#app/platform/clock.server.ts'
import { subscribe } from '#app/platform/feed.server.ts'
import type { EventStream } from '#app/platform/feed/event-stream.server.ts'
import { watchLiveKitState } from '#app/platform/livekit.server.ts'
import { log } from '#app/platform/log.server.ts'
import { readNote } from '../../meeting/line/line.ts'
import { lineTopic } from '../../meeting/line/line.server.ts'
import { chatTopic } from '../../meeting/chat/commands.server.ts'
import { chatSender } from '../../meeting/chat/feed.server.ts'
import { seatTopic } from '../../meeting/control/commands.server.ts'
import { sendSilenced } from '../../meeting/control/feed.server.ts'
import { isOtherDevice } from '../../meeting/door/device.ts'
import { doorTopic, recordArrival } from '../../meeting/door/presence.server.ts'
import { findSeat, getDoor } from '../../meeting/queries.server.ts'
import type { DoorView } from '../../meeting/room-data.ts'
import type { SeatPass, Visitor } from '../../meeting/seat.ts'
import { agendaTopic } from '../commands.server.ts'
import { stepSender } from './step-sender.server.ts'
import { holdSteps } from './steps.server.ts'

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
  const reading = mayRead(pass)
  let isInside = pass.seat.door === 'admitted' && !isOther
  const messages = chatSender(pass, { after: afterMessage, stream })
  const chat = oneAtATime(messages.send, stream)
  const door = oneAtATime(async () => {
    const { me } = await sendDoor(pass, stream)
    isInside = me.door === 'admitted' && !me.other
    // Whoever is let in hears what was said before; the door's word goes first.
    if (isInside) chat()
    if (isOther && !me.other) agenda()
  }, stream)
  const steps = stepSender(meetingId, { afterVersion, stream })
  /** The newest version that was told of; null: there may be newer ones. */
  let told: number | null = null
  const agenda = oneAtATime(async () => { if (await reading.isAllowed()) await steps.send(told) }, stream)
  const endings = [
    holdSteps(meetingId),
    subscribe(doorTopic(meetingId), () => {
      reading.askAgain()
      door()
    }),
    subscribe(agendaTopic(meetingId), (version) => {
      if (version !== null && Number(version) <= steps.sent()) return
      told = version === null ? null : Number(version)
      agenda()
    }),
    subscribe(chatTopic(meetingId), (number) => { if (number === null || Number(number) > messages.sent()) chat() }),
    subscribe(seatTopic(seatId), (text) => isInside && void sendSilenced(stream, text)),
    watchLiveKitState(door),
    subscribe(lineTopic(meetingId), (text) => isInside && sendLine(pass, text, stream)),
  ]
  if (!isOther) await recordArrival(seatId, now())
  door()
  agenda()
  return () => { for (const end of endings) end() }
}

/**
 * The agenda is for the device that the seat is bound to, until its guest is sent away or withdrawn. All of that is told at
 * the door's topic, in the order of the commits, so between two words of it nothing has to be asked.
 */
function mayRead(pass: SeatPass | Visitor) {
  let known: boolean | null = null
  let asked = 0

  async function isAllowed(): Promise<boolean> {
    if (known !== null) return known
    const asking = asked
    const current = await findSeat(pass.seat.id)
    if (asking !== asked) return isAllowed()
    known = current !== null && current.seat.door !== 'removed' && !isOtherDevice(current.seat, pass)
    return known
  }

  function askAgain(): void {
    known = null
    asked += 1
  }

  return { isAllowed, askAgain }
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

/** Runs `work` now, or once more after the run that is going on: calls in between fall together. */
function oneAtATime(work: () => Promise<void>, stream: EventStream): () => void {
  let isRunning = false
  let isWanted = false
  return () => {
    isWanted = true
    if (!isRunning) void run()
  }

  async function run(): Promise<void> {
    isRunning = true
    while (isWanted && stream.isOpen()) {
      isWanted = false
      await work().catch((error: unknown) => {
        // The browser connects again and catches up, which is all that can be done about a database that fails.
        log('warn', 'room-feed-failed', { error })
        stream.end()
      })
    }
    isRunning = false
  }
}
