import { and, eq, isNull, lt } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import type { FetchedMail, Place } from '#app/platform/inbox/imap.server.ts'
import { seal, unseal } from '#app/platform/inbox/seal.server.ts'
import { enqueue } from '#app/platform/outbox.server.ts'
import { db, transaction, type Transaction } from '#db/client.server.ts'
import { incomingMail, mailboxPlace, type IncomingKind } from '#db/schema.server.ts'

/** How long a mail that nobody understood can be looked at. */
export const KEEP_MS = 30 * DAY_MS

/** How far this mailbox has been read; null before the first mail. */
export async function findPlace(mailbox: string): Promise<Place | null> {
  const [row] = await db().select().from(mailboxPlace).where(eq(mailboxPlace.mailbox, mailbox))
  return row ? { uidValidity: row.uidValidity, lastUid: row.lastUid } : null
}

/**
 * Notes a mail, and that the mailbox has been read up to it, in one transaction: a kill loses none and takes none twice.
 * What was too big to fetch is kept with its beginning; all else is read by a job.
 */
export function keepIncoming(mailbox: string, fetched: FetchedMail): Promise<void> {
  const { uidValidity, uid, messageId, size, source, isWhole } = fetched
  return transaction(async (tx) => {
    const id = newId()
    const tooBig = isWhole ? {} : { kind: 'broken' as const, outcome: 'too-big', handledAt: fetched.at }
    const made = await tx.insert(incomingMail).values({ id, mailbox, uidValidity, uid, messageId, size, raw: seal(source), ...tooBig })
      .onConflictDoNothing().returning({ id: incomingMail.id })
    if (made.length > 0 && isWhole) await enqueue(tx, 'inbox.read', { incomingId: id }, { queue: 'inbox' })
    await tx.insert(mailboxPlace).values({ mailbox, uidValidity, lastUid: uid })
      .onConflictDoUpdate({ target: mailboxPlace.mailbox, set: { uidValidity, lastUid: uid } })
  })
}

/** The bytes of a mail that has still to be read; null when it was. */
export async function findUnread(incomingId: string): Promise<Buffer | null> {
  const [row] = await db().select({ raw: incomingMail.raw }).from(incomingMail)
    .where(and(eq(incomingMail.id, incomingId), isNull(incomingMail.handledAt)))
  return row?.raw ? unseal(row.raw) : null
}

/** Is it this transaction that handles the mail? Another that is at it is waited for. */
export async function claimUnread(tx: Transaction, incomingId: string): Promise<boolean> {
  const rows = await tx.select({ id: incomingMail.id }).from(incomingMail)
    .where(and(eq(incomingMail.id, incomingId), isNull(incomingMail.handledAt))).for('update')
  return rows.length > 0
}

/** What became of a mail. What was understood leaves nothing of itself behind. */
export async function markHandled(
  tx: Transaction, incomingId: string, { isKept, now, ...became }: { kind: IncomingKind; outcome: string; isKept: boolean; now: number },
): Promise<void> {
  const raw = isKept ? {} : { raw: null }
  await tx.update(incomingMail).set({ ...became, ...raw, handledAt: new Date(now) }).where(eq(incomingMail.id, incomingId))
}

export async function forgetIncoming(now: number): Promise<void> {
  await db().delete(incomingMail).where(lt(incomingMail.createdAt, new Date(now - KEEP_MS)))
}
