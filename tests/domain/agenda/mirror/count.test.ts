import { beforeEach, expect, test } from 'vitest'
import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { chooseMirror, findMirrorChoice, tellOfMirror } from '#app/domain/agenda/mirror/choice.server.ts'
import { countSpoken, getMirror } from '#app/domain/agenda/mirror/count.server.ts'
import type { OtherSpoken, Spoken, SpokenReport } from '#app/domain/agenda/mirror/mirror.ts'
import { admit, comeToDoor, leaveDoor, turnAway } from '#app/domain/meeting/door/door.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { mirrorShare } from '#db/schema.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, makeMeeting, NOW, READY, type World } from '../../../support/meetings.ts'

useDatabase()

const LATER = NOW + 10 * MINUTE_MS

let world: World
let page = ''
let number = 0

beforeEach(async () => {
  world = await makeLive()
  ;[page, number] = [newId(), 0]
})

test('nothing is counted of a guest who has not been told, and from then on it is', async () => {
  await count([said(world.guest, 30)])
  expect(await shares()).toEqual([])
  expect((await getMirror(world.host)).uncounted).toBe(1)
  await tellOfMirror(world.guest, NOW)
  await count([said(world.guest, 30), said(world.host, 70)])
  expect(await shares()).toEqual([{ itemId: null, ownMs: 70_000, allMs: 100_000, others: [spoke(world.guest, 30)] }])
  expect((await getMirror(world.host)).uncounted).toBe(0)
})

test('a guest who goes out of the count is out at once, what was counted stays, and coming back counts nothing from before', async () => {
  await tellOfMirror(world.guest, NOW)
  await count([said(world.guest, 20)])
  await chooseMirror(world.guest, false, LATER)
  await count([said(world.guest, 20)])
  expect(await shares()).toMatchObject([{ allMs: 20_000 }])
  await chooseMirror(world.guest, true, LATER)
  await count([said(world.guest, 5)], { now: LATER + 2 * SECOND_MS })
  expect(await shares()).toMatchObject([{ allMs: 22_000 }])
})

test('a host reads each person who is in the count by name, and of whoever went out of it only that the whole is as long', async () => {
  const colleague = await addGuest(world.meetingId)
  await comeToDoor(colleague, { readiness: READY, now: NOW })
  await admit(world.host, { guestSeatId: colleague.seat.id, now: NOW })
  for (const pass of [world.guest, colleague]) await tellOfMirror(pass, NOW)
  await count([said(world.host, 10), said(world.guest, 20), said(colleague, 30)])
  expect(await shares()).toEqual([{ itemId: null, ownMs: 10_000, allMs: 60_000, others: [spoke(world.guest, 20), spoke(colleague, 30)] }])
  await chooseMirror(world.guest, false, LATER)
  expect(await shares()).toEqual([{ itemId: null, ownMs: 10_000, allMs: 60_000, others: [spoke(colleague, 30)] }])
  await leaveDoor(colleague, LATER)
  await endMeeting(world.host, LATER)
  expect(await shares(), 'after the end').toMatchObject([{ others: [spoke(colleague, 30)] }])
})

test('a report is answered with the mirror as it is looked at', async () => {
  await tellOfMirror(world.guest, NOW)
  const report: SpokenReport = { counterId: page, number: 1, spoken: [said(world.guest, 20)], isLast: false }
  const looked = async () => ({ ok: true, value: await getMirror(world.host) })
  expect(await countSpoken(world.host, report, LATER)).toEqual(await looked())
  expect(await countSpoken(world.host, report, LATER), 'the same report again').toEqual(await looked())
})

test('whoever came into the count two seconds ago is counted for two seconds, at however many items', async () => {
  await tellOfMirror(world.guest, NOW)
  const [first = '', second = ''] = world.items
  await count([said(world.guest, 5, first), said(world.guest, 5, second), said(world.guest, 5)], { now: NOW + 2 * SECOND_MS })
  expect((await shares()).reduce((sum, { allMs }) => sum + allMs, 0)).toBe(2_000)
})

test('a guest who has chosen before being told again keeps the choice', async () => {
  await chooseMirror(world.guest, false, NOW)
  expect(await tellOfMirror(world.guest, LATER)).toEqual({ ok: true, value: { isTold: true, isOn: false } })
  expect(await findMirrorChoice(world.guest)).toEqual({ isTold: true, isOn: false })
  expect(await findMirrorChoice(world.host)).toBeNull()
})

test('seconds belong to the item that the meeting was at, and to the meeting once that is gone', async () => {
  await tellOfMirror(world.guest, NOW)
  const [first = '', second = ''] = world.items
  await count([said(world.host, 10, first), said(world.guest, 10, second), said(world.guest, 5, newId())])
  expect(await shares()).toEqual(expect.arrayContaining([
    { itemId: first, ownMs: 10_000, allMs: 10_000, others: [] },
    { itemId: second, ownMs: 0, allMs: 10_000, others: [spoke(world.guest, 10)] },
    { itemId: null, ownMs: 0, allMs: 5_000, others: [spoke(world.guest, 5)] },
  ]))
  await changeAgenda(world.host, { change: { kind: 'item-remove', itemId: first }, changeId: newId(), now: NOW })
  await count([said(world.host, 3, first)])
  expect(await shares()).toEqual(expect.arrayContaining([{ itemId: null, ownMs: 3_000, allMs: 8_000, others: [spoke(world.guest, 5)] }]))
})

