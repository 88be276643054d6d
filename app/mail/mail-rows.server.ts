import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { db } from '#db/client.server.ts'
import { mail } from '#db/schema.server.ts'

const SEQUENCE = sql<number>`(${mail.snapshot} ->> 'sequence')::int`

/**
 * The mail of this id if it still has to go out, and before it what waits for the same seat and was caused earlier:
 * an invitation that the mail server put off must not arrive after its update. No channel waits for another.
 * Ids, in the order to send them.
 */
export async function listDueMails(mailId: string): Promise<string[]> {
  const [asked] = await db().select({ seatId: mail.seatId, channel: mail.channel }).from(mail)
    .where(and(eq(mail.id, mailId), isNull(mail.sentAt), isNull(mail.failedAt)))
  if (!asked) return []
  if (asked.seatId === null) return [mailId]
  const waiting = await db().select({ id: mail.id }).from(mail)
    .where(and(eq(mail.seatId, asked.seatId), eq(mail.channel, asked.channel), isNull(mail.sentAt), isNull(mail.failedAt)))
    .orderBy(asc(SEQUENCE), asc(mail.createdAt), asc(mail.id))
  const ids = waiting.map(({ id }) => id)
  return ids.slice(0, ids.indexOf(mailId) + 1)
}

/** What it would say is no longer so: it is as if it had never been queued. */
export async function forgetMail(mailId: string): Promise<void> {
  await db().delete(mail).where(eq(mail.id, mailId))
}

export async function markSent(mailId: string, now: number): Promise<void> {
  await db().update(mail)
    .set({ sentAt: new Date(now), attempts: sql`${mail.attempts} + 1`, lastError: null })
    .where(eq(mail.id, mailId))
}

/** Writes down why a try failed. `isFinal`: there will be no other. */
export async function markFailed(mailId: string, failure: { reason: string; isFinal: boolean; now: number }): Promise<void> {
  const { reason, isFinal, now } = failure
  await db().update(mail)
    .set({ attempts: sql`${mail.attempts} + 1`, lastError: reason, failedAt: isFinal ? new Date(now) : null })
    .where(eq(mail.id, mailId))
}
