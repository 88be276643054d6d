import { eq, sql } from 'drizzle-orm'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { keyedHash } from '#app/platform/link.server.ts'
import { checkRateOf } from '#app/platform/rate-limit.server.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { otherDevice, seat } from '#db/schema.server.ts'
import { queueMail, snapshotOf } from '../mail-queue.server.ts'
import type { CodeSource } from '../meeting.ts'
import { closedReasonFor, isLockedOut } from '../room-data.ts'
import { lockMeeting } from '../queries.server.ts'
import type { Meeting, Seat, Visitor } from '../seat.ts'
import { findGuest } from './decide.server.ts'
import { CODE_PAUSE_MS, isCodeGood, isOtherDevice } from './device.ts'
import { findOther, type OtherDevice } from './device-queries.server.ts'
import { bindDevice, disconnectBefore, rememberOther } from './other-device.server.ts'
import { announceDoor } from './presence.server.ts'
import type { DoorRefusal } from './refusal.ts'

const DIGITS = 6

/** Six digits that nobody can tell who lacks our key. */
export function codeOf({ deviceId, askedAt }: CodeSource): string {
  const number = Buffer.from(keyedHash(`door-code\n${deviceId}\n${askedAt}`), 'base64url').readUInt32BE(0)
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** Codes of one seat within an hour: with the tries of each, a guess is right once in 40,000. */
const CODES_PER_HOUR = 5

/** Mails a code to the address that was invited. A second press within a minute mails no second one. */
export async function askForCode(visitor: Visitor, now: number): Promise<Result<null, DoorRefusal>> {
  const asked = await atOtherDevice(visitor, now, async (tx, { current, guest, device }) => {
    const askedAt = device.codeAskedAt?.getTime() ?? null
    const isFresh = askedAt !== null && now < askedAt + CODE_PAUSE_MS && isCodeGood({ askedAt, tries: device.codeTries }, now)
    if (isFresh) return ok(guest)
    const rate = await checkRateOf('door-code', guest.id, CODES_PER_HOUR)
    if (!rate.isWithin) return refuse('too-often')
    await tx.update(otherDevice).set({ codeAskedAt: new Date(now), codeTries: 0 }).where(eq(otherDevice.id, device.id))
    const snapshot = { ...snapshotOf(current), code: { deviceId: device.id, askedAt: now } }
    await queueMail(tx, { kind: 'door-code', meetingId: current.id, seatId: guest.id, snapshot })
    return ok(guest)
  })
  return asked.ok ? ok(null) : asked
}

/**
 * Binds the seat to the device on which the right code is typed. Whoever was inside goes on on this one, anybody else
 * waits as every guest does. A wrong code costs a try.
 */
export async function bindByCode(visitor: Visitor, { code, now }: { code: string; now: number }): Promise<Result<null, DoorRefusal>> {
  const bound = await atOtherDevice(visitor, now, async (tx, { current, guest, device }) => {
    const askedAt = device.codeAskedAt?.getTime() ?? null
    if (askedAt === null || !isCodeGood({ askedAt, tries: device.codeTries }, now)) return refuse('code-old')
    if (code !== codeOf({ deviceId: device.id, askedAt })) {
      await tx.update(otherDevice).set({ codeTries: sql`${otherDevice.codeTries} + 1` }).where(eq(otherDevice.id, device.id))
      return refuse(isCodeGood({ askedAt, tries: device.codeTries + 1 }, now) ? 'code-wrong' : 'code-old')
    }
    await bindDevice(tx, { current, guest, device, now })
    if (guest.door !== 'admitted') await tx.update(seat).set({ door: 'waiting' }).where(eq(seat.id, guest.id))
    return ok(guest)
  })
  return bound.ok ? disconnectBefore(visitor.meeting.roomName, bound.value) : bound
}

type Found = { current: Meeting; guest: Seat; device: OtherDevice }

/**
 * Under the meeting's lock, with a browser that stands at the door of a seat which is bound to another one. While the meeting
 * is locked none can stand there, and the code alone lets the guest who was inside change devices.
 */
function atOtherDevice(
  visitor: Visitor, now: number, work: (tx: Transaction, found: Found) => Promise<Result<Seat, DoorRefusal>>,
): Promise<Result<Seat, DoorRefusal>> {
  return transaction(async (tx) => {
    const current = await lockMeeting(tx, visitor.meeting.id)
    const guest = await findGuest(tx, current.id, visitor.seat.id)
    if (!guest) return refuse('no-such-seat')
    const known = await findOther(tx, guest.id, visitor.device)
    if (guest.door === 'removed' || known?.door === 'removed') return refuse('removed')
    const reason = closedReasonFor('guest', current, now) ?? (isLockedOut(guest, current) ? 'meeting-locked' : null)
    if (reason) return refuse(reason)
    if (!isOtherDevice(guest, visitor)) return refuse('not-at-the-door')
    const device = await mayAsk(tx, { current, known, visitor, now })
    if (!device) return refuse('not-at-the-door')
    const done = await work(tx, { current, guest, device })
    if (done.ok) await announceDoor(tx, current.id)
    return done
  })
}

async function mayAsk(
  tx: Transaction, { current, known, visitor, now }: { current: Meeting; known: OtherDevice | null; visitor: Visitor; now: number },
): Promise<OtherDevice | null> {
  if (known?.door === 'waiting') return known
  if (current.lockedAt === null || visitor.device === null) return null
  return known ?? rememberOther(tx, visitor.seat.id, { device: visitor.device, now })
}
