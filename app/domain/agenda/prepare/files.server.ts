import { and, asc, count, eq } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Refusal, type Result } from '#app/kernel/result.ts'
import { openNamed, storeFile, type KeptFile, type OpenedFile } from '#app/platform/files/store.server.ts'
import { db, transaction, type Transaction } from '#db/client.server.ts'
import { agendaFile, seat } from '#db/schema.server.ts'
import { fileNameOf } from '../../meeting/chat/chat-input.ts'
import { isOver } from '../../meeting/meeting.ts'
import { findSeat } from '../../meeting/queries.server.ts'
import type { SeatPass } from '../../meeting/seat.ts'
import { lockAgenda } from '../commands.server.ts'
import { DOCUMENT_TYPE } from '../document/shown-document.ts'
import { noteChange } from './digest/queue.server.ts'
import { findMeetingFile } from './find-file.server.ts'
import { FILE_LIMITS, type FileRefusal, type PreparedFile, type SentFile } from './prepared-file.ts'

/** Files of one meeting, those that are in it for all to read, in the order they came. */
export async function listMeetingFiles(meetingId: string): Promise<PreparedFile[]> {
  const rows = await db().select({ file: agendaFile, by: seat.name }).from(agendaFile).leftJoin(seat, eq(seat.id, agendaFile.seatId))
    .where(eq(agendaFile.meetingId, meetingId)).orderBy(asc(agendaFile.createdAt), asc(agendaFile.id))
  return rows.map(({ file: { id, name, type, bytes, seatId }, by }) => (
    { id, name, type, bytes, addedBy: seatId === null ? null : { seatId, name: by ?? '' } }
  ))
}

/** Adds a file to the agenda of the asker's meeting. Nothing is read of one that could not be added. */
export async function addMeetingFile(pass: SeatPass, sent: SentFile | null, now: number): Promise<Result<string, FileRefusal>> {
  const meetingId = pass.meeting.id
  if (!sent) return refuse('no-file')
  const early = sent.bytes > FILE_LIMITS.fileBytes ? refuse('too-large') : await fileFault(pass)
  if (early) return early
  const kept = await store(sent)
  if (!kept.ok) return kept
  return transaction(async (tx) => {
    const { version, agenda } = await lockAgenda(tx, meetingId)
    const fault = await fileFault(pass, tx)
    if (fault) return fault
    const id = newId()
    await tx.insert(agendaFile).values({ ...rowOf(kept.value, now), id, meetingId, seatId: pass.seat.id })
    await noteChange(tx, pass, { before: { version, agenda }, now })
    return ok(id)
  })
}

/** Guests take back what guests added, the host whatever is there. What is gone is gone: again is the same. */
export async function removeMeetingFile(pass: SeatPass, fileId: string): Promise<Refusal<FileRefusal> | null> {
  return transaction(async (tx) => {
    await lockAgenda(tx, pass.meeting.id)
    const fault = await fileFault(pass, tx)
    if (fault && fault.reason !== 'too-many') return fault
    const isMine = pass.seat.role === 'host' ? undefined : eq(agendaFile.seatId, pass.seat.id)
    await tx.delete(agendaFile).where(and(eq(agendaFile.id, fileId), eq(agendaFile.meetingId, pass.meeting.id), isMine))
    return null
  })
}

/** A file of the asker's meeting; null for whoever was sent away, and for the files of others. */
export async function openMeetingFile(pass: SeatPass, fileId: string): Promise<OpenedFile | null> {
  const current = await findSeat(pass.seat.id)
  if (!current || current.seat.door === 'removed') return null
  const named = await findMeetingFile(pass.meeting.id, fileId)
  return named && openNamed(named)
}

/** Keeps a document for a host's templates, a PDF and nothing else. */
export async function keepHostDocument(hostId: string, sent: SentFile, now: number): Promise<Result<string, FileRefusal>> {
  const kept = await store(sent)
  if (!kept.ok) return kept
  if (kept.value.type !== DOCUMENT_TYPE) return refuse('bad-type')
  const id = newId()
  await db().insert(agendaFile).values({ ...rowOf(kept.value, now), id, hostId })
  return ok(id)
}

/** The names of a host's documents by their ids. */
export async function listHostDocuments(hostId: string): Promise<Map<string, string>> {
  const rows = await db().select({ id: agendaFile.id, name: agendaFile.name }).from(agendaFile).where(eq(agendaFile.hostId, hostId))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function store(sent: SentFile): Promise<Result<KeptFile, FileRefusal>> {
  const name = fileNameOf(sent.name)
  return name === '' ? refuse('no-file') : storeFile(sent.content, { name, mostBytes: FILE_LIMITS.fileBytes })
}

async function fileFault(pass: SeatPass, on?: Transaction): Promise<Refusal<FileRefusal> | null> {
  const current = await findSeat(pass.seat.id, on)
  if (!current || current.seat.door === 'removed') return refuse('not-allowed')
  if (isOver(current.meeting)) return refuse('meeting-ended')
  const [added] = await (on ?? db()).select({ count: count() }).from(agendaFile)
    .where(eq(agendaFile.meetingId, pass.meeting.id))
  return (added?.count ?? 0) >= FILE_LIMITS.files ? refuse('too-many') : null
}

function rowOf({ hash, name, type, bytes }: KeptFile, now: number) {
  return { hash, name, type, bytes, createdAt: new Date(now) }
}
