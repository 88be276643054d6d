import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { comeToDoor, turnAway } from '#app/domain/meeting/door/door.server.ts'
import { queueMail } from '#app/domain/meeting/mail-queue.server.ts'
import { findMeetingRow, listMeetings, listSeats } from '#app/domain/meeting/queries.server.ts'
import { cancelMeeting, moveMeeting } from '#app/domain/meeting/schedule.server.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { db, sqlClient, transaction } from '#db/client.server.ts'
import { mail, seat } from '#db/schema.server.ts'
import { useDatabase } from '../../support/database.ts'
import { makeMeeting, NOW, passOf, READY } from '../../support/meetings.ts'

useDatabase()

test('a scheduled meeting has its host and its guest, and names that say nothing about them', async () => {
  const { host, guest, meetingId } = await makeMeeting()
  expect(host.seat).toMatchObject({ role: 'host', name: 'Mette Holm', door: 'away' })
  expect(guest.seat).toMatchObject({ role: 'guest', name: 'Søren Kjær', companyName: 'Nordlys Værktøj A/S', door: 'away' })
  expect(guest.meeting).toMatchObject({ id: meetingId, state: 'scheduled', icsSequence: 0, icsStampedAt: NOW, openedAt: null })
  for (const name of [guest.meeting.roomName, host.seat.identity, guest.seat.identity]) expect(name).toMatch(/^[\w-]{24}$/)
})

test('no two meetings share a room, a calendar id or an identity', async () => {
  const [first, second] = [await makeMeeting(), await makeMeeting()]
  const names = [first, second].flatMap(({ host, guest: { seat: { identity }, meeting } }) =>
    [meeting.roomName, meeting.icsUid, identity, host.seat.identity])
  expect(new Set(names).size).toBe(8)
})

test('a moved meeting keeps its links and its calendar id, and tells both of the old time and the new', async () => {
  const { meetingId, guest } = await makeMeeting()
  await comeToDoor(guest, { readiness: READY, now: NOW })
  const startsAt = NOW + DAY_MS
  await transaction((tx) => moveMeeting(tx, meetingId, { startsAt, endsAt: startsAt + HOUR_MS, now: NOW + MINUTE_MS }))
  const after = await passOf(guest.seat.id)
  const { icsUid } = guest.meeting
  expect(after.meeting).toMatchObject({ startsAt, endsAt: startsAt + HOUR_MS, state: 'scheduled', icsSequence: 1, icsUid })
  expect(after.seat).toMatchObject({ door: 'away', readiness: null, linkGeneration: guest.seat.linkGeneration })
  const times = { startsAt, endsAt: startsAt + HOUR_MS, previousStartsAt: guest.meeting.startsAt }
  const snapshot = { sequence: 1, stampedAt: NOW + MINUTE_MS, ...times }
  expect(await mailsOf(meetingId)).toEqual([{ kind: 'update', snapshot }, { kind: 'update', snapshot }])
})

test('whoever was turned away stays so when the meeting moves', async () => {
  const { meetingId, guest } = await makeMeeting()
  await db().update(seat).set({ door: 'removed' }).where(eq(seat.id, guest.seat.id))
  await transaction((tx) => moveMeeting(tx, meetingId, { startsAt: NOW + DAY_MS, endsAt: NOW + DAY_MS + HOUR_MS, now: NOW }))
  expect((await passOf(guest.seat.id)).seat.door).toBe('removed')
})

test('each revision is stamped a second later at least, even within one second', async () => {
  const { meetingId, guest } = await makeMeeting()
  for (const day of [1, 2, 3]) {
    const startsAt = NOW + day * DAY_MS
    await transaction((tx) => moveMeeting(tx, meetingId, { startsAt, endsAt: startsAt + HOUR_MS, now: NOW }))
  }
  expect((await passOf(guest.seat.id)).meeting).toMatchObject({ icsSequence: 3, icsStampedAt: NOW + 3_000 })
})

test('a cancelled meeting tells both, deletes nothing, and is neither moved nor cancelled again', async () => {
  const { meetingId, guest } = await makeMeeting()
  await transaction((tx) => cancelMeeting(tx, meetingId, { now: NOW + MINUTE_MS, mail: 'cancellation' }))
  expect((await passOf(guest.seat.id)).meeting).toMatchObject({ state: 'cancelled', icsSequence: 1 })
  expect((await mailsOf(meetingId)).map((row) => row.kind)).toEqual(['cancellation', 'cancellation'])
  expect(await listSeats(meetingId)).toHaveLength(2)
  await expect(transaction((tx) => cancelMeeting(tx, meetingId, { now: NOW, mail: 'cancellation' }))).rejects.toThrow('only what is to come')
  await expect(transaction((tx) => moveMeeting(tx, meetingId, { startsAt: NOW, endsAt: NOW + 1, now: NOW }))).rejects.toThrow()
  expect(await mailsOf(meetingId)).toHaveLength(2)
})

test('a mail is queued with its job or not at all', async () => {
  const { meetingId, guest } = await makeMeeting()
  const snapshot = { sequence: 0, stampedAt: NOW, startsAt: NOW, endsAt: NOW }
  const queueing = transaction(async (tx) => {
    await queueMail(tx, { kind: 'invitation', meetingId, seatId: guest.seat.id, snapshot })
    throw new Error('the command fails after all')
  })
  await expect(queueing).rejects.toThrow('after all')
  expect(await mailsOf(meetingId)).toEqual([])
  await transaction((tx) => queueMail(tx, { kind: 'invitation', meetingId, seatId: guest.seat.id, snapshot }))
  const [queued] = await db().select().from(mail).where(eq(mail.meetingId, meetingId))
  const jobs = await sqlClient()`SELECT payload FROM graphile_worker._private_jobs WHERE payload->>'mailId' = ${queued?.id ?? ''}`
  expect(jobs).toHaveLength(1)
})

test('the desk lists its own host\'s meetings of a span in their order, with the guests', async () => {
  const { hostId, meetingId, host, guest } = await makeMeeting({ startsAt: NOW + HOUR_MS })
  await makeMeeting({ startsAt: NOW + HOUR_MS })
  const listed = await listMeetings(hostId, { from: NOW, to: NOW + DAY_MS })
  expect(listed).toEqual([{ meeting: guest.meeting, hostSeatId: host.seat.id, coHosts: [], guests: [guest.seat] }])
  expect(await listMeetings(hostId, { from: NOW, to: NOW + HOUR_MS })).toEqual([])
  expect(await listMeetings(hostId, { from: NOW + HOUR_MS, to: NOW + HOUR_MS + 1 })).toHaveLength(1)
  expect(await findMeetingRow(hostId, meetingId)).toEqual(listed[0])
})

test('the desk does not find another host\'s meeting', async () => {
  const [mine, other] = [await makeMeeting(), await makeMeeting()]
  expect(await findMeetingRow(mine.hostId, other.meetingId)).toBeNull()
})

test('a guest of a scheduled meeting can\'t be turned away by a host who is not there', async () => {
  const { host, guest } = await makeMeeting()
  expect(await turnAway(host, { guestSeatId: guest.seat.id, now: NOW })).toEqual({ ok: false, reason: 'meeting-not-open' })
})

async function mailsOf(meetingId: string) {
  return db().select({ kind: mail.kind, snapshot: mail.snapshot }).from(mail)
    .where(eq(mail.meetingId, meetingId)).orderBy(asc(mail.createdAt))
}
