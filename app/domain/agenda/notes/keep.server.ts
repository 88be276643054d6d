import { eq } from 'drizzle-orm'
import { refuse, type Refusal } from '#app/kernel/result.ts'
import type { Transaction } from '#db/client.server.ts'
import { agendaNote } from '#db/schema.server.ts'
import type { ChangeRefusal } from '../change.ts'
import { mergeUpdate } from './crdt.server.ts'
import { bytesOf, NOTE_LIMITS } from './note.ts'

/** Merges one update into the meeting's notes, under the agenda's lock. */
export async function keepNote(tx: Transaction, meetingId: string, update: string): Promise<Refusal<ChangeRefusal> | null> {
  const bytes = bytesOf(update)
  const [kept] = await tx.select().from(agendaNote).where(eq(agendaNote.meetingId, meetingId))
  const logBytes = (kept?.logBytes ?? 0) + bytes.length
  if (logBytes > NOTE_LIMITS.log) return refuse('too-many')
  const merged = mergeUpdate(kept?.state ?? null, bytes)
  if (!merged.ok) return merged
  await tx.insert(agendaNote).values({ meetingId, state: merged.value, logBytes })
    .onConflictDoUpdate({ target: agendaNote.meetingId, set: { state: merged.value, logBytes } })
  return null
}
