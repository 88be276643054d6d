import { and, eq, ne } from 'drizzle-orm'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { createRoom, mintToken, removeParticipant, TOKEN_LASTS_MS } from '#app/platform/livekit.server.ts'
import { db, transaction, type Transaction } from '#db/client.server.ts'
import { meeting, seat } from '#db/schema.server.ts'
import { DOOR_OPENS_BEFORE_MS, type Readiness } from '../meeting.ts'
import { findSeat, lockMeeting } from '../queries.server.ts'
import { asOther, closedReasonFor, isLockedOut, type Grant } from '../room-data.ts'
import type { Meeting, SeatPass, Visitor } from '../seat.ts'
import { endWaiting, queueWaiting } from '../turn-up/waiting.server.ts'
import { decideOnGuest, findGuest, letIn } from './decide.server.ts'
import { ringDesks } from './desk-feed.server.ts'
import { isOtherDevice } from './device.ts'
import { findOther } from './device-queries.server.ts'
import { knockAsOther, leaveAsOther } from './other-device.server.ts'
import { announceDoor } from './presence.server.ts'
import type { DoorRefusal } from './refusal.ts'
import { letHearAndSee } from './several.server.ts'
import { takeWarmPlace } from './warm-places.server.ts'

type Knock = { readiness: Readiness; now: number }
type Decision = { guestSeatId: string; now: number }

/** The host opens the room by coming, a guest knocks. Coming again changes nothing but what the device check found. */
export function comeToDoor(pass: SeatPass | Visitor, knocked: Knock): Promise<Result<null, DoorRefusal>> {
  return pass.seat.role === 'host' ? openRoom(pass, knocked) : knock(pass, knocked)
}

/** scheduled -> open, with the host inside and the LiveKit room made; without LiveKit the door works all the same. */
export async function openRoom(pass: SeatPass, { readiness, now }: Knock): Promise<Result<null, DoorRefusal>> {
  if (pass.seat.role !== 'host') return refuse('not-allowed')
  const opened = await transaction(async (tx): Promise<Result<null, DoorRefusal>> => {
    const current = await lockMeeting(tx, pass.meeting.id)
    const reason = closedReasonFor('host', current, now)
    if (reason) return refuse(reason)
    if (current.state === 'scheduled') {
      await tx.update(meeting).set({ state: 'open', openedAt: new Date(now) }).where(eq(meeting.id, current.id))
    }
    const admittedAt = new Date(pass.seat.admittedAt ?? now)
    await endWaiting(tx, current.id)
    await tx.update(seat).set({ door: 'admitted', readiness, admittedAt, lastSeenAt: new Date(now) }).where(eq(seat.id, pass.seat.id))
    await announceDoor(tx, current.id)
    return ok(null)
  })
  if (opened.ok) await createRoom(pass.meeting.roomName)
  return opened
}

/**
 * A guest comes to the door. Whoever was let in before and did not leave is inside again at once. The first browser that
 * knocks is the one that the seat is bound to; another one with the same link waits beside it, unless nobody new may knock.
 */
export function knock(pass: SeatPass | Visitor, { readiness, now }: Knock): Promise<Result<null, DoorRefusal>> {
  return transaction(async (tx) => {
    const current = await lockMeeting(tx, pass.meeting.id)
    const guest = await findGuest(tx, current.id, pass.seat.id)
    if (!guest) return refuse('no-such-seat')
    if (guest.door === 'removed') return refuse('removed')
    const device = 'device' in pass ? pass.device : null
    const isOther = device !== null && isOtherDevice(guest, pass)
    const comes = isOther ? asOther({ door: (await findOther(tx, guest.id, device))?.door ?? 'away' }) : guest
    const reason = closedReasonFor('guest', current, now) ?? (isLockedOut(comes, current) ? 'meeting-locked' : null)
    if (reason) return refuse(reason)
    if (isOther) {
      const stood = await knockAsOther(tx, guest.id, { device, readiness, now })
      if (stood.ok) await announceDoor(tx, current.id)
      return stood
    }
    const isIn = guest.door === 'admitted'
    const isNew = guest.door === 'away' ? { warmSince: null, hold: null } : {}
    await tx.update(seat)
      .set({ ...isNew, door: isIn ? 'admitted' : 'waiting', readiness, lastSeenAt: new Date(now), deviceHash: guest.deviceHash ?? device })
      .where(eq(seat.id, guest.id))
    if (guest.door === 'away') {
      await queueWaiting(tx, current.id, now)
      await ringDesks(tx, current.id)
    }
    await announceDoor(tx, current.id)
    return ok(null)
  })
}

/**
 * The host lets a guest in who waits, or who was turned away. One write and one call: the guest is connected already,
 * and when that can't be reached its browser asks for a new token as soon as it hears of the open door.
 */
export async function admit(pass: SeatPass, { guestSeatId, now }: Decision): Promise<Result<null, DoorRefusal>> {
  const admitted = await decideOnGuest(pass, guestSeatId, async (tx, { current, guest }) => {
    if (guest.door === 'away') return refuse('not-at-the-door')
    if (guest.door === 'admitted') return ok(guest)
    await letIn(tx, current, { who: eq(seat.id, guest.id), now })
    return ok(guest)
  })
  if (!admitted.ok) return admitted
  await letHearAndSee(pass, admitted.value, now)
  return ok(null)
}

