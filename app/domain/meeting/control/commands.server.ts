import { and, eq, isNull } from 'drizzle-orm'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { publish } from '#app/platform/feed.server.ts'
import { muteParticipant } from '#app/platform/livekit.server.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { meeting, seat } from '#db/schema.server.ts'
import { runningFault } from '../door/decide.server.ts'
import { announceDoor } from '../door/presence.server.ts'
import type { DoorRefusal } from '../door/refusal.ts'
import type { SentKind } from '../meeting.ts'
import { lockMeeting, toSeat } from '../queries.server.ts'
import type { Meeting, Seat, SeatPass } from '../seat.ts'

type Done = Promise<Result<null, DoorRefusal>>
type Found = { current: Meeting; me: Seat; other: Seat }

/** The feed's topic for what is told to one seat alone; a notification names what was turned off and the seat that did it. */
export function seatTopic(seatId: string): string {
  return `seat:${seatId}`
}

/**
 * The host turns off what somebody inside sends; they are told by whom, and may turn it on again. LiveKit stops it at
 * once; should it not answer, the person's own page does.
 */
export async function silence(pass: SeatPass, { seatId, kind }: { seatId: string; kind: SentKind }): Done {
  const silenced = await decide(pass, seatId, async (tx, { other, me }) => {
    await publish(tx, seatTopic(other.id), `${kind} ${me.id}`)
    return ok(other)
  })
  if (!silenced.ok) return silenced
  await muteParticipant({ roomName: pass.meeting.roomName, identity: silenced.value.identity, kind })
  return ok(null)
}

/** The host lets nobody new knock, or does again. Whoever waits already goes on waiting, whoever was inside may come back. */
export async function setLocked(pass: SeatPass, { isLocked, now }: { isLocked: boolean; now: number }): Done {
  return change(pass, pass.seat.id, async (tx, { current }) => {
    await tx.update(meeting).set({ lockedAt: isLocked ? new Date(now) : null }).where(eq(meeting.id, current.id))
    return ok(null)
  })
}

/** Who leads the meeting makes another host who is inside lead it: theirs are the name and the number that guests see. */
export async function handOver(pass: SeatPass, { seatId }: { seatId: string }): Done {
  return change(pass, seatId, async (tx, { current, me, other }) => {
    if (current.hostId !== me.consultantId || other.consultantId === null || other.id === me.id) return refuse('not-allowed')
    await tx.update(meeting).set({ hostId: other.consultantId }).where(eq(meeting.id, current.id))
    return ok(null)
  })
}

/** Somebody inside has a question. Twice is once: the hand keeps its place in the row. */
export async function raiseHand(pass: SeatPass, now: number): Done {
  return transaction(async (tx) => {
    const found = await findBoth(tx, pass, pass.seat.id)
    if (!found.ok) return found
    await tx.update(seat).set({ handRaisedAt: new Date(now) }).where(and(eq(seat.id, pass.seat.id), isNull(seat.handRaisedAt)))
    await announceDoor(tx, pass.meeting.id)
    return ok(null)
  })
}

/** A hand comes down by whom it belongs to, or by a host. */
export async function lowerHand(pass: SeatPass, { seatId }: { seatId: string }): Done {
  return transaction(async (tx) => {
    const found = await findBoth(tx, pass, seatId)
    if (!found.ok) return found
    if (found.value.me.role !== 'host' && seatId !== pass.seat.id) return refuse('not-allowed')
    await tx.update(seat).set({ handRaisedAt: null }).where(eq(seat.id, seatId))
    await announceDoor(tx, pass.meeting.id)
    return ok(null)
  })
}

async function change(pass: SeatPass, seatId: string, work: (tx: Transaction, found: Found) => Done): Done {
  return decide(pass, seatId, async (tx, found) => {
    const changed = await work(tx, found)
    if (changed.ok) await announceDoor(tx, found.current.id)
    return changed
  })
}

/** A host's word on somebody who is inside, under the meeting's lock. */
function decide<Value>(
  pass: SeatPass, seatId: string, work: (tx: Transaction, found: Found) => Promise<Result<Value, DoorRefusal>>,
): Promise<Result<Value, DoorRefusal>> {
  return transaction(async (tx) => {
    if (pass.seat.role !== 'host') return refuse('not-allowed')
    const found = await findBoth(tx, pass, seatId)
    return found.ok ? work(tx, found.value) : found
  })
}

/** Who asks and about whom, both inside a meeting that runs. */
async function findBoth(tx: Transaction, pass: SeatPass, seatId: string): Promise<Result<Found, DoorRefusal>> {
  const current = await lockMeeting(tx, pass.meeting.id)
  const fault = runningFault(current)
  if (fault) return refuse(fault)
  const [me, other] = [await findInside(tx, pass, pass.seat.id), await findInside(tx, pass, seatId)]
  if (!me) return refuse('not-allowed')
  return other ? ok({ current, me, other }) : refuse('no-such-seat')
}

async function findInside(tx: Transaction, { meeting: { id } }: SeatPass, seatId: string): Promise<Seat | null> {
  const [row] = await tx.select().from(seat)
    .where(and(eq(seat.id, seatId), eq(seat.meetingId, id), eq(seat.door, 'admitted'), isNull(seat.withdrawnAt)))
  return row ? toSeat(row) : null
}
