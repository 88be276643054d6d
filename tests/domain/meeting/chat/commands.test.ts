import { expect, test } from 'vitest'
import { CHAT_LIMITS } from '#app/domain/meeting/chat/chat.ts'
import { handOverFile, sayInChat } from '#app/domain/meeting/chat/commands.server.ts'
import { listMessages, sumFileBytes } from '#app/domain/meeting/chat/queries.server.ts'
import { admit, comeToDoor, leaveDoor, turnAway } from '#app/domain/meeting/door/door.server.ts'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { db } from '#db/client.server.ts'
import { chat } from '#db/schema.server.ts'
import { eq } from 'drizzle-orm'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, makeMeeting, NOW, READY, type World } from '../../../support/meetings.ts'

useDatabase()

test('what is said has its place, its author and its time', async () => {
  const { host, guest, meetingId } = await makeLive()
  await say(host, 'Velkommen')
  await say(guest, '  Tak\nskal du have ')
  expect(await listMessages(meetingId)).toMatchObject([
    { number: 1, text: 'Velkommen', name: 'Mette Holm', role: 'host', seatId: host.seat.id, file: null, at: NOW },
    { number: 2, text: 'Tak\nskal du have', role: 'guest', seatId: guest.seat.id },
  ])
  expect(await listMessages(meetingId, { after: 1 })).toHaveLength(1)
})

test('the same message posted again, at once or later, is one message with one answer', async () => {
  const { guest, meetingId } = await makeLive()
  const id = newId()
  const answers = await Promise.all(Array.from({ length: 8 }, () => sayInChat(guest, { id, text: 'Hej', now: NOW })))
  expect(answers).toEqual(answers.map(() => ({ ok: true, value: { number: 1, at: NOW } })))
  expect(await sayInChat(guest, { id, text: 'Hej', now: NOW + 5_000 })).toEqual(answers[0])
  expect(await listMessages(meetingId)).toHaveLength(1)
})

test('an id that is taken, in this meeting or another, is refused', async () => {
  const [here, there] = [await makeLive(), await makeLive()]
  const id = newId()
  await sayInChat(here.guest, { id, text: 'Hej', now: NOW })
  for (const pass of [here.host, there.guest]) expect(await sayInChat(pass, { id, text: 'Hej', now: NOW })).toEqual({ ok: false, reason: 'already-there' })
  expect(await listMessages(there.meetingId)).toEqual([])
  expect(await say(there.guest, 'Næste')).toEqual({ ok: true, value: { number: 1, at: NOW } })
})

test('forty at the same time have numbers without a hole', async () => {
  const { host, guest, meetingId } = await makeLive()
  await Promise.all(Array.from({ length: 40 }, (_, turn) => say(turn % 2 ? host : guest, `Nr. ${turn}`)))
  expect((await listMessages(meetingId)).map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
})

test('whoever waits, has left or was sent away says nothing, and nobody does before or after the meeting', async () => {
  const world = await makeMeeting()
  expect(await say(world.host, 'Hej')).toEqual({ ok: false, reason: 'meeting-over' })
  await come(world)
  expect(await say(world.guest, 'Hej')).toEqual({ ok: false, reason: 'not-admitted' })
  await admit(world.host, { guestSeatId: world.guest.seat.id, now: NOW })
  expect((await say(world.guest, 'Hej')).ok).toBe(true)
  await leaveDoor(world.guest, NOW)
  expect(await say(world.guest, 'Hej')).toEqual({ ok: false, reason: 'not-admitted' })
  await comeToDoor(world.guest, { readiness: READY, now: NOW })
  await turnAway(world.host, { guestSeatId: world.guest.seat.id, now: NOW })
  expect(await say(world.guest, 'Hej')).toEqual({ ok: false, reason: 'not-allowed' })
  await endMeeting(world.host, NOW)
  expect(await say(world.host, 'Hej')).toEqual({ ok: false, reason: 'meeting-over' })
  expect(await listMessages(world.meetingId)).toHaveLength(1)
})

test('a colleague who was not let in says nothing in a meeting that others hold', async () => {
  const { meetingId } = await makeLive()
  expect(await say(await addGuest(meetingId), 'Hej')).toEqual({ ok: false, reason: 'not-admitted' })
})

test('a meeting has room for so many messages and so many bytes', async () => {
  const { guest, meetingId } = await makeLive()
  const file = { hash: 'a'.repeat(64), name: 'a.pdf', type: 'application/pdf', bytes: CHAT_LIMITS.meetingBytes - 10 }
  expect((await handOverFile(guest, { id: newId(), file, now: NOW })).ok).toBe(true)
  expect(await handOverFile(guest, { id: newId(), file: { ...file, bytes: 11 }, now: NOW })).toEqual({ ok: false, reason: 'meeting-full' })
  expect((await handOverFile(guest, { id: newId(), file: { ...file, bytes: 10 }, now: NOW })).ok).toBe(true)
  expect(await sumFileBytes(meetingId)).toBe(CHAT_LIMITS.meetingBytes)
  await db().update(chat).set({ lastNumber: CHAT_LIMITS.messages }).where(eq(chat.meetingId, meetingId))
  expect(await say(guest, 'En til')).toEqual({ ok: false, reason: 'too-many' })
})

function say(pass: SeatPass, text: string) {
  return sayInChat(pass, { id: newId(), text, now: NOW })
}

async function come({ host, guest }: World): Promise<void> {
  await comeToDoor(guest, { readiness: READY, now: NOW })
  await comeToDoor(host, { readiness: READY, now: NOW })
}

async function makeLive(): Promise<World> {
  const world = await makeMeeting()
  await come(world)
  await admit(world.host, { guestSeatId: world.guest.seat.id, now: NOW })
  return world
}
