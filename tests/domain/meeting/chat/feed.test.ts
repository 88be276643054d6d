import { expect, test } from 'vitest'
import { sayInChat } from '#app/domain/meeting/chat/commands.server.ts'
import { admit, comeToDoor, leaveDoor, turnAway } from '#app/domain/meeting/door/door.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { sqlClient } from '#db/client.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, NOW, READY } from '../../../support/meetings.ts'
import { follow, makeLive, useFeed } from '../../../support/room-feed.ts'
import { type ReadEvent } from '../../../support/stream-reader.ts'

useDatabase()
useFeed()

test('what is said is told to everybody inside, once and in order', async () => {
  const { host, guest } = await makeLive()
  const readers = [follow(host), follow(guest)]
  for (const reader of readers) await reader.until(hasDoor)
  await Promise.all(Array.from({ length: 30 }, (_, turn) => say(turn % 2 ? host : guest, `Nr. ${turn}`)))
  for (const reader of readers) {
    await reader.until((events) => numbers(events).length >= 30)
    expect(numbers(reader.events())).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  }
})

test('a browser that comes back hears exactly what it missed', async () => {
  const { host, guest } = await makeLive()
  for (const text of ['Et', 'To', 'Tre']) await say(host, text)
  const reader = follow(guest, { afterMessage: 1 })
  await reader.until((events) => numbers(events).length === 2)
  await say(host, 'Fire')
  await reader.until((events) => numbers(events).length === 3)
  expect(numbers(reader.events())).toEqual([2, 3, 4])
})

test('more than fits one event comes in several, whole', async () => {
  const { host, guest, meetingId } = await makeLive()
  await say(host, 'Den første')
  await sqlClient()`INSERT INTO chat_message (id, meeting_id, number, seat_id, text, at)
    SELECT gen_random_uuid(), ${meetingId}, n, ${host.seat.id}, 'x', now() FROM generate_series(2, 450) n`
  const reader = follow(guest)
  await reader.until((events) => numbers(events).length === 450)
  expect(reader.events().filter(({ event }) => event === 'said')).toHaveLength(3)
})

test('whoever waits is told nothing, and all of it as soon as the door is open', async () => {
  const { host, meetingId } = await makeLive()
  const late = await addGuest(meetingId)
  await comeToDoor(late, { readiness: READY, now: NOW })
  await say(host, 'Det her er ikke for døren')
  const reader = follow(late)
  await reader.until(hasDoor)
  await say(host, 'Heller ikke det her')
  await pause(200)
  expect(reader.text()).not.toContain('for døren')
  await admit(host, { guestSeatId: late.seat.id, now: NOW })
  await reader.until((events) => numbers(events).length === 2)
})

test('whoever left or was sent away hears no more', async () => {
  const { host, guest, meetingId } = await makeLive()
  const colleague = await addGuest(meetingId)
  await comeToDoor(colleague, { readiness: READY, now: NOW })
  await admit(host, { guestSeatId: colleague.seat.id, now: NOW })
  const [left, sentAway, stays] = [follow(guest), follow(colleague), follow(host)]
  for (const reader of [left, sentAway, stays]) await reader.until(hasDoor)
  await leaveDoor(guest, NOW)
  await turnAway(host, { guestSeatId: colleague.seat.id, now: NOW })
  await sentAway.ended
  await say(host, 'Nu er vi alene')
  await stays.until((events) => numbers(events).length === 1)
  await pause(200)
  for (const reader of [left, sentAway]) expect(numbers(reader.events())).toEqual([])
})

test('what is said in another meeting is told to nobody here', async () => {
  const [here, elsewhere] = [await makeLive(), await makeLive()]
  const reader = follow(here.guest)
  await reader.until(hasDoor)
  await say(elsewhere.host, 'Hemmeligt')
  await say(here.host, 'Hej')
  await reader.until((events) => numbers(events).length === 1)
  expect(reader.text()).not.toContain('Hemmeligt')
})

async function say(pass: SeatPass, text: string): Promise<void> {
  expect((await sayInChat(pass, { id: newId(), text, now: NOW })).ok).toBe(true)
}

function hasDoor(events: ReadEvent[]): boolean {
  return events.some(({ event }) => event === 'door')
}

function numbers(events: ReadEvent[]): number[] {
  return events.flatMap(({ event, data }) => (event === 'said' && Array.isArray(data) ? data.map(({ number }) => Number(number)) : []))
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms) })
}
