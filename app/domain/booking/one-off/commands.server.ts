import { and, eq, isNull, lt } from 'drizzle-orm'
import { keepLength } from '#app/domain/calendar/meeting-type.ts'
import { findMeetingTypeById } from '#app/domain/calendar/queries.server.ts'
import { emailKey } from '#app/domain/people/commands.server.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { db, type Transaction } from '#db/client.server.ts'
import { oneOff } from '#db/schema.server.ts'
import type { Booked } from '../booking.ts'
import { hostsToLock } from '../hosts/assign-host.server.ts'
import { decideAlone } from '../reservation/decide.server.ts'
import { bookByHand, type HandRefusal } from '../write/book-by-hand.server.ts'
import { findRepeated, type Asker } from '../write/write-booking.server.ts'
import { stateOfLink, type OneOffState } from './one-off.ts'
import type { NewOneOff } from './one-off-input.ts'
import { findOneOff, listFreeStarts, toOneOff } from './queries.server.ts'

/** A link, unless something has one of its times now; it blocks none of them. `taken` are those that can't be offered. */
export async function makeOneOff(
  hostId: string, given: NewOneOff, now: number,
): Promise<{ ok: true; id: string } | { ok: false; taken: number[] }> {
  const type = await findMeetingTypeById(given.typeId)
  invariant(type?.hostId === hostId, 'a link is for a type of the consultant who makes it')
  const free = await listFreeStarts(given.starts, { type: keepLength(type, given.durationMinutes), hostId, now })
  const taken = given.starts.filter((at) => !free.includes(at))
  if (taken.length > 0) return { ok: false, taken }
  const { starts, expiresAt, email, ...about } = given
  const id = newId()
  const times = { starts: starts.map((at) => new Date(at)), expiresAt: new Date(expiresAt) }
  await db().insert(oneOff).values({ ...about, ...times, id, hostId, email: emailKey(email) })
  return { ok: true, id }
}

/** From now on the link opens nothing. One that is used, another's, or taken back already stays as it is. */
export async function revokeOneOff(hostId: string, id: string, now: number): Promise<void> {
  await db().update(oneOff).set({ revokedAt: new Date(now) })
    .where(and(eq(oneOff.id, id), eq(oneOff.hostId, hostId), isNull(oneOff.usedAt), isNull(oneOff.revokedAt)))
}

export type LinkRefusal = HandRefusal | 'no-such-link' | 'not-offered' | Exclude<OneOffState, 'open'>

/**
 * Books one of the link's times for the person it was made for, and closes it. It needs no approval: the consultant has
 * offered the time. The same form sent again gives the booking that it made.
 */
export async function bookOneOff(
  id: string, { startsAt, ...asker }: Omit<Asker, 'email' | 'isDemo'> & { startsAt: number }, now: number,
): Promise<Result<Booked, LinkRefusal>> {
  const known = await findOneOff(id)
  const type = known && await findMeetingTypeById(known.typeId)
  if (!type) return refuse('no-such-link')
  const { hostId, email, durationMinutes } = known
  return decideAlone<Booked, LinkRefusal>(hostsToLock(type, [hostId]), async (tx) => {
    const [row] = await tx.select().from(oneOff).where(eq(oneOff.id, id)).for('update')
    if (!row) return refuse('no-such-link')
    const { booked } = await findRepeated(tx, { ...asker, email })
    if (booked) return ok(booked)
    const link = toOneOff(row)
    const state = stateOfLink(link, now)
    if (state !== 'open') return refuse(state)
    if (!link.starts.includes(startsAt)) return refuse('not-offered')
    const made = await bookByHand(tx, { ...asker, email }, { type: keepLength(type, durationMinutes), hostId, startsAt, now })
    if (!made.ok) return made
    const { meetingId, bookingId, guestSeatId } = made.value
    await tx.update(oneOff).set({ usedAt: new Date(now), meetingId }).where(eq(oneOff.id, id))
    return ok({ bookingId, guestSeatId })
  })
}

/** Links that ended before this instant (epoch milliseconds) are forgotten, with whom they were for. */
export async function forgetLinksBefore(tx: Transaction, at: number): Promise<void> {
  await tx.delete(oneOff).where(lt(oneOff.expiresAt, new Date(at)))
}
