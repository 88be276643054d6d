import { createHash } from 'node:crypto'
import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import { newId, newOpaqueName } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { createAccount } from '#app/platform/session.server.ts'
import { db, transaction, type Queryable, type Transaction } from '#db/client.server.ts'
import { consultant, setUpLink } from '#db/schema.server.ts'
import type { SetUpAnswers } from './set-up.ts'

const LINK_LIVES_MS = 7 * DAY_MS

/**
 * Makes the key of a new one-time set-up link, which replaces every older one that was not used.
 * Only its SHA-256 is kept. Gives null once a consultant has claimed the desk.
 */
export function makeSetUpLink(now: number): Promise<string | null> {
  return transaction(async (tx) => {
    await lockSetUp(tx)
    if (await isClaimed(tx)) return null
    const key = newOpaqueName(24)
    await tx.delete(setUpLink).where(isNull(setUpLink.usedAt))
    const life = { createdAt: new Date(now), expiresAt: new Date(now + LINK_LIVES_MS) }
    await tx.insert(setUpLink).values({ keyHash: hashKey(key), ...life })
    return key
  })
}

/** Would this key open the set-up at `now`? Asking does not use it up. */
export function isSetUpKey(key: string, now: number): Promise<boolean> {
  return isOpenKey(db(), key, now)
}

/** Has somebody already claimed the desk? */
export function isDeskClaimed(): Promise<boolean> {
  return isClaimed(db())
}

export type ClaimRefusal = 'wrong-key' | 'already-claimed' | 'email-taken'

/**
 * Uses the key up: makes the sign-in account and claims the waiting consultant, or creates one.
 * @param furnish gives the new desk its hours, meeting types and templates, in the same transaction.
 */
export function claimConsultant(
  { key, ...answers }: SetUpAnswers & { key: string },
  now: number,
  { furnish }: { furnish: (tx: Transaction, hostId: string) => Promise<void> },
): Promise<Result<{ hostId: string }, ClaimRefusal>> {
  return transaction(async (tx) => {
    await lockSetUp(tx)
    if (await isClaimed(tx)) return refuse('already-claimed')
    if (!(await isOpenKey(tx, key, now))) return refuse('wrong-key')
    const account = await createAccount(tx, answers)
    if (!account.ok) return account
    await tx.update(setUpLink).set({ usedAt: new Date(now) }).where(eq(setUpLink.keyHash, hashKey(key)))
    const hostId = await takeSeatAtDesk(tx, account.value, answers)
    await furnish(tx, hostId)
    return ok({ hostId })
  })
}

/** Two starts, or two people with the link, take turns. */
async function lockSetUp(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('fremmode.set-up'))`)
}

async function isClaimed(queryable: Queryable): Promise<boolean> {
  const claimed = await queryable.select({ id: consultant.id }).from(consultant).where(isNotNull(consultant.userId)).limit(1)
  return claimed.length > 0
}

async function isOpenKey(queryable: Queryable, key: string, now: number): Promise<boolean> {
  const isOpen = and(eq(setUpLink.keyHash, hashKey(key)), isNull(setUpLink.usedAt), gt(setUpLink.expiresAt, new Date(now)))
  return (await queryable.select({ at: setUpLink.createdAt }).from(setUpLink).where(isOpen)).length > 0
}

async function takeSeatAtDesk(tx: Transaction, userId: string, answers: SetUpAnswers): Promise<string> {
  const { name, title, email, phone, locale, timeZone } = answers
  const person = { userId, name, title, email, phone, locale, timeZone, isDemo: false }
  const [waiting] = await tx.select({ id: consultant.id }).from(consultant).orderBy(consultant.createdAt, consultant.id).limit(1)
  const hostId = waiting?.id ?? newId()
  const changed = { ...person, calendarVersion: sql`${consultant.calendarVersion} + 1` }
  if (waiting) await tx.update(consultant).set(changed).where(eq(consultant.id, hostId))
  else await tx.insert(consultant).values({ id: hostId, ...person })
  return hostId
}

function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
