import { beforeEach, expect, test } from 'vitest'
import { comeToDoor, grantToken, knock, leaveDoor } from '#app/domain/meeting/door/door.server.ts'
import { admitAll, holdGuest } from '#app/domain/meeting/door/several.server.ts'
import { MOST_WARM } from '#app/domain/meeting/door/warm-places.server.ts'
import { recordPresence } from '#app/domain/meeting/door/presence.server.ts'
import { parseDoorRequest } from '#app/domain/meeting/input.ts'
import { HOLD_LENGTH, PRESENT_WITHIN_MS } from '#app/domain/meeting/meeting.ts'
import { getDoor } from '#app/domain/meeting/queries.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, makeMeeting, NOW, passOf, READY, type World } from '../../../support/meetings.ts'

useDatabase()

let world: World

beforeEach(async () => {
  publishEnv({ LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 'secret-secret-secret-secret-secret' })
  world = await makeMeeting()
})

const come = (pass: SeatPass, now = NOW) => comeToDoor(pass, { readiness: READY, now })
const doorOf = async ({ seat: { id } }: SeatPass) => (await passOf(id)).seat.door
async function isConnected(pass: SeatPass, now = NOW): Promise<boolean> {
  const granted = await grantToken(pass, now)
  return granted.ok && granted.value.token !== null
}

test('everybody who waits is let in at once, and nobody who does not', async () => {
  const [second, away] = [await addGuest(world.meetingId), await addGuest(world.meetingId)]
  await come(world.guest)
  await come(second)
  expect(await admitAll(world.host, NOW)).toEqual({ ok: false, reason: 'meeting-not-open' })
  await come(world.host)
  expect(await admitAll(world.guest, NOW)).toEqual({ ok: false, reason: 'not-allowed' })
  const both = await Promise.all([admitAll(world.host, NOW), admitAll(world.host, NOW)])
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect([await doorOf(world.guest), await doorOf(second), await doorOf(away)]).toEqual(['admitted', 'admitted', 'away'])
  expect((await passOf(second.seat.id)).meeting.state).toBe('live')
})

test('a guest reads what the host says, until they are let in or go', async () => {
  await come(world.guest)
  await come(world.host)
  const said = { kind: 'own', text: 'To minutter, Søren' } as const
  const hold = (pass: SeatPass) => holdGuest(pass, { guestSeatId: world.guest.seat.id, hold: said })
  expect(await hold(world.guest)).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await hold(world.host)).toMatchObject({ ok: true })
  expect((await getDoor(world.guest, NOW)).me).toEqual({ door: 'waiting', hold: said })
  await leaveDoor(world.guest, NOW)
  await knock(world.guest, { readiness: READY, now: NOW })
  expect((await getDoor(world.guest, NOW)).me).toEqual({ door: 'waiting' })
  await hold(world.host)
  await admitAll(world.host, NOW)
  expect((await getDoor(world.guest, NOW)).me).toEqual({ door: 'admitted' })
  expect(await hold(world.host)).toEqual({ ok: false, reason: 'not-at-the-door' })
})

test.each([
  [{ kind: 'soon' }, true], [{ kind: 'own', text: 'x'.repeat(HOLD_LENGTH) }, true],
  [{ kind: 'own', text: 'x'.repeat(HOLD_LENGTH + 1) }, false], [{ kind: 'own', text: '   ' }, false], [{ kind: 'never' }, false],
])('what the host says is one of three or own words: %j', (hold, isGood) => {
  expect(parseDoorRequest({ intent: 'hold', seatId: world.guest.seat.id, hold }) !== null).toBe(isGood)
})

test('eight wait connected, the ninth on the page, until a place is free or it is let in', async () => {
  const guests = [world.guest]
  while (guests.length <= MOST_WARM) guests.push(await addGuest(world.meetingId))
  for (const guest of guests) await come(guest)
  const [ninth] = guests.slice(-1)
  if (!ninth) throw new Error('There are nine')
  const connected = await Promise.all(guests.slice(0, -1).map((guest) => isConnected(guest)))
  expect(connected).toEqual(Array.from({ length: MOST_WARM }, () => true))
  expect([await isConnected(ninth), await isConnected(world.guest)]).toEqual([false, true])
  await leaveDoor(world.guest, NOW)
  expect(await isConnected(ninth)).toBe(true)
  await come(world.guest)
  expect(await isConnected(world.guest)).toBe(false)
  await come(world.host)
  await admitAll(world.host, NOW)
  expect(await isConnected(world.guest)).toBe(true)
})

test('whoever closed the page gives the place to one who waits', async () => {
  const guests = [world.guest]
  while (guests.length <= MOST_WARM) guests.push(await addGuest(world.meetingId))
  for (const guest of guests) await come(guest)
  const raced = await Promise.all(guests.map((guest) => isConnected(guest)))
  expect(raced.filter(Boolean)).toHaveLength(MOST_WARM)
  const later = NOW + PRESENT_WITHIN_MS + 1
  const late = guests[raced.indexOf(false)]
  if (!late) throw new Error('One had no place')
  await recordPresence([late.seat.id], later)
  expect(await isConnected(late, later)).toBe(true)
})