test('a report that comes eight times at once counts once', async () => {
  const report = { counterId: page, number: 1, spoken: [said(world.host, 10)], isLast: false }
  const answers = await Promise.all(Array.from({ length: 8 }, () => countSpoken(world.host, report, NOW)))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(await shares()).toMatchObject([{ allMs: 10_000 }])
})

test('of two tabs one counts, and the other takes over when the first is silent', async () => {
  const [first, second] = [newId(), newId()]
  expect(await reasonOf(first, [said(world.host, 10)], NOW)).toBe('counted')
  expect(await reasonOf(second, [said(world.host, 10)], NOW + 5 * SECOND_MS)).toBe('counted-elsewhere')
  expect(await reasonOf(second, [said(world.host, 10)], NOW + 16 * SECOND_MS)).toBe('counted')
  expect(await reasonOf(first, [said(world.host, 10)], NOW + 17 * SECOND_MS)).toBe('counted-elsewhere')
  expect(await shares()).toMatchObject([{ allMs: 20_000 }])
})

test('twenty tabs that begin at once are one', async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => reasonOf(newId(), [said(world.host, 10)], NOW)))
  expect(outcomes.filter((outcome) => outcome === 'counted')).toHaveLength(1)
  expect(await shares()).toMatchObject([{ allMs: 10_000 }])
})

test('after a reload the new page counts at once, and a late report of the old one counts no second twice', async () => {
  const [before, after] = [newId(), newId()]
  const last: SpokenReport = { counterId: before, number: 7, spoken: [said(world.host, 4)], isLast: true }
  await countSpoken(world.host, last, NOW)
  await countSpoken(world.host, last, NOW)
  expect(await reasonOf(after, [said(world.host, 6)], NOW)).toBe('counted')
  expect((await countSpoken(world.host, last, NOW)).ok).toBe(false)
  expect(await shares()).toMatchObject([{ allMs: 10_000 }])
})

test('a clock that is set back an hour stops no count', async () => {
  await tellOfMirror(world.guest, NOW)
  await count([said(world.guest, 10)])
  await count([said(world.guest, 10)], { now: NOW - HOUR_MS })
  expect(await reasonOf(newId(), [said(world.guest, 10)], NOW - HOUR_MS + 20 * SECOND_MS)).toBe('counted')
  expect(await shares()).toMatchObject([{ allMs: 30_000 }])
})

test('only a host who is inside a meeting that runs counts, and only people of that meeting are', async () => {
  const other = await makeLive()
  await tellOfMirror(other.guest, NOW)
  await count([said(other.guest, 10), said(other.host, 10)])
  expect(await shares()).toEqual([])
  expect(await reasonOf(page, [], NOW, other.guest)).toBe('not-allowed')
  await leaveDoor(other.host, NOW)
  expect(await reasonOf(page, [], NOW, other.host)).toBe('not-inside')
  await endMeeting(world.host, NOW)
  expect(await reasonOf(newId(), [], NOW)).toBe('meeting-over')
})

test('a guest who was sent away, and a host, have no choice to make', async () => {
  await turnAway(world.host, { guestSeatId: world.guest.seat.id, now: NOW })
  for (const pass of [world.guest, world.host]) {
    expect(await chooseMirror(pass, true, NOW)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await tellOfMirror(pass, NOW)).toEqual({ ok: false, reason: 'not-allowed' })
  }
})

test('what is kept is a sum for each place and nothing else', async () => {
  await tellOfMirror(world.guest, NOW)
  for (let round = 0; round < 5; round += 1) await count([said(world.guest, 1), said(world.host, 2)])
  const rows = (await db().select().from(mirrorShare)).filter(({ meetingId }) => meetingId === world.meetingId)
  expect(rows).toHaveLength(2)
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['itemId', 'meetingId', 'seatId', 'spokenMs'])
})

async function makeLive(): Promise<World> {
  const made = await makeMeeting()
  await comeToDoor(made.guest, { readiness: READY, now: NOW })
  await comeToDoor(made.host, { readiness: READY, now: NOW })
  await admit(made.host, { guestSeatId: made.guest.seat.id, now: NOW })
  return made
}

function said({ seat: { identity } }: SeatPass, seconds: number, itemId: string | null = null): Spoken {
  return { itemId, identity, ms: seconds * SECOND_MS }
}

function spoke({ seat: { id: seatId, name } }: SeatPass, seconds: number): OtherSpoken {
  return { seatId, name, ms: seconds * SECOND_MS }
}

async function count(spoken: Spoken[], { now = LATER } = {}): Promise<void> {
  number += 1
  expect((await countSpoken(world.host, { counterId: page, number, spoken, isLast: false }, now)).ok).toBe(true)
}

async function reasonOf(counterId: string, spoken: Spoken[], now: number, pass = world.host): Promise<string> {
  number += 1
  const counted = await countSpoken(pass, { counterId, number, spoken, isLast: false }, now)
  return counted.ok ? 'counted' : counted.reason
}

async function shares() {
  return (await getMirror(world.host)).shares
}
