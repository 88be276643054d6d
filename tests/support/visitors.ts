import { reserveSlot } from '#app/domain/booking/reservation/commands.server.ts'
import type { Reservation, Visitor } from '#app/domain/booking/reservation/reservation.ts'
import { THURSDAY_TEN } from './booking-world.ts'
import { NOW } from './meetings.ts'

/** Somebody's browser, on a network of its own unless told otherwise. */
export function visitor(name: string, addressHash = `network of ${name}`): Visitor {
  return { hash: name, addressHash }
}

export function reserve(
  who: Visitor, { startsAt = THURSDAY_TEN, typeSlug = 'intro', now = NOW, mostPerAddress = 3 } = {},
): ReturnType<typeof reserveSlot> {
  return reserveSlot({ typeSlug, startsAt, visitor: who, mostPerAddress }, now)
}

/** @throws {Error} with the reason when the time can't be had. */
export async function reserved(who: Visitor, asked: Parameters<typeof reserve>[1] = {}): Promise<Reservation> {
  const made = await reserve(who, asked)
  if (!made.ok) throw new Error(made.reason)
  return made.value
}
