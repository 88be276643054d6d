import { and, eq, inArray, ne } from 'drizzle-orm'
import { newId, newOpaqueName } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { removeParticipant } from '#app/platform/livekit.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { otherDevice, seat } from '#db/schema.server.ts'
import type { Readiness } from '../meeting.ts'
import { askOnOtherDevice } from '../recording/commands.server.ts'
import type { Meeting, Seat, SeatPass, Visitor } from '../seat.ts'
import { decideOnGuest, letIn } from './decide.server.ts'
import { MOST_OTHER_DEVICES } from './device.ts'
import { findOther, type OtherDevice } from './device-queries.server.ts'
import type { DoorRefusal } from './refusal.ts'

type Binding = { current: Meeting; guest: Seat; device: OtherDevice; now: number }
type Chosen = { guestSeatId: string; deviceId: string; now: number }

/** A browser that the seat is not bound to comes to the door: it waits beside the bound one and disturbs it in nothing. */
export async function knockAsOther(
  tx: Transaction, seatId: string, { device, readiness, now }: { device: string; readiness: Readiness; now: number },
): Promise<Result<null, DoorRefusal>> {
  const known = await findOther(tx, seatId, device)
  if (known?.door === 'removed') return refuse('removed')
  if (!known && await tx.$count(otherDevice, eq(otherDevice.seatId, seatId)) >= MOST_OTHER_DEVICES) return refuse('too-many-devices')
  const seen = { door: 'waiting' as const, readiness, lastSeenAt: new Date(now) }
  await tx.insert(otherDevice).values({ id: newId(), seatId, secretHash: device, ...seen })
    .onConflictDoUpdate({ target: [otherDevice.seatId, otherDevice.secretHash], set: seen })
  return ok(null)
}

/** While nobody new may knock, this browser stands nowhere: it is only remembered, for the code that proves whose it is. */
export async function rememberOther(
  tx: Transaction, seatId: string, { device, now }: { device: string; now: number },
): Promise<OtherDevice | null> {
  if (await tx.$count(otherDevice, eq(otherDevice.seatId, seatId)) >= MOST_OTHER_DEVICES) return null
  const untried = { camera: 'off', microphone: 'off' } as const
  const [row] = await tx.insert(otherDevice)
    .values({ id: newId(), seatId, secretHash: device, door: 'away', readiness: untried, lastSeenAt: new Date(now) }).returning()
  return row ?? null
}

/** Goes from the door again; whoever was turned away stays that. @returns whether it stood there. */
export async function leaveAsOther(tx: Transaction, { seat: { id }, device }: Visitor): Promise<boolean> {
  const gone = await tx.update(otherDevice).set({ door: 'away' })
    .where(and(eq(otherDevice.seatId, id), eq(otherDevice.secretHash, device ?? ''), eq(otherDevice.door, 'waiting')))
    .returning({ id: otherDevice.id })
  return gone.length > 0
}

/** The host takes this device for the guest's: the seat is bound to it from now on, and the one before is out. */
export async function admitOther(pass: SeatPass, { guestSeatId, deviceId, now }: Chosen): Promise<Result<null, DoorRefusal>> {
  const admitted = await decideOnGuest(pass, guestSeatId, async (tx, { current, guest }) => {
    const device = await lockWaiting(tx, guest, deviceId)
    if (!device) return refuse('not-at-the-door')
    await bindDevice(tx, { current, guest, device, now })
    await letIn(tx, current, { who: eq(seat.id, guest.id), now })
    return ok(guest)
  })
  return admitted.ok ? disconnectBefore(pass.meeting.roomName, admitted.value) : admitted
}

/** This device may not knock again. The seat and the device that it is bound to are left as they are. */
export async function turnAwayOther(pass: SeatPass, { guestSeatId, deviceId }: Chosen): Promise<Result<null, DoorRefusal>> {
  const turnedAway = await decideOnGuest(pass, guestSeatId, async (tx, { guest }) => {
    const device = await lockWaiting(tx, guest, deviceId)
    if (!device) return refuse('not-at-the-door')
    await tx.update(otherDevice).set({ door: 'removed' }).where(eq(otherDevice.id, device.id))
    return ok(guest)
  })
  return turnedAway.ok ? ok(null) : turnedAway
}

/**
 * Binds the seat to this device. It gets another LiveKit identity, so that every token which the device before holds is
 * one of a stranger, who is thrown out. A yes to a recording was given on that one and counts for this one no more.
 */
export async function bindDevice(tx: Transaction, { current, guest, device, now }: Binding): Promise<void> {
  const { id, secretHash, readiness, lastSeenAt } = device
  await askOnOtherDevice(tx, guest, { current, now })
  await tx.update(seat).set({ deviceHash: secretHash, identity: newOpaqueName(), readiness, lastSeenAt, warmSince: null })
    .where(eq(seat.id, guest.id))
  await tx.delete(otherDevice).where(eq(otherDevice.id, id))
}

/** The connection of the device that the seat was bound to before. */
export async function disconnectBefore(roomName: string, { identity }: Seat): Promise<Result<null, DoorRefusal>> {
  await removeParticipant({ roomName, identity })
  return ok(null)
}

/** The seats of a meeting that moves are nobody's again: the next browser that knocks is the one. */
export async function unbindAll(tx: Transaction, meetingId: string): Promise<void> {
  const freed = await tx.update(seat).set({ deviceHash: null, hold: null })
    .where(and(eq(seat.meetingId, meetingId), eq(seat.role, 'guest'), ne(seat.door, 'removed'))).returning({ id: seat.id })
  await tx.delete(otherDevice).where(inArray(otherDevice.seatId, freed.map(({ id }) => id)))
}

async function lockWaiting(tx: Transaction, guest: Seat, deviceId: string): Promise<OtherDevice | null> {
  const [row] = await tx.select().from(otherDevice)
    .where(and(eq(otherDevice.id, deviceId), eq(otherDevice.seatId, guest.id), eq(otherDevice.door, 'waiting'))).for('update')
  return row ?? null
}
