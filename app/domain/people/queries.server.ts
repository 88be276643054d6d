import { asc, eq, inArray, sql } from 'drizzle-orm'
import { invariant } from '#app/kernel/invariant.ts'
import { db, prepared, type Queryable } from '#db/client.server.ts'
import { consultant } from '#db/schema.server.ts'
import type { Consultant } from './consultant.ts'

/** @throws {Error} when there is no such consultant. */
export async function getConsultant(id: string, on: Queryable = db()): Promise<Consultant> {
  const [row] = await on.select(COLUMNS).from(consultant).where(eq(consultant.id, id))
  invariant(row, 'the consultant exists')
  return row
}

/** These consultants, in that order. @throws {Error} when one does not exist. */
export async function listConsultants(ids: readonly string[], on: Queryable = db()): Promise<Consultant[]> {
  const rows = await on.select(COLUMNS).from(consultant).where(inArray(consultant.id, [...ids]))
  return ids.map((id) => {
    const found = rows.find((row) => row.id === id)
    invariant(found, 'the consultant exists')
    return found
  })
}

/** The consultant whom this site belongs to: the one who came first; null before anybody was set up. */
export async function findFirstConsultant(): Promise<Consultant | null> {
  const [row] = await db().select(COLUMNS).from(consultant).orderBy(asc(consultant.createdAt), asc(consultant.id)).limit(1)
  return row ?? null
}

/** @param userId of the sign-in account. */
export async function findConsultantByUser(userId: string): Promise<Consultant | null> {
  const [row] = await consultantByUser().execute({ userId })
  return row ?? null
}

/** Each request of whoever is signed in asks it. */
const consultantByUser = prepared((database) => (
  database.select(COLUMNS).from(consultant).where(eq(consultant.userId, sql.placeholder('userId'))).prepare('consultant-by-user')
))

const COLUMNS = {
  id: consultant.id,
  userId: consultant.userId,
  name: consultant.name,
  title: consultant.title,
  email: consultant.email,
  phone: consultant.phone,
  locale: consultant.locale,
  timeZone: consultant.timeZone,
  isDemo: consultant.isDemo,
}
