import { eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import {
  closeAttendance, findSeatOf, judge, listAttendance, openAttendance, recordLivekitEvent,
} from '#app/domain/meeting/attendance/attendance.server.ts'
import { findLastReport, forgetOldReports } from '#app/domain/meeting/attendance/reports.server.ts'
import { admit, comeToDoor } from '#app/domain/meeting/door/door.server.ts'
import type { DoorState } from '#app/domain/meeting/meeting.ts'
import { listSeats } from '#app/domain/meeting/queries.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, SECOND_MS } from '#app/kernel/time.ts'
import { deleteRoom, removeParticipant, type LiveKitReport } from '#app/platform/livekit.server.ts'
import { db } from '#db/client.server.ts'
import { livekitEvent, seat } from '#db/schema.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { makeMeeting, NOW, passOf, READY } from '../../../support/meetings.ts'

/** What is asked of LiveKit is watched; that LiveKit does it is proven on a real server beside this. */
vi.mock('#app/platform/livekit.server.ts', async (load) => ({
  ...(await load<object>()),
  removeParticipant: vi.fn(() => Promise.resolve({ ok: true, value: null })),
  deleteRoom: vi.fn(() => Promise.resolve({ ok: true, value: null })),
}))

useDatabase()

beforeEach(() => vi.clearAllMocks())

test('whoever was let in is there from joining to leaving', async () => {
  const { guest, meetingId } = await makeLive()
  await recordLivekitEvent(joined(guest, { at: NOW + SECOND_MS, sid: 'PA_1' }), NOW)
  await recordLivekitEvent(left(guest, { at: NOW + 9 * SECOND_MS, sid: 'PA_1' }), NOW)
  expect(await spans(meetingId)).toEqual([[guest.seat.id, SECOND_MS, 9 * SECOND_MS]])
  expect(removeParticipant).not.toHaveBeenCalled()
})

test('a report that comes twice counts once', async () => {
  const { guest, meetingId } = await makeLive()
  const report = joined(guest, { sid: 'PA_2' })
  await Promise.all([recordLivekitEvent(report, NOW), recordLivekitEvent(report, NOW), recordLivekitEvent(report, NOW)])
  expect(await spans(meetingId)).toHaveLength(1)
})

test('the same connection reported under two ids counts once', async () => {
  const { guest, meetingId } = await makeLive()
  await recordLivekitEvent(joined(guest, { sid: 'PA_3' }), NOW)
  await recordLivekitEvent(joined(guest, { sid: 'PA_3', at: NOW + SECOND_MS }), NOW)
  expect(await spans(meetingId)).toEqual([[guest.seat.id, 0, null]])
})

test('waiting unseen at the door is not attendance, and is left alone', async () => {
  const { guest, meetingId } = await makeMeeting()
  await comeToDoor(guest, { readiness: READY, now: NOW })
  await recordLivekitEvent(joined(guest, { isHidden: true }), NOW)
  expect(await spans(meetingId)).toEqual([])
  expect(removeParticipant).not.toHaveBeenCalled()
})

test.each<[string, DoorState, boolean, boolean]>([
  ['who never knocked', 'away', true, true],
  ['who was turned away', 'removed', true, true],
  ['who waits, but is seen and heard', 'waiting', false, true],
  ['who waits unseen', 'waiting', true, false],
  ['who was let in', 'admitted', false, false],
])('a guest %s: is %s, hidden %s, thrown out %s', async (_, door, isHidden, isThrownOut) => {
  const { guest } = await makeLive()
  await db().update(seat).set({ door }).where(eq(seat.id, guest.seat.id))
  await recordLivekitEvent(joined(guest, { isHidden }), NOW)
  const { roomName } = guest.meeting
  expect(vi.mocked(removeParticipant).mock.calls).toEqual(isThrownOut ? [[{ roomName, identity: guest.seat.identity }]] : [])
})

test('a host who is not in the room by the door, and a stranger, are thrown out', async () => {
  const { host, guest } = await makeMeeting()
  await recordLivekitEvent(joined(host), NOW)
  await recordLivekitEvent({ ...joined(guest), participant: participant('stranger', 'PA_s') }, NOW)
  expect(vi.mocked(removeParticipant).mock.calls.map(([place]) => place.identity)).toEqual([host.seat.identity, 'stranger'])
})

test('somebody from another meeting is a stranger here', async () => {
  const [here, elsewhere] = [await makeLive(), await makeLive()]
  await recordLivekitEvent({ ...joined(elsewhere.guest), roomName: here.guest.meeting.roomName }, NOW)
  const [roomName, identity] = [here.guest.meeting.roomName, elsewhere.guest.seat.identity]
  expect(removeParticipant).toHaveBeenCalledExactlyOnceWith({ roomName, identity })
  expect(await spans(here.meetingId)).toEqual([])
})

test('the second connection that a holder can open under identity#x is the same person', async () => {
  const { guest, meetingId } = await makeLive()
  const seats = await listSeats(meetingId)
  expect(findSeatOf(seats, `${guest.seat.identity}#x`)?.id).toBe(guest.seat.id)
  expect(findSeatOf(seats, `x#${guest.seat.identity}`)).toBeNull()
  expect(findSeatOf(seats, guest.seat.identity.slice(0, -1))).toBeNull()
  await db().update(seat).set({ door: 'removed' }).where(eq(seat.id, guest.seat.id))
  await recordLivekitEvent({ ...joined(guest), participant: participant(`${guest.seat.identity}#x`, 'PA_x') }, NOW)
  expect(removeParticipant).toHaveBeenCalledExactlyOnceWith({ roomName: guest.meeting.roomName, identity: `${guest.seat.identity}#x` })
})

test('one who was let in a moment before the connection stood gets the rights then', async () => {
  const { guest, meetingId } = await makeLive()
  const { meeting: found } = await passOf(guest.seat.id)
  expect(judge(participant(guest.seat.identity, 'PA_h', true), { found, seats: await listSeats(meetingId) })).toBe('admit')
})

test('a room that comes to life after the end is closed again', async () => {
  const { host, guest, meetingId } = await makeLive()
  await endMeeting(host, NOW)
  await recordLivekitEvent(joined(guest), NOW)
  expect(deleteRoom).toHaveBeenCalledExactlyOnceWith(guest.meeting.roomName)
  expect(await spans(meetingId)).toEqual([])
})

test('a room that finished has nobody in it', async () => {
  const { host, guest, meetingId } = await makeLive()
  await recordLivekitEvent(joined(guest, { sid: 'PA_g' }), NOW)
  await recordLivekitEvent(joined(host, { sid: 'PA_h' }), NOW)
  await recordLivekitEvent(left(guest, { sid: 'PA_g', at: NOW + SECOND_MS }), NOW)
  await recordLivekitEvent({ ...left(host), kind: 'room_finished', participant: null, at: NOW + 5 * SECOND_MS }, NOW)
  expect((await spans(meetingId)).map(([, , leftAt]) => leftAt)).toEqual([SECOND_MS, 5 * SECOND_MS])
})

test('what LiveKit reports of rooms that are not ours changes nothing', async () => {
  const { guest } = await makeLive()
  await recordLivekitEvent({ ...joined(guest), roomName: 'somebody-else' }, NOW)
  await recordLivekitEvent({ ...joined(guest), roomName: '' }, NOW)
  expect(removeParticipant).not.toHaveBeenCalled()
})

test('connections that go on, and those that began while we asked, stay open', async () => {
  const { guest, meetingId } = await makeLive()
  for (const [participantSid, joinedAt] of [['PA_stays', NOW], ['PA_gone', NOW], ['PA_new', NOW + 50_000]] as const) {
    await openAttendance({ meetingId, seatId: guest.seat.id, participantSid: `${participantSid}_${meetingId}`, joinedAt })
  }
  await closeAttendance(meetingId, { leftAt: NOW + 60_000, except: { sids: [`PA_stays_${meetingId}`], joinedAfter: NOW + 45_000 } })
  expect((await spans(meetingId)).map(([, , leftAt]) => leftAt)).toEqual(expect.arrayContaining([null, 60_000, null]))
})

test('old reports are forgotten, new ones are kept, and of old ones the newest, by which the desk says when it came', async () => {
  const { guest } = await makeLive()
  await db().delete(livekitEvent)
  const [old, last, recent] = [joined(guest), joined(guest), joined(guest)]
  await recordLivekitEvent(old, NOW - 4 * DAY_MS)
  await recordLivekitEvent(last, NOW - 3 * DAY_MS)
  await forgetOldReports(NOW)
  expect((await db().select().from(livekitEvent)).map((row) => row.id)).toEqual([last.id])
  expect(await findLastReport()).toBe(NOW - 3 * DAY_MS)
  await recordLivekitEvent(recent, NOW)
  await forgetOldReports(NOW)
  const kept = (await db().select().from(livekitEvent)).map((row) => row.id)
  expect(kept).toEqual([recent.id])
})

async function makeLive() {
  const world = await makeMeeting()
  await comeToDoor(world.guest, { readiness: READY, now: NOW })
  await comeToDoor(world.host, { readiness: READY, now: NOW })
  await admit(world.host, { guestSeatId: world.guest.seat.id, now: NOW })
  return world
}

function participant(identity: string, sid: string, isHidden = false) {
  return { identity, sid, isHidden, isActive: true, joinedAt: NOW }
}

type Told = { at?: number; sid?: string; isHidden?: boolean }

function joined(pass: SeatPass, { at = NOW, sid = `PA_${newId()}`, isHidden = false }: Told = {}): LiveKitReport {
  const { seat: { identity }, meeting: { roomName } } = pass
  return { id: `EV_${newId()}`, kind: 'participant_joined', roomName, participant: participant(identity, sid, isHidden), at }
}

function left(pass: SeatPass, told: Told = {}): LiveKitReport {
  return { ...joined(pass, told), kind: 'participant_left' }
}

/** Seat, and milliseconds after NOW of coming and going. */
async function spans(meetingId: string) {
  return (await listAttendance(meetingId)).map((row) =>
    [row.seatId, row.joinedAt.getTime() - NOW, row.leftAt && row.leftAt.getTime() - NOW])
}
