import { sql } from 'drizzle-orm'
import { timestamp, uuid } from 'drizzle-orm/pg-core'

/** Instants are `timestamptz`; millisecond precision, as JavaScript counts. */
export function instant(name: string) {
  return timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })
}

export function createdAt() {
  return instant('created_at').notNull().default(sql`now()`)
}

export function primaryId() {
  return uuid('id').primaryKey()
}
