import { eq } from 'drizzle-orm'
import { createAgenda } from '#app/domain/agenda/commands.server.ts'
import { findTemplateFor } from '#app/domain/agenda/queries.server.ts'
import { draftAgenda, type TemplateItem } from '#app/domain/agenda/template.ts'
import { lockCalendar, occupy, release } from '#app/domain/calendar/commands.server.ts'
import { durationsOf, questionOfMove, type MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { findMeetingType, findMeetingTypeById, readSlotRules, type SlotQuery } from '#app/domain/calendar/queries.server.ts'
import type { Slot } from '#app/domain/calendar/slot.ts'
import { cancelMeeting, moveMeeting, scheduleMeeting } from '#app/domain/meeting/schedule.server.ts'
import { queueMail } from '#app/domain/meeting/mail-queue.server.ts'
import { isChangeable, type MeetingTimes } from '#app/domain/meeting/meeting.ts'
import { findSeat } from '#app/domain/meeting/queries.server.ts'
import { emailKey, findCompanyId, upsertPerson } from '#app/domain/people/commands.server.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { sqlState, transaction, type Transaction } from '#db/client.server.ts'
import { booking, meeting, person } from '#db/schema.server.ts'
import { decideSlot, type BookingRefusal, type BookingRequest, type ChangeRefusal, type SlotRefusal } from './booking.ts'
import { assignHosts, findCompanyOf, hostsToLock } from './hosts/assign-host.server.ts'

/** `guestSeatId` is the seat of the person who booked; the booking's link is made from it. */
export type Booked = { bookingId: string; guestSeatId: string }

type Written = Booked & { meetingId: string; hostSeatId: string }

/**
 * Books a slot in one transaction: person, meeting, agenda, booking, the host's time, and the invitations.
 * The same form submitted again gives the booking it made before.
 */
export async function bookSlot(request: BookingRequest, now: number): Promise<Result<Booked, BookingRefusal>> {
  const type = await findMeetingType(request.typeSlug)
  if (!type) return refuse('no-such-type')
  const template = await findTemplateFor(type.hostId, request.diagnosis, request.locale)
  const items = withOwnWords(template?.items ?? [], request.diagnosisText)
  return decidingAlone(hostsToLock(type), async (tx) => {
    const repeated = await findByKey(tx, request.idempotencyKey)
    if (repeated?.email === emailKey(request.email)) return ok({ bookingId: repeated.bookingId, guestSeatId: repeated.guestSeatId })
    const companyId = await findCompanyId(tx, request.companyName)
    const durationMinutes = durationsOf(type).find((minutes) => minutes === request.durationMinutes)
    const decided = await decideIn(tx, request.startsAt, { type, now, companyId, durationMinutes })
    if (!decided.ok) return decided
    const hostIds = await assignHosts(tx, { type, slot: decided.value, companyId, now })
    const fresh = repeated ? { ...request, idempotencyKey: newId() } : request
    const written = await writeMeeting(tx, fresh, { type, slot: { ...decided.value, hostIds }, now })
    await createAgenda(tx, written.meetingId, draftAgenda(items), now)
    if (!request.isDemo) await queueInvitations(tx, written, { slot: decided.value, now })
    return ok({ bookingId: written.bookingId, guestSeatId: written.guestSeatId })
  })
}

/** Moves the meeting of this seat; people, agenda and links stay. Its own time is no obstacle. */
export async function moveBooking(seatId: string, startsAt: number, now: number): Promise<Result<null, ChangeRefusal>> {
  const pass = await findSeat(seatId)
  if (!pass) return refuse('no-such-booking')
  const meetingId = pass.meeting.id
  const type = await getMeetingType(pass.meeting.typeId)
  return decidingAlone(hostsToLock(type, pass.meeting.hostId), async (tx) => {
    const current = await readTimes(tx, meetingId)
    if (!isChangeable(current, now)) return refuse('not-changeable')
    if (current.startsAt === startsAt) return ok(null)
    const companyId = await findCompanyOf(tx, meetingId)
    const decided = await decideIn(tx, startsAt, { ...questionOfMove(type, pass.meeting), now, companyId })
    if (!decided.ok) return decided
    const { endsAt, hostIds } = decided.value
    await occupyAll(tx, hostIds, { meetingId, type, startsAt, endsAt, now })
    await moveMeeting(tx, meetingId, { startsAt, endsAt, now })
    return ok(null)
  })
}

/** Calls the meeting of this seat off and gives its time free. Calling it off twice is calling it off. */
export async function cancelBooking(
  seatId: string, now: number,
): Promise<Result<null, 'no-such-booking' | 'not-changeable' | SlotRefusal>> {
  const pass = await findSeat(seatId)
  if (!pass) return refuse('no-such-booking')
  const meetingId = pass.meeting.id
  const type = await getMeetingType(pass.meeting.typeId)
  return decidingAlone(hostsToLock(type, pass.meeting.hostId), async (tx) => {
    const current = await readTimes(tx, meetingId)
    if (current.state === 'cancelled') return ok(null)
    if (!isChangeable(current, now)) return refuse('not-changeable')
    await tx.update(booking)
      .set({ state: 'cancelled', cancelledAt: new Date(now) })
      .where(eq(booking.meetingId, meetingId))
    await release(tx, meetingId)
    await cancelMeeting(tx, meetingId, now)
    return ok(null)
  })
}

/** Decisions about a host's time take turns, in the order of the hosts; what still collides is tried again or refused. */
async function decidingAlone<Value, Reason extends string>(
  hostIds: readonly string[],
  work: (tx: Transaction) => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | 'slot-taken'>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction(async (tx) => {
        for (const hostId of hostIds) await lockCalendar(tx, hostId)
        return work(tx)
      })
    } catch (error) {
      const state = sqlState(error) ?? ''
      // 23P01: exclusion_violation, the constraint on occupied_time
      if (state === '23P01') return refuse('slot-taken')
      if (attempt >= 3 || !PASSING.includes(state)) throw error
    }
  }
}

