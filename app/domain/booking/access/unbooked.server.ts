import { eq, sql } from 'drizzle-orm'
import { db } from '#db/client.server.ts'
import { oneOff, proposal, unconfirmed, watch } from '#db/schema.server.ts'
import type { KnownPerson } from './known-person.server.ts'

/** What was asked for by this address, or made for it, without being a booking: proposals, links, what waits to be confirmed, watches. */
export async function collectUnbooked({ email }: KnownPerson) {
  const [proposals, links, waiting, watches] = await Promise.all([
    listProposals(email), listLinks(email), listWaiting(email), listWatches(email),
  ])
  return { proposals, links, waiting, watches }
}

function listProposals(key: string) {
  const { name, email, companyName, phone, diagnosis, diagnosisText, message } = proposal
  const { locale, timeZone, starts, state, answerText, campaign, createdAt } = proposal
  const about = { name, email, companyName, phone, diagnosis, diagnosisText, message }
  return db().select({ ...about, locale, timeZone, starts, state, answerText, campaign, createdAt }).from(proposal).where(eq(sql`lower(${email})`, key))
}

function listLinks(key: string) {
  const { name, email, companyName, locale, starts, expiresAt, usedAt, revokedAt, createdAt } = oneOff
  return db().select({ name, email, companyName, locale, starts, expiresAt, usedAt, revokedAt, createdAt }).from(oneOff)
    .where(eq(sql`lower(${email})`, key))
}

async function listWaiting(key: string) {
  const rows = await db().select({ request: unconfirmed.request, expiresAt: unconfirmed.expiresAt }).from(unconfirmed)
    .where(eq(sql`lower(${unconfirmed.request}->>'email')`, key))
  return rows.map(({ request: { name, email, companyName, phone, diagnosis, diagnosisText, message, startsAt }, expiresAt }) => (
    { name, email, companyName, phone, diagnosis, diagnosisText, message, startsAt: new Date(startsAt), expiresAt }
  ))
}

function listWatches(key: string) {
  const { startsAt, email, locale, timeZone, toldAt, createdAt } = watch
  return db().select({ startsAt, email, locale, timeZone, toldAt, createdAt }).from(watch).where(eq(sql`lower(${email})`, key))
}
