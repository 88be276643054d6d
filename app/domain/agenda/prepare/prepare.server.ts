import type { Transaction } from '#db/client.server.ts'
import { createAgenda } from '../commands.server.ts'
import { draftMeeting, type TemplateItem } from '../template.ts'
import { copyDocuments } from './documents.server.ts'
import { seedHostNotes } from './host-notes.server.ts'

type Prepared = { meetingId: string; hostId: string; items: readonly TemplateItem[]; now: number }

/** Gives a new meeting its agenda from a host's template, with its documents, and the hosts what they alone have prepared. */
export async function prepareMeeting(tx: Transaction, { meetingId, hostId, items, now }: Prepared): Promise<void> {
  const wanted = items.flatMap(({ documentId }) => documentId ?? [])
  const copies = await copyDocuments(tx, wanted, { owner: { hostId }, meetingId })
  const { agenda, notes } = draftMeeting(items.map((item) => ({ ...item, documentId: item.documentId && copies.get(item.documentId) })))
  await createAgenda(tx, meetingId, agenda, now)
  await seedHostNotes(tx, meetingId, notes, now)
}
