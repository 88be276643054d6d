import { and, asc, eq, lte, sql } from 'drizzle-orm'
import { invariant } from '#app/kernel/invariant.ts'
import { db, type Queryable } from '#db/client.server.ts'
import { agenda, agendaEvent, agendaNote } from '#db/schema.server.ts'
import type { Agenda, AgendaItem } from '../agenda.ts'
import type { VersionedAgenda } from '../queries.server.ts'
import { readNotes } from './crdt.server.ts'
import { base64Of, bytesOf, withNotes, type NoteText } from './note.ts'

/** The agenda and the merged notes as of one version; the notes in base64, empty while there are none. */
export type WholeAgenda = VersionedAgenda & { notes: string }

/** The agenda to be read, and of which version it is. */
type AgendaRecord = { agenda: Agenda; version: number }

/** The texts to be written in without a script, and under which points they stand. */
type NotePage = { items: Pick<AgendaItem, 'id' | 'title'>[]; notes: NoteText[]; version: number }

/** @throws {Error} when the meeting has no agenda: booking makes both. */
export async function getWhole(meetingId: string): Promise<WholeAgenda> {
  const [row] = await db().select({ version: agenda.version, agenda: agenda.state, state: agendaNote.state }).from(agenda)
    .leftJoin(agendaNote, eq(agendaNote.meetingId, agenda.meetingId)).where(eq(agenda.meetingId, meetingId))
  invariant(row, 'a meeting has its agenda')
  return { version: row.version, agenda: row.agenda, notes: row.state ? base64Of(row.state) : '' }
}

/** The agenda to be read as a record, with what was written together. */
export async function getRecord(meetingId: string): Promise<AgendaRecord> {
  const { agenda: planned, notes, version } = await getWhole(meetingId)
  return { version, agenda: notes === '' ? planned : withNotes(planned, readNotes(bytesOf(notes))) }
}

/** What a page for the notes alone shows, as of one version. */
export function notePageOf({ agenda: { items }, notes, version }: WholeAgenda): NotePage {
  return { items: items.map(({ id, title }) => ({ id, title })), version, notes: notes === '' ? [] : readNotes(bytesOf(notes)) }
}

/** What was written together in a meeting, text by text. */
export async function listNotes(meetingId: string, on: Queryable = db()): Promise<NoteText[]> {
  return readNotes(await findNoteState(meetingId, on))
}

/** All notes of a meeting as one update; null while there are none. */
export async function findNoteState(meetingId: string, on: Queryable = db()): Promise<Uint8Array | null> {
  const [row] = await on.select({ state: agendaNote.state }).from(agendaNote).where(eq(agendaNote.meetingId, meetingId))
  return row?.state ?? null
}

/** The updates of the notes up to a version of the agenda, in order. */
export async function listNoteUpdates(meetingId: string, upToVersion: number, on: Queryable = db()): Promise<Uint8Array[]> {
  const rows = await on.select({ update: sql<string>`${agendaEvent.change} ->> 'update'` }).from(agendaEvent)
    .where(and(
      eq(agendaEvent.meetingId, meetingId), lte(agendaEvent.version, upToVersion), sql`${agendaEvent.change} ->> 'kind' = 'note-update'`,
    ))
    .orderBy(asc(agendaEvent.version))
  return rows.map(({ update }) => bytesOf(update))
}
