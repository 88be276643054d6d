import { beforeEach, expect, test } from 'vitest'
import { admit, comeToDoor, grantToken, leaveDoor, openRoom, turnAway } from '#app/domain/meeting/door/door.server.ts'
import type { DoorRefusal } from '#app/domain/meeting/door/refusal.ts'
import { DOOR_CLOSES_AFTER_MS, DOOR_OPENS_BEFORE_MS } from '#app/domain/meeting/meeting.ts'
import { recordPresence } from '#app/domain/meeting/door/presence.server.ts'
import { getDoor } from '#app/domain/meeting/queries.server.ts'
import { cancelMeeting } from '#app/domain/meeting/schedule.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { setLiveKitState } from '#app/platform/livekit.server.ts'
import { transaction } from '#db/client.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, makeMeeting, NOW, passOf, READY } from '../../../support/meetings.ts'

useDatabase()

/** Nothing listens on port 9: LiveKit is down, and the door must not care. */
beforeEach(() => publishEnv({ LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 'secret-secret-secret-secret-secret' }))

test('a guest knocks, waits, is let in and stays in over a reload, with LiveKit down all the time', async () => {
  const { host, guest } = await makeMeeting()
  expect(await knock(guest)).toBe('done')
  expect(await doorOf(guest)).toBe('waiting')
  expect(await come(host)).toBe('done')
  expect(await letIn(host, guest)).toBe('done')
  expect(await doorOf(guest)).toBe('admitted')
  expect((await passOf(guest.seat.id)).meeting.state).toBe('live')
  expect(await knock(guest)).toBe('done')
  expect(await doorOf(guest)).toBe('admitted')
})

test('the host opens the room by coming, as early as the host likes', async () => {
  const { host, guest } = await makeMeeting({ startsAt: NOW + DAY_MS })
  expect(await knock(guest)).toBe('too-early')
  expect(await come(host)).toBe('done')
  expect((await passOf(host.seat.id))).toMatchObject({ meeting: { state: 'open', openedAt: NOW }, seat: { door: 'admitted', admittedAt: NOW } })
  expect(await knock(guest)).toBe('done')
})

test('a room that was opened long before its time and is left again is scheduled again, and its door closed', async () => {
  const { host, guest } = await makeMeeting({ startsAt: NOW + DAY_MS })
  await come(host)
  await knock(guest)
  await leaveDoor(host, NOW + 1)
  expect(await passOf(guest.seat.id)).toMatchObject({ meeting: { state: 'scheduled', openedAt: null }, seat: { door: 'away' } })
})

test('a room that was opened in time stays open when the host leaves', async () => {
  const { host, guest } = await makeMeeting()
  await come(host)
  await knock(guest)
  await leaveDoor(host, NOW + 1)
  expect(await passOf(guest.seat.id)).toMatchObject({ meeting: { state: 'open' }, seat: { door: 'waiting' } })
  expect((await passOf(host.seat.id)).seat.door).toBe('away')
})

test.each([
  ['an hour and a moment before the start', -DOOR_OPENS_BEFORE_MS - 1, 'too-early'],
  ['an hour before the start', -DOOR_OPENS_BEFORE_MS, 'done'],
  ['four hours after the end', 30 * MINUTE_MS + DOOR_CLOSES_AFTER_MS, 'done'],
  ['later than that', 30 * MINUTE_MS + DOOR_CLOSES_AFTER_MS + 1, 'too-late'],
])('a guest at the door %s', async (_, sinceStartMs, expected) => {
  const { guest } = await makeMeeting()
  expect(await knock(guest, guest.meeting.startsAt + sinceStartMs)).toBe(expected)
})

test('nobody comes to a meeting that is over or called off, host or guest', async () => {
  const ended = await makeMeeting()
  await come(ended.host)
  await endMeeting(ended.host, NOW)
  const cancelled = await makeMeeting()
  await transaction((tx) => cancelMeeting(tx, cancelled.meetingId, { now: NOW, mail: 'cancellation' }))
  for (const pass of [ended.host, ended.guest]) expect(await come(pass)).toBe('meeting-ended')
  for (const pass of [cancelled.host, cancelled.guest]) expect(await come(pass)).toBe('meeting-cancelled')
  expect(await letIn(ended.host, ended.guest)).toBe('meeting-ended')
  expect(reasonOf(await grantToken(ended.guest, NOW))).toBe('meeting-ended')
})

test('a guest who was turned away may not knock, gets no token, and comes in again only by the host', async () => {
  const { host, guest } = await makeMeeting()
  await come(host)
  await knock(guest)
  expect(await sendAway(host, guest)).toBe('done')
  expect(await knock(guest)).toBe('removed')
  expect(reasonOf(await grantToken(guest, NOW))).toBe('removed')
  expect(reasonOf(await leaveDoor(guest, NOW))).toBe('done')
  expect(await doorOf(guest)).toBe('removed')
  expect(await letIn(host, guest)).toBe('done')
  expect(await doorOf(guest)).toBe('admitted')
})

