import { eq } from 'drizzle-orm'
import { occupy, release } from '#app/domain/calendar/commands.server.ts'
import { questionOfMove, type MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { findMeetingType, findMeetingTypeById } from '#app/domain/calendar/queries.server.ts'
import type { Slot } from '#app/domain/calendar/slot.ts'
import { cancelMeeting, moveMeeting } from '#app/domain/meeting/schedule.server.ts'
import { isChangeable, isMovable } from '#app/domain/meeting/meeting.ts'
import { listHostIds } from '#app/domain/meeting/hosts/host-seats.server.ts'
import { findSeat, lockMeeting } from '#app/domain/meeting/queries.server.ts'
import { findCompanyId } from '#app/domain/people/commands.server.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { db, type Queryable, type Transaction } from '#db/client.server.ts'
import { booking } from '#db/schema.server.ts'
import { findAnswerBy, queueLapse } from './approval/queue.server.ts'
import type { Booked, BookingRefusal, BookingRequest, ChangeRefusal, SlotRefusal } from './booking.ts'
import { assignHosts, findCompanyOf, hostsToLock } from './hosts/assign-host.server.ts'
import { decideAlone, decideIn, lookThenDecide } from './reservation/decide.server.ts'
import { findRefusal } from './offer/offer.server.ts'
import { settleReplies } from './replies/settle.server.ts'
import { findReservation, lockReservation } from './reservation/queries.server.ts'
import { isOfType, type Reservation } from './reservation/reservation.ts'
import { followMeeting, queueTelling } from './watch/queue.server.ts'
import { findRepeated, writeBooking } from './write/write-booking.server.ts'

/**
 * Books a slot in one transaction: person, meeting, agenda, booking, the host's time, and the invitations.
 * The visitor's reservation of that time, lapsed or not, becomes the meeting: its time only changes its state.
 * Where the consultant approves each booking it is pending, and the time is taken meanwhile.
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
      if (isHeldFor(held, type, request)) return null
      const { answer } = await findAnswered(db(), request)
      if (answer) return answer
      const reason = await findRefusal(request.typeSlug, request.startsAt, now)
      return reason === null ? null : refuse(reason)
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
  const { answer, isKeyUsed } = await findAnswered(on, request)
  if (answer) return { isFree: false, answer }
  const reservationId = isHeldFor(held, type, request) ? held.id : undefined
  const companyId = await findCompanyId(on, request.companyName)
  const decided = await decideIn(on, request.startsAt, { type, now, companyId, ignoreMeetingId: reservationId })
  if (!decided.ok) return { isFree: false, answer: decided }
  return { isFree: true, slot: decided.value, companyId, reservationId, isKeyUsed }
}

/** What a form that was sent before is answered by, without looking at the time. */
async function findAnswered(
  on: Queryable, request: BookingRequest,
): Promise<{ answer: Result<Booked, BookingRefusal> | null; isKeyUsed: boolean }> {
  const { booked, isKeyUsed } = await findRepeated(on, request)
  if (booked) return { answer: ok(booked), isKeyUsed }
  return { answer: isKeyUsed && request.isProvenByKey ? refuse('proof-spent') : null, isKeyUsed }
}

function isHeldFor(held: Reservation | null, type: MeetingType, { startsAt }: BookingRequest): held is Reservation {
  return held !== null && !held.isBooked && isOfType(held, type) && held.startsAt === startsAt
}

type Made = Omit<Extract<Found, { isFree: true }>, 'isFree'> & { type: MeetingType; now: number }

async function write(tx: Transaction, request: BookingRequest, made: Made): Promise<Booked> {
  const { type, slot, companyId, reservationId, now, isKeyUsed } = made
  const hostIds = await assignHosts(tx, { type, slot, companyId, now })
  const fresh = isKeyUsed ? { ...request, idempotencyKey: newId() } : request
  const isPending = type.needsApproval && !request.isDemo
  const { bookingId, guestSeatId } = await writeBooking(tx, fresh, { type, slot: { ...slot, hostIds }, now, reservationId, isPending })
  return { bookingId, guestSeatId }
}

/**
 * Moves the meeting of this seat; people, agenda and links stay. Its own time is no obstacle. What was pending stays so,
 * with a deadline of its own for the new time; what was agreed on stays agreed on.
 * @param isWanted asked under the lock: does what led to the move still hold?
 */
export async function moveBooking(
  seatId: string, startsAt: number, now: number, isWanted: (tx: Transaction) => Promise<boolean> = () => Promise.resolve(true),
): Promise<Result<null, ChangeRefusal>> {
  const pass = await findSeat(seatId)
  if (!pass) return refuse('no-such-booking')
  const meetingId = pass.meeting.id
  const type = await getMeetingType(pass.meeting.typeId)
  const concerned = hostsToLock(type, await listHostIds(meetingId))
  return decideAlone(concerned, async (tx) => {
    const current = await lockMeeting(tx, meetingId)
    if (!isMovable(current, now) || await hasLapsed(tx, meetingId, now) || !await isWanted(tx)) return refuse('not-changeable')
    if (current.startsAt === startsAt) return ok(null)
    const companyId = await findCompanyOf(tx, meetingId)
    const decided = await decideIn(tx, startsAt, { ...questionOfMove(type, pass.meeting), now, companyId })
    if (!decided.ok) return decided
    const { endsAt, hostIds } = decided.value
    const isPending = current.state === 'pending'
    await occupy(tx, { meetingId, type, hostIds, startsAt, endsAt, now, isPending })
    if (isPending) await moveDeadline(tx, type, { id: meetingId, hostId: current.hostId, startsAt, endsAt, now })
    await moveMeeting(tx, meetingId, { startsAt, endsAt, hostIds, now })
    await settleReplies(tx, meetingId, { startsAt, now })
    await followMeeting(tx, meetingId, startsAt)
    await queueTelling(tx, concerned)
    return ok(null)
  })
}

/**
 * Calls the meeting of this seat off and gives its time free. Calling it off twice is calling it off. What is pending
 * is the guest's to withdraw; the host answers it instead.
 */
export async function cancelBooking(
  seatId: string, now: number,
): Promise<Result<null, 'no-such-booking' | 'not-changeable' | SlotRefusal>> {
  const pass = await findSeat(seatId)
  if (!pass) return refuse('no-such-booking')
  const meetingId = pass.meeting.id
  const type = await getMeetingType(pass.meeting.typeId)
  const concerned = hostsToLock(type, await listHostIds(meetingId))
  return decideAlone(concerned, async (tx) => {
    const current = await lockMeeting(tx, meetingId)
    if (current.state === 'cancelled') return ok(null)
    const isPending = current.state === 'pending'
    if (!isChangeable(current, now) || (isPending && pass.seat.role === 'host')) return refuse('not-changeable')
    await tx.update(booking)
      .set({ state: isPending ? 'withdrawn' : 'cancelled', cancelledAt: new Date(now) })
      .where(eq(booking.meetingId, meetingId))
    await release(tx, meetingId)
    await cancelMeeting(tx, meetingId, { now, mail: isPending ? 'withdrawn' : 'cancellation' })
    await settleReplies(tx, meetingId, { startsAt: null, now })
    await followMeeting(tx, meetingId, null)
    await queueTelling(tx, concerned)
    return ok(null)
  })
}

/** The deadline has passed, and the job that says so is on its way. */
async function hasLapsed(tx: Transaction, meetingId: string, now: number): Promise<boolean> {
  const [row] = await tx.select({ state: booking.state, answerBy: booking.answerBy }).from(booking).where(eq(booking.meetingId, meetingId))
  return row?.state === 'pending' && row.answerBy !== null && row.answerBy.getTime() <= now
}

async function moveDeadline(tx: Transaction, type: MeetingType, moved: Parameters<typeof findAnswerBy>[2]): Promise<void> {
  const answerBy = await findAnswerBy(tx, type, moved)
  await tx.update(booking).set({ answerBy: new Date(answerBy) }).where(eq(booking.meetingId, moved.id))
  await queueLapse(tx, moved.id, answerBy)
}

async function getMeetingType(id: string): Promise<MeetingType> {
  const type = await findMeetingTypeById(id)
  invariant(type, 'a meeting has its type')
  return type
}
