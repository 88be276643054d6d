import { and, eq, gt } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { HOUR_MS } from '#app/kernel/time.ts'
import { enqueue } from '#app/platform/outbox.server.ts'
import { db, transaction } from '#db/client.server.ts'
import { consultant, mail, user } from '#db/schema.server.ts'

/** Enough for whoever loses one, and too few to fill anybody's mailbox. */
const MOST_AN_HOUR = 5

/** Whom the mail lets in. Instants are epoch milliseconds. */
export type SignInFacts = { mailId: string; writtenAt: number; name: string; email: string; locale: Locale }

/**
 * Queues a mail with which the consultant of this address can sign in, if there is one. Nothing tells the asker
 * whether there is.
 */
export function askForSignInMail(email: string, now: number): Promise<void> {
  return transaction(async (tx) => {
    const [host] = await tx.select({ id: consultant.id }).from(consultant).innerJoin(user, eq(user.id, consultant.userId))
      .where(eq(user.email, email.trim().toLowerCase())).for('update', { of: consultant })
    if (!host) return
    const isRecent = and(eq(mail.hostId, host.id), eq(mail.kind, 'sign-in'), gt(mail.createdAt, new Date(now - HOUR_MS)))
    if (await tx.$count(mail, isRecent) >= MOST_AN_HOUR) return
    const mailId = newId()
    await tx.insert(mail).values({ id: mailId, kind: 'sign-in', hostId: host.id, createdAt: new Date(now) })
    await enqueue(tx, 'mail.send', { mailId }, { queue: `mail:sign-in:${host.id}` })
  })
}

/** Everything that the mail of this id says but its key; null when there is no such mail. */
export async function findSignInFacts(mailId: string): Promise<SignInFacts | null> {
  const [row] = await db().select({ createdAt: mail.createdAt, name: consultant.name, email: user.email, locale: consultant.locale })
    .from(mail)
    .innerJoin(consultant, eq(consultant.id, mail.hostId)).innerJoin(user, eq(user.id, consultant.userId))
    .where(and(eq(mail.id, mailId), eq(mail.kind, 'sign-in')))
  return row ? { mailId, writtenAt: row.createdAt.getTime(), name: row.name, email: row.email, locale: row.locale } : null
}
