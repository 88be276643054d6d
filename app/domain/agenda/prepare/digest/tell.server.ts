import { and, asc, eq, gt, gte, lte, ne } from 'drizzle-orm'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { agendaDigest, agendaEvent, agendaFile, seat } from '#db/schema.server.ts'
import { queueMail, snapshotOf } from '../../../meeting/mail-queue.server.ts'
import { isChangeable, mayBeMailed } from '../../../meeting/meeting.ts'
import { findMeeting, listSeats, lockMeeting } from '../../../meeting/queries.server.ts'
import type { Meeting } from '../../../meeting/seat.ts'
import type { AgendaNews } from '../../change.ts'
import { lockAgenda } from '../../commands.server.ts'
import type { VersionedAgenda } from '../../queries.server.ts'
import { digestOf } from './digest.ts'

/** The clock of the database, by which jobs begin, may be ahead of ours. */
const CLOCK_GAP_MS = MINUTE_MS

type Due = typeof agendaDigest.$inferSelect

/**
 * Job: tells each side that is due what the other has changed, in one mail to each of them. Nothing is told of what
 * was taken back, nor once the meeting has begun or is off.
 */
export async function tellOfChanges({ meetingId }: { meetingId: string }, now: number): Promise<void> {
  if (!await findMeeting(meetingId)) return
  await transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const current = await lockAgenda(tx, meetingId)
    const due = await tx.select().from(agendaDigest)
      .where(and(eq(agendaDigest.meetingId, meetingId), lte(agendaDigest.dueAt, new Date(now + CLOCK_GAP_MS))))
    for (const one of due) await tell(tx, { meeting, current, due: one, now })
  })
}

type Telling = { meeting: Meeting; current: VersionedAgenda; due: Due; now: number }

async function tell(tx: Transaction, { meeting, current, due, now }: Telling): Promise<void> {
  const changed = isChangeable(meeting, now) ? await findNews(tx, due, current) : []
  await tx.update(agendaDigest)
    .set({ dueAt: null, base: null, ...(changed.length > 0 && { toldAt: new Date(now) }) })
    .where(and(eq(agendaDigest.meetingId, meeting.id), eq(agendaDigest.side, due.side)))
  if (changed.length === 0) return
  const kind = 'agenda-changed'
  for (const seat of await listSeats(meeting.id, tx)) {
    if (seat.role !== due.side || !mayBeMailed(kind, seat)) continue
    await queueMail(tx, { kind, meetingId: meeting.id, seatId: seat.id, snapshot: { ...snapshotOf(meeting), changed } })
  }
}

/** What the other side has changed since, and the files that it has added. */
async function findNews(tx: Transaction, due: Due, { agenda }: VersionedAgenda): Promise<AgendaNews[]> {
  const { meetingId, side, base, baseVersion, since } = due
  if (!base || !since) return []
  const events = await tx.select({ change: agendaEvent.change, name: seat.name }).from(agendaEvent)
    .innerJoin(seat, eq(seat.id, agendaEvent.seatId))
    .where(and(eq(agendaEvent.meetingId, meetingId), gt(agendaEvent.version, baseVersion), ne(seat.role, side)))
    .orderBy(asc(agendaEvent.version))
  // Of the guests there may be several; the host is the host.
  const signOf = (name: string) => (side === 'host' ? name : null)
  const touched = new Map(events.flatMap(({ change, name }) => (
    'itemId' in change && change.itemId ? [[change.itemId, signOf(name)] as const] : []
  )))
  const files = await tx.select({ name: agendaFile.name, by: seat.name }).from(agendaFile).innerJoin(seat, eq(seat.id, agendaFile.seatId))
    .where(and(eq(agendaFile.meetingId, meetingId), gte(agendaFile.createdAt, since), ne(seat.role, side)))
    .orderBy(asc(agendaFile.createdAt))
  return [...digestOf(base, agenda, touched), ...files.map(({ name, by }): AgendaNews => ({ kind: 'file', title: name, ...(side === 'host' && { by }) }))]
}
