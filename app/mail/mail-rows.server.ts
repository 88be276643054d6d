import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { mask } from '#app/platform/log.server.ts'
import { db, type Queryable } from '#db/client.server.ts'
import { LOOSE_MAIL_KINDS, mail, type LooseMailKind } from '#db/schema.server.ts'

const REASON_LENGTH = 500
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

/** What a mail to an address without a seat is for; null when there is no such mail. */
export async function findLooseKind(mailId: string): Promise<LooseMailKind | null> {
  const [row] = await db().select({ kind: mail.kind }).from(mail).where(and(eq(mail.id, mailId), isNull(mail.seatId)))
  return row ? LOOSE_MAIL_KINDS.find((kind) => kind === row.kind) ?? null : null
}

/** What it would say is no longer so: it is as if it had never been queued. */
export async function forgetMail(mailId: string): Promise<void> {
  await db().delete(mail).where(eq(mail.id, mailId))
}

export async function markSent(mailId: string, now: number): Promise<void> {
  await db().update(mail)
    .set({ sentAt: new Date(now), attempts: sql`${mail.attempts} + 1`, lastError: null, nextTryAt: null })
    .where(eq(mail.id, mailId))
}

type Failure = { reason: string; now: number; nextTryAt: number | null }

/** Writes down why a try failed. `nextTryAt` in epoch milliseconds; null when there will be no other try. */
export async function markFailed(mailId: string, { reason, now, nextTryAt }: Failure): Promise<void> {
  await db().update(mail).set({
    attempts: sql`${mail.attempts} + 1`, lastError: tell(reason),
    failedAt: nextTryAt === null ? new Date(now) : null, nextTryAt: nextTryAt === null ? null : new Date(nextTryAt),
  }).where(eq(mail.id, mailId))
}

/**
 * Writes down that a mail came back from a server further on, which may be before we know that ours took it.
 * @param bounce.reason what that server said; codes as in RFC 3463 are understood, and addresses are hidden.
 * @returns false when there is no such mail any more, or it is known to have come back.
 */
export async function noteBounce(
  mailId: string, { reason, now }: { reason: string; now: number }, on: Queryable = db(),
): Promise<boolean> {
  const noted = await on.update(mail).set({ bouncedAt: new Date(now), bounceReason: tell(reason) })
    .where(and(eq(mail.id, mailId), isNull(mail.bouncedAt))).returning({ id: mail.id })
  return noted.length > 0
}

function tell(reason: string): string {
  return mask(reason).slice(0, REASON_LENGTH)
}
