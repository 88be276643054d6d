import { and, asc, eq, gt, isNotNull, sum } from 'drizzle-orm'
import { db, type Queryable } from '#db/client.server.ts'
import { chatMessage, seat } from '#db/schema.server.ts'
import type { ChatMessage } from '../message.ts'

/** What was said in a meeting after the message of that number, in order, `limit` at most. */
export async function listMessages(meetingId: string, { after = 0, limit = 10_000 } = {}): Promise<ChatMessage[]> {
  const rows = await db().select({ message: chatMessage, name: seat.name, role: seat.role })
    .from(chatMessage).innerJoin(seat, eq(seat.id, chatMessage.seatId))
    .where(and(eq(chatMessage.meetingId, meetingId), gt(chatMessage.number, after)))
    .orderBy(asc(chatMessage.number)).limit(limit)
  return rows.map(({ message: { id, number, seatId, text, itemId, at, ...file }, name, role }) => (
    { id, number, seatId, name, role, text, itemId, file: fileOf(file), at: at.getTime() }
  ))
}

/** The file of one message of this meeting; null when it has none. `hash` is where it is stored. */
export async function findMessageFile(
  meetingId: string, messageId: string, on: Queryable = db(),
): Promise<{ hash: string; name: string; type: string } | null> {
  const [row] = await on.select().from(chatMessage).where(and(eq(chatMessage.id, messageId), eq(chatMessage.meetingId, meetingId)))
  if (!row) return null
  const { fileHash: hash, fileName: name, fileType: type } = row
  return hash === null || name === null || type === null ? null : { hash, name, type }
}

/** Bytes of all files that were handed over in a meeting. */
export async function sumFileBytes(meetingId: string, on: Queryable = db()): Promise<number> {
  const [row] = await on.select({ bytes: sum(chatMessage.fileBytes) }).from(chatMessage).where(eq(chatMessage.meetingId, meetingId))
  return Number(row?.bytes ?? 0)
}

/** The hashes of all files that a message still names. */
export async function listFileHashes(): Promise<Set<string>> {
  const rows = await db().selectDistinct({ hash: chatMessage.fileHash }).from(chatMessage).where(isNotNull(chatMessage.fileHash))
  return new Set(rows.flatMap(({ hash }) => hash ?? []))
}

function fileOf(row: Pick<typeof chatMessage.$inferSelect, 'fileName' | 'fileType' | 'fileBytes'>): ChatMessage['file'] {
  const { fileName: name, fileType: type, fileBytes: bytes } = row
  return name === null || type === null || bytes === null ? null : { name, type, bytes }
}
