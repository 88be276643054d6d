import { eq, sql } from 'drizzle-orm'
import { invariant } from '#app/kernel/invariant.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Queryable, Transaction } from '#db/client.server.ts'
import { company, person } from '#db/schema.server.ts'

export type NewPerson = {
  name: string
  email: string
  phone: string | null
  companyName: string
  locale: Locale
  timeZone: string
  isDemo: boolean
}

/**
 * The person with this mail address, made or brought up to date with what was just written.
 * A phone number that was left out this time is kept.
 * @returns the person's id.
 */
export async function upsertPerson(tx: Transaction, given: NewPerson): Promise<string> {
  const companyId = await upsertCompany(tx, given)
  const { name, phone, locale, timeZone, isDemo } = given
  const [row] = await tx.insert(person)
    .values({ id: newId(), name, email: emailKey(given.email), phone, companyId, locale, timeZone, isDemo })
    .onConflictDoUpdate({
      target: person.email,
      set: { name, companyId, locale, timeZone, phone: sql`coalesce(excluded.phone, ${person.phone})` },
    })
    .returning({ id: person.id })
  invariant(row, 'an upsert gives its row')
  return row.id
}

/**
 * Gives a person another mail address. Where somebody has it already, they are one and the same.
 * @returns the id of the person who has the address from now on.
 */
export async function changeEmail(tx: Transaction, personId: string, email: string): Promise<string> {
  const [known] = await tx.select({ id: person.id }).from(person).where(eq(person.email, emailKey(email)))
  if (!known) await tx.update(person).set({ email: emailKey(email) }).where(eq(person.id, personId))
  return known?.id ?? personId
}

/** Addresses are compared without case and outer space. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase()
}

/** Companies are known again by name, without case and spare space. */
export function companyKey(name: string): string {
  return plainName(name).toLowerCase()
}

function plainName(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ')
}

/** The company of this name when it is known; null for one that never came before. */
export async function findCompanyId(on: Queryable, name: string): Promise<string | null> {
  const [row] = await on.select({ id: company.id }).from(company).where(eq(company.nameKey, companyKey(name)))
  return row?.id ?? null
}

async function upsertCompany(tx: Transaction, given: Pick<NewPerson, 'companyName' | 'isDemo'>): Promise<string> {
  const name = plainName(given.companyName)
  const nameKey = companyKey(name)
  const [row] = await tx.insert(company)
    .values({ id: newId(), name, nameKey, isDemo: given.isDemo })
    .onConflictDoUpdate({ target: company.nameKey, set: { nameKey } })
    .returning({ id: company.id })
  invariant(row, 'an upsert gives its row')
  return row.id
}
