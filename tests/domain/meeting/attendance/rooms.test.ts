import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { endMeeting, endOverdueMeetings } from '#app/domain/agenda/end.server.ts'
import { listAttendance, openAttendance, recordLivekitEvent } from '#app/domain/meeting/attendance/attendance.server.ts'
import { admit, comeToDoor, grantToken, leaveDoor, turnAway } from '#app/domain/meeting/door/door.server.ts'
import { closeRoom } from '#app/domain/meeting/end.server.ts'
import { DOOR_CLOSES_AFTER_MS } from '#app/domain/meeting/meeting.ts'
import { reconcileRooms, reopenRooms } from '#app/domain/meeting/attendance/rooms.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { probeRoomName } from '#app/domain/meeting/check/probe-room.ts'
import { openProbeRoom } from '#app/platform/livekit/probe.server.ts'
import { createRoom, listParticipants, listRooms, mintToken, readWebhook } from '#app/platform/livekit.server.ts'
import { db } from '#db/client.server.ts'
import { meeting, seat } from '#db/schema.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { findLiveKitProgram, startLiveKitServer, takeWebhooks, type LiveKitServer } from '../../../support/livekit-server.ts'
import { makeMeeting, NOW, passOf, READY, type World } from '../../../support/meetings.ts'
import { startBrowser, type Participant } from '../../../support/participants.ts'

/** Real browsers on a real media server share two cores with the other tests. */
vi.setConfig({ testTimeout: 60_000 })
const database = useDatabase()
const program = await findLiveKitProgram()

describe('without an answer of LiveKit', () => {
  test('nothing is concluded from it: attendance stays open', async () => {
    publishEnv({ LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 'secret' })
    const { host, meetingId } = await makeMeeting()
    await comeToDoor(host, { readiness: READY, now: NOW })
    await openAttendance({ meetingId, seatId: host.seat.id, participantSid: 'PA_down', joinedAt: NOW })
    await reconcileRooms(NOW + MINUTE_MS)
    expect((await listAttendance(meetingId))[0]?.leftAt).toBeNull()
  })

  test('a room is closed later, and after the last try the meeting is none the less over', async () => {
    const { host, meetingId } = await makeMeeting()
    await comeToDoor(host, { readiness: READY, now: NOW })
    await openAttendance({ meetingId, seatId: host.seat.id, participantSid: 'PA_late', joinedAt: NOW })
    await endMeeting(host, NOW + MINUTE_MS)
    await expect(closeRoom({ meetingId }, { isLast: false })).rejects.toThrow('does not answer')
    await closeRoom({ meetingId }, { isLast: true })
    expect((await listAttendance(meetingId))[0]?.leftAt?.getTime()).toBe(NOW + MINUTE_MS)
  })

  test('a guest who waits and whose page is gone for a quarter of an hour went away', async () => {
    const { guest } = await makeMeeting()
    await comeToDoor(guest, { readiness: READY, now: NOW })
    await reconcileRooms(NOW + 15 * MINUTE_MS)
    expect((await passOf(guest.seat.id)).seat.door).toBe('waiting')
    await reconcileRooms(NOW + 15 * MINUTE_MS + 1)
    expect((await passOf(guest.seat.id)).seat.door).toBe('away')
  })

  test('a meeting that was left open is ended four hours after its time, and only then', async () => {
    const { host } = await makeMeeting()
    await comeToDoor(host, { readiness: READY, now: NOW })
    const over = host.meeting.endsAt + DOOR_CLOSES_AFTER_MS
    await endOverdueMeetings(over)
    expect((await passOf(host.seat.id)).meeting.state).toBe('open')
    await endOverdueMeetings(over + 1)
    expect((await passOf(host.seat.id)).meeting).toMatchObject({ state: 'ended', endedAt: over + 1 })
  })
})

