import { and, eq, inArray, lt, or } from 'drizzle-orm'
import { ok } from '#app/kernel/result.ts'
import { MINUTE_MS, SECOND_MS } from '#app/kernel/time.ts'
import { createRoom, deleteRoom, listParticipants, listRooms } from '#app/platform/livekit.server.ts'
import { db, transaction } from '#db/client.server.ts'
import { meeting, otherDevice, seat } from '#db/schema.server.ts'
import { carryOut, closeAttendance, findSeatOf, judge, openAttendance } from './attendance.server.ts'
import { forgetOldReports } from './reports.server.ts'
import { isSpentProbe } from '../check/probe-room.ts'
import { closeEarlyDoor } from '../door/door.server.ts'
import { PRESENT_WITHIN_MS } from '../meeting.ts'
import { announceDoor } from '../door/presence.server.ts'
import { listSeats, lockMeeting, toMeeting } from '../queries.server.ts'
import type { Meeting, Seat } from '../seat.ts'

/** A guest who waits and whose page is gone for this long went away. */
const WAITS_UNSEEN_MS = 15 * MINUTE_MS
/** Longer than LiveKit's list lags behind its reports. */
const LIST_LAGS_MS = 15 * SECOND_MS

/**
 * Makes LiveKit and the database agree, every minute: reports may be lost. Strangers are thrown out, the admitted are
 * let hear and see, attendance is opened and closed, rooms of ended meetings go. Without an answer nothing is concluded.
 */
export async function reconcileRooms(now: number): Promise<void> {
  await forgetOldReports(now)
  await sendHomeUnseen(now)
  const rooms = await listRooms()
  if (!rooms.ok) return
  for (const spent of rooms.value.filter((roomName) => isSpentProbe(roomName, now))) await deleteRoom(spent)
  for (const current of await listRunning(rooms.value)) {
    const isOver = current.state === 'ended' || current.state === 'cancelled'
    if (isOver) await deleteRoom(current.roomName)
    else await reconcile(current, { hasRoom: rooms.value.includes(current.roomName), now })
  }
}

/** Makes the rooms of all open meetings, for a LiveKit server that has just come up without its memory. */
export async function reopenRooms(): Promise<void> {
  for (const current of await listRunning([])) await createRoom(current.roomName)
}

/** Open and live meetings, and whatever else has one of these rooms. */
async function listRunning(roomNames: string[]): Promise<Meeting[]> {
  const isRunning = inArray(meeting.state, ['open', 'live'])
  const rows = await db().select().from(meeting)
    .where(roomNames.length > 0 ? or(isRunning, inArray(meeting.roomName, roomNames)) : isRunning)
  return rows.map(toMeeting)
}

async function reconcile(current: Meeting, { hasRoom, now }: { hasRoom: boolean; now: number }): Promise<void> {
  const listed = hasRoom ? await listParticipants(current.roomName) : ok([])
  if (!listed.ok && listed.reason === 'down') return
  const participants = listed.ok ? listed.value : []
  // Whoever joined while we asked is not in the list, but may be in the book already.
  const except = { sids: participants.map((participant) => participant.sid), joinedAfter: now - LIST_LAGS_MS }
  await closeAttendance(current.id, { leftAt: now, except })
  if (participants.length === 0) await closeForgottenDoor(current, now)
  const seats = await listSeats(current.id)
  for (const participant of participants) {
    await carryOut(judge(participant, { found: current, seats }), { roomName: current.roomName, participant })
    const owner = findSeatOf(seats, participant.identity)
    if (owner?.door !== 'admitted' || !participant.isActive) continue
    // Whoever waited before being let in is there from that moment on.
    const joinedAt = Math.max(participant.joinedAt, owner.admittedAt ?? 0)
    await openAttendance({ meetingId: current.id, seatId: owner.id, participantSid: participant.sid, joinedAt })
  }
}

/** The hosts opened the room early and closed the browser without a word. */
async function closeForgottenDoor(current: Meeting, now: number): Promise<void> {
  const isSeen = ({ role, lastSeenAt }: Seat) => role === 'host' && lastSeenAt !== null && now - lastSeenAt <= PRESENT_WITHIN_MS
  if ((await listSeats(current.id)).some(isSeen)) return
  await transaction(async (tx) => {
    if (await closeEarlyDoor(tx, await lockMeeting(tx, current.id), now)) await announceDoor(tx, current.id)
  })
}

/** Guests at the door who closed their browser without a word. */
async function sendHomeUnseen(now: number): Promise<void> {
  await transaction(async (tx) => {
    const unseen = and(eq(seat.door, 'waiting'), lt(seat.lastSeenAt, new Date(now - WAITS_UNSEEN_MS)))
    const free = tx.select({ id: seat.id }).from(seat).where(unseen).for('no key update', { skipLocked: true })
    const gone = await tx.update(seat).set({ door: 'away' }).where(inArray(seat.id, free)).returning({ meetingId: seat.meetingId })
    await tx.delete(otherDevice).where(and(eq(otherDevice.door, 'waiting'), lt(otherDevice.lastSeenAt, new Date(now - WAITS_UNSEEN_MS))))
    for (const meetingId of new Set(gone.map((row) => row.meetingId))) await announceDoor(tx, meetingId)
  })
}
