import { and, eq } from 'drizzle-orm'
import { db, type Queryable } from '#db/client.server.ts'
import { agendaFile } from '#db/schema.server.ts'

/** What a file of this meeting is called and where it is kept; null for the files of others. */
export async function findMeetingFile(
  meetingId: string, fileId: string, on: Queryable = db(),
): Promise<{ hash: string; name: string; type: string } | null> {
  const [row] = await on.select({ hash: agendaFile.hash, name: agendaFile.name, type: agendaFile.type }).from(agendaFile)
    .where(and(eq(agendaFile.id, fileId), eq(agendaFile.meetingId, meetingId)))
  return row ?? null
}