describe.skipIf(program === null)('with a real LiveKit server (skipped where none is installed or built)', () => {
  let server: LiveKitServer
  let browser: Awaited<ReturnType<typeof startBrowser>>
  let hooks: Awaited<ReturnType<typeof takeWebhooks>>
  let isListening = true

  beforeAll(async () => {
    await database.reset()
    hooks = await takeWebhooks(async ({ body, authorization }) => {
      const report = await readWebhook(body, authorization)
      if (report && isListening) await recordLivekitEvent(report, NOW)
    })
    server = await startLiveKitServer(program ?? '', hooks.url)
    browser = await startBrowser()
  }, 60_000)

  afterAll(async () => {
    await browser.stop()
    await server.stop()
    await hooks.stop()
  })

  test('a meeting from the first knock to the end: who waited, who was there, and an empty server afterwards', async () => {
    const { host, guest, meetingId } = await makeMeeting()
    const [atHost, atGuest] = [await come(host), await come(guest)]
    expect(await rightsOf(atGuest)).toMatchObject({ hidden: true, canSubscribe: false })
    await admit(host, { guestSeatId: guest.seat.id, now: NOW })
    await vi.waitFor(async () => expect(await rightsOf(atGuest)).toMatchObject({ hidden: false, canPublish: true }), 5_000)
    const both = [guest.seat.id, host.seat.id].sort()
    await vi.waitFor(async () => expect(seatsOf(await listAttendance(meetingId))).toEqual(both), 5_000)

    await endMeeting(host, NOW + MINUTE_MS)
    await closeRoom({ meetingId }, { isLast: false })
    await vi.waitFor(async () => expect(await atGuest.state()).toBe('disconnected'), 5_000)
    expect(await listRooms()).toEqual({ ok: true, value: [] })
    expect((await listAttendance(meetingId)).every((row) => row.leftAt !== null)).toBe(true)
    await Promise.all([atHost.leave(), atGuest.leave()])
  })

  test('a stranger who got hold of a room\'s name is thrown out on arrival, and so is one who was turned away and returns', async () => {
    const { host, guest } = await makeMeeting()
    await come(host)
    const atGuest = await come(guest)
    const stale = await grantToken(guest, NOW)
    await turnAway(host, { guestSeatId: guest.seat.id, now: NOW })
    await vi.waitFor(async () => expect(await atGuest.state()).toBe('disconnected'), 5_000)
    if (stale.ok) await atGuest.join(server.url, stale.value.token ?? '')
    const stranger = await browser.participant()
    await stranger.join(server.url, await strangersToken(guest))
    await vi.waitFor(async () => expect([await stranger.state(), await atGuest.state()]).toEqual(['disconnected', 'disconnected']), 5_000)
    await Promise.all([stranger.leave(), atGuest.leave()])
  })

  test('whoever leaves loses the connection too, however many rights it had', async () => {
    const { host, guest } = await makeMeeting()
    await come(host)
    const atGuest = await come(guest)
    await admit(host, { guestSeatId: guest.seat.id, now: NOW })
    await leaveDoor(guest, NOW)
    await vi.waitFor(async () => expect(await atGuest.state()).toBe('disconnected'), 5_000)
    await atGuest.leave()
  })

  test('what lost reports would have said is found a minute later: strangers, newcomers, the gone, the half admitted', async () => {
    const { host, guest, meetingId } = await makeMeeting()
    const stranger = await browser.participant()
    isListening = false
    const [atHost, atGuest] = [await come(host), await come(guest)]
    await stranger.join(server.url, await strangersToken(guest))
    await openAttendance({ meetingId, seatId: host.seat.id, participantSid: 'PA_forgotten', joinedAt: NOW })
    await db().update(seat).set({ door: 'admitted', admittedAt: new Date(NOW) }).where(eq(seat.id, guest.seat.id))
    await reconcileRooms(NOW + MINUTE_MS)
    isListening = true

    await vi.waitFor(async () => expect(await stranger.state()).toBe('disconnected'), 5_000)
    await vi.waitFor(async () => expect(await rightsOf(atGuest)).toMatchObject({ hidden: false, canPublish: true }), 5_000)
    const attended = await listAttendance(meetingId)
    expect(seatsOf(attended.filter((row) => row.leftAt === null))).toEqual([guest.seat.id, host.seat.id].sort())
    expect(attended.find((row) => row.participantSid === 'PA_forgotten')?.leftAt?.getTime()).toBe(NOW + MINUTE_MS)
    await Promise.all([atHost, atGuest, stranger].map((one) => one.leave()))
  })

  test('after a kill the rooms of open meetings are made again, those of others are not', async () => {
    const [open, ended] = [await makeMeeting(), await makeMeeting()]
    for (const { host } of [open, ended]) await comeToDoor(host, { readiness: READY, now: NOW })
    await endMeeting(ended.host, NOW)
    await server.kill()
    await server.start()
    await reopenRooms()
    const rooms = await listRooms()
    expect(rooms.ok && rooms.value).toContain(open.host.meeting.roomName)
    expect(rooms.ok && rooms.value).not.toContain(ended.host.meeting.roomName)
  })

  test('a room of an ended meeting that lives on is closed by the reconciler', async () => {
    const { host } = await makeMeeting()
    await comeToDoor(host, { readiness: READY, now: NOW })
    await endMeeting(host, NOW)
    await createRoom(host.meeting.roomName)
    await reconcileRooms(NOW)
    const rooms = await listRooms()
    expect(rooms.ok && rooms.value).not.toContain(host.meeting.roomName)
  })

  test('the room of a test whose time is over goes, one that is being tested in stays', async () => {
    const [spent, current] = [probeRoomName(NOW - 1), probeRoomName(NOW + MINUTE_MS)]
    await Promise.all([spent, current].map((name) => openProbeRoom(name)))
    await reconcileRooms(NOW)
    const rooms = await listRooms()
    expect(rooms.ok && rooms.value).toContain(current)
    expect(rooms.ok && rooms.value).not.toContain(spent)
  })

  test('a room that was opened a day early and left without a word is scheduled again, unless the host is in it', async () => {
    const { host } = await makeMeeting({ startsAt: NOW + DAY_MS })
    const atHost = await come(host)
    await reconcileRooms(NOW + MINUTE_MS)
    expect(await stateOf(host)).toBe('open')
    await atHost.leave()
    await vi.waitFor(async () => expect(await listParticipants(host.meeting.roomName)).toEqual({ ok: true, value: [] }), 10_000)
    await reconcileRooms(NOW + MINUTE_MS)
    expect(await stateOf(host)).toBe('scheduled')
    expect((await passOf(host.seat.id)).seat.door).toBe('away')
  })

  async function come(pass: SeatPass): Promise<Participant> {
    await comeToDoor(pass, { readiness: READY, now: NOW })
    const granted = await grantToken(pass, NOW)
    const participant = await browser.participant()
    expect(await participant.join(server.url, granted.ok ? granted.value.token ?? '' : '')).toBe('connected')
    return participant
  }
})

/** What a stranger holds who got hold of our secret, or whose seat was deleted. */
async function strangersToken({ meeting: { roomName } }: SeatPass): Promise<string> {
  return (await mintToken({ roomName, identity: 'stranger', name: '', isAdmitted: true })) ?? ''
}

function rightsOf(participant: Participant) {
  return participant.rights()
}

async function stateOf({ meeting: { id } }: World['host']) {
  const [row] = await db().select({ state: meeting.state }).from(meeting).where(eq(meeting.id, id))
  return row?.state
}

function seatsOf(rows: { seatId: string }[]): string[] {
  return [...new Set(rows.map((row) => row.seatId))].sort()
}
