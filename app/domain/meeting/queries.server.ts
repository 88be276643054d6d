import { and, asc, eq, exists, gte, inArray, isNull, lt, or, sql, type Placeholder, type SQL } from 'drizzle-orm'
import { presentHosts } from '#app/domain/people/present-hosts.server.ts'
import { invariant } from '#app/kernel/invariant.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { readLiveKitState } from '#app/platform/livekit.server.ts'
import { db, prepared, type Queryable, type Transaction } from '#db/client.server.ts'
import { meeting, seat } from '#db/schema.server.ts'
import { isOtherDevice } from './door/device.ts'
import { listDevicesAtDoor, ownDoorOf } from './door/device-queries.server.ts'
import { listHosts } from './hosts/host-seats.server.ts'
import { findNext } from './next/queries.server.ts'
import { findRecordingFacts } from './recording/queries.server.ts'
import { viewDoor, type DoorView, type HostCard } from './room-data.ts'
import type { Meeting, Seat, SeatPass, Visitor } from './seat.ts'

/** A meeting in a host's calendar, with that host's seat, those who host it too, and the guests. */
export type MeetingRow = { meeting: Meeting; hostSeatId: string; coHosts: Seat[]; guests: Seat[] }

/** A seat with its meeting, whoever asks: guards decide what that proves. One that was withdrawn is no seat any more. */
export async function findSeat(seatId: string, tx?: Transaction): Promise<SeatPass | null> {
  const [row] = await (tx ? selectSeat(tx, seatId) : seatById().execute({ seatId }))
  return row ? { seat: toSeat(row.seat), meeting: toMeeting(row.meeting) } : null
}

/** Each request in a room begins with this one. */
const seatById = prepared((database) => selectSeat(database, sql.placeholder('seatId')).prepare('seat-by-id'))

function selectSeat(on: Queryable, seatId: string | Placeholder) {
  return on.select().from(seat).innerJoin(meeting, eq(meeting.id, seat.meetingId))
    .where(and(eq(seat.id, seatId), isNull(seat.withdrawnAt)))
}

/** The same for a seat that was just made. @throws {Error} when it is not there. */
export async function getSeat(seatId: string): Promise<SeatPass> {
  const pass = await findSeat(seatId)
  invariant(pass, 'what was booked has its seat')
  return pass
}

/** Everybody of the meeting: who leads it, the other hosts, the guests. */
export async function listSeats(meetingId: string, on: Queryable = db()): Promise<Seat[]> {
  const rows = await on.select({ seat, leadId: meeting.hostId }).from(seat).innerJoin(meeting, eq(meeting.id, seat.meetingId))
    .where(and(eq(seat.meetingId, meetingId), isNull(seat.withdrawnAt))).orderBy(asc(seat.createdAt), asc(seat.id))
  return rows.sort((a, b) => rankOf(a.seat, a.leadId) - rankOf(b.seat, b.leadId)).map((row) => toSeat(row.seat))
}

/** Whoever leads comes first, then the other hosts, then the guests. */
function rankOf({ role, consultantId }: Pick<Seat, 'role' | 'consultantId'>, leadId: string): number {
  return role === 'guest' ? 2 : Number(consultantId !== leadId)
}

export async function findMeeting(meetingId: string, on: Queryable = db()): Promise<Meeting | null> {
  const [row] = await on.select().from(meeting).where(eq(meeting.id, meetingId))
  return row ? toMeeting(row) : null
}

/**
 * The meeting, which nobody else can change until the transaction ends. Doors, times and state change under this lock.
 * @throws {Error} when there is no such meeting.
 */
export async function lockMeeting(tx: Transaction, meetingId: string): Promise<Meeting> {
  const [row] = await tx.select().from(meeting).where(eq(meeting.id, meetingId)).for('no key update')
  invariant(row, 'the meeting exists')
  return toMeeting(row)
}

/**
 * The door of the pass's meeting as it is now, as the holder of the pass may see it.
 * @throws {Error} when the seat is gone.
 */
