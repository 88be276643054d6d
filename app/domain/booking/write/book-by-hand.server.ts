import { readSlotRules } from '#app/domain/calendar/queries.server.ts'
import type { MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { isTakenAt } from '#app/domain/calendar/taken.ts'
import { findCompanyId } from '#app/domain/people/commands.server.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import type { Queryable, Transaction } from '#db/client.server.ts'
import type { Booked } from '../booking.ts'
import { assignHosts } from '../hosts/assign-host.server.ts'
import { writeBooking, type Asker } from './write-booking.server.ts'

/**
 * A time that a consultant chose: hours, notice, horizon and caps don't bind it. Epoch milliseconds; the type is in the
 * length that was agreed on. `hostId` is whose time was offered; without it, it is the turn of one of the type's hosts.
 * Where all hosts are needed, all are asked whoever offered.
 */
export type ChosenByHand = { type: MeetingType; hostId?: string; startsAt: number; now: number }

export type HandRefusal = 'slot-past' | 'slot-taken'

/** Could this time be agreed on by hand? It must be to come. @returns who has nothing then, at least one. */
export async function decideByHand(on: Queryable, chosen: ChosenByHand): Promise<Result<string[], HandRefusal>> {
  const { type, hostId, startsAt, now } = chosen
  if (startsAt <= now) return refuse('slot-past')
  const only = type.assign === 'all' ? undefined : hostId
  const rules = await readSlotRules({ type, hostId: only, from: startsAt, to: startsAt + 1, now }, on)
  const free = rules.hosts.filter((host) => !isTakenAt(rules, host, startsAt))
  const needed = type.assign === 'all' ? rules.hosts.length : 1
  return free.length < needed ? refuse('slot-taken') : ok(free.map((host) => host.id))
}

/**
 * Books a time that a consultant chose, with invitations and agenda as any other, and with the host whose turn it is;
 * who has the time is decided by the constraint that decides about every booking. Ask under the lock of the calendars.
 */
export async function bookByHand(
  tx: Transaction, asker: Asker, chosen: ChosenByHand,
): Promise<Result<Booked & { meetingId: string; hostId: string }, HandRefusal>> {
  const free = await decideByHand(tx, chosen)
  if (!free.ok) return free
  const { type, startsAt, now } = chosen
  const slot = { startsAt, endsAt: startsAt + type.durationMinutes * MINUTE_MS, hostIds: leadFirst(free.value, chosen.hostId) }
  const hostIds = await assignHosts(tx, { type, slot, companyId: await findCompanyId(tx, asker.companyName), now })
  return ok({ ...await writeBooking(tx, asker, { type, slot: { ...slot, hostIds }, now }), hostId: hostIds[0] })
}

/** Of all who take part, whoever offered the time leads. */
function leadFirst(hostIds: string[], leaderId: string | undefined): string[] {
  return hostIds.toSorted((one, other) => Number(other === leaderId) - Number(one === leaderId))
}