/** The host sends a guest away for good, from the door or from the room. Only `admit` lets that guest in again. */
export async function turnAway(pass: SeatPass, { guestSeatId }: Decision): Promise<Result<null, DoorRefusal>> {
  const removed = await decideOnGuest(pass, guestSeatId, async (tx, { guest }) => {
    await tx.update(seat).set({ door: 'removed', hold: null, handRaisedAt: null }).where(eq(seat.id, guest.id))
    return ok(guest)
  })
  if (!removed.ok) return removed
  await removeParticipant({ roomName: pass.meeting.roomName, identity: removed.value.identity })
  return ok(null)
}

/** Goes from the door or out of the room. A host who came long before the time closes the door behind. */
export async function leaveDoor(pass: SeatPass | Visitor, now: number): Promise<Result<null, DoorRefusal>> {
  const left = await transaction(async (tx): Promise<Result<{ wasHere: boolean }, DoorRefusal>> => {
    const current = await lockMeeting(tx, pass.meeting.id)
    const { door, role, deviceHash } = seat
    const [row] = await tx.select({ door, role, deviceHash }).from(seat).where(eq(seat.id, pass.seat.id))
    if (!row) return refuse('no-such-seat')
    if ('device' in pass && isOtherDevice(row, pass)) {
      if (await leaveAsOther(tx, pass)) await announceDoor(tx, current.id)
      return ok({ wasHere: false })
    }
    if (row.door === 'removed' || row.door === 'away') return ok({ wasHere: false })
    await tx.update(seat).set({ door: 'away', hold: null, handRaisedAt: null }).where(eq(seat.id, pass.seat.id))
    if (pass.seat.role === 'host' && !await isAnyHostInside(tx, current.id)) await closeEarlyDoor(tx, current, now)
    await announceDoor(tx, current.id)
    return ok({ wasHere: true })
  })
  if (!left.ok) return left
  if (left.value.wasHere) await removeParticipant({ roomName: pass.meeting.roomName, identity: pass.seat.identity })
  return ok(null)
}

/**
 * A room that was opened long before its time and is left again is a scheduled meeting: the guest may still move it.
 * Gives whether it was closed. The meeting is locked by the caller.
 */
export async function closeEarlyDoor(tx: Transaction, current: Meeting, now: number): Promise<boolean> {
  if (current.state !== 'open' || now >= current.startsAt - DOOR_OPENS_BEFORE_MS) return false
  await tx.update(meeting).set({ state: 'scheduled', openedAt: null, lockedAt: null }).where(eq(meeting.id, current.id))
  await tx.update(seat).set({ door: 'away' }).where(and(eq(seat.meetingId, current.id), ne(seat.door, 'removed')))
  return true
}

/** For a page that is loaded again by somebody who is inside: what lets them in, so that their picture waits for no question. */
export async function grantOnReturn(pass: SeatPass | Visitor, now: number): Promise<Grant | null> {
  if (pass.seat.door !== 'admitted' || isOtherDevice(pass.seat, pass)) return null
  const granted = await grantToken(pass, now)
  return granted.ok ? granted.value : null
}

/** A LiveKit token for what the seat's door says at this moment; none for another device, whoever holds it. */
export async function grantToken(pass: SeatPass | Visitor, now: number): Promise<Result<Grant, DoorRefusal>> {
  const current = await findSeat(pass.seat.id)
  if (!current) return refuse('no-such-seat')
  const { seat: { role, door, identity, name }, meeting: { roomName } } = current
  if (door === 'removed') return refuse('removed')
  const reason = closedReasonFor(role, current.meeting, now)
  if (reason) return refuse(reason)
  if ('device' in pass && isOtherDevice(current.seat, pass)) return grantToOther(pass, now)
  if (door === 'away') return refuse('not-at-the-door')
  const isAdmitted = door === 'admitted'
  const mayConnect = isAdmitted || await takeWarmPlace(current, now)
  const token = mayConnect ? await mintToken({ roomName, identity, name, isAdmitted }) : null
  return ok({ token, expiresAt: now + TOKEN_LASTS_MS })
}

/** It may go on waiting, without a token. */
async function grantToOther({ seat: { id }, device }: Visitor, now: number): Promise<Result<Grant, DoorRefusal>> {
  const other = await findOther(db(), id, device)
  if (other?.door === 'removed') return refuse('removed')
  return other?.door === 'waiting' ? ok({ token: null, expiresAt: now + TOKEN_LASTS_MS }) : refuse('another-device')
}

async function isAnyHostInside(tx: Transaction, meetingId: string): Promise<boolean> {
  const inside = await tx.select({ id: seat.id }).from(seat)
    .where(and(eq(seat.meetingId, meetingId), eq(seat.role, 'host'), eq(seat.door, 'admitted'))).limit(1)
  return inside.length > 0
}
