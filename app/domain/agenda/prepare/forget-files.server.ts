import { and, isNotNull, lt, notExists, sql } from 'drizzle-orm'
import { sweepFiles } from '#app/platform/files/store.server.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { agendaFile, agendaTemplate } from '#db/schema.server.ts'
import { listFileHashes } from '../../meeting/chat/queries.server.ts'

/** A form that was sent with a document and not saved may still be saved for a day. */
const UNSAVED_FOR_MS = DAY_MS

/** Files go with the last message or agenda that names them, a document with the last template of its host. */
export async function forgetFiles(now: number): Promise<void> {
  const named = db().select({ one: sql`1` }).from(agendaTemplate)
    .where(sql`${agendaTemplate.hostId} = ${agendaFile.hostId}
      and ${agendaTemplate.items} @> jsonb_build_array(jsonb_build_object('documentId', ${agendaFile.id}::text))`)
  await db().delete(agendaFile)
    .where(and(isNotNull(agendaFile.hostId), lt(agendaFile.createdAt, new Date(now - UNSAVED_FOR_MS)), notExists(named)))
  const rows = await db().selectDistinct({ hash: agendaFile.hash }).from(agendaFile)
  await sweepFiles(new Set([...await listFileHashes(), ...rows.map(({ hash }) => hash)]), now)
}
