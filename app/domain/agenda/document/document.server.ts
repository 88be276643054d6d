import { isId } from '#app/kernel/ids.ts'
import { refuse, type Refusal } from '#app/kernel/result.ts'
import { openNamed, type OpenedFile } from '#app/platform/files/store.server.ts'
import { db, type Queryable, type Transaction } from '#db/client.server.ts'
import { mayHear } from '../../meeting/chat/chat.ts'
import { findMessageFile } from '../../meeting/chat/queries.server.ts'
import { findSeat } from '../../meeting/queries.server.ts'
import type { SeatPass } from '../../meeting/seat.ts'
import type { AgendaChange, ChangeRefusal } from '../change.ts'
import { getAgenda } from '../queries.server.ts'
import { findMeetingFile } from '../prepare/find-file.server.ts'
import { DOCUMENT_TYPE } from './shown-document.ts'

/** Why this change names a document that the meeting does not have; null for every other change. */
export async function documentFault(tx: Transaction, pass: SeatPass, change: AgendaChange): Promise<Refusal<ChangeRefusal> | null> {
  if (change.kind !== 'document-show') return null
  return await findDocument(pass.meeting.id, change.documentId, tx) ? null : refuse('no-such-document')
}

/**
 * The document's file, for whoever is inside: a guest reads what is shown at this moment, the host also what could be.
 * Whoever waits, left or was sent away gets nothing.
 */
export async function openDocument(pass: SeatPass, documentId: string): Promise<OpenedFile | null> {
  const current = await findSeat(pass.seat.id)
  if (!current || !mayHear(current.seat)) return null
  const { agenda } = await getAgenda(pass.meeting.id)
  const isShown = agenda.document?.documentId === documentId
  if (!isShown && current.seat.role !== 'host') return null
  const found = await findDocument(pass.meeting.id, documentId)
  return found && openNamed(found)
}

/** A file of this meeting: handed over in it, or prepared for it. */
async function findDocument(
  meetingId: string, documentId: string, on: Queryable = db(),
): Promise<{ hash: string; name: string; type: string } | null> {
  if (!isId(documentId)) return null
  const file = await findMessageFile(meetingId, documentId, on) ?? await findMeetingFile(meetingId, documentId, on)
  return file?.type === DOCUMENT_TYPE ? file : null
}
