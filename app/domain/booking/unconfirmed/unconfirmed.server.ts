import { and, eq, lte, sql } from 'drizzle-orm'
import { findMeetingType } from '#app/domain/calendar/queries.server.ts'
import type { MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { emailKey } from '#app/domain/people/commands.server.ts'
import { presentHosts } from '#app/domain/people/present-hosts.server.ts'
import { languageOf } from '#app/kernel/locale.ts'
import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { enqueue } from '#app/platform/outbox.server.ts'
import { db, type Queryable, type Transaction } from '#db/client.server.ts'
import { mail, unconfirmed } from '#db/schema.server.ts'
import type { Booked, BookingRequest, SlotRefusal } from '../booking.ts'
import { bookSlot } from '../commands.server.ts'
import { hostsToLock } from '../hosts/assign-host.server.ts'
import { listShownHosts } from '../offer/offer.server.ts'
import { takeOver } from '../reservation/commands.server.ts'
import { decideAlone, decideIn } from '../reservation/decide.server.ts'
import { findReservation } from '../reservation/queries.server.ts'
import { isLive } from '../reservation/reservation.ts'
import type { ConfirmFacts } from './confirm-facts.ts'

/** How long the link in the mail can be followed, and the time is kept meanwhile. */
export const CONFIRM_WITHIN_MS = 30 * MINUTE_MS

/** So many mails that ask for a confirmation one address may have open. */
const MOST_OPEN = 3

export type Awaited = { id: string; expiresAt: number; isHeld: boolean }

type Network = { addressHash: string; mostPerAddress: number }

/**
 * Writes a booking down as one that waits for the link in a mail, and sends that mail. The time is kept meanwhile
 * under the limits of every reservation; beyond them the link works as long as the time is free.
 * The same form again is the same wish, and sends no second mail.
 */
export async function awaitConfirmation(
  request: BookingRequest, network: Network, now: number,
): Promise<Result<Awaited, SlotRefusal | 'no-such-type' | 'too-many-open'>> {
  const type = await findMeetingType(request.typeSlug)
  if (!type) return refuse('no-such-type')
  return decideAlone<Awaited, SlotRefusal | 'too-many-open'>(hostsToLock(type), async (tx) => {
    const known = await findByForm(tx, request)
    if (known) return ok(await toAwaited(tx, known, now))
    const email = emailKey(request.email)
    const open = await tx.$count(unconfirmed, sql`${unconfirmed.request} ->> 'email' = ${email}`)
    if (open >= MOST_OPEN) return refuse('too-many-open')
    const id = newId()
    const expiresAt = now + CONFIRM_WITHIN_MS
    const place = { startsAt: request.startsAt, visitorHash: request.visitorHash ?? null, newHash: hashOf(id), ...network }
    const isHeld = await takeOver(tx, place, { type, now, expiresAt })
    const decided = await decideIn(tx, request.startsAt, { type, now, ignoreMeetingId: (await findReservation(hashOf(id), tx))?.id })
    if (!decided.ok) return decided
    await write(tx, { ...request, email, visitorHash: hashOf(id) }, { id, expiresAt })
    return ok({ id, expiresAt, isHeld })
  })
}

/** What waits under this id, with the kind of meeting; null when it was confirmed and cleared away, or its time is over. */
export async function findUnconfirmed(id: string): Promise<{ request: BookingRequest; type: MeetingType; expiresAt: number } | null> {
  const [row] = await db().select().from(unconfirmed).where(eq(unconfirmed.id, id))
  const type = row ? await findMeetingType(row.request.typeSlug) : null
  return row && type ? { request: row.request, type, expiresAt: row.expiresAt.getTime() } : null
}

/**
 * Books what waits. Confirming twice gives the same booking.
 * @param startsAt another time, when the one that was wanted is taken by then.
 */
export async function confirmBooking(id: string, now: number, startsAt?: number | null): Promise<Result<Booked, SlotRefusal | 'gone'>> {
  const waiting = await findUnconfirmed(id)
  if (!waiting) return refuse('gone')
  const booked = await bookSlot({ ...waiting.request, startsAt: startsAt ?? waiting.request.startsAt }, now)
  if (booked.ok) return booked
  return refuse(booked.reason === 'no-such-type' || booked.reason === 'proof-spent' ? 'gone' : booked.reason)
}

/** Everything that the mail of this id says; null when the mail is gone, or nothing waits for it any more. */
export async function findConfirmFacts(mailId: string, now: number): Promise<ConfirmFacts | null> {
  const [row] = await db().select({ mail, unconfirmed }).from(mail)
    .innerJoin(unconfirmed, eq(unconfirmed.id, mail.unconfirmedId)).where(eq(mail.id, mailId))
  const waiting = row ? await findUnconfirmed(row.unconfirmed.id) : null
  if (!row || !waiting) return null
  const { request: { name, email, locale, timeZone, startsAt }, type, expiresAt } = waiting
  const { isHeld } = await toAwaited(db(), row.unconfirmed, now)
  return {
    mailId, unconfirmedId: row.unconfirmed.id, writtenAt: row.mail.createdAt.getTime(), name, email, locale, timeZone,
    title: type.title[languageOf(locale)], host: presentHosts(await listShownHosts(type), locale).name,
    startsAt, endsAt: startsAt + type.durationMinutes * MINUTE_MS, expiresAt, isHeld,
  }
}

/** What nobody confirmed is deleted with all that was written; its reservation lapsed by itself. */
export async function forgetUnconfirmed(now: number): Promise<void> {
  await db().delete(unconfirmed).where(lte(unconfirmed.expiresAt, new Date(now)))
}

async function findByForm(tx: Transaction, { idempotencyKey, email }: BookingRequest): Promise<typeof unconfirmed.$inferSelect | null> {
  const [row] = await tx.select().from(unconfirmed)
    .where(and(eq(unconfirmed.idempotencyKey, idempotencyKey), sql`${unconfirmed.request} ->> 'email' = ${emailKey(email)}`))
  return row ?? null
}

/** The key of a form that somebody else's wish has already stays with that one. */
async function write(tx: Transaction, request: BookingRequest, { id, expiresAt }: { id: string; expiresAt: number }): Promise<void> {
  const isKeyTaken = await tx.$count(unconfirmed, eq(unconfirmed.idempotencyKey, request.idempotencyKey)) > 0
  const idempotencyKey = isKeyTaken ? newId() : request.idempotencyKey
  await tx.insert(unconfirmed).values({ id, request: { ...request, idempotencyKey }, idempotencyKey, expiresAt: new Date(expiresAt) })
  const mailId = newId()
  await tx.insert(mail).values({ id: mailId, kind: 'confirm', unconfirmedId: id })
  await enqueue(tx, 'mail.send', { mailId }, { queue: `mail:unconfirmed:${id}` })
}

async function toAwaited(on: Queryable, { id, expiresAt }: typeof unconfirmed.$inferSelect, now: number): Promise<Awaited> {
  const held = await findReservation(hashOf(id), on)
  return { id, expiresAt: expiresAt.getTime(), isHeld: held !== null && (held.isBooked || isLive(held, now)) }
}

/** Its reservation is nobody's browser's, so no other choice of that browser gives it up. */
function hashOf(id: string): string {
  return `unconfirmed:${id}`
}
