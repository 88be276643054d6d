import { pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** The one-time link by which the consultant makes the account; only its hash is kept. */
export const setUpLink = pgTable('set_up_link', {
  keyHash: text('key_hash').primaryKey(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
})
