import { eq, sql } from 'drizzle-orm'
import { bringGuest, isInside, withdrawGuest } from '#app/domain/meeting/guests/guests.server.ts'
import { queueMail, snapshotOf } from '#app/domain/meeting/mail-queue.server.ts'
import { isChangeable, isToCome } from '#app/domain/meeting/meeting.ts'
import { findSeat, listSeats, lockMeeting } from '#app/domain/meeting/queries.server.ts'
import type { Meeting, Seat, SeatPass } from '#app/domain/meeting/seat.ts'
import { emailKey } from '#app/domain/people/commands.server.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { removeParticipant } from '#app/platform/livekit.server.ts'
import { keyedHash } from '#app/platform/link.server.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { booking, consultant } from '#db/schema.server.ts'
import { colleaguesIn, MOST_COLLEAGUES, type ColleagueRefusal, type NewColleague } from './colleague.ts'

type ChangeRefusal = 'no-such-booking' | 'not-changeable'

/** Gives a colleague of the one who booked a seat, and invites them. Their company is the same; no phone is asked for. */
export async function addColleague(
  seatId: string, given: NewColleague, now: number,
): Promise<Result<{ seatId: string }, ColleagueRefusal>> {
  const email = emailKey(given.email)
  return changeParty<{ seatId: string }, ColleagueRefusal>(seatId, async (tx, party) => {
    if (party.bookerSeatId !== seatId) return refuse('no-such-booking')
    if (!isPartyOpen(party.meeting, now)) return refuse('not-changeable')
    const refusal = await whyNot(tx, party, email)
    if (refusal) return refuse(refusal)
    const { companyName } = party.pass.seat
    return ok({ seatId: await bringGuest(tx, party.meeting, { ...given, email, companyName }, now) })
  })
}

/** The one who booked takes a colleague's seat back. Doing it twice is doing it once. */
export async function removeColleague(seatId: string, colleagueSeatId: string, now: number): Promise<Result<null, ChangeRefusal>> {
  return changeParty<null, ChangeRefusal>(seatId, async (tx, { meeting, bookerSeatId, seats }) => {
    if (bookerSeatId !== seatId) return refuse('no-such-booking')
    const colleague = colleaguesIn(seats, bookerSeatId).find((one) => one.id === colleagueSeatId)
    if (!colleague) return ok(null)
    if (!isPartyOpen(meeting, now)) return refuse('not-changeable')
    await withdrawGuest(tx, meeting, colleague, now)
    return ok(null)
  })
}

/**
 * A colleague doesn't want to come, and may say so until the meeting is over, unless they are in the call. Nobody can
 * bring that address along to this meeting again; the one who booked is told, as the host is.
 */
export async function decline(seatId: string, now: number): Promise<Result<null, ChangeRefusal | 'inside'>> {
  const declined = await changeParty<Place, ChangeRefusal | 'inside'>(seatId, async (tx, { meeting, bookerSeatId, seats }) => {
    const me = colleaguesIn(seats, bookerSeatId).find((one) => one.id === seatId)
    if (!me) return refuse('no-such-booking')
    if (!isToCome(meeting, now)) return refuse('not-changeable')
    if (await isInside(tx, me, now)) return refuse('inside')
    const hashes = JSON.stringify([hashOf(meeting.id, me.email)])
    await tx.update(booking).set({ declinedHashes: sql`${booking.declinedHashes} || ${hashes}::jsonb` })
      .where(eq(booking.meetingId, meeting.id))
    const stamped = await withdrawGuest(tx, meeting, me, now)
    const snapshot = { ...snapshotOf(stamped), who: { name: me.name, isComing: false } }
    await queueMail(tx, { kind: 'people', meetingId: meeting.id, seatId: bookerSeatId, snapshot })
    return ok({ roomName: meeting.roomName, identity: me.identity })
  })
  if (!declined.ok) return declined
  // Whoever stood at the door is still connected to the room, unseen.
  await removeParticipant(declined.value)
  return ok(null)
}

type Place = { roomName: string; identity: string }

/** May who comes be changed by the one who booked? Not before it is agreed on: nobody is invited to what may never be. */
function isPartyOpen(meeting: Meeting, now: number): boolean {
  return meeting.state === 'scheduled' && isChangeable(meeting, now)
}

type Party = { pass: SeatPass; meeting: Meeting; bookerSeatId: string; declined: string[]; seats: Seat[] }

/** People of one meeting change one after the other, under its lock. */
async function changeParty<Value, Reason extends string>(
  seatId: string, work: (tx: Transaction, party: Party) => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | 'no-such-booking'>> {
  const pass = await findSeat(seatId)
  if (!pass) return refuse('no-such-booking')
  return transaction(async (tx): Promise<Result<Value, Reason | 'no-such-booking'>> => {
    const current = await lockMeeting(tx, pass.meeting.id)
    const [booked] = await tx.select({ bookerSeatId: booking.seatId, declined: booking.declinedHashes }).from(booking)
      .where(eq(booking.meetingId, current.id))
    if (!booked) return refuse('no-such-booking')
    return work(tx, { pass, meeting: current, ...booked, seats: await listSeats(current.id, tx) })
  })
}

/** The consultant may have another address at the desk by now than in the meeting. */
async function whyNot(tx: Transaction, { meeting, bookerSeatId, seats, declined }: Party, email: string): Promise<ColleagueRefusal | null> {
  const [host] = await tx.select({ email: consultant.email }).from(consultant).where(eq(consultant.id, meeting.hostId))
  const known = seats.find((seat) => emailKey(seat.email) === email)
  if (known?.id === bookerSeatId) return 'is-you'
  if (known?.role === 'host' || (host && emailKey(host.email) === email)) return 'is-host'
  if (known) return 'already-there'
  if (declined.includes(hashOf(meeting.id, email))) return 'declined'
  return colleaguesIn(seats, bookerSeatId).length >= MOST_COLLEAGUES ? 'full' : null
}

/** Says nothing to whoever lacks our key, nor about the same address in another meeting. */
function hashOf(meetingId: string, email: string): string {
  return keyedHash(`declined\n${meetingId}\n${emailKey(email)}`)
}
