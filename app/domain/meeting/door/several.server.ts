import { and, eq, isNull } from 'drizzle-orm'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { admitParticipant } from '#app/platform/livekit.server.ts'
import { seat } from '#db/schema.server.ts'
import { openAttendance } from '../attendance/attendance.server.ts'
import type { Hold } from '../meeting.ts'
import type { Seat, SeatPass } from '../seat.ts'
import { decideInRoom, decideOnGuest, letIn } from './decide.server.ts'
import type { DoorRefusal } from './refusal.ts'

/** Lets in everybody who waits with the browser that their seat is bound to: another device is looked at one by one. */
export async function admitAll(pass: SeatPass, now: number): Promise<Result<null, DoorRefusal>> {
  const admitted = await decideInRoom<Seat[]>(pass, async (tx, current) => {
    const who = and(eq(seat.meetingId, current.id), eq(seat.role, 'guest'), eq(seat.door, 'waiting'), isNull(seat.withdrawnAt))
    return ok(await letIn(tx, current, { who, now }))
  })
  if (!admitted.ok) return admitted
  await Promise.all(admitted.value.map((guest) => letHearAndSee(pass, guest, now)))
  return ok(null)
}

/** Tells a guest who waits what to expect, until they are let in or go. */
export async function holdGuest(
  pass: SeatPass, { guestSeatId, hold }: { guestSeatId: string; hold: Hold },
): Promise<Result<null, DoorRefusal>> {
  const held = await decideOnGuest(pass, guestSeatId, async (tx, { guest }) => {
    if (guest.door !== 'waiting') return refuse('not-at-the-door')
    await tx.update(seat).set({ hold }).where(eq(seat.id, guest.id))
    return ok(guest)
  })
  return held.ok ? ok(null) : held
}

/** One call to LiveKit: the guest is connected already. One who can't be reached asks for a new token on hearing of the open door. */
export async function letHearAndSee({ meeting: { id: meetingId, roomName } }: SeatPass, guest: Seat, now: number): Promise<void> {
  const reached = await admitParticipant({ roomName, identity: guest.identity })
  if (reached.ok) await openAttendance({ meetingId, seatId: guest.id, participantSid: reached.value.sid, joinedAt: now })
}
