import { and, eq, sql } from 'drizzle-orm'
import { ok, refuse, type Refusal, type Result } from '#app/kernel/result.ts'
import { db, transaction, type Queryable, type Transaction } from '#db/client.server.ts'
import { mirrorChoice, mirrorCount, mirrorShare, seat as seatTable } from '#db/schema.server.ts'
import { isOver } from '../../meeting/meeting.ts'
import { findSeat, listSeats } from '../../meeting/queries.server.ts'
import type { Seat, SeatPass } from '../../meeting/seat.ts'
import type { Agenda } from '../agenda.ts'
import { getAgenda } from '../queries.server.ts'
import { mayCount, MIRROR_LIMITS, sharesOf, type MirrorView, type Spoken, type SpokenReport, type SpokenSum } from './mirror.ts'

/** counted-elsewhere: another page of a host counts, so what this one heard is in the sums already. */
export type CountRefusal = 'not-allowed' | 'not-inside' | 'meeting-over' | 'counted-elsewhere'

/**
 * Adds what a host's page has heard to the sums. One page counts at a time, and each of its reports once. Of a guest
 * nothing is added who has not been told, or does not want to be counted at this moment.
 */
export async function countSpoken(pass: SeatPass, report: SpokenReport, now: number): Promise<Result<MirrorView, CountRefusal>> {
  const counted = await transaction(async (tx) => {
    const fault = await countFault(tx, pass)
    if (fault) return fault
    const held = await lockCount(tx, pass.meeting.id, now)
    if (!mayCount(report.counterId, held, now)) return refuse('counted-elsewhere')
    const people = await readPeople(pass.meeting.id, tx)
    if (held.counterId === report.counterId && report.number <= held.lastNumber) return ok(people)
    if (report.spoken.length > 0) await addSpoken(tx, pass, { spoken: report.spoken, people, now })
    // A page that lets go is known still, should one of its reports come twice, and holds nobody up.
    const { counterId, number: lastNumber, isLast } = report
    await tx.update(mirrorCount).set({ counterId, lastNumber, countedAt: new Date(isLast ? 0 : now) })
      .where(eq(mirrorCount.meetingId, pass.meeting.id))
    return ok(people)
  })
  return counted.ok ? ok(viewOf(pass, await listSums(pass.meeting.id), counted.value)) : counted
}

/** The mirror for the host who looks into it. Who is asked for it must have proven a host's seat. */
export async function getMirror(pass: SeatPass): Promise<MirrorView> {
  const [sums, people] = await Promise.all([listSums(pass.meeting.id), readPeople(pass.meeting.id)])
  return viewOf(pass, sums, people)
}

/** Who has a seat, and since when each guest who was told of the count wants to be in it. */
type People = { seats: Seat[]; counted: Map<string, number> }

async function readPeople(meetingId: string, on: Queryable = db()): Promise<People> {
  const [seats, counted] = await Promise.all([listSeats(meetingId, on), listCounted(meetingId, on)])
  return { seats, counted }
}

/** Whoever went out of the count is named no more; what was counted of them before stays in the whole. */
function viewOf({ seat: { id: readerId } }: SeatPass, sums: SpokenSum[], { seats, counted }: People): MirrorView {
  const people = seats.filter(({ id, role, admittedAt }) => role === 'host' || (admittedAt !== null && counted.has(id)))
  const inside = seats.filter(({ role, door }) => role === 'guest' && door === 'admitted')
  return { shares: sharesOf(sums, { readerId, people }), uncounted: inside.filter(({ id }) => !counted.has(id)).length }
}

async function countFault(tx: Transaction, pass: SeatPass): Promise<Refusal<CountRefusal> | null> {
  const current = await findSeat(pass.seat.id, tx)
  if (current?.seat.role !== 'host') return refuse('not-allowed')
  if (isOver(current.meeting)) return refuse('meeting-over')
  return current.seat.door === 'admitted' ? null : refuse('not-inside')
}

type Held = { counterId: string | null; lastNumber: number; countedAt: number }

async function lockCount(tx: Transaction, meetingId: string, now: number): Promise<Held> {
  await tx.insert(mirrorCount).values({ meetingId, countedAt: new Date(now) }).onConflictDoNothing()
  const [row] = await tx.select().from(mirrorCount).where(eq(mirrorCount.meetingId, meetingId)).for('update')
  return { counterId: row?.counterId ?? null, lastNumber: row?.lastNumber ?? 0, countedAt: row?.countedAt.getTime() ?? now }
}

type Heard = { spoken: readonly Spoken[]; people: People; now: number }

async function addSpoken(tx: Transaction, { meeting: { id: meetingId } }: SeatPass, { spoken, people, now }: Heard): Promise<void> {
  const { agenda } = await getAgenda(meetingId, tx)
  const bounds = boundsOf(people, now)
  const sums = spoken.flatMap((one) => sumOf(one, { bounds, agenda }))
  for (const { itemId, seatId, ms } of sums) {
    await tx.insert(mirrorShare).values({ meetingId, itemId, seatId, spokenMs: ms }).onConflictDoUpdate({
      target: [mirrorShare.meetingId, mirrorShare.itemId, mirrorShare.seatId],
      set: { spokenMs: sql`least(${mirrorShare.spokenMs} + ${ms}, ${MOST_MS})` },
    })
  }
}

/** A day of speaking, which no meeting has. */
const MOST_MS = 86_400_000

/** Whom a voice belongs to, and how much of what was heard since the last report may still count. */
type Bound = { seatId: string; mostMs: number }

/** What was said at an item that is gone belongs to the meeting. */
function sumOf({ identity, itemId, ms }: Spoken, { bounds, agenda }: { bounds: Map<string, Bound>; agenda: Agenda }): SpokenSum[] {
  const bound = bounds.get(identity)
  const counted = Math.min(ms, bound?.mostMs ?? 0)
  if (!bound || counted <= 0) return []
  bound.mostMs -= counted
  return [{ itemId: agenda.items.some(({ id }) => id === itemId) ? itemId : null, seatId: bound.seatId, ms: counted }]
}

/** By the identity of the voice: hosts, and the guests who are in the count, from the moment on that they came into it. */
function boundsOf({ seats, counted }: People, now: number): Map<string, Bound> {
  return new Map(seats.flatMap(({ id: seatId, role, identity }): [string, Bound][] => {
    const since = role === 'host' ? 0 : counted.get(seatId)
    if (since === undefined) return []
    // Set back, the clock can't tell.
    const mostMs = now < since ? MIRROR_LIMITS.reportMs : Math.min(now - since, MIRROR_LIMITS.reportMs)
    return [[identity, { seatId, mostMs }]]
  }))
}

/** The guests who were told and want to be counted, and since when. */
async function listCounted(meetingId: string, on: Queryable): Promise<Map<string, number>> {
  const rows = await on.select({ seatId: mirrorChoice.seatId, changedAt: mirrorChoice.changedAt }).from(mirrorChoice)
    .innerJoin(seatTable, eq(seatTable.id, mirrorChoice.seatId))
    .where(and(eq(seatTable.meetingId, meetingId), eq(mirrorChoice.isOn, true)))
  return new Map(rows.map(({ seatId, changedAt }) => [seatId, changedAt.getTime()]))
}

async function listSums(meetingId: string): Promise<SpokenSum[]> {
  const rows = await db().select().from(mirrorShare).where(eq(mirrorShare.meetingId, meetingId))
  return rows.map(({ itemId, seatId, spokenMs: ms }) => ({ itemId, seatId, ms }))
}
