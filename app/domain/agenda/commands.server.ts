import { isDeepStrictEqual } from 'node:util'
import { and, eq } from 'drizzle-orm'
import { invariant } from '#app/kernel/invariant.ts'
import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Refusal, type Result } from '#app/kernel/result.ts'
import { publish } from '#app/platform/feed.server.ts'
import { db, transaction, type Transaction } from '#db/client.server.ts'
import { agenda, agendaEvent, agendaTemplate } from '#db/schema.server.ts'
import { isOver } from '../meeting/meeting.ts'
import { findSeat } from '../meeting/queries.server.ts'
import type { SeatPass } from '../meeting/seat.ts'
import type { Agenda } from './agenda.ts'
import { applyChange } from './apply-change.ts'
import type { AgendaChange, ChangeRefusal } from './change.ts'
import { documentFault } from './document/document.server.ts'
import { handOnStep } from './feed/steps.server.ts'
import { keepNote } from './notes/keep.server.ts'
import { noteChange } from './prepare/digest/queue.server.ts'
import type { AgendaTemplate, VersionedAgenda } from './queries.server.ts'

/** A change that was made: the version it led to, and when by the server's clock (epoch milliseconds). */
export type Changed = { version: number; at: number }

export type WantedChange = { change: AgendaChange; changeId: string; now: number }

/** The feed's topic for the changes of one meeting's agenda; each notification is the new version. */
export function agendaTopic(meetingId: string): string {
  return `agenda:${meetingId}`
}

/** Gives a new meeting its agenda, as version 0. */
export async function createAgenda(tx: Transaction, meetingId: string, state: Agenda, now: number): Promise<void> {
  await tx.insert(agenda).values({ meetingId, state, updatedAt: new Date(now) })
}

/**
 * Makes one change in one transaction; changes of one agenda take turns. The same change under the same
 * `changeId` from the same seat again gives the same answer, so a browser may post until it hears one.
 */
export async function changeAgenda(pass: SeatPass, wanted: WantedChange): Promise<Result<Changed, ChangeRefusal>> {
  const { seat: { id: seatId, role, name }, meeting: { id: meetingId } } = pass
  const { changed, isRepeated } = await transaction(async (tx) => {
    const before = await lockAgenda(tx, meetingId)
    // Under the lock, and at once: each wait for the database lets the others at this agenda wait too.
    const [repeated, closed, missing] = await Promise.all([
      findChange(tx, pass, wanted), mayChange(tx, pass, wanted.change), documentFault(tx, pass, wanted.change),
    ])
    if (repeated) return { changed: repeated, isRepeated: true }
    const changed = closed ?? missing ?? await appendChange(tx, pass, { ...wanted, before })
    if (changed.ok) await noteChange(tx, pass, { before, now: wanted.now })
    return { changed, isRepeated: false }
  })
  const { changeId, change } = wanted
  if (changed.ok && !isRepeated) handOnStep(meetingId, { ...changed.value, changeId, change, role, seatId, name })
  return changed
}

/** Applies and records one change under the agenda's lock. Who may, and when, is the caller's question. */
export async function appendChange(
  tx: Transaction, pass: SeatPass, { before, change, changeId, now }: WantedChange & { before: VersionedAgenda },
): Promise<Result<Changed, ChangeRefusal>> {
  const { seat: { id: seatId, role, name }, meeting: { id: meetingId } } = pass
  const after = applyChange(before.agenda, change, { role, seatId, name, at: now })
  if (!after.ok) return after
  const [version, at] = [before.version + 1, new Date(now)]
  const fault = change.kind === 'note-update' ? await keepNote(tx, { meetingId, seatId, update: change.update }) : null
  if (fault) return fault
  // A row whose agenda stays as it is keeps the stored text of it: a keystroke in the notes writes no agenda.
  const state = after.value === before.agenda ? {} : { state: after.value }
  await Promise.all([
    tx.update(agenda).set({ ...state, version, updatedAt: at }).where(eq(agenda.meetingId, meetingId)),
    tx.insert(agendaEvent).values({ meetingId, version, changeId, seatId, change, at }),
    publish(tx, agendaTopic(meetingId), String(version)),
  ])
  return ok({ version, at: now })
}

/** @throws {Error} when the meeting has no agenda. */
export async function lockAgenda(tx: Transaction, meetingId: string): Promise<VersionedAgenda> {
  const [row] = await tx.select({ version: agenda.version, agenda: agenda.state }).from(agenda)
    .where(eq(agenda.meetingId, meetingId)).for('update')
  invariant(row, 'a meeting has its agenda')
  return row
}

export type NewTemplate = Omit<AgendaTemplate, 'id'>

/** Writes the template that a diagnosis picks in a language, new or in place of the one before. Gives its id. */
export async function saveTemplate(template: NewTemplate, now: number): Promise<string> {
  const { hostId, diagnosis, locale, title, items } = template
  const written = { title, items, updatedAt: new Date(now) }
  const [row] = await db().insert(agendaTemplate).values({ id: newId(), hostId, diagnosis, locale, ...written })
    .onConflictDoUpdate({ target: [agendaTemplate.hostId, agendaTemplate.diagnosis, agendaTemplate.locale], set: written })
    .returning({ id: agendaTemplate.id })
  invariant(row, 'an upsert gives its row')
  return row.id
}

async function findChange(
  tx: Transaction, pass: SeatPass, { changeId, change }: Pick<WantedChange, 'changeId' | 'change'>,
): Promise<Result<Changed, ChangeRefusal> | null> {
  const [row] = await tx.select().from(agendaEvent)
    .where(and(eq(agendaEvent.meetingId, pass.meeting.id), eq(agendaEvent.changeId, changeId)))
  if (!row) return null
  // Another change under this id was never made: calling it done would throw away what somebody wrote.
  const isSame = row.seatId === pass.seat.id && isDeepStrictEqual(row.change, change)
  return isSame ? ok({ version: row.version, at: row.at.getTime() }) : refuse('already-there')
}

/** Read under the lock: the door or the meeting may have closed since the pass was shown. */
async function mayChange(tx: Transaction, pass: SeatPass, change: AgendaChange): Promise<Refusal<ChangeRefusal> | null> {
  const current = await findSeat(pass.seat.id, tx)
  if (!current || current.seat.door === 'removed') return refuse('not-allowed')
  if (isOver(current.meeting)) return refuse('meeting-ended')
  if (current.seat.role === 'host' || current.seat.door === 'admitted') return null
  return BEFORE_ADMISSION.includes(change.kind) ? null : refuse('not-admitted')
}

/** Before they are let in, guests prepare: their own points, what they ask, and what matters most. They write no lines yet. */
const BEFORE_ADMISSION: AgendaChange['kind'][] = ['item-add', 'item-edit', 'item-remove', 'item-mark', 'question-add', 'question-remove']
