import { eq } from 'drizzle-orm'
import { refuse, type Refusal } from '#app/kernel/result.ts'
import type { Transaction } from '#db/client.server.ts'
import { agendaNote } from '#db/schema.server.ts'
import type { ChangeRefusal } from '../change.ts'
import { mergeUpdate } from './crdt.server.ts'
import { bytesOf, NOTE_LIMITS } from './note.ts'
import { claimClients } from './writers.ts'

export type NoteUpdate = { meetingId: string; seatId: string; update: string }

/** Merges one update of a seat into the meeting's notes, under the agenda's lock. */
export async function keepNote(tx: Transaction, { meetingId, seatId, update }: NoteUpdate): Promise<Refusal<ChangeRefusal> | null> {
  const bytes = bytesOf(update)
  const [kept] = await tx.select().from(agendaNote).where(eq(agendaNote.meetingId, meetingId))
  const logBytes = (kept?.logBytes ?? 0) + bytes.length
  if (logBytes > NOTE_LIMITS.log) return refuse('too-many')
  const merged = mergeUpdate(kept?.state ?? null, bytes)
  if (!merged.ok) return merged
  const { state, clients } = merged.value
  const writers = claimClients(kept?.writers ?? {}, seatId, clients)
  if (!writers) return refuse('bad-note')
  await tx.insert(agendaNote).values({ meetingId, state, logBytes, writers })
    .onConflictDoUpdate({ target: agendaNote.meetingId, set: { state, logBytes, writers } })
  return null
}
