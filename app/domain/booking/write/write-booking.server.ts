import { eq } from 'drizzle-orm'
import { prepareMeeting } from '#app/domain/agenda/prepare/prepare.server.ts'
import { findTemplateFor } from '#app/domain/agenda/queries.server.ts'
import { itemsFor, type TemplateItem } from '#app/domain/agenda/template.ts'
import { occupy, vacate } from '#app/domain/calendar/commands.server.ts'
import type { MeetingType } from '#app/domain/calendar/meeting-type.ts'
import type { Slot } from '#app/domain/calendar/slot.ts'
import { leaderOf } from '#app/domain/meeting/hosts/host-seats.server.ts'
import { queueMail } from '#app/domain/meeting/mail-queue.server.ts'
import { scheduleMeeting } from '#app/domain/meeting/schedule.server.ts'
import { emailKey, upsertPerson } from '#app/domain/people/commands.server.ts'
import { languageOf } from '#app/kernel/locale.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Queryable, Transaction } from '#db/client.server.ts'
import { booking, person, reservation } from '#db/schema.server.ts'
import { findAnswerBy, queueLapse } from '../approval/queue.server.ts'
import type { Booked, BookingRequest } from '../booking.ts'

/** Who asks for a meeting, and what for; which time it is was decided before. */
export type Asker = Omit<BookingRequest, 'typeSlug' | 'startsAt' | 'visitorHash'>

export type Made = {
  type: MeetingType
  /** Its hosts are those who take part, the one who leads first. */
  slot: Slot
  now: number
  reservationId?: string
  /** The consultant has still to say yes. */
  isPending?: boolean
  /** Whoever books it writes its agenda, instead of the template. */
  hasOwnAgenda?: boolean
}

type Written = Booked & { meetingId: string; hostSeatIds: string[] }

/** Writes what was decided under the lock: person, meeting, the hosts' time, agenda, booking, and the mails about it. */
export async function writeBooking(tx: Transaction, asker: Asker, made: Made): Promise<Written> {
  const { type, now } = made
  const written = await writeMeeting(tx, asker, made)
  if (!made.hasOwnAgenda) {
    const template = await findTemplateFor(type.hostId, asker.diagnosis, asker.locale, tx)
    const items = withOwnWords(itemsFor(template?.items ?? [], asker.diagnosis), asker.diagnosisText)
    await prepareMeeting(tx, { meetingId: written.meetingId, hostId: type.hostId, items, now })
  }
  if (!asker.isDemo) await queueFirstMails(tx, written, made)
  return written
}

/** The booking that a form with this key made; only the same person's form counts as a repeat, so a key alone opens nobody's. */
export async function findRepeated(
  on: Queryable, { idempotencyKey, email }: Pick<Asker, 'idempotencyKey' | 'email'>,
): Promise<{ booked: Booked | null; isKeyUsed: boolean }> {
  const [row] = await on.select({ bookingId: booking.id, guestSeatId: booking.seatId, email: person.email })
    .from(booking)
    .innerJoin(person, eq(person.id, booking.personId))
    .where(eq(booking.idempotencyKey, idempotencyKey))
  if (row?.email !== emailKey(email)) return { booked: null, isKeyUsed: row !== undefined }
  return { booked: { bookingId: row.bookingId, guestSeatId: row.guestSeatId }, isKeyUsed: true }
}

async function writeMeeting(tx: Transaction, asker: Asker, made: Made): Promise<Written> {
  const { type, now, reservationId, isPending, slot: { startsAt, endsAt, hostIds } } = made
  const { name, email, companyName, locale, timeZone, isDemo = false } = asker
  const personId = await upsertPerson(tx, { name, email, phone: asker.phone, companyName, locale, timeZone, isDemo })
  const state = isPending ? 'pending' : undefined
  const seats = await scheduleMeeting(
    tx,
    { id: reservationId, hostIds, typeId: type.id, title: type.title[languageOf(locale)], locale, startsAt, endsAt, now, isDemo, state },
    { personId, name, email: emailKey(email), companyName, locale, timeZone },
  )
  const { meetingId } = seats
  await occupy(tx, { meetingId, type, hostIds, startsAt, endsAt, now, isPending })
  // Now that the company is known, it may be the turn of another host than the time was reserved with.
  if (reservationId) await vacate(tx, [reservationId])
  if (reservationId) await tx.update(reservation).set({ bookedAt: new Date(now) }).where(eq(reservation.id, reservationId))
  const answerBy = isPending ? await findAnswerBy(tx, type, { id: meetingId, hostId: leaderOf(hostIds), startsAt, endsAt, now }) : null
  const bookingId = newId()
  await tx.insert(booking).values({
    id: bookingId, meetingId, typeId: type.id, personId, seatId: seats.guestSeatId,
    diagnosis: asker.diagnosis, diagnosisText: asker.diagnosisText, message: asker.message,
    locale, timeZone, idempotencyKey: asker.idempotencyKey, campaign: asker.campaign ?? null, returnUrl: asker.returnUrl ?? null,
    ...(answerBy === null ? {} : { state: 'pending' as const, answerBy: new Date(answerBy) }),
  })
  if (answerBy !== null) await queueLapse(tx, meetingId, answerBy)
  return { bookingId, ...seats }
}

async function queueFirstMails(tx: Transaction, written: Written, { slot, now, isPending }: Made): Promise<void> {
  const { startsAt, endsAt } = slot
  const snapshot = { sequence: 0, stampedAt: now, startsAt, endsAt }
  for (const seatId of [written.guestSeatId, ...written.hostSeatIds]) {
    await queueMail(tx, { kind: isPending ? 'asked' : 'invitation', meetingId: written.meetingId, seatId, snapshot })
  }
}

/** What the prospect wrote beside "something else" becomes what the second item is for. */
function withOwnWords(items: TemplateItem[], words: string | null): TemplateItem[] {
  const spoken = items[1] ?? items[0]
  if (!words || !spoken) return items
  return items.map((item) => (item === spoken ? { ...item, purpose: words } : item))
}
