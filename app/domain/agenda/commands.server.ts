import { isDeepStrictEqual } from 'node:util'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { invariant } from '#app/kernel/invariant.ts'
import { newId } from '#app/kernel/ids.ts'
import { createTurns } from '#app/kernel/in-turn.ts'
import { ok, refuse, type Refusal, type Result } from '#app/kernel/result.ts'
import { notification } from '#app/platform/feed.server.ts'
import { db, transaction, type Transaction } from '#db/client.server.ts'
import { agenda, agendaEvent, agendaTemplate, meeting, seat } from '#db/schema.server.ts'
import { isOver } from '../meeting/meeting.ts'
import type { SeatPass } from '../meeting/seat.ts'
import type { Agenda } from './agenda.ts'
import { applyChange } from './apply-change.ts'
import type { AgendaChange, ChangeRefusal } from './change.ts'
import { documentFault } from './document/document.server.ts'
import { handOnStep } from './feed/steps.server.ts'
import { keepNote } from './notes/keep.server.ts'
import { noteChange } from './prepare/digest/queue.server.ts'
import type { AgendaStep, AgendaTemplate, VersionedAgenda } from './queries.server.ts'

/** A change that was made: the version it led to, and when by the server's clock (epoch milliseconds). */
export type Changed = { version: number; at: number }

export type WantedChange = { change: AgendaChange; changeId: string; now: number }

/** Of each agenda; between processes its lock holds. */
const inTurn = createTurns()

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
  const { changed, isRepeated } = await inTurn(meetingId, () => transaction(async (tx) => {
    const before = await lockAgenda(tx, meetingId)
    // Under the lock, and at once: each wait for the database lets the others at this agenda wait too.
    const [found, missing] = await Promise.all([lookUnderLock(tx, pass, wanted.changeId), documentFault(tx, pass, wanted.change)])
    if (found?.made) return { changed: repeat(found.made, pass, wanted.change), isRepeated: true }
    const changed = closedFor(found, wanted.change) ?? missing ?? await appendChange(tx, pass, { ...wanted, before })
    if (changed.ok) await noteChange(tx, pass, { before, now: wanted.now })
    return { changed, isRepeated: false }
  }))
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
  const version = before.version + 1
  const fault = change.kind === 'note-update' ? await keepNote(tx, { meetingId, seatId, update: change.update }) : null
  if (fault) return fault
  await record(tx, meetingId, { version, changeId, seatId, change, at: now, state: after.value === before.agenda ? null : after.value })
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

type Recorded = Pick<AgendaStep, 'version' | 'changeId' | 'seatId' | 'change' | 'at'> & { state: Agenda | null }

/**
 * In one statement, since this is what every keystroke in the notes asks of the database.
 * @param recorded `state` null: the agenda stays as it is, and so does the stored text of it.
 */
async function record(tx: Transaction, meetingId: string, { version, changeId, seatId, change, at, state }: Recorded): Promise<void> {
  const [time, written] = [new Date(at).toISOString(), state && JSON.stringify(state)]
  await tx.execute(sql`with
    led as (update agenda set version = ${version}, updated_at = ${time}${written === null ? sql`` : sql`, state = ${written}`}
      where meeting_id = ${meetingId}),
    noted as (insert into agenda_event (meeting_id, version, change_id, seat_id, change, at)
      values (${meetingId}, ${version}, ${changeId}, ${seatId}, ${JSON.stringify(change)}, ${time}))
    select ${notification(agendaTopic(meetingId), String(version))}`)
}

type Found = Awaited<ReturnType<typeof lookUnderLock>>

/** What was made under this id, and how the seat and its meeting stand: both may have changed since the pass was shown. */
async function lookUnderLock(tx: Transaction, pass: SeatPass, changeId: string) {
  const [row] = await tx.select({ role: seat.role, door: seat.door, state: meeting.state, made: agendaEvent })
    .from(seat).innerJoin(meeting, eq(meeting.id, seat.meetingId))
    .leftJoin(agendaEvent, and(eq(agendaEvent.meetingId, seat.meetingId), eq(agendaEvent.changeId, changeId)))
    .where(and(eq(seat.id, pass.seat.id), isNull(seat.withdrawnAt)))
  return row
}

/** Another change under this id was never made: calling it done would throw away what somebody wrote. */
function repeat(made: typeof agendaEvent.$inferSelect, pass: SeatPass, change: AgendaChange): Result<Changed, ChangeRefusal> {
  const isSame = made.seatId === pass.seat.id && isDeepStrictEqual(made.change, change)
  return isSame ? ok({ version: made.version, at: made.at.getTime() }) : refuse('already-there')
}

function closedFor(found: Found, { kind }: AgendaChange): Refusal<ChangeRefusal> | null {
  if (!found || found.door === 'removed') return refuse('not-allowed')
  if (isOver(found)) return refuse('meeting-ended')
  if (found.role === 'host' || found.door === 'admitted') return null
  return BEFORE_ADMISSION.includes(kind) ? null : refuse('not-admitted')
}

/** Before they are let in, guests prepare: their own points, what they ask, and what matters most. They write no lines yet. */
const BEFORE_ADMISSION: AgendaChange['kind'][] = ['item-add', 'item-edit', 'item-remove', 'item-mark', 'question-add', 'question-remove']
