import { and, eq, isNull } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { db, transaction, type Queryable, type Transaction } from '#db/client.server.ts'
import { hostNote } from '#db/schema.server.ts'
import { findSeat } from '../../meeting/queries.server.ts'
import type { SeatPass } from '../../meeting/seat.ts'
import { lockAgenda } from '../commands.server.ts'
import type { PreparedNote } from '../template.ts'
import { isTooLong, type HostNote, type NoteRefusal } from './host-note.ts'

/** Gives the hosts of a new meeting what the template has for them. */
export async function seedHostNotes(tx: Transaction, meetingId: string, notes: readonly PreparedNote[], now: number): Promise<void> {
  if (notes.length === 0) return
  await tx.insert(hostNote).values(notes.map((note) => ({ ...note, id: newId(), meetingId, updatedAt: new Date(now) })))
}

/** Everything that the hosts of a meeting have prepared. Who asks must hold a host's seat of it: it is nobody else's. */
export async function listHostNotes(meetingId: string, on: Queryable = db()): Promise<HostNote[]> {
  return on.select({ itemId: hostNote.itemId, questions: hostNote.questions, text: hostNote.text, version: hostNote.version })
    .from(hostNote).where(eq(hostNote.meetingId, meetingId))
}

/** What is kept was read before: `version` says which. The same text again is no change. @returns the new version. */
export function saveHostNote(pass: SeatPass, wanted: HostNote, now: number): Promise<Result<number, NoteRefusal>> {
  return transaction(async (tx) => {
    const current = await findSeat(pass.seat.id, tx)
    if (current?.seat.role !== 'host') return refuse('not-allowed')
    if (isTooLong(wanted)) return refuse('too-long')
    const meetingId = pass.meeting.id
    const { agenda } = await lockAgenda(tx, meetingId)
    const [kept] = await tx.select().from(hostNote).where(placeOf(meetingId, wanted.itemId))
    const isKnown = wanted.itemId === null || kept || agenda.items.some(({ id }) => id === wanted.itemId)
    if (!isKnown) return refuse('no-such-item')
    if (kept?.questions === wanted.questions && kept.text === wanted.text) return ok(kept.version)
    if ((kept?.version ?? 0) !== wanted.version) return refuse('stale')
    return ok(await write(tx, meetingId, wanted, now))
  })
}

async function write(tx: Transaction, meetingId: string, { itemId, questions, text, version }: HostNote, now: number): Promise<number> {
  const written = { questions, text, version: version + 1, updatedAt: new Date(now) }
  if (version > 0) await tx.update(hostNote).set(written).where(placeOf(meetingId, itemId))
  else await tx.insert(hostNote).values({ ...written, id: newId(), meetingId, itemId })
  return written.version
}

function placeOf(meetingId: string, itemId: string | null) {
  return and(eq(hostNote.meetingId, meetingId), itemId === null ? isNull(hostNote.itemId) : eq(hostNote.itemId, itemId))
}
