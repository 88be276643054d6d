import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import type { Transaction } from '#db/client.server.ts'
import { agendaFile } from '#db/schema.server.ts'

/** Whose the documents are that are copied: a host's, for templates, or a meeting's. */
export type DocumentOwner = { hostId: string } | { meetingId: string }

/**
 * Gives a meeting these documents as its own, so that they stay whatever becomes of those they are copies of. What it has
 * already is not copied again.
 * @returns the id in the meeting by that of the document; one that its owner has no longer is missing.
 */
export async function copyDocuments(
  tx: Transaction, wanted: readonly string[], { owner, meetingId }: { owner: DocumentOwner; meetingId: string },
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map()
  const isOwners = 'hostId' in owner ? eq(agendaFile.hostId, owner.hostId) : eq(agendaFile.meetingId, owner.meetingId)
  const kept = await tx.select().from(agendaFile).where(and(inArray(agendaFile.id, [...wanted]), isOwners))
  const there = await tx.select().from(agendaFile).where(eq(agendaFile.meetingId, meetingId))
  const pairs = kept.map((row) => {
    const known = there.find(({ hash, name }) => hash === row.hash && name === row.name)
    return { from: row.id, known, copy: { ...row, id: newId(), hostId: null, seatId: null, meetingId } }
  })
  const fresh = pairs.flatMap(({ known, copy }) => (known ? [] : [copy]))
  if (fresh.length > 0) await tx.insert(agendaFile).values(fresh)
  return new Map(pairs.map(({ from, known, copy }) => [from, (known ?? copy).id]))
}
