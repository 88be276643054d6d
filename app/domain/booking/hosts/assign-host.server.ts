import { and, desc, eq, gte, inArray, ne, sql } from 'drizzle-orm'
import type { MeetingType } from '#app/domain/calendar/meeting-type.ts'
import type { Slot } from '#app/domain/calendar/slot.ts'
import { chooseHost, type HostCandidate } from '#app/domain/calendar/types/choose-host.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import type { Transaction } from '#db/client.server.ts'
import { booking, meeting, person } from '#db/schema.server.ts'

const RECENT_MS = 30 * DAY_MS

/**
 * Everyone whose calendar a decision about a meeting of this type can change, each once, in the order in which all lock.
 * @param hosting who hosts the meeting already, whether or not the type still names them.
 */
export function hostsToLock(type: MeetingType, hosting: readonly string[] = []): string[] {
  const ids = [type.hostId, ...type.hosts.map(({ hostId }) => hostId), ...hosting]
  return [...new Set(ids)].sort()
}

/**
 * Who takes part in a meeting at this slot, the one who leads it first: all of them, or the one whose turn it is.
 * Asked under the lock of their calendars, so that two bookings at once don't both take the same turn.
 */
export async function assignHosts(
  tx: Transaction, wanted: { type: MeetingType; slot: Slot; companyId: string | null; now: number },
): Promise<[string, ...string[]]> {
  const { type, slot: { hostIds } } = wanted
  const [first, ...rest] = hostIds
  invariant(first !== undefined, 'a slot has a host')
  if (type.assign === 'all' || rest.length === 0) return [first, ...rest]
  const recent = await countRecent(tx, type.id, { hostIds, since: wanted.now - RECENT_MS })
  const toCandidate = (hostId: string): HostCandidate =>
    ({ hostId, weight: type.hosts.find((host) => host.hostId === hostId)?.weight ?? 1, recentMeetings: recent.get(hostId) ?? 0 })
  const previous = wanted.companyId === null ? null : await findPreviousHost(tx, wanted.companyId, hostIds)
  return [chooseHost([toCandidate(first), ...rest.map(toCandidate)], previous)]
}

/** The company of the person who booked this meeting. */
export async function findCompanyOf(tx: Transaction, meetingId: string): Promise<string | null> {
  const [row] = await tx.select({ companyId: person.companyId }).from(booking)
    .innerJoin(person, eq(person.id, booking.personId)).where(eq(booking.meetingId, meetingId))
  return row?.companyId ?? null
}

/** Meetings of the type by host, counted from when they were booked. */
async function countRecent(
  tx: Transaction, typeId: string, { hostIds, since }: { hostIds: string[]; since: number },
): Promise<Map<string, number>> {
  const rows = await tx.select({ hostId: meeting.hostId, count: sql<number>`count(*)::int` }).from(meeting)
    .where(and(
      inArray(meeting.hostId, hostIds), gte(meeting.createdAt, new Date(since)), eq(meeting.typeId, typeId), ne(meeting.state, 'cancelled'),
    ))
    .groupBy(meeting.hostId)
  return new Map(rows.map(({ hostId, count }) => [hostId, count]))
}

async function findPreviousHost(tx: Transaction, companyId: string, hostIds: string[]): Promise<string | null> {
  const [row] = await tx.select({ hostId: meeting.hostId }).from(person)
    .innerJoin(booking, eq(booking.personId, person.id))
    .innerJoin(meeting, eq(meeting.id, booking.meetingId))
    .where(and(eq(person.companyId, companyId), inArray(meeting.hostId, hostIds), ne(meeting.state, 'cancelled')))
    .orderBy(desc(meeting.createdAt)).limit(1)
  return row?.hostId ?? null
}
