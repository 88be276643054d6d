import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { admit, comeToDoor, leaveDoor, turnAway } from '#app/domain/meeting/door/door.server.ts'
import { parseLineReport, readNote, writeNote } from '#app/domain/meeting/line/line.ts'
import { reportLine } from '#app/domain/meeting/line/line.server.ts'
import { setLiveKitState } from '#app/platform/livekit.server.ts'
import { db } from '#db/client.server.ts'
import { meeting, person } from '#db/schema.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, NOW, passOf, READY } from '../../../support/meetings.ts'
import { follow, makeLive, useFeed } from '../../../support/room-feed.ts'
import { type StreamReader } from '../../../support/stream-reader.ts'

useDatabase()
useFeed()

test('the others inside hear how somebody\'s media go, the one who told does not', async () => {
  const { host, guest } = await makeLive()
  const [atHost, atGuest] = [follow(host), follow(guest)]
  await Promise.all([atHost, atGuest].map((reader) => reader.until(hasDoor)))
  expect(await reportLine(guest, { line: 'no-upload' })).toMatchObject({ ok: true })
  await atHost.until((events) => events.some(({ event }) => event === 'line'))
  expect(linesOf(atHost)).toEqual([{ identity: guest.seat.identity, line: 'no-upload' }])
  await reportLine(host, { line: 'good' })
  await atGuest.until((events) => events.some(({ event }) => event === 'line'))
  expect(linesOf(atGuest)).toEqual([{ identity: host.seat.identity, line: 'good' }])
})

test('whoever waits at the door hears nothing of those inside until being let in', async () => {
  const { host, guest, meetingId } = await makeLive()
  const waiting = await addGuest(meetingId)
  await comeToDoor(waiting, { readiness: READY, now: NOW })
  const [atDoor, atHost] = [follow(await passOf(waiting.seat.id)), follow(host)]
  await Promise.all([atDoor, atHost].map((reader) => reader.until(hasDoor)))
  await reportLine(guest, { line: 'no-media' })
  await atHost.until((events) => events.some(({ event }) => event === 'line'))
  await admit(host, { guestSeatId: waiting.seat.id, now: NOW })
  await atDoor.until((events) => events.filter(({ event }) => event === 'door').length > 1)
  expect(linesOf(atDoor)).toEqual([])
  await reportLine(guest, { line: 'good' })
  await atDoor.until((events) => events.some(({ event }) => event === 'line'))
})

test('another meeting hears nothing', async () => {
  const [here, elsewhere] = [await makeLive(), await makeLive()]
  const reader = follow(here.host)
  await reader.until(hasDoor)
  await reportLine(elsewhere.guest, { line: 'no-media' })
  await reportLine(here.guest, { line: 'good' })
  await reader.until((events) => events.some(({ event }) => event === 'line'))
  expect(linesOf(reader)).toEqual([{ identity: here.guest.seat.identity, line: 'good' }])
})

test('only who is inside may tell, and the refusal says why', async () => {
  const { host, guest, meetingId } = await makeLive()
  const outside = await addGuest(meetingId)
  expect(await reportLine(outside, { line: 'good' })).toEqual({ ok: false, reason: 'not-at-the-door' })
  await comeToDoor(outside, { readiness: READY, now: NOW })
  expect(await reportLine(await passOf(outside.seat.id), { line: 'good' })).toEqual({ ok: false, reason: 'not-at-the-door' })
  await turnAway(host, { guestSeatId: outside.seat.id, now: NOW })
  expect(await reportLine(await passOf(outside.seat.id), { line: 'good' })).toEqual({ ok: false, reason: 'removed' })
  for (const [state, reason] of [['ended', 'meeting-ended'], ['cancelled', 'meeting-cancelled']] as const) {
    await db().update(meeting).set({ state, ...(state === 'ended' && { endedAt: new Date(NOW) }) }).where(eq(meeting.id, meetingId))
    expect(await reportLine(await passOf(guest.seat.id), { line: 'good' })).toEqual({ ok: false, reason })
  }
})

test('the host gets the numbers of the guests inside, a guest gets none', async () => {
  const { host, guest, meetingId } = await makeLive()
  await db().update(person).set({ phone: '+45 20 30 40 50' }).where(eq(person.id, guest.seat.personId ?? ''))
  await addGuest(meetingId)
  const numbers = [{ name: guest.seat.name, phone: '+45 20 30 40 50' }]
  expect(await reportLine(host, { line: 'good' })).toMatchObject({ value: { numbers } })
  expect(await reportLine(guest, { line: 'good' })).toMatchObject({ value: { numbers: [] } })
  await leaveDoor(guest, NOW)
  expect(await reportLine(host, { line: 'good' })).toMatchObject({ value: { numbers: [] } })
})

test('the answer says whether the media server stands', async () => {
  const { guest } = await makeLive()
  setLiveKitState('down')
  expect(await reportLine(guest, { line: 'no-media' })).toMatchObject({ value: { livekit: 'down' } })
  setLiveKitState('ready')
  expect(await reportLine(guest, { line: 'no-media' })).toMatchObject({ value: { livekit: 'ready' } })
})

test('a note is read as it was written, and anything else as none', () => {
  const note = { identity: 'p-7', line: 'no-upload' } as const
  expect(readNote(writeNote(note))).toEqual(note)
  for (const text of ['', 'p-7', 'p-7 bad', ' good']) expect(readNote(text)).toBeNull()
  expect(parseLineReport({ line: 'no-media' })).toEqual({ line: 'no-media' })
  for (const body of [null, {}, { line: 'fine' }, 'good']) expect(parseLineReport(body)).toBeNull()
})

function hasDoor(events: { event: string }[]): boolean {
  return events.some(({ event }) => event === 'door')
}

function linesOf(reader: StreamReader): unknown[] {
  return reader.events().filter(({ event }) => event === 'line').map(({ data }) => data)
}
