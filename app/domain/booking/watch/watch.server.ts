import { and, asc, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { findMeetingType, findMeetingTypeById, readSlotRules } from '#app/domain/calendar/queries.server.ts'
import { inLength, writeTypeSlug, type MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { openSlots } from '#app/domain/calendar/slot.ts'
import { emailKey } from '#app/domain/people/commands.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { languageOf, type Locale } from '#app/kernel/locale.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { enqueue } from '#app/platform/outbox.server.ts'
import { db, transaction, type Queryable, type Transaction } from '#db/client.server.ts'
import { mail, meetingType, typeHost, watch } from '#db/schema.server.ts'
import type { FreedFacts } from './freed-facts.ts'
import { reservedIn } from '../reservation/reservation.ts'
import { listWaitedFor, tellWaiting } from './earlier.server.ts'
import { queueTelling } from './queue.server.ts'

/** So many times one mail address can wait for at once. */
const MOST_WATCHED = 5

export type WatchRequest = { typeSlug: string; startsAt: number; email: string; locale: Locale; timeZone: string }

/**
 * Remembers to whom one mail goes if a time frees that somebody is booking right now. It reserves nothing.
 * Asking twice is asking once.
 */
export async function watchSlot(
  asked: WatchRequest, now: number,
): Promise<Result<null, 'no-such-type' | 'is-free' | 'is-gone' | 'too-many'>> {
  const { typeSlug, startsAt, locale, timeZone } = asked
  const type = await findMeetingType(typeSlug)
  if (!type) return refuse('no-such-type')
  const email = emailKey(asked.email)
  return transaction(async (tx) => {
    const { isFree, isBarred, until } = await lookAt(tx, { type, startsAt, now })
    if (isFree) return refuse('is-free')
    if (!isBarred || until === null) return refuse('is-gone')
    if (await tx.$count(watch, and(eq(watch.email, email), isNull(watch.bookingId))) >= MOST_WATCHED) return refuse('too-many')
    const { id: typeId, durationMinutes } = type
    await tx.insert(watch)
      .values({ id: newId(), typeId, startsAt: new Date(startsAt), durationMinutes, email, locale, timeZone })
      .onConflictDoNothing()
    await queueTelling(tx, [type.hostId], until)
    return ok(null)
  })
}

/**
 * Job: queues one mail to each who watches a time of this host that is free by now, or waits for an earlier one, and
 * comes again when the next reservation lapses that still bars one.
 */
export async function tellWatchers({ hostId }: { hostId: string }, now: number): Promise<void> {
  await transaction(async (tx) => {
    const { id: watchId, typeId, startsAt: wantedAt, durationMinutes } = watch
    const waiting = await tx.select({ id: watchId, typeId, startsAt: wantedAt, durationMinutes }).from(watch)
      .innerJoin(meetingType, eq(meetingType.id, watch.typeId))
      .leftJoin(typeHost, and(eq(typeHost.typeId, meetingType.id), eq(typeHost.hostId, hostId)))
      .where(and(
        or(eq(meetingType.hostId, hostId), isNotNull(typeHost.hostId)), isNull(watch.toldAt), isNull(watch.bookingId),
        gt(watch.startsAt, new Date(now)),
      ))
      .orderBy(asc(watch.startsAt), asc(watch.id))
      .for('update', { of: watch })
    let nextAt = await tellWaiting(tx, hostId, now)
    for (const { id, startsAt, ...watched } of waiting) {
      const type = await findWatchedType(watched)
      if (!type) continue
      const seen = await lookAt(tx, { type, startsAt: startsAt.getTime(), now })
      if (seen.isFree) await tell(tx, id, now)
      else if (seen.isBarred) nextAt = Math.min(nextAt, seen.until ?? Infinity)
    }
    if (nextAt < Infinity) await queueTelling(tx, [hostId], nextAt)
  })
}

/** What was free at the last look of this process, by host: whatever changes a calendar raises its version. */
const lookedAt = new Map<string, string>()

/**
 * Looks for those who wait for an earlier time wherever a calendar changed, by whatever: hours, time off and blocked
 * time change without a word to us. Comes back every minute.
 */
export async function lookForEarlier(now: number): Promise<void> {
  for (const [hostId, version] of await listWaitedFor(now)) {
    if (lookedAt.get(hostId) === version) continue
    await tellWatchers({ hostId }, now)
    lookedAt.set(hostId, version)
  }
}

/** Everything that the mail of this id says; null when the mail or its watch is gone. */
export async function findFreedFacts(mailId: string): Promise<FreedFacts | null> {
  const [row] = await db().select({ mail, watch }).from(mail).innerJoin(watch, eq(watch.id, mail.watchId))
    .where(and(eq(mail.id, mailId), eq(mail.kind, 'freed')))
  const type = row && await findWatchedType(row.watch)
  if (!row || !type) return null
  const { id: watchId, email, locale, timeZone, startsAt } = row.watch
  const startsAtMs = startsAt.getTime()
  return {
    mailId, watchId, writtenAt: row.mail.createdAt.getTime(), email, locale, timeZone, startsAt: startsAtMs,
    endsAt: startsAtMs + type.durationMinutes * MINUTE_MS,
    typeSlug: writeTypeSlug(type, type.durationMinutes), title: type.title[languageOf(locale)],
  }
}

/** Null when the type has no such length any more. */
async function findWatchedType(watched: { typeId: string; durationMinutes: number }): Promise<MeetingType | null> {
  const type = await findMeetingTypeById(watched.typeId)
  return type && inLength(type, watched.durationMinutes)
}

/** Whoever was told, or can't be, is forgotten: the address and the mail go. */
export async function forgetWatch(watchId: string): Promise<void> {
  await db().delete(watch).where(eq(watch.id, watchId))
}

/** A time that has begun can't become free any more. */
export async function forgetPastWatches(now: number): Promise<void> {
  await db().delete(watch).where(lte(watch.startsAt, new Date(now)))
}

async function tell(tx: Transaction, watchId: string, now: number): Promise<void> {
  const mailId = newId()
  await tx.update(watch).set({ toldAt: new Date(now) }).where(eq(watch.id, watchId))
  await tx.insert(mail).values({ id: mailId, kind: 'freed', watchId })
  await enqueue(tx, 'mail.send', { mailId }, { queue: `mail:watch:${watchId}` })
}

/** Is the time free, or do only reservations bar it, and until when at least? */
async function lookAt(
  on: Queryable, { type, startsAt, now }: { type: MeetingType; startsAt: number; now: number },
): Promise<{ isFree: boolean; isBarred: boolean; until: number | null }> {
  const rules = await readSlotRules({ type, from: startsAt, to: startsAt + 1, now }, on)
  const slots = openSlots(rules)
  const { bars, until } = reservedIn(rules, slots)
  return { isFree: slots.length > 0, isBarred: bars.length > 0, until }
}
