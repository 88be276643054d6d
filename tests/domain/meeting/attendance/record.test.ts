import { expect, test } from 'vitest'
import { openAttendance, closeAttendance, recordLivekitEvent } from '#app/domain/meeting/attendance/attendance.server.ts'
import { readRecord } from '#app/domain/meeting/attendance/record.server.ts'
import { eq } from 'drizzle-orm'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, makeMeeting, NOW, passOf } from '../../../support/meetings.ts'

useDatabase()

test('a connection that broke off is counted once for each report, for the seat that it was', async () => {
  const { guest, host, meetingId } = await makeMeeting()
  const report = (id: string, identity: string) => recordLivekitEvent({
    id, kind: 'participant_connection_aborted', roomName: guest.meeting.roomName, at: NOW,
    participant: { identity, sid: `PA_${id}`, isHidden: true, isActive: false, joinedAt: NOW },
  }, NOW)
  await report(`${meetingId}-1`, guest.seat.identity)
  await report(`${meetingId}-1`, guest.seat.identity)
  await report(`${meetingId}-2`, `${guest.seat.identity}#2`)
  await report(`${meetingId}-3`, 'a-stranger')
  const { seats } = await readRecord((await passOf(guest.seat.id)).meeting, NOW)
  expect(seats.find(({ seatId }) => seatId === guest.seat.id)?.connectFaults).toBe(2)
  expect(seats.find(({ seatId }) => seatId === host.seat.id)?.connectFaults).toBe(0)
})

test('host and guest are held to have met, and a colleague who was taken off the meeting is not missed', async () => {
  const { guest, host, meetingId } = await makeMeeting({ startsAt: NOW })
  const gone = await addGuest(meetingId)
  await db().update(seat).set({ withdrawnAt: new Date(NOW) }).where(eq(seat.id, gone.seat.id))
  await openAttendance({ meetingId, seatId: host.seat.id, participantSid: 'PA_host', joinedAt: NOW })
  await openAttendance({ meetingId, seatId: guest.seat.id, participantSid: 'PA_guest', joinedAt: NOW + 5 * MINUTE_MS })
  await closeAttendance(meetingId, { leftAt: NOW + 20 * MINUTE_MS })
  const record = await readRecord(guest.meeting, NOW + 60 * MINUTE_MS)
  expect(record).toEqual({ isHeld: true, seats: expect.arrayContaining([
    expect.objectContaining({ seatId: host.seat.id, minutes: 20, lateMinutes: null }),
    expect.objectContaining({ seatId: guest.seat.id, minutes: 15, lateMinutes: 5 }),
  ]) })
  expect(record.seats).toHaveLength(2)
})
