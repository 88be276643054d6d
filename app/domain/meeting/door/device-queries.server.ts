import { and, asc, eq, inArray } from 'drizzle-orm'
import { db, type Queryable } from '#db/client.server.ts'
import { otherDevice } from '#db/schema.server.ts'
import { isPresent, type DeviceAtDoor, type OwnDoor } from '../room-data.ts'
import type { Seat } from '../seat.ts'
import { isCodeGood } from './device.ts'

export type OtherDevice = typeof otherDevice.$inferSelect

/** This browser at this seat's door, unless it is the bound one or has never knocked. */
export async function findOther(on: Queryable, seatId: string, device: string | null): Promise<OtherDevice | null> {
  const [row] = await on.select().from(otherDevice).where(and(eq(otherDevice.seatId, seatId), eq(otherDevice.secretHash, device ?? '')))
  return row ?? null
}

/** Whoever waits on another device than the one that their seat is bound to, in the order in which they came. */
export async function listDevicesAtDoor(seats: readonly Seat[], now: number): Promise<DeviceAtDoor[]> {
  const guests = seats.filter(({ role, door }) => role === 'guest' && door !== 'removed')
  if (guests.length === 0) return []
  const rows = await db().select().from(otherDevice)
    .where(and(inArray(otherDevice.seatId, guests.map(({ id }) => id)), eq(otherDevice.door, 'waiting'))).orderBy(asc(otherDevice.createdAt))
  return rows.map(({ id: deviceId, seatId, readiness, lastSeenAt }) => ({
    deviceId, seatId, readiness, name: guests.find(({ id }) => id === seatId)?.name ?? '',
    isPresent: isPresent({ lastSeenAt: lastSeenAt.getTime() }, now),
  }))
}

/** What the door is to a browser that the seat is not bound to. */
export async function ownDoorOf({ id, door }: Seat, device: string | null, now: number): Promise<OwnDoor> {
  const row = await findOther(db(), id, device)
  const asked = { askedAt: row?.codeAskedAt?.getTime() ?? null, tries: row?.codeTries ?? 0 }
  return { door: door === 'removed' ? door : row?.door ?? 'away', other: { hasCode: isCodeGood(asked, now) } }
}
