import { afterEach, beforeEach, expect, test } from 'vitest'
import { addColleague } from '#app/domain/booking/colleagues/commands.server.ts'
import { bookSlot, cancelBooking, moveBooking } from '#app/domain/booking/commands.server.ts'
import { comeToDoor, leaveDoor } from '#app/domain/meeting/door/door.server.ts'
import { tellDue } from '#app/domain/meeting/reminders/tell.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { answerTurnUp } from '#app/domain/meeting/turn-up/answer.server.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { db } from '#db/client.server.ts'
import { person } from '#db/schema.server.ts'
import { CAST } from '../../../../db/seeds/cast.ts'
import { startChild } from '../../../support/child.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { NOW, passOf, READY } from '../../../support/meetings.ts'
import { queuedMails } from '../../../support/reminders.ts'

const FRIDAY_TEN = THURSDAY_TEN + DAY_MS
const A_DAY_BEFORE = FRIDAY_TEN - DAY_MS
const AN_HOUR_BEFORE = FRIDAY_TEN - HOUR_MS
const MISSED_AT = FRIDAY_TEN + 5 * MINUTE_MS

const database = useDatabase()
let guest: SeatPass

beforeEach(async () => {
  await database.reset()
  await makeDesk()
  const made = await bookSlot(askFor({ startsAt: FRIDAY_TEN }), NOW)
  guest = await passOf(made.ok ? made.value.guestSeatId : '')
})
afterEach(() => publishEnv({ SMS_URL: '' }))

const told = async (...kinds: string[]) => (await queuedMails(...kinds)).map(({ kind, channel, seatId }) => [kind, channel, seatId])

test('each is told at its minute and not before, once, however often is looked', async () => {
  await tellDue(A_DAY_BEFORE - 1)
  expect(await told('reminder')).toEqual([])
  for (const at of [A_DAY_BEFORE, A_DAY_BEFORE + 1, AN_HOUR_BEFORE, AN_HOUR_BEFORE + MINUTE_MS]) await tellDue(at)
  expect(await told('reminder')).toEqual([['reminder', 'mail', guest.seat.id], ['reminder', 'mail', guest.seat.id]])
})

test('twenty looks at once are one', async () => {
  await Promise.all(Array.from({ length: 20 }, () => tellDue(A_DAY_BEFORE)))
  expect(await told('reminder')).toHaveLength(1)
})

test('after a halt of more than a day only the nearest is told, and nothing once it has begun', async () => {
  await tellDue(AN_HOUR_BEFORE)
  expect(await told('reminder')).toHaveLength(1)
  await tellDue(FRIDAY_TEN + 31 * MINUTE_MS)
  expect(await told('reminder', 'missing')).toHaveLength(1)
})

test('every guest is told, each by a mail of their own', async () => {
  const colleague = await addColleague(guest.seat.id, { name: CAST.amina.name, email: CAST.amina.email, timeZone: 'Europe/London', locale: 'en' }, NOW)
  await tellDue(A_DAY_BEFORE)
  expect((await told('reminder')).map(([, , seatId]) => seatId).sort()).toEqual([guest.seat.id, colleague.ok && colleague.value.seatId].sort())
})

test('a text message goes beside the mail where a gateway is set and the number has its country', async () => {
  publishEnv({ SMS_URL: 'http://127.0.0.1:9/' })
  await tellDue(A_DAY_BEFORE)
  expect(await told('reminder')).toEqual([['reminder', 'mail', guest.seat.id], ['reminder', 'sms', guest.seat.id]])
  await db().update(person).set({ phone: '20 00 00 02' })
  await tellDue(AN_HOUR_BEFORE)
  expect((await told('reminder')).filter(([, channel]) => channel === 'sms')).toHaveLength(1)
})

test('a move or a call-off that comes first wins', async () => {
  await moveBooking(guest.seat.id, FRIDAY_TEN + 3 * DAY_MS, NOW)
  await tellDue(AN_HOUR_BEFORE)
  await cancelBooking(guest.seat.id, NOW)
  await tellDue(FRIDAY_TEN + 3 * DAY_MS)
  expect(await told('reminder', 'missing')).toEqual([])
})

test('nobody came: five minutes after the start the one who booked gets one mail', async () => {
  await tellDue(MISSED_AT - 1)
  expect(await told('missing')).toEqual([])
  await Promise.all([tellDue(MISSED_AT), tellDue(MISSED_AT), tellDue(MISSED_AT + MINUTE_MS)])
  expect(await told('missing')).toEqual([['missing', 'mail', guest.seat.id]])
})

test('who knocked, even if they left again, is not missed', async () => {
  await comeToDoor(guest, { readiness: READY, now: FRIDAY_TEN - MINUTE_MS })
  await leaveDoor(guest, FRIDAY_TEN)
  await tellDue(MISSED_AT)
  expect(await told('missing')).toEqual([])
})

test('a delay that was told is waited for, and an answer that takes it back is not', async () => {
  await answerTurnUp(guest, { lateMinutes: 10, now: FRIDAY_TEN - MINUTE_MS })
  await tellDue(MISSED_AT)
  await tellDue(FRIDAY_TEN + 15 * MINUTE_MS - 1)
  expect(await told('missing')).toEqual([])
  await answerTurnUp(guest, { lateMinutes: 0, now: FRIDAY_TEN + 6 * MINUTE_MS })
  await tellDue(FRIDAY_TEN + 6 * MINUTE_MS)
  expect(await told('missing')).toHaveLength(1)
})

test('moved after it was missed, it is missed once more at its new start and reminded of before', async () => {
  await tellDue(MISSED_AT)
  const monday = FRIDAY_TEN + 3 * DAY_MS
  expect(await moveBooking(guest.seat.id, monday, MISSED_AT + MINUTE_MS)).toEqual({ ok: true, value: null })
  for (const at of [monday - DAY_MS, monday - HOUR_MS, monday + 5 * MINUTE_MS, monday + 6 * MINUTE_MS]) await tellDue(at)
  expect((await told('missing', 'reminder')).map(([kind]) => kind)).toEqual(['missing', 'reminder', 'reminder', 'missing'])
})

test('a process that is killed while it tells leaves each reminder told once or not yet', async () => {
  const others = [1, 2, 3, 4, 5, 6].map((hour) => FRIDAY_TEN + hour * HOUR_MS / 2)
  for (const [index, startsAt] of others.entries()) await bookSlot(askFor({ startsAt, email: `g${index}@example.com` }), NOW)
  const all = await db().$count(person)
  for (let round = 0; round < 3; round += 1) {
    const child = startChild('tests/support/reminder-worker.ts', { DATABASE_URL: database.url, REMINDED_AT: String(FRIDAY_TEN - 10 * MINUTE_MS) })
    await child.says('told')
    await child.kill()
  }
  await tellDue(FRIDAY_TEN - 10 * MINUTE_MS)
  const mails = await queuedMails('reminder')
  expect(new Set(mails.map(({ seatId }) => seatId)).size).toBe(mails.length)
  expect(mails).toHaveLength(all)
  const jobs = await db().execute<{ id: string }>("select payload ->> 'mailId' as id from graphile_worker._private_jobs")
  for (const { id } of mails) expect(jobs.filter((job) => job.id === id)).toHaveLength(1)
})
