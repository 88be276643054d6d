import { inArray } from 'drizzle-orm'
import { emailKey } from '#app/domain/people/commands.server.ts'
import { isLinkKey, keyedHash, linkKey } from '#app/platform/link.server.ts'
import { db } from '#db/client.server.ts'
import { watch } from '#db/schema.server.ts'

/** What stands in the link that ends these mails: a name for the address that only we can make, and the proof of it. */
export function newsKey(email: string): { id: string; key: string } {
  const id = keyedHash(`news\n${emailKey(email)}`)
  return { id, key: linkKey('news', id, 1) }
}

export function isNewsKey(id: string, key: string): boolean {
  return isLinkKey(key, 'news', id, 1)
}

/**
 * Takes the address off every list of those who are told when time frees, and with it what was still to be sent. Meetings
 * stay. Doing it twice is doing it once.
 * @param id must have been proven.
 */
export async function stopNews(id: string): Promise<void> {
  const waiting = await db().selectDistinct({ email: watch.email }).from(watch)
  const mine = waiting.map(({ email }) => email).filter((email) => newsKey(email).id === id)
  if (mine.length > 0) await db().delete(watch).where(inArray(watch.email, mine))
}
