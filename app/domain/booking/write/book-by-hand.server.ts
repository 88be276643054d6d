import { readSlotRules } from '#app/domain/calendar/queries.server.ts'
import type { MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { isTakenAt } from '#app/domain/calendar/taken.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import type { Queryable, Transaction } from '#db/client.server.ts'
import type { Booked } from '../booking.ts'
import { writeBooking, type Asker } from './write-booking.server.ts'

/** A time that a consultant chose: hours, notice, horizon and caps don't bind it. Epoch milliseconds. */
export type ChosenByHand = { type: MeetingType; hostId: string; startsAt: number; now: number }

export type HandRefusal = 'slot-past' | 'slot-taken'

/** Could this time be agreed on by hand? It must be to come, and nobody who takes part may have anything then. */
export async function decideByHand(on: Queryable, chosen: ChosenByHand): Promise<Result<null, HandRefusal>> {
  const { type, hostId, startsAt, now } = chosen
  if (startsAt <= now) return refuse('slot-past')
  const only = type.assign === 'all' ? undefined : hostId
  const rules = await readSlotRules({ type, hostId: only, from: startsAt, to: startsAt + 1, now }, on)
  return rules.hosts.some((host) => isTakenAt(rules, host, startsAt)) ? refuse('slot-taken') : ok(null)
}

/**
 * Books a time that a consultant chose, with invitations and agenda as any other; who has the time is decided by the
 * constraint that decides about every booking. Ask under the lock of the calendars.
 */
export async function bookByHand(
  tx: Transaction, asker: Asker, chosen: ChosenByHand,
): Promise<Result<Booked & { meetingId: string }, HandRefusal>> {
  const decided = await decideByHand(tx, chosen)
  if (!decided.ok) return decided
  const { type, hostId, startsAt, now } = chosen
  const hostIds = type.assign === 'all' ? [...new Set([hostId, ...type.hosts.map((host) => host.hostId)])] : [hostId]
  const slot = { startsAt, endsAt: startsAt + type.durationMinutes * MINUTE_MS, hostIds }
  return ok(await writeBooking(tx, asker, { type, slot, now }))
}
