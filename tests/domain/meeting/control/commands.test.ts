import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { openRoomFeed } from '#app/domain/agenda/feed/room-feed.server.ts'
import { handOver, lowerHand, raiseHand, setLocked, silence } from '#app/domain/meeting/control/commands.server.ts'
import { admit, comeToDoor, leaveDoor, turnAway } from '#app/domain/meeting/door/door.server.ts'
import { seatHosts } from '#app/domain/meeting/hosts/host-seats.server.ts'
import { findMeeting, getDoor } from '#app/domain/meeting/queries.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { startFeed, stopFeed } from '#app/platform/feed.server.ts'
import { eventStream } from '#app/platform/feed/event-stream.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { db, transaction } from '#db/client.server.ts'
import { consultant, seat } from '#db/schema.server.ts'
import { CAST } from '../../../../db/seeds/cast.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, makeMeeting, NOW, passOf, READY, type World } from '../../../support/meetings.ts'
import { readStream } from '../../../support/stream-reader.ts'

useDatabase()

/** Nothing listens on port 9: LiveKit is down, and the host's word must hold all the same. */
beforeEach(async () => {
  publishEnv({ LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 'secret-secret-secret-secret-secret' })
  await startFeed()
})
afterEach(stopFeed)

const refused = (reason: string) => ({ ok: false, reason })
const done = { ok: true, value: null }

test('a guest can turn off, take down, lock or hand over nothing', async () => {
  const { host, guest, meetingId } = await makeLive()
  const colleague = await inside(await addGuest(meetingId), host)
  await raiseHand(colleague, NOW)
  for (const other of [host.seat.id, colleague.seat.id, guest.seat.id]) {
    for (const kind of ['microphone', 'camera', 'share'] as const) expect(await silence(guest, { seatId: other, kind })).toEqual(refused('not-allowed'))
    expect(await handOver(guest, { seatId: other })).toEqual(refused('not-allowed'))
    if (other !== guest.seat.id) expect(await lowerHand(guest, { seatId: other })).toEqual(refused('not-allowed'))
  }
  expect(await setLocked(guest, { isLocked: true, now: NOW })).toEqual(refused('not-allowed'))
  expect(await getDoor(host, NOW)).toMatchObject({ isLocked: false, hands: [{ seatId: colleague.seat.id }] })
})

test('a host of another meeting has no word here, and neither has one who is not inside', async () => {
  const [here, elsewhere] = [await makeLive(), await makeLive()]
  expect(await silence(elsewhere.host, { seatId: here.guest.seat.id, kind: 'microphone' })).toEqual(refused('no-such-seat'))
  expect(await lowerHand(elsewhere.host, { seatId: here.guest.seat.id })).toEqual(refused('no-such-seat'))
  await leaveDoor(here.host, NOW)
  expect(await silence(here.host, { seatId: here.guest.seat.id, kind: 'microphone' })).toEqual(refused('not-allowed'))
})

test('who is turned off is told by whom, and nobody else is', async () => {
  const { host, guest, meetingId } = await makeLive()
  const colleague = await inside(await addGuest(meetingId), host)
  const [toGuest, toColleague] = [open(guest), open(colleague)]
  for (const reader of [toGuest, toColleague]) await reader.until((events) => events.some(({ event }) => event === 'door'))
  expect(await silence(host, { seatId: guest.seat.id, kind: 'camera' })).toEqual(done)
  const events = await toGuest.until((all) => all.some(({ event }) => event === 'silenced'))
  expect(events.find(({ event }) => event === 'silenced')?.data).toEqual({ kind: 'camera', by: CAST.consultant.name })
  expect(toColleague.text()).not.toContain('silenced')
})

test('while the meeting is locked nobody new may knock; who waits stays, and who was inside may come back', async () => {
  const { host, guest, meetingId } = await makeLive()
  const [waiting, late] = [await addGuest(meetingId), await addGuest(meetingId)]
  await comeToDoor(waiting, { readiness: READY, now: NOW })
  expect(await setLocked(host, { isLocked: true, now: NOW })).toEqual(done)
  expect((await getDoor(late, NOW)).closedReason).toBe('meeting-locked')
  expect(await comeToDoor(late, { readiness: READY, now: NOW })).toEqual(refused('meeting-locked'))
  expect((await getDoor(host, NOW)).guests.filter(({ door }) => door === 'waiting').map(({ seatId }) => seatId)).toEqual([waiting.seat.id])
  expect(await comeToDoor(waiting, { readiness: READY, now: NOW })).toEqual(done)
  await leaveDoor(guest, NOW)
  expect((await getDoor(guest, NOW)).closedReason).toBeNull()
  expect(await comeToDoor(guest, { readiness: READY, now: NOW })).toEqual(done)
  expect(await setLocked(host, { isLocked: false, now: NOW })).toEqual(done)
  expect((await getDoor(late, NOW)).closedReason).toBeNull()
  expect(await comeToDoor(late, { readiness: READY, now: NOW })).toEqual(done)
})

