import { and, eq, isNull, lte, notInArray } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import {
  admitParticipant, deleteRoom, removeParticipant, type LiveKitReport, type Participant,
} from '#app/platform/livekit.server.ts'
import { db, transaction, type Queryable, type Transaction } from '#db/client.server.ts'
import { attendance, livekitEvent, meeting, seat } from '#db/schema.server.ts'
import { countConnectFault } from './connect-faults.server.ts'
import { lockMeeting, toMeeting, toSeat } from '../queries.server.ts'
import { isOver } from '../meeting.ts'
import type { Meeting, Seat } from '../seat.ts'

/** What has to happen in LiveKit once the database has its say; tried once, the reconciler finds what was missed. */
type Deed = 'remove' | 'admit' | 'delete-room' | null

/** `leftAt` and `joinedAfter` in epoch milliseconds. */
export type Closing = { leftAt: number; except?: { sids: string[]; joinedAfter: number } }

export type Attended = { meetingId: string; seatId: string; participantSid: string; joinedAt: number }

/**
 * Takes in a signed report of LiveKit: attendance is written, and whoever is in a room without being
 * let in is thrown out. The same report again changes nothing.
 */
export async function recordLivekitEvent(report: LiveKitReport, now: number): Promise<void> {
  const deed = await transaction(async (tx) => {
    const known = { id: report.id, kind: report.kind, receivedAt: new Date(now) }
    const [isNew] = await tx.insert(livekitEvent).values(known).onConflictDoNothing().returning({ id: livekitEvent.id })
    const found = isNew ? await findMeetingOfRoom(tx, report.roomName) : null
    return found ? takeIn(tx, { report, found }) : null
  })
  await carryOut(deed, report)
}

/** Somebody is inside from `joinedAt` on (epoch milliseconds); known connections stay as they are. */
export async function openAttendance({ joinedAt, ...who }: Attended, on: Queryable = db()): Promise<void> {
  await on.insert(attendance).values({ id: newId(), ...who, joinedAt: new Date(joinedAt) }).onConflictDoNothing()
}

/** Ends what is still open of the meeting's attendance, except for the connections that go on. */
export async function closeAttendance(meetingId: string, { leftAt, except }: Closing, on: Queryable = db()): Promise<void> {
  await on.update(attendance).set({ leftAt: new Date(leftAt) }).where(and(
    eq(attendance.meetingId, meetingId), isNull(attendance.leftAt),
    except && notInArray(attendance.participantSid, except.sids),
    except && lte(attendance.joinedAt, new Date(except.joinedAfter)),
  ))
}

/** Who was there, and when: each connection with its seat, in order. */
export async function listAttendance(meetingId: string): Promise<(typeof attendance.$inferSelect)[]> {
  return db().select().from(attendance).where(eq(attendance.meetingId, meetingId)).orderBy(attendance.joinedAt)
}

/**
 * The seat that a LiveKit identity belongs to. Through the old way of publishing, `identity#x` can be opened
 * beside `identity` by its holder: it is the same person.
 */
export function findSeatOf(seats: Seat[], identity: string): Seat | null {
  const [own] = identity.split('#')
  return seats.find((one) => one.identity === own) ?? null
}

/** Who stands in the room and what that calls for. */
export function judge(participant: Participant, { found, seats }: { found: Meeting; seats: Seat[] }): Deed {
  const owner = findSeatOf(seats, participant.identity)
  if (!owner) return 'remove'
  if (owner.door === 'admitted') return participant.isHidden ? 'admit' : null
  const mayWait = owner.role === 'guest' && owner.door === 'waiting' && participant.isHidden
  return mayWait && found.state !== 'ended' && found.state !== 'cancelled' ? null : 'remove'
}

async function takeIn(tx: Transaction, { report, found }: { report: LiveKitReport; found: Meeting }): Promise<Deed> {
  const { kind, participant, at } = report
  if (kind === 'room_finished') await closeAttendance(found.id, { leftAt: at }, tx)
  if (kind === 'participant_left' && participant) {
    await tx.update(attendance).set({ leftAt: new Date(at) })
      .where(and(eq(attendance.participantSid, participant.sid), isNull(attendance.leftAt)))
  }
  if (kind === 'participant_connection_aborted' && participant) {
    await countConnectFault(tx, { meetingId: found.id, identity: participant.identity })
  }
  if (kind !== 'participant_joined' || !participant) return null
  const current = await lockMeeting(tx, found.id)
  if (isOver(current)) return 'delete-room'
  const seats = (await tx.select().from(seat).where(eq(seat.meetingId, found.id))).map(toSeat)
  const deed = judge(participant, { found: current, seats })
  const owner = findSeatOf(seats, participant.identity)
  if (owner?.door === 'admitted') {
    await openAttendance({ meetingId: found.id, seatId: owner.id, participantSid: participant.sid, joinedAt: at }, tx)
  }
  return deed
}

/** What `judge` and the meeting's end call for. */
export async function carryOut(deed: Deed, { roomName, participant }: Pick<LiveKitReport, 'roomName' | 'participant'>): Promise<void> {
  if (deed === 'delete-room') await deleteRoom(roomName)
  if (!participant) return
  if (deed === 'remove') await removeParticipant({ roomName, identity: participant.identity })
  if (deed === 'admit') await admitParticipant({ roomName, identity: participant.identity })
}

async function findMeetingOfRoom(tx: Transaction, roomName: string): Promise<Meeting | null> {
  const [row] = await tx.select().from(meeting).where(eq(meeting.roomName, roomName))
  return row ? toMeeting(row) : null
}
