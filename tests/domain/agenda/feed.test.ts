import { and, eq, lt, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import type { AgendaChange } from '#app/domain/agenda/change.ts'
import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { admit, comeToDoor, turnAway } from '#app/domain/meeting/door/door.server.ts'
import { recordPresence } from '#app/domain/meeting/door/presence.server.ts'
import type { DoorView } from '#app/domain/meeting/room-data.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { setLiveKitState } from '#app/platform/livekit.server.ts'
import { db, sqlClient } from '#db/client.server.ts'
import { agendaEvent, seat } from '#db/schema.server.ts'
import { useDatabase } from '../../support/database.ts'
import { makeMeeting, NOW, passOf, READY } from '../../support/meetings.ts'
import { follow, makeLive, useFeed } from '../../support/room-feed.ts'
import { type ReadEvent } from '../../support/stream-reader.ts'

useDatabase()
useFeed()

test('a browser without a version gets the door and the whole agenda, then each step with its id', async () => {
  const { guest, host } = await makeLive()
  const reader = follow(guest, { afterVersion: null })
  await reader.until(has('door'))
  const [whole] = (await reader.until(has('agenda'))).filter((event) => event.event === 'agenda')
  expect(whole).toMatchObject({ id: '0', data: { version: 0, agenda: { items: [{ title: 'Velkommen' }, {}] } } })
  const change = newEntry('Vi begynder i januar')
  const changeId = newId()
  await changeAgenda(host, { change, changeId, now: NOW })
  const step = (await reader.until(has('change'))).find((event) => event.event === 'change')
  expect(step).toEqual({ event: 'change', id: '1', retry: null, data: { version: 1, changeId, change, role: 'host', seatId: host.seat.id, name: 'Mette Holm', at: NOW } })
})

test('a browser that comes back with its last version gets exactly what it missed', async () => {
  const { guest, host } = await makeLive()
  await makeSteps(host, 5)
  const reader = follow(guest, { afterVersion: 2 })
  expect((await reader.until((events) => steps(events).length === 3)).filter((event) => event.event === 'agenda')).toEqual([])
  expect(steps(reader.events())).toEqual(['3', '4', '5'])
})

test('a browser that missed too much, or knows a version that never was, gets the whole agenda', async () => {
  const { guest, host, meetingId } = await makeLive()
  await makeSteps(host, 3)
  expect(await follow(guest, { afterVersion: 99 }).until(has('agenda'))).toContainEqual(expect.objectContaining({ event: 'agenda', id: '3' }))
  await db().execute(sql`INSERT INTO agenda_event (meeting_id, version, change_id, seat_id, change, at)
    SELECT ${meetingId}, 3 + n, gen_random_uuid(), ${host.seat.id}, '{"kind":"item-start","itemId":null}', now() FROM generate_series(1, 250) n`)
  await db().execute(sql`UPDATE agenda SET version = 253 WHERE meeting_id = ${meetingId}`)
  expect(await follow(guest, { afterVersion: 3 }).until(has('agenda'))).toContainEqual(expect.objectContaining({ event: 'agenda', id: '253' }))
  expect(steps(await follow(guest, { afterVersion: 250 }).until((events) => steps(events).length === 3))).toEqual(['251', '252', '253'])
})

test('a hole in the steps is never passed over', async () => {
  const { guest, host, meetingId } = await makeLive()
  await makeSteps(host, 4)
  await db().delete(agendaEvent).where(and(eq(agendaEvent.meetingId, meetingId), lt(agendaEvent.version, 3)))
  const events = await follow(guest, { afterVersion: 1 }).until(has('agenda'))
  expect(steps(events)).toEqual([])
})

test('a burst of fifty changes arrives whole, in order, once each', async () => {
  const { guest, host } = await makeLive()
  const reader = follow(guest)
  await Promise.all(Array.from({ length: 50 }, () => makeSteps(host, 1)))
  await reader.until((events) => steps(events).length >= 50)
  expect(steps(reader.events())).toEqual(Array.from({ length: 50 }, (_, index) => String(index + 1)))
})

test('what happens while the LISTEN is broken is told when it stands again', async () => {
  const { guest, host } = await makeLive()
  const reader = follow(guest)
  await reader.until(has('door'))
  const doors = () => reader.events().filter((event) => event.event === 'door').length
  const before = doors()
  await sqlClient()`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND query ILIKE 'listen%'`
  await makeSteps(host, 3)
  await reader.until((events) => steps(events).length === 3)
  await vi.waitFor(() => expect(doors()).toBeGreaterThan(before), 10_000)
})

test('another meeting\'s changes reach nobody here', async () => {
  const [here, elsewhere] = [await makeLive(), await makeLive()]
  const reader = follow(here.guest)
  await reader.until(has('door'))
  await makeSteps(elsewhere.host, 1)
  await makeSteps(here.host, 1)
  await reader.until((events) => steps(events).length > 0)
  expect(steps(reader.events())).toEqual(['1'])
  expect(reader.text()).not.toContain(elsewhere.guest.seat.id)
})

test('the host hears of a knock, the guest of the open door, both of the end', async () => {
  const { host, guest } = await makeMeeting()
  await comeToDoor(host, { readiness: READY, now: NOW })
  const [atHost, atGuest] = [follow(host), follow(guest)]
  await comeToDoor(guest, { readiness: READY, now: NOW })
  await atHost.until((events) => lastDoor(events)?.guests[0]?.door === 'waiting')
  await admit(host, { guestSeatId: guest.seat.id, now: NOW })
  await atGuest.until((events) => lastDoor(events)?.me.door === 'admitted')
  await endMeeting(host, NOW)
  for (const reader of [atHost, atGuest]) await reader.until((events) => lastDoor(events)?.closedReason === 'meeting-ended')
})

test('a guest who is turned away hears it, and the stream ends; coming again ends at once', async () => {
  const { host, guest } = await makeLive()
  const reader = follow(guest)
  await reader.until(has('door'))
  await turnAway(host, { guestSeatId: guest.seat.id, now: NOW })
  await reader.ended
  expect(reader.events().at(-1)).toMatchObject({ event: 'door', retry: '60000', data: { me: { door: 'removed' } } })
  const again = follow(guest)
  await again.ended
  expect(lastDoor(again.events())?.me.door).toBe('removed')
  expect(again.events().filter(({ event }) => event !== 'door'), 'nothing of the agenda').toEqual([])
})

test('coming and going of LiveKit is told to whoever looks', async () => {
  const { guest } = await makeLive()
  setLiveKitState('ready')
  const reader = follow(guest)
  await reader.until((events) => lastDoor(events)?.livekit.state === 'ready')
  setLiveKitState('down', 'it died')
  await reader.until((events) => lastDoor(events)?.livekit.state === 'down')
  expect(reader.text()).not.toContain('it died')
})

test('opening a stream is being there; when the beats stop, the others are told', async () => {
  const { host, guest } = await makeLive()
  await db().update(seat).set({ lastSeenAt: null }).where(eq(seat.meetingId, host.meeting.id))
  const atHost = follow(host)
  await atHost.until((events) => lastDoor(events)?.isHostPresent === true && lastDoor(events)?.guests[0]?.isPresent === false)
  follow(guest)
  await atHost.until((events) => lastDoor(events)?.guests[0]?.isPresent === true)
  setNow(NOW + 45_000)
  await recordPresence([host.seat.id], NOW + 45_000)
  await atHost.until((events) => lastDoor(events)?.guests[0]?.isPresent === false)
})

test('a beat of a thousand seats waits for nobody, even while one of them is being changed', async () => {
  const { host, guest } = await makeLive()
  await sqlClient().begin(async (other) => {
    await other`SELECT 1 FROM seat WHERE id = ${guest.seat.id} FOR UPDATE`
    await recordPresence([host.seat.id, guest.seat.id, ...Array.from({ length: 998 }, newId)], NOW + 1_000)
  })
  expect((await passOf(host.seat.id)).seat.lastSeenAt).toBe(NOW + 1_000)
  expect((await passOf(guest.seat.id)).seat.lastSeenAt).toBe(NOW)
})

async function makeSteps(host: SeatPass, count: number): Promise<void> {
  for (let step = 0; step < count; step += 1) {
    await changeAgenda(host, { change: newEntry(`Linje ${step}`), changeId: newId(), now: NOW })
  }
}

function newEntry(text: string): AgendaChange {
  return { kind: 'entry-add', entryId: newId(), entryKind: 'decision', itemId: null, text, owner: '', due: '' }
}

function has(name: string): (events: ReadEvent[]) => boolean {
  return (events) => events.some((event) => event.event === name)
}

function steps(events: ReadEvent[]): (string | null)[] {
  return events.filter((event) => event.event === 'change').map((event) => event.id)
}

function lastDoor(events: ReadEvent[]): DoorView | null {
  const door = events.findLast((event) => event.event === 'door')?.data
  return isDoor(door) ? door : null
}

function isDoor(value: unknown): value is DoorView {
  return typeof value === 'object' && value !== null && 'guests' in value
}
