import { beforeEach, expect, test } from 'vitest'
import { comeToDoor, leaveDoor, openRoom } from '#app/domain/meeting/door/door.server.ts'
import { getDoor } from '#app/domain/meeting/queries.server.ts'
import { recordPresence } from '#app/domain/meeting/door/presence.server.ts'
import { answerTurnUp } from '#app/domain/meeting/turn-up/answer.server.ts'
import { tellOfWaiting } from '#app/domain/meeting/turn-up/waiting.server.ts'
import { MINUTE_MS, SECOND_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, makeMeeting, NOW, passOf, READY, type World } from '../../../support/meetings.ts'
import { queuedMails } from '../../../support/reminders.ts'

const database = useDatabase()
let world: World

beforeEach(async () => {
  await database.reset()
  world = await makeMeeting()
})

const knock = (now: number) => comeToDoor(world.guest, { readiness: READY, now })
const look = (now: number) => tellOfWaiting(world, now)
const mails = async () => (await queuedMails('waiting')).map(({ seatId }) => seatId)

test('the last word of a guest stands at the door for the host, and for nobody else', async () => {
  const { host, guest, meetingId } = world
  const colleague = await addGuest(meetingId)
  await answerTurnUp(guest, { lateMinutes: 0, now: NOW })
  await answerTurnUp(guest, { lateMinutes: 10, now: NOW + MINUTE_MS })
  const seen = (await getDoor(host, NOW)).guests.find(({ seatId }) => seatId === guest.seat.id)
  expect(seen).toMatchObject({ door: 'away', turnUp: { lateMinutes: 10, answeredAt: NOW + MINUTE_MS } })
  await comeToDoor(colleague, { readiness: READY, now: NOW })
  expect(JSON.stringify(await getDoor(colleague, NOW))).not.toContain('lateMinutes')
})

test('there is nothing to answer once it is over', async () => {
  const { guest } = world
  expect(await answerTurnUp(guest, { lateMinutes: 0, now: guest.meeting.endsAt })).toEqual({ ok: false, reason: 'not-answerable' })
  expect((await passOf(guest.seat.id)).seat.turnUp).toBeNull()
})

test('a seat that was taken back, and the host\'s own, answer nothing', async () => {
  const { host, guest } = world
  await db().execute('update seat set withdrawn_at = now() where role = \'guest\'')
  for (const pass of [host, guest]) expect(await answerTurnUp(pass, { lateMinutes: 5, now: NOW })).toEqual({ ok: false, reason: 'no-such-seat' })
})

test('a knock has it looked half a minute later whether the host is there, in one job', async () => {
  await knock(NOW)
  await knock(NOW + SECOND_MS)
  const jobs = await db().execute<{ key: string; at: Date }>("select key, run_at as at from graphile_worker.jobs where task_identifier = 'waiting.tell'")
  expect(jobs.map(({ key, at }) => [key, new Date(at).getTime()])).toEqual([[`waiting:${world.meetingId}`, NOW + 30 * SECOND_MS]])
})

test('the host is told once for each wait, however often is knocked and looked', async () => {
  await knock(NOW)
  await Promise.all([look(NOW + 30 * SECOND_MS), look(NOW + 30 * SECOND_MS), look(NOW + 30 * SECOND_MS)])
  for (const seconds of [35, 40, 45]) {
    await leaveDoor(world.guest, NOW + seconds * SECOND_MS)
    await knock(NOW + seconds * SECOND_MS)
    await look(NOW + seconds * SECOND_MS)
  }
  expect(await mails()).toEqual([world.host.seat.id])
})

test('a host who is there is told nothing, and one who left again is told of the next wait', async () => {
  await openRoom(world.host, { readiness: READY, now: NOW })
  await knock(NOW)
  await recordPresence([world.host.seat.id, world.guest.seat.id], NOW + 30 * SECOND_MS)
  await look(NOW + 30 * SECOND_MS)
  expect(await mails()).toEqual([])
  await leaveDoor(world.host, NOW + MINUTE_MS)
  await knock(NOW + MINUTE_MS)
  await look(NOW + MINUTE_MS)
  await openRoom(world.host, { readiness: READY, now: NOW + 2 * MINUTE_MS })
  await leaveDoor(world.host, NOW + 3 * MINUTE_MS)
  await knock(NOW + 3 * MINUTE_MS)
  await look(NOW + 3 * MINUTE_MS)
  expect(await mails()).toHaveLength(2)
})

test('a guest who has gone, by the door or by closing the page, is not announced', async () => {
  await knock(NOW)
  await look(NOW + MINUTE_MS)
  await leaveDoor(world.guest, NOW + MINUTE_MS)
  await look(NOW + MINUTE_MS)
  expect(await mails()).toEqual([])
})

test('a job whose meeting is gone does nothing', async () => {
  await db().execute('delete from meeting')
  await look(NOW)
  expect(await mails()).toEqual([])
})