test('whoever left has to knock again', async () => {
  const { host, guest } = await makeMeeting()
  await come(host)
  await knock(guest)
  await letIn(host, guest)
  await leaveDoor(guest, NOW)
  expect(reasonOf(await grantToken(guest, NOW))).toBe('not-at-the-door')
  await knock(guest)
  expect(await doorOf(guest)).toBe('waiting')
})

test('only the host decides, only on a guest of this meeting who stands at the door, only in an open room', async () => {
  const { host, guest, meetingId } = await makeMeeting()
  const [other, colleague] = [await makeMeeting(), await addGuest(meetingId)]
  await knock(guest)
  expect(await letIn(host, guest)).toBe('meeting-not-open')
  await come(host)
  expect(await letIn(guest, colleague)).toBe('not-allowed')
  expect(await sendAway(guest, colleague)).toBe('not-allowed')
  expect(reasonOf(await openRoom(guest, { readiness: READY, now: NOW }))).toBe('not-allowed')
  expect(await letIn(host, colleague)).toBe('not-at-the-door')
  expect(await letIn(host, other.guest)).toBe('no-such-seat')
  expect(await letIn(host, host)).toBe('no-such-seat')
  expect(await doorOf(colleague)).toBe('away')
})

test('two admissions at once let in once', async () => {
  const { host, guest } = await makeMeeting()
  await come(host)
  await knock(guest)
  expect(await Promise.all([letIn(host, guest), letIn(host, guest)])).toEqual(['done', 'done'])
  expect((await passOf(guest.seat.id)).seat.admittedAt).toBe(NOW)
})

test('a knock and a dismissal at once end with the dismissal or after it', async () => {
  const { host, guest } = await makeMeeting()
  await come(host)
  const [knocked] = await Promise.all([knock(guest), sendAway(host, guest)])
  expect(['done', 'removed']).toContain(knocked)
  expect(await doorOf(guest)).toBe('removed')
})

test('what is wrong with LiveKit is told to both, the remedy to the host alone', async () => {
  const { host, guest } = await makeMeeting()
  setLiveKitState('missing', 'Install Go 1.26')
  expect((await getDoor(host, NOW)).livekit).toEqual({ state: 'missing', note: 'Install Go 1.26' })
  expect((await getDoor(guest, NOW)).livekit).toEqual({ state: 'missing', note: null })
})

test('the host sees each guest with what the device check found', async () => {
  const { host, guest } = await makeMeeting()
  await comeToDoor(guest, { readiness: { camera: 'denied', microphone: 'ready' }, now: NOW })
  await come(host)
  expect((await getDoor(host, NOW)).guests).toEqual([{
    seatId: guest.seat.id, identity: null, name: 'Søren Kjær', companyName: 'Nordlys Værktøj A/S', door: 'waiting',
    readiness: { camera: 'denied', microphone: 'ready' }, checked: null, isPresent: true, turnUp: null,
  }])
  expect(await getDoor(guest, NOW)).toMatchObject({ meetingState: 'open', closedReason: null, me: { door: 'waiting' }, isHostPresent: true })
})

test('a waiting guest sees nobody, an admitted one sees the admitted, without their device check', async () => {
  const { host, guest, meetingId } = await makeMeeting()
  const colleague = await addGuest(meetingId)
  await come(host)
  await knock(guest)
  await knock(colleague)
  expect((await getDoor(guest, NOW)).guests).toEqual([])
  await letIn(host, guest)
  expect((await getDoor(guest, NOW)).guests).toEqual([])
  await letIn(host, colleague)
  expect((await getDoor(guest, NOW)).guests).toMatchObject([{ seatId: colleague.seat.id, door: 'admitted', readiness: null }])
  await sendAway(host, guest)
  expect((await getDoor(guest, NOW)).guests).toEqual([])
})

test('somebody whose stream is silent for 40 s is not present any more', async () => {
  const { host, guest } = await makeMeeting()
  await come(host)
  await knock(guest)
  await recordPresence([host.seat.id, guest.seat.id], NOW + MINUTE_MS)
  expect(await getDoor(guest, NOW + MINUTE_MS + 40_000)).toMatchObject({ isHostPresent: true })
  expect(await getDoor(guest, NOW + MINUTE_MS + 40_001)).toMatchObject({ isHostPresent: false })
  expect((await getDoor(host, NOW + MINUTE_MS + 40_001)).guests).toMatchObject([{ isPresent: false }])
})

async function come(pass: SeatPass, now = NOW): Promise<DoorRefusal | 'done'> {
  return reasonOf(await comeToDoor(pass, { readiness: READY, now }))
}

const knock = come

async function letIn(host: SeatPass, guest: SeatPass): Promise<DoorRefusal | 'done'> {
  return reasonOf(await admit(host, { guestSeatId: guest.seat.id, now: NOW }))
}

async function sendAway(host: SeatPass, guest: SeatPass): Promise<DoorRefusal | 'done'> {
  return reasonOf(await turnAway(host, { guestSeatId: guest.seat.id, now: NOW }))
}

async function doorOf(pass: SeatPass) {
  return (await passOf(pass.seat.id)).seat.door
}

function reasonOf(result: { ok: true } | { ok: false; reason: DoorRefusal }): DoorRefusal | 'done' {
  return result.ok ? 'done' : result.reason
}
