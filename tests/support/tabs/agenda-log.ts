import type postgres from 'postgres'
import type { Agenda } from '#app/domain/agenda/agenda.ts'
import { applyChange } from '#app/domain/agenda/apply-change.ts'
import type { AgendaChange, ChangeContext } from '#app/domain/agenda/change.ts'
import { base64Of } from '#app/domain/agenda/notes/note.ts'
import { noteAdapter } from '#app/domain/agenda/ui/notes/note-doc.ts'

/** One event of a meeting's agenda as it is stored, and who made it. */
export type StoredEvent = ChangeContext & { version: number; changeId: string; change: AgendaChange }

export type StoredAgenda = { version: number; agenda: Agenda; notes: string; events: StoredEvent[] }

export async function readStored(sql: postgres.Sql, meetingId: string): Promise<StoredAgenda> {
  const [row] = await sql<{ version: number; agenda: Agenda; merged: Uint8Array | null }[]>`
    SELECT version, agenda.state AS agenda, agenda_note.state AS merged FROM agenda
    LEFT JOIN agenda_note USING (meeting_id) WHERE meeting_id = ${meetingId}`
  if (!row) throw new Error('The meeting has no agenda')
  const events = await sql<StoredEvent[]>`
    SELECT version, change_id AS "changeId", change, (extract(epoch FROM at) * 1000)::float AS at, seat_id AS "seatId", role, name
    FROM agenda_event JOIN seat ON seat.id = seat_id WHERE agenda_event.meeting_id = ${meetingId} ORDER BY version`
  return { version: row.version, agenda: row.agenda, notes: row.merged ? base64Of(row.merged) : '', events: [...events] }
}

/** What the events make of an agenda, one after the other. @throws {Error} at one that the agenda of its time does not take. */
export function replay(start: Agenda, events: readonly StoredEvent[]): Agenda {
  return events.reduce((agenda, { version, change, ...context }) => {
    const applied = applyChange(agenda, change, context)
    if (!applied.ok) throw new Error(`Version ${version} does not fit: ${applied.reason}`)
    return applied.value
  }, start)
}

/** The texts of the notes, by name, that these updates make together. */
export function textsOf(updates: readonly string[]): Record<string, string> {
  const doc = noteAdapter.createNoteDoc({ onOwn: () => {}, onHeard: () => {} })
  for (const update of updates) doc.hear(update)
  return written(doc.texts())
}

/** A text in which nothing stands is as good as none. */
export function written(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
}

export function noteUpdates(events: readonly StoredEvent[]): string[] {
  return events.flatMap(({ change }) => (change.kind === 'note-update' ? change.update : []))
}
