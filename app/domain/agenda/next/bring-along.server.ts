import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client.server.ts'
import { agendaFile, hostNote } from '#db/schema.server.ts'
import { listSeats } from '../../meeting/queries.server.ts'
import type { Agenda, AgendaItem, GuestSign } from '../agenda.ts'
import { copyDocuments } from '../prepare/documents.server.ts'
import { listHostNotes, seedHostNotes } from '../prepare/host-notes.server.ts'
import type { CarriedItem } from './carry-over.ts'

/** The ids of a meeting and of the one that follows it. */
export type Way = { from: string; to: string }

/** These points as they are in the next meeting: it has documents of its own, and the same people on other seats. */
export async function settle(tx: Transaction, items: readonly CarriedItem[], { from, to }: Way): Promise<CarriedItem[]> {
  const wanted = items.flatMap(({ documentId }) => documentId ?? [])
  const copies = await copyDocuments(tx, wanted, { owner: { meetingId: from }, meetingId: to })
  const seats = await listSameSeats(tx, { from, to })
  const seated = (sign: GuestSign): GuestSign => ({ ...sign, seatId: seats.get(sign.seatId) ?? sign.seatId })
  return items.map(({ documentId, addedBy, markedBy, ...item }) => {
    const copy = documentId && copies.get(documentId)
    const signs = { ...(addedBy && { addedBy: seated(addedBy) }), ...(markedBy && { markedBy: seated(markedBy) }) }
    return { ...item, ...signs, ...(copy && { documentId: copy }) }
  })
}

/**
 * Takes what the hosts alone have prepared along with its points. Rows and nothing else hold it, in the next meeting too; and
 * where somebody hosts that one who did not host this one, it stays here, for nobody has shown it to them.
 */
export async function bringNotes(
  tx: Transaction, { from, to }: Way, { items, now }: { items: readonly Pick<AgendaItem, 'id' | 'carriedFrom'>[]; now: number },
): Promise<void> {
  const [before, after] = [await listSeats(from, tx), await listSeats(to, tx)]
  const isKnown = (hostId: string | null) => before.some(({ role, consultantId }) => role === 'host' && consultantId === hostId)
  if (!after.every(({ role, consultantId }) => role !== 'host' || isKnown(consultantId))) return
  const notes = await listHostNotes(from, tx)
  const brought = items.flatMap(({ id, carriedFrom }) => {
    const note = notes.find(({ itemId }) => itemId === carriedFrom)
    return note && (note.questions || note.text) ? [{ itemId: id, questions: note.questions, text: note.text }] : []
  })
  await seedHostNotes(tx, to, brought, now)
}

/** What came along with these points goes with them, unless another point has it or a host has written on. */
export async function dropBrought(tx: Transaction, meetingId: string, gone: readonly AgendaItem[], { items }: Agenda): Promise<void> {
  if (gone.length === 0) return
  const documents = gone.flatMap(({ documentId }) => documentId ?? []).filter((id) => !items.some(({ documentId }) => documentId === id))
  await tx.delete(agendaFile).where(and(inArray(agendaFile.id, documents), eq(agendaFile.meetingId, meetingId), isNull(agendaFile.seatId)))
  const ids = gone.map(({ id }) => id)
  await tx.delete(hostNote).where(and(eq(hostNote.meetingId, meetingId), inArray(hostNote.itemId, ids), eq(hostNote.version, 1)))
}

/** The guests' seats in the next meeting by those in this one: a person has the same address in both. */
async function listSameSeats(tx: Transaction, { from, to }: Way): Promise<Map<string, string>> {
  const after = await listSeats(to, tx)
  return new Map((await listSeats(from, tx)).flatMap(({ id, role, email }) => {
    const same = after.find((seat) => seat.role === role && seat.email === email)
    return same ? [[id, same.id] as const] : []
  }))
}