test('who leads the meeting hands it over to another host who is inside, and only once it is theirs', async () => {
  const { host, guest, meetingId } = await makeLive()
  const other = await addHost(meetingId)
  expect(await handOver(host, { seatId: other.seat.id })).toEqual(refused('no-such-seat'))
  expect((await getDoor(host, NOW)).heirs).toEqual([])
  await comeToDoor(other, { readiness: READY, now: NOW })
  expect((await getDoor(host, NOW)).heirs).toEqual([{ seatId: other.seat.id, name: CAST.thomas.name }])
  expect((await getDoor(other, NOW)).heirs).toEqual([])
  expect(await handOver(other, { seatId: host.seat.id })).toEqual(refused('not-allowed'))
  for (const seatId of [guest.seat.id, host.seat.id]) expect(await handOver(host, { seatId })).toEqual(refused('not-allowed'))
  const card = async () => (({ host, leader }) => ({ host, leader }))(await getDoor(guest, NOW))
  const { consultant: mette, thomas } = CAST
  expect(await card()).toEqual({ host: { name: `${mette.name} og ${thomas.name}`, title: '', phone: mette.phone }, leader: { seatId: host.seat.id, name: mette.name } })
  expect(await handOver(host, { seatId: other.seat.id })).toEqual(done)
  expect(await card(), 'guests see whoever leads first, and that number').toEqual({ host: { name: `${thomas.name} og ${mette.name}`, title: '', phone: thomas.phone }, leader: { seatId: other.seat.id, name: thomas.name } })
  expect((await findMeeting(meetingId))?.hostId).toBe(other.seat.consultantId)
  expect(await handOver(host, { seatId: other.seat.id })).toEqual(refused('not-allowed'))
})

test('hands stand in the order in which they went up, and a second time changes nothing', async () => {
  const { host, guest, meetingId } = await makeLive()
  const colleague = await inside(await addGuest(meetingId), host)
  for (const [at, pass] of [colleague, guest, host, colleague].entries()) expect(await raiseHand(pass, NOW + at)).toEqual(done)
  const order = async (pass: SeatPass) => (await getDoor(pass, NOW)).hands.map(({ seatId }) => seatId)
  expect(await order(host)).toEqual([colleague.seat.id, guest.seat.id, host.seat.id])
  expect(await order(guest)).toEqual(await order(host))
  expect(await lowerHand(guest, { seatId: guest.seat.id })).toEqual(done)
  expect(await lowerHand(host, { seatId: colleague.seat.id })).toEqual(done)
  expect(await order(host)).toEqual([host.seat.id])
})

test('whoever waits raises no hand and sees none; whoever goes takes it along', async () => {
  const { host, guest, meetingId } = await makeLive()
  const waiting = await addGuest(meetingId)
  await comeToDoor(waiting, { readiness: READY, now: NOW })
  expect(await raiseHand(waiting, NOW)).toEqual(refused('not-allowed'))
  await raiseHand(guest, NOW)
  expect((await getDoor(waiting, NOW)).hands).toEqual([])
  await leaveDoor(guest, NOW)
  await inside(guest, host)
  expect((await getDoor(host, NOW)).hands).toEqual([])
  await raiseHand(guest, NOW)
  await turnAway(host, { guestSeatId: guest.seat.id, now: NOW })
  await admit(host, { guestSeatId: guest.seat.id, now: NOW })
  expect((await getDoor(host, NOW)).hands).toEqual([])
})

test('after the end nothing of it is left to do', async () => {
  const { host, guest } = await makeLive()
  await endMeeting(host, NOW)
  const attempts = [
    silence(host, { seatId: guest.seat.id, kind: 'share' }), setLocked(host, { isLocked: true, now: NOW }), raiseHand(guest, NOW),
    lowerHand(host, { seatId: guest.seat.id }), handOver(host, { seatId: guest.seat.id }),
  ]
  expect(await Promise.all(attempts)).toEqual(attempts.map(() => refused('meeting-ended')))
})

async function makeLive(): Promise<World> {
  const world = await makeMeeting()
  await comeToDoor(world.host, { readiness: READY, now: NOW })
  await inside(world.guest, world.host)
  return world
}

async function inside(pass: SeatPass, host: SeatPass): Promise<SeatPass> {
  await comeToDoor(pass, { readiness: READY, now: NOW })
  expect(await admit(host, { guestSeatId: pass.seat.id, now: NOW })).toEqual(done)
  return passOf(pass.seat.id)
}

async function addHost(meetingId: string): Promise<SeatPass> {
  const id = newId()
  const { name, email } = CAST.thomas
  await db().insert(consultant).values({ id, name, email, title: '', phone: null, locale: 'da', timeZone: 'Europe/Copenhagen' })
  await transaction((tx) => seatHosts(tx, meetingId, [id]))
  const [row] = await db().select({ id: seat.id }).from(seat).where(eq(seat.consultantId, id))
  return passOf(row?.id ?? '')
}

function open(pass: SeatPass) {
  const start = (stream: Parameters<typeof openRoomFeed>[1]['stream']) => openRoomFeed(pass, { afterVersion: 0, stream })
  return readStream(eventStream(new Request('http://localhost/feed'), { key: pass.seat.id, start }))
}
