import { MINUTE_MS } from '#app/kernel/time.ts'
import { now } from '#app/platform/clock.server.ts'
import { subscribe } from '#app/platform/feed.server.ts'
import type { EventStream } from '#app/platform/feed/event-stream.server.ts'
import { watchLiveKitState } from '#app/platform/livekit.server.ts'
import { log } from '#app/platform/log.server.ts'
import { readNote } from '../meeting/line/line.ts'
import { lineTopic } from '../meeting/line/line.server.ts'
import { chatTopic } from '../meeting/chat/commands.server.ts'
import { chatSender } from '../meeting/chat/feed.server.ts'
import { seatTopic } from '../meeting/control/commands.server.ts'
import { sendSilenced } from '../meeting/control/feed.server.ts'
import { isOtherDevice } from '../meeting/door/device.ts'
import { doorTopic, recordArrival } from '../meeting/door/presence.server.ts'
import { findSeat, getDoor } from '../meeting/queries.server.ts'
import type { DoorView } from '../meeting/room-data.ts'
import type { SeatPass, Visitor } from '../meeting/seat.ts'
import { agendaTopic } from './commands.server.ts'
import { getWhole } from './notes/queries.server.ts'
import { getAgenda, listAgendaEvents } from './queries.server.ts'

/** A browser that missed more steps than this gets the whole agenda instead. */
const MOST_STEPS = 200

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
  const agenda = oneAtATime(async () => { if (await mayRead(pass)) await steps.send() }, stream)
  const endings = [
    subscribe(doorTopic(meetingId), door),
    subscribe(agendaTopic(meetingId), (version) => { if (version === null || Number(version) > steps.sent()) agenda() }),
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

/** The agenda is for the device that the seat is bound to at this moment, until its guest is sent away; a host is bound to none. */
async function mayRead(pass: SeatPass | Visitor): Promise<boolean> {
  if (pass.seat.role === 'host') return true
  const current = await findSeat(pass.seat.id)
  return current !== null && current.seat.door !== 'removed' && !isOtherDevice(current.seat, pass)
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

function stepSender(meetingId: string, { afterVersion, stream }: { afterVersion: number | null; stream: EventStream }) {
  let sent = afterVersion ?? -1
  let isBrowserTrusted = false

  async function sendWhole(): Promise<void> {
    const whole = await getWhole(meetingId)
    stream.send({ event: 'agenda', id: whole.version, data: whole })
    sent = whole.version
  }

  async function send(): Promise<void> {
    const steps = sent < 0 ? [] : await listAgendaEvents(meetingId, sent, MOST_STEPS + 1)
    const isWhole = steps.length <= MOST_STEPS && steps.every((step, index) => step.version === sent + 1 + index)
    if (sent < 0 || !isWhole || (steps.length === 0 && (await isAhead()))) return sendWhole()
    for (const step of steps) stream.send({ event: 'change', id: step.version, data: step })
    sent = steps.at(-1)?.version ?? sent
    isBrowserTrusted = true
  }

  /** The browser names a version that was never given out here, as after a restored backup. Asked once. */
  async function isAhead(): Promise<boolean> {
    return !isBrowserTrusted && (await getAgenda(meetingId)).version < sent
  }

  return { send, sent: () => sent }
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
