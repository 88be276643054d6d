import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import type { Transaction } from '#db/client.server.ts'
import { agendaFile } from '#db/schema.server.ts'
import { createAgenda } from '../commands.server.ts'
import { draftMeeting, type TemplateItem } from '../template.ts'
import { seedHostNotes } from './host-notes.server.ts'

type Prepared = { meetingId: string; hostId: string; items: readonly TemplateItem[]; now: number }

/** Gives a new meeting its agenda from a host's template, with its documents, and the hosts what they alone have prepared. */
export async function prepareMeeting(tx: Transaction, { meetingId, hostId, items, now }: Prepared): Promise<void> {
  const { agenda, notes } = draftMeeting(await takeDocumentsAlong(tx, { meetingId, hostId, items }))
  await createAgenda(tx, meetingId, agenda, now)
  await seedHostNotes(tx, meetingId, notes, now)
}

/** The meeting gets the template's documents as its own, so that they stay when the template changes. */
async function takeDocumentsAlong(
  tx: Transaction, { meetingId, hostId, items }: Omit<Prepared, 'now'>,
): Promise<TemplateItem[]> {
  const wanted = items.flatMap(({ documentId }) => documentId ?? [])
  if (wanted.length === 0) return [...items]
  const kept = await tx.select().from(agendaFile).where(and(inArray(agendaFile.id, wanted), eq(agendaFile.hostId, hostId)))
  const copies = kept.map((row) => ({ from: row.id, row: { ...row, id: newId(), hostId: null, meetingId } }))
  if (copies.length > 0) await tx.insert(agendaFile).values(copies.map(({ row }) => row))
  return items.map((item) => ({ ...item, documentId: copies.find(({ from }) => from === item.documentId)?.row.id }))
}
