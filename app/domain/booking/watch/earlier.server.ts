import { and, asc, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { questionOfMove, type MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { findMeetingTypeById, readSlotRules } from '#app/domain/calendar/queries.server.ts'
import { openSlots } from '#app/domain/calendar/slot.ts'
import { isChangeable } from '#app/domain/meeting/meeting.ts'
import { findSeat, toMeeting } from '#app/domain/meeting/queries.server.ts'
import type { Meeting } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { enqueue } from '#app/platform/outbox.server.ts'
import { db, transaction, type Transaction } from '#db/client.server.ts'
import { booking, consultant, mail, meeting, meetingType, seat, typeHost, watch } from '#db/schema.server.ts'
import { findCompanyOf } from '../hosts/assign-host.server.ts'
import { reservedIn } from '../reservation/reservation.ts'
import { decideTelling, offerOf } from './earlier.ts'
import type { EarlierFacts } from './earlier-facts.ts'

/** Does the one who booked want to hear of earlier times? */
export async function isWaiting(bookingId: string): Promise<boolean> {
  return await db().$count(watch, eq(watch.bookingId, bookingId)) > 0
}

/**
 * Has one mail a day at most sent to the one who booked when time frees before their meeting, or no more of them.
 * Nothing is reserved. What is free already at this moment is no news.
 */
export async function waitForEarlier(
  seatId: string, isWanted: boolean, now: number,
): Promise<Result<null, 'no-such-booking' | 'not-changeable'>> {
  const pass = await findSeat(seatId)
  if (!pass) return refuse('no-such-booking')
  const { meeting: { typeId, startsAt, endsAt }, seat: { email, locale, timeZone } } = pass
  const durationMinutes = (endsAt - startsAt) / MINUTE_MS
  return transaction<Result<null, 'no-such-booking' | 'not-changeable'>>(async (tx) => {
    const [booked] = await tx.select({ id: booking.id }).from(booking).where(eq(booking.seatId, seatId))
    if (!booked) return refuse('no-such-booking')
    if (!isWanted) {
      await tx.delete(watch).where(eq(watch.bookingId, booked.id))
      return ok(null)
    }
    if (!isChangeable(pass.meeting, now)) return refuse('not-changeable')
    const { current } = await lookBefore(tx, pass.meeting, now)
    await tx.insert(watch)
      .values({
        id: newId(), typeId, startsAt: new Date(startsAt), durationMinutes, bookingId: booked.id, knownStarts: current,
        email, locale, timeZone,
      })
      .onConflictDoNothing()
    return ok(null)
  })
}

/**
 * Queues a mail to each who waits for an earlier time with this host and was not told of one that is free now.
 * @returns when to look again, epoch milliseconds; Infinity when something else will give reason to.
 */
export async function tellWaiting(tx: Transaction, hostId: string, now: number): Promise<number> {
  const waiting = await tx.select({ watch, meeting }).from(watch)
    .innerJoin(booking, eq(booking.id, watch.bookingId))
    .innerJoin(meeting, eq(meeting.id, booking.meetingId))
    .leftJoin(typeHost, and(eq(typeHost.typeId, watch.typeId), eq(typeHost.hostId, hostId)))
    .where(and(
      or(eq(meeting.hostId, hostId), isNotNull(typeHost.hostId)), eq(meeting.state, 'scheduled'), gt(meeting.startsAt, new Date(now)),
    ))
    .orderBy(asc(watch.createdAt), asc(watch.id))
    .for('update', { of: watch })
  let nextAt = Infinity
  for (const row of waiting) {
    const { current, until } = await lookBefore(tx, toMeeting(row.meeting), now)
    const toldAt = row.watch.toldAt?.getTime() ?? null
    const { fresh, known, againAt } = decideTelling({ known: row.watch.knownStarts, current, toldAt, now })
    await tx.update(watch).set({ knownStarts: known }).where(eq(watch.id, row.watch.id))
    if (fresh.length > 0) await tell(tx, row.watch.id, { fresh, now })
    nextAt = Math.min(nextAt, againAt ?? Infinity, until ?? Infinity)
  }
  return nextAt
}

/** The hosts with whom somebody waits, and all that can change what is free there, as one text each. */
export async function listWaitedFor(now: number): Promise<Map<string, string>> {
  const rows = await db()
    .selectDistinct({ meetingHostId: meeting.hostId, ownerId: meetingType.hostId, typeHostId: typeHost.hostId }).from(watch)
    .innerJoin(booking, eq(booking.id, watch.bookingId))
    .innerJoin(meeting, eq(meeting.id, booking.meetingId))
    .innerJoin(meetingType, eq(meetingType.id, watch.typeId))
    .leftJoin(typeHost, eq(typeHost.typeId, watch.typeId))
    .where(gt(watch.startsAt, new Date(now)))
  const hostIds = [...new Set(rows.flatMap((row) => [row.meetingHostId, row.ownerId, row.typeHostId]).filter((id) => id !== null))]
  if (hostIds.length === 0) return new Map()
  const versions = await db().select({ id: consultant.id, version: consultant.calendarVersion }).from(consultant)
    .where(inArray(consultant.id, hostIds)).orderBy(asc(consultant.id))
  const said = versions.map(({ version }) => version).join('.')
  return new Map([...new Set(rows.map((row) => row.meetingHostId))].map((hostId) => [hostId, said]))
}

/** Everything that the mail of this id says; null when the mail or the booking is gone, or nobody waits any more. */
export async function findEarlierFacts(mailId: string, now: number): Promise<EarlierFacts | null> {
  const [row] = await db().select({ mail, watch, seat, meeting, host: consultant.name }).from(mail)
    .innerJoin(watch, eq(watch.id, mail.watchId))
    .innerJoin(booking, eq(booking.id, watch.bookingId))
    .innerJoin(meeting, eq(meeting.id, booking.meetingId))
    .innerJoin(seat, and(eq(seat.id, booking.seatId), isNull(seat.withdrawnAt)))
    .innerJoin(consultant, eq(consultant.id, meeting.hostId))
    .where(and(eq(mail.id, mailId), eq(mail.kind, 'earlier')))
  if (!row) return null
  const booked = toMeeting(row.meeting)
  const free = isChangeable(booked, now) ? (await transaction((tx) => lookBefore(tx, booked, now))).current : []
  const { name, email, locale, timeZone, id, linkGeneration } = row.seat
  const stillFree = (row.watch.freedStarts ?? []).filter((at) => free.includes(at))
  return {
    mailId, watchId: row.watch.id, writtenAt: row.mail.createdAt.getTime(), name, email, locale, timeZone, host: row.host,
    startsAt: booked.startsAt, endsAt: booked.endsAt, earlier: offerOf(stillFree, timeZone), seat: { id, linkGeneration },
  }
}

/** Everything was taken before the mail went out: it is as if it had never been queued. */
export async function takeBackTelling({ mailId, watchId }: EarlierFacts): Promise<void> {
  await transaction(async (tx) => {
    await tx.delete(mail).where(eq(mail.id, mailId))
    await tx.update(watch).set({ toldAt: null, freedStarts: null }).where(eq(watch.id, watchId))
  })
}

async function tell(tx: Transaction, watchId: string, { fresh, now }: { fresh: number[]; now: number }): Promise<void> {
  const mailId = newId()
  await tx.update(watch).set({ toldAt: new Date(now), freedStarts: fresh }).where(eq(watch.id, watchId))
  await tx.insert(mail).values({ id: mailId, kind: 'earlier', watchId })
  await enqueue(tx, 'mail.send', { mailId }, { queue: `mail:watch:${watchId}` })
}

/** The starts before a meeting to which it can move now, and when the first reservation lapses that bars one. */
async function lookBefore(tx: Transaction, moved: Meeting, now: number): Promise<{ current: number[]; until: number | null }> {
  const type = await getType(moved.typeId)
  const companyId = await findCompanyOf(tx, moved.id)
  const rules = await readSlotRules({ ...questionOfMove(type, moved), companyId, now, from: now, to: moved.startsAt }, tx)
  const slots = openSlots(rules)
  const { bars, until } = reservedIn(rules, slots)
  return { current: slots.map(({ startsAt }) => startsAt), until: bars.length > 0 ? until : null }
}

async function getType(id: string): Promise<MeetingType> {
  const type = await findMeetingTypeById(id)
  invariant(type, 'a meeting has its type')
  return type
}
