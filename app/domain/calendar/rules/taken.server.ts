import { and, eq, gte, inArray, lt } from 'drizzle-orm'
import { MINUTE_MS } from '#app/kernel/time.ts'
import type { Queryable } from '#db/client.server.ts'
import { booking, occupiedTime, person } from '#db/schema.server.ts'
import type { TakenBooking } from '../slot-rules.ts'

/**
 * What these hosts have that begins in a range (epoch milliseconds), by host.
 * Companies cost a join, so they are read only where a cap asks for them.
 */
export async function listTaken(
  on: Queryable, hostIds: string[], range: { takenFrom: number; takenTo: number; withCompany: boolean },
): Promise<Map<string, TakenBooking[]>> {
  const rows = range.withCompany ? await withCompanies(on, hostIds, range) : await withoutCompanies(on, hostIds, range)
  const taken = new Map<string, TakenBooking[]>()
  for (const row of rows) {
    const ofHost = taken.get(row.hostId) ?? []
    ofHost.push(toTaken(row))
    taken.set(row.hostId, ofHost)
  }
  return taken
}

const COLUMNS = {
  hostId: occupiedTime.hostId, id: occupiedTime.meetingId, typeId: occupiedTime.typeId, state: occupiedTime.state,
  expiresAt: occupiedTime.expiresAt, startsAt: occupiedTime.startsAt, endsAt: occupiedTime.endsAt,
  before: occupiedTime.bufferBeforeMinutes, after: occupiedTime.bufferAfterMinutes,
}

type Span = { takenFrom: number; takenTo: number }

function standingIn(hostIds: string[], { takenFrom, takenTo }: Span) {
  return and(
    inArray(occupiedTime.hostId, hostIds),
    gte(occupiedTime.startsAt, new Date(takenFrom)),
    lt(occupiedTime.startsAt, new Date(takenTo)),
    inArray(occupiedTime.state, ['reserved', 'pending', 'confirmed']),
  )
}

async function withoutCompanies(on: Queryable, hostIds: string[], span: Span) {
  const rows = await on.select(COLUMNS).from(occupiedTime).where(standingIn(hostIds, span))
  return rows.map((row) => ({ ...row, companyId: null }))
}

function withCompanies(on: Queryable, hostIds: string[], span: Span) {
  return on.select({ ...COLUMNS, companyId: person.companyId }).from(occupiedTime)
    .leftJoin(booking, eq(booking.meetingId, occupiedTime.meetingId))
    .leftJoin(person, eq(person.id, booking.personId))
    .where(standingIn(hostIds, span))
}

type TakenRow = Awaited<ReturnType<typeof withCompanies>>[number]

function toTaken({ before, after, hostId: _hostId, ...row }: TakenRow): TakenBooking {
  return {
    ...row,
    startsAt: row.startsAt.getTime(),
    endsAt: row.endsAt.getTime(),
    expiresAt: row.expiresAt?.getTime() ?? null,
    bufferBeforeMs: before * MINUTE_MS,
    bufferAfterMs: after * MINUTE_MS,
  }
}
