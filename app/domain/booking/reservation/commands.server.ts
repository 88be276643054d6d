import { eq, lt } from 'drizzle-orm'
import { lockCalendar, occupy, prolong, vacate } from '#app/domain/calendar/commands.server.ts'
import type { MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { findMeetingType, findMeetingTypeById, readSlotRules } from '#app/domain/calendar/queries.server.ts'
import type { Slot } from '#app/domain/calendar/slot.ts'
import { newId } from '#app/kernel/ids.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { reservation } from '#db/schema.server.ts'
import { decideSlot } from '../booking.ts'
import { assignHosts, hostsToLock } from '../hosts/assign-host.server.ts'
import { queueTelling } from '../watch/queue.server.ts'
import { decideAlone } from './decide.server.ts'
import { countLiveBeside, findReservation, lockReservation } from './queries.server.ts'
import {
  DAY_REACH_MS, isLive, isOfType, isWithinHalfOfDay, MOST_KEEPS, RESERVED_MS, type Reservation, type ReserveRefusal, type Visitor,
} from './reservation.ts'

type Wanted = {
  typeSlug: string
  /** Epoch milliseconds. */
  startsAt: number
  visitor: Visitor
  /** How many times the visitor's network may have reserved at once. */
  mostPerAddress: number
}

/**
 * Gives the visitor a time for ten minutes, in one transaction that takes it under the same rule as a booking.
 * A time that the visitor has already stays as it is; any other that the visitor had becomes free.
 * A refusal changes nothing, so whoever asks for too much keeps what they have.
 */
export async function reserveSlot(wanted: Wanted, now: number): Promise<Result<Reservation, ReserveRefusal>> {
  const { visitor, startsAt } = wanted
  const type = await findMeetingType(wanted.typeSlug)
  if (!type) return refuse('no-such-type')
  const isWanted = (known: Reservation) => isOfType(known, type) && known.startsAt === startsAt && isLive(known, now)
  const known = await findReservation(visitor.hash)
  if (known && isWanted(known)) return ok(known)
  return decideAlone<Reservation, ReserveRefusal>(hostsToLock(type), async (tx) => {
    const before = await lockReservation(tx, visitor.hash)
    if (before && isWanted(before)) return ok(before)
    if (before) await giveUp(tx, before, type)
    const decided = await decideReservation(tx, wanted, { type, now })
    if (!decided.ok) return decided
    const hostIds = await assignHosts(tx, { type, slot: decided.value, companyId: null, now })
    return ok(await writeReservation(tx, visitor, { type, slot: { ...decided.value, hostIds }, now }))
  })
}

/**
 * Ten minutes more for the visitor who still holds a time, twice at most.
 * @param count which time it is, 1 or 2: the same button pressed again gives no more.
 */
export async function keepReservation(
  { visitorHash, count }: { visitorHash: string; count: number }, now: number,
): Promise<Result<Reservation, 'lapsed' | 'kept-enough'>> {
  return transaction(async (tx) => {
    const held = await lockReservation(tx, visitorHash)
    if (!held || !isLive(held, now)) return refuse('lapsed')
    if (held.keeps >= count) return ok(held)
    if (held.keeps >= MOST_KEEPS) return refuse('kept-enough')
    const kept = { ...held, keeps: held.keeps + 1, expiresAt: held.expiresAt + RESERVED_MS }
    if (!await prolong(tx, held.id, kept.expiresAt)) return refuse('lapsed')
    await tx.update(reservation).set({ keeps: kept.keeps, expiresAt: new Date(kept.expiresAt) }).where(eq(reservation.id, held.id))
    return ok(kept)
  })
}

/** Gives the visitor's time free, if it is the one that starts at `startsAt`. Leaving twice is leaving. */
export async function leaveReservation({ visitorHash, startsAt }: { visitorHash: string; startsAt: number }): Promise<void> {
  const known = await findReservation(visitorHash)
  const type = known && await findMeetingTypeById(known.typeId)
  if (!type) return
  await decideAlone(hostsToLock(type), async (tx) => {
    const held = await lockReservation(tx, visitorHash)
    if (!held || held.isBooked || held.startsAt !== startsAt) return refuse('not-held')
    await giveUp(tx, held, type)
    return ok(null)
  })
}

type TakenOver = { startsAt: number; visitorHash: string | null; newHash: string; addressHash: string; mostPerAddress: number }

/**
 * Keeps a time until `expiresAt` for whoever `newHash` stands for: the visitor's own reservation of it goes over to
 * them, or else a new one is made. The hosts are locked by the caller, and the time is free but for that reservation.
 * @returns false when no more times may be reserved, or it can't be had.
 */
export async function takeOver(
  tx: Transaction, place: TakenOver, { type, now, expiresAt }: { type: MeetingType; now: number; expiresAt: number },
): Promise<boolean> {
  const { startsAt, visitorHash, newHash, addressHash, mostPerAddress } = place
  const held = visitorHash === null ? null : await lockReservation(tx, visitorHash)
  if (held && held.typeId === type.id && held.startsAt === startsAt && isLive(held, now) && await prolong(tx, held.id, expiresAt)) {
    await tx.update(reservation).set({ visitorHash: newHash, expiresAt: new Date(expiresAt) }).where(eq(reservation.id, held.id))
    return true
  }
  const visitor = { hash: newHash, addressHash }
  const decided = await decideReservation(tx, { typeSlug: type.slug, startsAt, visitor, mostPerAddress }, { type, now })
  if (!decided.ok) return false
  const hostIds = await assignHosts(tx, { type, slot: decided.value, companyId: null, now })
  await writeReservation(tx, visitor, { type, slot: { ...decided.value, hostIds }, now, expiresAt })
  return true
}

/** What lapsed more than a day ago says nothing any more, and neither do the hashes of who had it. */
export async function forgetLapsedReservations(now: number): Promise<void> {
  await transaction(async (tx) => {
    const gone = await tx.delete(reservation).where(lt(reservation.expiresAt, new Date(now - DAY_MS))).returning({ id: reservation.id })
    await vacate(tx, gone.map(({ id }) => id))
  })
}

/** A booked one only makes room for the next; its meeting stays. */
async function giveUp(tx: Transaction, held: Reservation, locked: MeetingType): Promise<void> {
  await tx.delete(reservation).where(eq(reservation.id, held.id))
  if (held.isBooked) return
  const type = locked.id === held.typeId ? locked : await findMeetingTypeById(held.typeId)
  invariant(type, 'a reservation has its type')
  const others = hostsToLock(type).filter((hostId) => !hostsToLock(locked).includes(hostId))
  for (const hostId of others) await lockCalendar(tx, hostId)
  await vacate(tx, [held.id])
  await queueTelling(tx, hostsToLock(type))
}

async function decideReservation(
  tx: Transaction, { startsAt, visitor, mostPerAddress }: Wanted, { type, now }: { type: MeetingType; now: number },
): Promise<Result<Slot, ReserveRefusal>> {
  const rules = await readSlotRules({ type, from: startsAt - DAY_REACH_MS, to: startsAt + DAY_REACH_MS, now }, tx)
  const decided = decideSlot(rules, startsAt)
  if (!decided.ok) return decided
  if (await countLiveBeside(tx, visitor, now) >= mostPerAddress) return refuse('address-full')
  return isWithinHalfOfDay(rules, startsAt) ? decided : refuse('day-full')
}

async function writeReservation(
  tx: Transaction, visitor: Visitor, made: { type: MeetingType; slot: Slot; now: number; expiresAt?: number },
): Promise<Reservation> {
  const { type, slot, now, expiresAt = now + RESERVED_MS } = made
  const { durationMinutes } = type
  const fresh = { id: newId(), typeId: type.id, startsAt: slot.startsAt, durationMinutes, expiresAt, keeps: 0 }
  await tx.insert(reservation).values({
    ...fresh, visitorHash: visitor.hash, addressHash: visitor.addressHash,
    startsAt: new Date(fresh.startsAt), expiresAt: new Date(fresh.expiresAt),
  })
  const { startsAt, endsAt, hostIds } = slot
  await occupy(tx, { meetingId: fresh.id, type, hostIds, startsAt, endsAt, now, reservedUntil: fresh.expiresAt })
  return { ...fresh, isBooked: false }
}
