import { eq } from 'drizzle-orm'
import { createAgenda } from '#app/domain/agenda/commands.server.ts'
import { findTemplateFor } from '#app/domain/agenda/queries.server.ts'
import { draftAgenda, type TemplateItem } from '#app/domain/agenda/template.ts'
import { occupy, release, vacate } from '#app/domain/calendar/commands.server.ts'
import { durationsOf, questionOfMove, type MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { findMeetingType, findMeetingTypeById } from '#app/domain/calendar/queries.server.ts'
import type { Slot } from '#app/domain/calendar/slot.ts'
import { cancelMeeting, moveMeeting, scheduleMeeting } from '#app/domain/meeting/schedule.server.ts'
import { queueMail } from '#app/domain/meeting/mail-queue.server.ts'
import { isChangeable, type MeetingTimes } from '#app/domain/meeting/meeting.ts'
import { findSeat } from '#app/domain/meeting/queries.server.ts'
import { emailKey, findCompanyId, upsertPerson } from '#app/domain/people/commands.server.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { db, type Queryable, type Transaction } from '#db/client.server.ts'
import { booking, meeting, person, reservation } from '#db/schema.server.ts'
import type { BookingRefusal, BookingRequest, ChangeRefusal, SlotRefusal } from './booking.ts'
import { assignHosts, findCompanyOf, hostsToLock } from './hosts/assign-host.server.ts'
import { decideAlone, decideIn, lookThenDecide } from './reservation/decide.server.ts'
import { findReservation, lockReservation } from './reservation/queries.server.ts'
import type { Reservation } from './reservation/reservation.ts'
import { followMeeting, queueTelling } from './watch/queue.server.ts'

/** `guestSeatId` is the seat of the person who booked; the booking's link is made from it. */
export type Booked = { bookingId: string; guestSeatId: string }

type Written = Booked & { meetingId: string; hostSeatId: string }

/**
 * Books a slot in one transaction: person, meeting, agenda, booking, the host's time, and the invitations.
 * The visitor's reservation of that time, lapsed or not, becomes the meeting: its time only changes its state.
 * The same form submitted again gives the booking it made before.
 */
export async function bookSlot(request: BookingRequest, now: number): Promise<Result<Booked, BookingRefusal>> {
  const type = await findMeetingType(request.typeSlug)
  if (!type) return refuse('no-such-type')
  const { visitorHash } = request
  return lookThenDecide<Booked, BookingRefusal>(
    hostsToLock(type),
    async () => {
      const held = visitorHash ? await findReservation(visitorHash) : null
      const found = await decideBooking(db(), request, { type, now, held })
      return found.isFree ? null : found.answer
    },
    async (tx) => {
      const held = visitorHash ? await lockReservation(tx, visitorHash) : null
      const found = await decideBooking(tx, request, { type, now, held })
      return found.isFree ? ok(await write(tx, request, { ...found, type, now })) : found.answer
    },
  )
}

type Found =
  | { isFree: false; answer: Result<Booked, BookingRefusal> }
  | { isFree: true; slot: Slot; companyId: string | null; reservationId: string | undefined; isKeyUsed: boolean }

/** A form that was booked before is answered by its booking. The visitor's own reservation is no obstacle. */
async function decideBooking(
  on: Queryable, request: BookingRequest, { type, now, held }: { type: MeetingType; now: number; held: Reservation | null },
): Promise<Found> {
  const repeated = await findByKey(on, request.idempotencyKey)
  if (repeated?.email === emailKey(request.email)) {
    return { isFree: false, answer: ok({ bookingId: repeated.bookingId, guestSeatId: repeated.guestSeatId }) }
  }
  if (repeated && request.isProvenByKey) return { isFree: false, answer: refuse('proof-spent') }
  const isThis = held && !held.isBooked && held.typeId === type.id && held.startsAt === request.startsAt
  const reservationId = isThis ? held.id : undefined
  const companyId = await findCompanyId(on, request.companyName)
  const durationMinutes = durationsOf(type).find((minutes) => minutes === request.durationMinutes)
  const decided = await decideIn(on, request.startsAt, { type, now, companyId, durationMinutes, ignoreMeetingId: reservationId })
  if (!decided.ok) return { isFree: false, answer: decided }
  return { isFree: true, slot: decided.value, companyId, reservationId, isKeyUsed: repeated !== null }
}

type Made = {
  type: MeetingType; slot: Slot; now: number; companyId: string | null; reservationId: string | undefined; isKeyUsed: boolean
}

async function write(tx: Transaction, request: BookingRequest, made: Made): Promise<Booked> {
  const { type, slot, companyId, now, isKeyUsed } = made
  const template = await findTemplateFor(type.hostId, request.diagnosis, request.locale, tx)
  const items = withOwnWords(template?.items ?? [], request.diagnosisText)
  const hostIds = await assignHosts(tx, { type, slot, companyId, now })
  const fresh = isKeyUsed ? { ...request, idempotencyKey: newId() } : request
  const written = await writeMeeting(tx, fresh, { ...made, slot: { ...slot, hostIds } })
  await createAgenda(tx, written.meetingId, draftAgenda(items), now)
  if (!request.isDemo) await queueInvitations(tx, written, { slot, now })
  return { bookingId: written.bookingId, guestSeatId: written.guestSeatId }
}

/** Moves the meeting of this seat; people, agenda and links stay. Its own time is no obstacle. */
export async function moveBooking(seatId: string, startsAt: number, now: number): Promise<Result<null, ChangeRefusal>> {
  const pass = await findSeat(seatId)
  if (!pass) return refuse('no-such-booking')
  const meetingId = pass.meeting.id
  const type = await getMeetingType(pass.meeting.typeId)
  return decideAlone(hostsToLock(type, pass.meeting.hostId), async (tx) => {
    const current = await readTimes(tx, meetingId)
    if (!isChangeable(current, now)) return refuse('not-changeable')
    if (current.startsAt === startsAt) return ok(null)
    const companyId = await findCompanyOf(tx, meetingId)
    const decided = await decideIn(tx, startsAt, { ...questionOfMove(type, pass.meeting), now, companyId })
    if (!decided.ok) return decided
    const { endsAt, hostIds } = decided.value
    await occupy(tx, { meetingId, type, hostIds, startsAt, endsAt, now })
    await moveMeeting(tx, meetingId, { startsAt, endsAt, now })
    await followMeeting(tx, meetingId, startsAt)
    await queueTelling(tx, hostsToLock(type, pass.meeting.hostId))
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
  return decideAlone(hostsToLock(type, pass.meeting.hostId), async (tx) => {
    const current = await readTimes(tx, meetingId)
    if (current.state === 'cancelled') return ok(null)
    if (!isChangeable(current, now)) return refuse('not-changeable')
    await tx.update(booking)
      .set({ state: 'cancelled', cancelledAt: new Date(now) })
      .where(eq(booking.meetingId, meetingId))
    await release(tx, meetingId)
    await cancelMeeting(tx, meetingId, now)
    await followMeeting(tx, meetingId, null)
    await queueTelling(tx, hostsToLock(type, pass.meeting.hostId))
    return ok(null)
  })
}

/** The booking that this very form made before. */
export async function findRepeated({ idempotencyKey, email }: Pick<BookingRequest, 'idempotencyKey' | 'email'>): Promise<Booked | null> {
  const repeated = await findByKey(db(), idempotencyKey)
  return repeated?.email === emailKey(email) ? repeated : null
}

/** Only the same person's form counts as a repeat, so a key alone opens nobody's booking. */
async function findByKey(on: Queryable, idempotencyKey: string): Promise<(Booked & { email: string }) | null> {
  const [row] = await on.select({ bookingId: booking.id, guestSeatId: booking.seatId, email: person.email })
    .from(booking)
    .innerJoin(person, eq(person.id, booking.personId))
    .where(eq(booking.idempotencyKey, idempotencyKey))
  return row ?? null
}

async function writeMeeting(
  tx: Transaction,
  request: BookingRequest,
  made: Omit<Made, 'isKeyUsed' | 'companyId'>,
): Promise<Written> {
  const { type, slot, now, reservationId } = made
  const { startsAt, endsAt, hostIds } = slot
  const { name, email, companyName, locale, timeZone, isDemo = false } = request
  const personId = await upsertPerson(tx, { name, email, phone: request.phone, companyName, locale, timeZone, isDemo })
  const seats = await scheduleMeeting(
    tx,
    {
      id: reservationId, hostId: hostIds[0] ?? type.hostId, typeId: type.id, title: type.title[locale], locale,
      startsAt, endsAt, now, isDemo,
    },
    { personId, name, email: emailKey(email), companyName, locale, timeZone },
  )
  await occupy(tx, { meetingId: seats.meetingId, type, hostIds, startsAt, endsAt, now })
  // Now that the company is known, it may be the turn of another host than the time was reserved with.
  if (reservationId) await vacate(tx, [reservationId])
  if (reservationId) await tx.update(reservation).set({ bookedAt: new Date(now) }).where(eq(reservation.id, reservationId))
  const bookingId = newId()
  await tx.insert(booking).values({
    id: bookingId, meetingId: seats.meetingId, typeId: type.id, personId, seatId: seats.guestSeatId,
    diagnosis: request.diagnosis, diagnosisText: request.diagnosisText, message: request.message,
    locale, timeZone, idempotencyKey: request.idempotencyKey,
    campaign: request.campaign ?? null, returnUrl: request.returnUrl ?? null,
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