export async function getDoor(pass: SeatPass | Visitor, now: number): Promise<DoorView> {
  const [rows, recording, next] = await Promise.all([
    db().select().from(seat).innerJoin(meeting, eq(meeting.id, seat.meetingId))
      .where(and(eq(seat.meetingId, pass.meeting.id), or(isNull(seat.withdrawnAt), eq(seat.id, pass.seat.id))))
      .orderBy(asc(seat.createdAt), asc(seat.id)),
    findRecordingFacts(pass.meeting.id),
    findNext(pass.meeting.id),
  ])
  const seats = rows.map((row) => toSeat(row.seat))
  const me = seats.find((candidate) => candidate.id === pass.seat.id)
  invariant(rows[0] && me, 'a seat that was proven exists')
  const current = toMeeting(rows[0].meeting)
  const [devices, own, host] = await Promise.all([
    me.role === 'host' ? listDevicesAtDoor(seats, now) : [],
    'device' in pass && isOtherDevice(me, pass) ? ownDoorOf(me, pass.device, now) : null,
    hostCardOf(current, seats, me.locale),
  ])
  const followed = next && { offer: next.offer, booked: next.booked }
  return viewDoor(me, { meeting: current, seats, host, livekit: readLiveKitState(), recording, now, own, devices, next: followed })
}

async function hostCardOf({ hostId }: Meeting, seats: Seat[], locale: Locale): Promise<HostCard> {
  const { name, title, phone } = presentHosts(await listHosts(seats.toSorted((a, b) => rankOf(a, hostId) - rankOf(b, hostId))), locale)
  return { name, title, phone }
}

/**
 * The meetings that this consultant hosts, alone or with others, and that start in [from, to), epoch milliseconds,
 * in their order, cancelled ones too. Without `to`, all that are to come.
 */
export async function listMeetings(hostId: string, { from, to }: { from: number; to?: number }): Promise<MeetingRow[]> {
  const meetings = await db().select().from(meeting)
    .where(and(
      isHostedBy(hostId), gte(meeting.startsAt, new Date(from)), to === undefined ? undefined : lt(meeting.startsAt, new Date(to)),
    ))
    .orderBy(asc(meeting.startsAt), asc(meeting.id))
  if (meetings.length === 0) return []
  const seats = await db().select().from(seat)
    .where(and(inArray(seat.meetingId, meetings.map((row) => row.id)), isNull(seat.withdrawnAt))).orderBy(asc(seat.createdAt), asc(seat.id))
  return meetings.flatMap((row) => toMeetingRow(toMeeting(row), seats.filter((one) => one.meetingId === row.id).map(toSeat), hostId) ?? [])
}

/** Of a meeting that is read: does this consultant host it, alone or with others? */
export function isHostedBy(hostId: string): SQL {
  return exists(db().select({ id: seat.id }).from(seat)
    .where(and(eq(seat.meetingId, meeting.id), eq(seat.consultantId, hostId), isNull(seat.withdrawnAt))))
}

/** One meeting of this host for the desk; null for another's. */
export async function findMeetingRow(hostId: string, meetingId: string): Promise<MeetingRow | null> {
  const found = await findMeeting(meetingId)
  return found ? toMeetingRow(found, await listSeats(meetingId), hostId) : null
}

function toMeetingRow(found: Meeting, seats: Seat[], hostId: string): MeetingRow | null {
  const host = seats.find((one) => one.consultantId === hostId)
  if (!host) return null
  const coHosts = seats.filter((one) => one.role === 'host' && one !== host)
  return { meeting: found, hostSeatId: host.id, coHosts, guests: seats.filter((one) => one.role === 'guest') }
}

export function toMeeting(row: typeof meeting.$inferSelect): Meeting {
  return {
    id: row.id, hostId: row.hostId, typeId: row.typeId, title: row.title, locale: row.locale,
    startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime(), state: row.state, roomName: row.roomName,
    icsUid: row.icsUid, icsSequence: row.icsSequence, icsStampedAt: row.icsStampedAt.getTime(),
    movedAt: row.movedAt?.getTime() ?? null,
    openedAt: row.openedAt?.getTime() ?? null, lockedAt: row.lockedAt?.getTime() ?? null,
    endedAt: row.endedAt?.getTime() ?? null, createdAt: row.createdAt.getTime(),
  }
}

export function toSeat(row: typeof seat.$inferSelect): Seat {
  return {
    id: row.id, meetingId: row.meetingId, role: row.role, personId: row.personId, consultantId: row.consultantId,
    name: row.name, email: row.email, companyName: row.companyName, locale: row.locale, timeZone: row.timeZone,
    identity: row.identity, linkGeneration: row.linkGeneration, door: row.door, readiness: row.readiness, checked: row.checked,
    lastSeenAt: row.lastSeenAt?.getTime() ?? null, admittedAt: row.admittedAt?.getTime() ?? null,
    handRaisedAt: row.handRaisedAt?.getTime() ?? null,
    deviceHash: row.deviceHash, hold: row.hold,
    turnUp: row.lateMinutes !== null && row.answeredAt ? { lateMinutes: row.lateMinutes, answeredAt: row.answeredAt.getTime() } : null,
  }
}
