import { and, asc, eq, notExists, sql } from 'drizzle-orm'
import { db } from '#db/client.server.ts'
import { agendaFile, chatMessage } from '#db/schema.server.ts'
import { listMeetingFiles } from './files.server.ts'
import type { PreparedFile } from './prepared-file.ts'

/**
 * The prepared files that the record of a meeting has beside its chat: each once, however often it was added, and none that
 * was handed over in the chat as well, for there it stands already. Who may read them is the caller's question.
 */
export async function listRecordFiles(meetingId: string): Promise<PreparedFile[]> {
  const isInChat = and(
    eq(chatMessage.meetingId, agendaFile.meetingId), eq(chatMessage.fileHash, agendaFile.hash), eq(chatMessage.fileName, agendaFile.name),
  )
  const [files, kept] = await Promise.all([
    listMeetingFiles(meetingId),
    db().selectDistinctOn([agendaFile.hash, agendaFile.name], { id: agendaFile.id }).from(agendaFile)
      .where(and(eq(agendaFile.meetingId, meetingId), notExists(db().select({ one: sql`1` }).from(chatMessage).where(isInChat))))
      .orderBy(asc(agendaFile.hash), asc(agendaFile.name), asc(agendaFile.createdAt), asc(agendaFile.id)),
  ])
  return files.filter((file) => kept.some(({ id }) => id === file.id))
}
