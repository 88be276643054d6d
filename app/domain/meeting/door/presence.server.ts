import { and, eq, gte, inArray, lt } from 'drizzle-orm'
import { isId } from '#app/kernel/ids.ts'
import { publish } from '#app/platform/feed.server.ts'
import { db, transaction, type Queryable, type Transaction } from '#db/client.server.ts'
import { otherDevice, seat } from '#db/schema.server.ts'
import { PRESENT_WITHIN_MS } from '../meeting.ts'

/** The feed's topic for everything at one meeting's door. */
export function doorTopic(meetingId: string): string {
  return `door:${meetingId}`
}

/** Tells every stream of the meeting to look at the door again. */
export function announceDoor(tx: Transaction, meetingId: string): Promise<void> {
  return publish(tx, doorTopic(meetingId), '')
}

/**
 * The name of a browser that its seat is not bound to among the holders of open streams, which are seats otherwise.
 * @param device the hash of its secret; null for one that has none.
 */
export function deviceKey(seatId: string, device: string | null): string {
  return `${seatId}/${device ?? ''}`
}

/** A seat opened its event stream: the others see at once that it is there. */
export async function recordArrival(seatId: string, now: number): Promise<void> {
  await transaction(async (tx) => {
    const [before] = await tx.select({ meetingId: seat.meetingId, lastSeenAt: seat.lastSeenAt }).from(seat)
      .where(eq(seat.id, seatId)).for('no key update')
    if (!before) return
    await tx.update(seat).set({ lastSeenAt: new Date(now) }).where(eq(seat.id, seatId))
    const wasPresent = before.lastSeenAt !== null && now - before.lastSeenAt.getTime() <= PRESENT_WITHIN_MS
    if (!wasPresent) await announceDoor(tx, before.meetingId)
  })
}

/**
 * Marks the seats of all open streams as seen, in one statement, and tells the meetings from which somebody
 * has just vanished. A seat that is being changed at this moment is left for the next beat: waiting
 * for it while others are locked could end in a deadlock.
 */
export async function recordPresence(keys: string[], now: number): Promise<void> {
  await touch(db(), keys.filter(isId), now)
  await touchDevices(keys.filter((key) => !isId(key)), now)
  await transaction(async (tx) => {
    for (const meetingId of await listVanished(tx, now)) await announceDoor(tx, meetingId)
  })
}

async function touch(on: Queryable, seatIds: string[], now: number): Promise<void> {
  if (seatIds.length === 0) return
  const free = on.select({ id: seat.id }).from(seat).where(inArray(seat.id, seatIds)).for('no key update', { skipLocked: true })
  await on.update(seat).set({ lastSeenAt: new Date(now) }).where(inArray(seat.id, free))
}

/** A secret is one browser's at one seat, so its hash alone tells which is meant. */
async function touchDevices(keys: string[], now: number): Promise<void> {
  const hashes = keys.flatMap((key) => key.split('/')[1] ?? [])
  if (hashes.length > 0) await db().update(otherDevice).set({ lastSeenAt: new Date(now) }).where(inArray(otherDevice.secretHash, hashes))
}

/** Meetings with a seat whose time as present ran out within the last beats. */
async function listVanished(tx: Transaction, now: number): Promise<string[]> {
  const limit = now - PRESENT_WITHIN_MS
  const rows = await tx.selectDistinct({ meetingId: seat.meetingId }).from(seat)
    .where(and(lt(seat.lastSeenAt, new Date(limit)), gte(seat.lastSeenAt, new Date(limit - VANISHED_WITHIN_MS))))
  const devices = await tx.selectDistinct({ meetingId: seat.meetingId }).from(otherDevice).innerJoin(seat, eq(seat.id, otherDevice.seatId))
    .where(and(lt(otherDevice.lastSeenAt, new Date(limit)), gte(otherDevice.lastSeenAt, new Date(limit - VANISHED_WITHIN_MS))))
  return [...new Set([...rows, ...devices].map((row) => row.meetingId))]
}

/** Two beats of the feed, so that a late one misses nobody. */
const VANISHED_WITHIN_MS = 30_000