/** 40P01 deadlock_detected, 40001 serialization_failure, 23505 unique_violation: the next try meets what the other wrote. */
const PASSING = ['40P01', '40001', '23505']

/** The caps of the company bind here, under the lock: whoever only looks at the times has not said who asks. */
function decideIn(
  tx: Transaction, startsAt: number, query: Omit<SlotQuery, 'from' | 'to'>,
): Promise<Result<Slot, SlotRefusal>> {
  return readSlotRules({ ...query, from: startsAt, to: startsAt + 1 }, tx).then((rules) => decideSlot(rules, startsAt))
}

/** The exclusion constraint holds for each host by itself, so each has a row. */
async function occupyAll(tx: Transaction, hostIds: readonly string[], place: Parameters<typeof occupy>[1]): Promise<void> {
  for (const hostId of hostIds.toSorted()) await occupy(tx, { ...place, type: { ...place.type, hostId } })
}

/** Only the same person's form counts as a repeat, so a key alone opens nobody's booking. */
async function findByKey(tx: Transaction, idempotencyKey: string): Promise<(Booked & { email: string }) | null> {
  const [row] = await tx.select({ bookingId: booking.id, guestSeatId: booking.seatId, email: person.email })
    .from(booking)
    .innerJoin(person, eq(person.id, booking.personId))
    .where(eq(booking.idempotencyKey, idempotencyKey))
  return row ?? null
}

async function writeMeeting(
  tx: Transaction,
  request: BookingRequest,
  made: { type: MeetingType; slot: Slot; now: number },
): Promise<Written> {
  const { type, slot, now } = made
  const { startsAt, endsAt } = slot
  const { name, email, companyName, locale, timeZone, isDemo = false } = request
  const personId = await upsertPerson(tx, { name, email, phone: request.phone, companyName, locale, timeZone, isDemo })
  const seats = await scheduleMeeting(
    tx,
    { hostId: slot.hostIds[0] ?? type.hostId, typeId: type.id, title: type.title[locale], locale, startsAt, endsAt, now, isDemo },
    { personId, name, email: emailKey(email), companyName, locale, timeZone },
  )
  await occupyAll(tx, slot.hostIds, { meetingId: seats.meetingId, type, startsAt, endsAt, now })
  const bookingId = newId()
  await tx.insert(booking).values({
    id: bookingId, meetingId: seats.meetingId, typeId: type.id, personId, seatId: seats.guestSeatId,
    diagnosis: request.diagnosis, diagnosisText: request.diagnosisText, message: request.message,
    locale, timeZone, idempotencyKey: request.idempotencyKey,
  })
  return { bookingId, ...seats }
}

async function queueInvitations(tx: Transaction, written: Written, made: { slot: Slot; now: number }): Promise<void> {
  const { startsAt, endsAt } = made.slot
  const snapshot = { sequence: 0, stampedAt: made.now, startsAt, endsAt }
  for (const seatId of [written.guestSeatId, written.hostSeatId]) {
    await queueMail(tx, { kind: 'invitation', meetingId: written.meetingId, seatId, snapshot })
  }
}

/** What the prospect wrote beside "something else" becomes what the second item is for. */
function withOwnWords(items: TemplateItem[], words: string | null): TemplateItem[] {
  const spoken = items[1] ?? items[0]
  if (!words || !spoken) return items
  return items.map((item) => (item === spoken ? { ...item, purpose: words } : item))
}

async function getMeetingType(id: string): Promise<MeetingType> {
  const type = await findMeetingTypeById(id)
  invariant(type, 'a meeting has its type')
  return type
}

async function readTimes(tx: Transaction, meetingId: string): Promise<MeetingTimes> {
  const [row] = await tx.select({ state: meeting.state, startsAt: meeting.startsAt, endsAt: meeting.endsAt })
    .from(meeting).where(eq(meeting.id, meetingId)).for('update')
  invariant(row, 'a seat has its meeting')
  return { state: row.state, startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime() }
}
