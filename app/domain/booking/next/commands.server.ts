import { eq } from 'drizzle-orm'
import { beginCarried, listCarried } from '#app/domain/agenda/next/carry-over.server.ts'
import { announceDoor } from '#app/domain/meeting/door/presence.server.ts'
import { seatGuests } from '#app/domain/meeting/guests/seat-guests.server.ts'
import { listHostIds } from '#app/domain/meeting/hosts/host-seats.server.ts'
import { queueMail } from '#app/domain/meeting/mail-queue.server.ts'
import { bookFault, offerFault, type ChosenKind } from '#app/domain/meeting/next-meeting.ts'
import { findNext } from '#app/domain/meeting/next/queries.server.ts'
import { findSeat, listSeats, lockMeeting } from '#app/domain/meeting/queries.server.ts'
import type { Meeting, Seat, SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { booking, meeting, nextMeeting, person } from '#db/schema.server.ts'
import { colleaguesIn } from '../colleagues/colleague.ts'
import { findCompanyOf, hostsToLock } from '../hosts/assign-host.server.ts'
import { decideAlone, decideIn } from '../reservation/decide.server.ts'
import { writeBooking, type Asker, type Made } from '../write/write-booking.server.ts'
import type { NextRefusal } from './next.ts'
import { findNextQuestion, listFreeAfter, offeredKind, type NextQuestion } from './queries.server.ts'

type Offered = { starts: readonly number[]; kind?: ChosenKind | null; now: number }

/**
 * The host lets the guest book the next meeting: at one of these times or, without any, whenever it is free. It is of one of
 * the host's kinds, or of the same kind as this one.
 */
export async function offerNext(pass: SeatPass, { starts, kind = null, now }: Offered): Promise<Result<null, NextRefusal>> {
  const asked = await findNextQuestion(pass.meeting, kind)
  if (!asked) return refuse('no-such-type')
  const free = starts.length > 0 ? await listFreeAfter(asked, pass.meeting, now) : []
  return transaction(async (tx) => {
    const current = await lockMeeting(tx, pass.meeting.id)
    const fault = offerFault(pass.seat, current.state)
    if (fault) return refuse(fault)
    if ((await findNext(current.id, tx))?.booked) return refuse('already-booked')
    if (!starts.every((at) => free.includes(at))) return refuse('slot-taken')
    const chosen = { typeId: kind?.typeId ?? null, minutes: kind?.minutes ?? null }
    const offer = { offeredAt: new Date(now), proposed: starts.map((at) => new Date(at)), ...chosen }
    await tx.insert(nextMeeting).values({ meetingId: current.id, ...offer })
      .onConflictDoUpdate({ target: nextMeeting.meetingId, set: offer })
    await announceDoor(tx, current.id)
    return ok(null)
  })
}

/**
 * Books the meeting after this one for the same people, who has the time being decided as for every booking; what was not
 * finished goes along. It is of the kind that was offered. The same time asked for again is the meeting that was made; after
 * another one it is refused.
 */
export async function bookNext(
  pass: SeatPass, { startsAt, kind, now }: { startsAt: number; kind?: ChosenKind; now: number },
): Promise<Result<null, NextRefusal>> {
  const offered = offeredKind(await findNext(pass.meeting.id))
  const asked = await findNextQuestion(pass.meeting, offered)
  if (!asked) return refuse('no-such-type')
  const concerned = hostsToLock(asked.type, await listHostIds(pass.meeting.id))
  return decideAlone<null, NextRefusal>(concerned, async (tx) => {
    const current = await lockMeeting(tx, pass.meeting.id)
    const next = await findNext(current.id, tx)
    const me = await findSeat(pass.seat.id, tx)
    const fault = me ? bookFault(me.seat, { state: current.state, isOffered: Boolean(next?.offer) }) : 'not-allowed'
    if (fault) return refuse(fault)
    if (next?.booked) return next.booked.startsAt === startsAt ? ok(null) : refuse('already-booked')
    if ((kind && !isSameKind(kind, offered)) || !isSameKind(offered, offeredKind(next))) return refuse('offer-changed')
    const party = await findParty(tx, current)
    if (!party) return refuse('no-such-booking')
    const companyId = await findCompanyOf(tx, current.id)
    const decided = await decideIn(tx, startsAt, { ...asked, now, companyId })
    if (!decided.ok) return decided
    // Whom the host offered this time needs no other yes; an offer without times is of any.
    const isOffered = next?.offer && (next.offer.proposed.length === 0 || next.offer.proposed.includes(startsAt))
    const isPending = asked.type.needsApproval && !isOffered && pass.seat.role !== 'host'
    await write(tx, { current, party, made: { ...asked, slot: decided.value, now, isPending } })
    return ok(null)
  })
}

function isSameKind(one: ChosenKind | null, other: ChosenKind | null): boolean {
  return one?.typeId === other?.typeId && one?.minutes === other?.minutes
}

type Party = { asker: Asker; colleagues: Seat[] }

type Wanted = { current: Meeting; party: Party; made: Made & NextQuestion }

async function write(tx: Transaction, { current, party, made }: Wanted): Promise<void> {
  const { now, isPending, slot: { startsAt, endsAt } } = made
  const left = await listCarried(tx, current)
  const { meetingId } = await writeBooking(tx, party.asker, { ...made, hasOwnAgenda: left.length > 0 })
  const seatIds = await seatGuests(tx, meetingId, { guests: party.colleagues, now })
  // After everybody has a seat, for what was prepared says whose it is.
  if (left.length > 0) await beginCarried(tx, left, { from: current.id, to: meetingId, now })
  // Where the consultant has still to say yes, the yes invites them.
  for (const seatId of isPending || party.asker.isDemo ? [] : seatIds) {
    await queueMail(tx, { kind: 'invitation', meetingId, seatId, snapshot: { sequence: 0, stampedAt: now, startsAt, endsAt } })
  }
  const booked = { bookedMeetingId: meetingId, carried: left.map(({ carriedFrom }) => carriedFrom) }
  await tx.insert(nextMeeting).values({ meetingId: current.id, ...booked })
    .onConflictDoUpdate({ target: nextMeeting.meetingId, set: booked })
  await announceDoor(tx, current.id)
}

/** The one who booked this meeting asks for the next one, and whom they brought along comes along. */
async function findParty(tx: Transaction, { id }: Meeting): Promise<Party | null> {
  const [row] = await tx.select({ booking, phone: person.phone, isDemo: meeting.isDemo }).from(booking)
    .innerJoin(person, eq(person.id, booking.personId)).innerJoin(meeting, eq(meeting.id, booking.meetingId))
    .where(eq(booking.meetingId, id))
  const seats = await listSeats(id, tx)
  const booker = seats.find((seat) => seat.id === row?.booking.seatId)
  if (!row || !booker) return null
  const { name, email, companyName, locale, timeZone } = booker
  const { diagnosis, diagnosisText } = row.booking
  const asker: Asker = {
    name, email, companyName: companyName ?? '', locale, timeZone, phone: row.phone, diagnosis, diagnosisText, message: null,
    idempotencyKey: newId(), isDemo: row.isDemo,
  }
  return { asker, colleagues: colleaguesIn(seats, booker.id).filter(({ door }) => door !== 'removed') }
}
