import { and, isNull, sql } from 'drizzle-orm'
import { SECOND_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { mail } from '#db/schema.server.ts'

/** How long the oldest mail has waited that still has to go out; null when none waits. Given-up mail does not count. */
export async function oldestUnsentMailSeconds(now: number): Promise<number | null> {
  const [row] = await db().select({ oldest: sql<string | null>`min(${mail.createdAt})` }).from(mail)
    .where(and(isNull(mail.sentAt), isNull(mail.failedAt)))
  if (!row?.oldest) return null
  return Math.max(0, Math.floor((now - new Date(row.oldest).getTime()) / SECOND_MS))
}
