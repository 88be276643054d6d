import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Locale } from '#app/kernel/locale.ts'
import { createdAt, primaryId } from './columns.ts'

export const company = pgTable('company', {
  id: primaryId(),
  name: text('name').notNull(),
  /** The lower-case name without outer space, by which a returning company is known again. */
  nameKey: text('name_key').notNull(),
  isDemo: boolean('is_demo').notNull().default(false),
  createdAt: createdAt(),
}, (table) => [uniqueIndex('company_name_key').on(table.nameKey)])

export const person = pgTable('person', {
  id: primaryId(),
  name: text('name').notNull(),
  /** Lower case; one person per address. */
  email: text('email').notNull(),
  phone: text('phone'),
  companyId: uuid('company_id').references(() => company.id),
  locale: text('locale').$type<Locale>().notNull(),
  timeZone: text('time_zone').notNull(),
  isDemo: boolean('is_demo').notNull().default(false),
  createdAt: createdAt(),
}, (table) => [uniqueIndex('person_email').on(table.email), index('person_company').on(table.companyId)])

export const consultant = pgTable('consultant', {
  id: primaryId(),
  /** The sign-in account; null until the set-up link was used. */
  userId: text('user_id').unique(),
  name: text('name').notNull(),
  title: text('title').notNull(),
  email: text('email').notNull(),
  phone: text('phone'),
  locale: text('locale').$type<Locale>().notNull(),
  timeZone: text('time_zone').notNull(),
  /** Meetings of all types together; null is no limit. */
  maxPerDay: integer('max_per_day'),
  maxPerWeek: integer('max_per_week'),
  /** Rises with everything that changes when this consultant can be met. */
  calendarVersion: integer('calendar_version').notNull().default(0),
  isDemo: boolean('is_demo').notNull().default(false),
  createdAt: createdAt(),
})

/** The address under which a consultant's own calendar reads their meetings; no row: never made. */
export const calendarFeed = pgTable('calendar_feed', {
  hostId: uuid('host_id').primaryKey().references(() => consultant.id, { onDelete: 'cascade' }),
  /** Part of the address's secret: raising it ends the address that was. */
  linkGeneration: integer('link_generation').notNull().default(1),
  isOn: boolean('is_on').notNull().default(true),
})
