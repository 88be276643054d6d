import { simpleParser } from 'mailparser'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bookSlot, cancelBooking, moveBooking } from '#app/domain/booking/commands.server.ts'
import { leaveReservation } from '#app/domain/booking/reservation/commands.server.ts'
import { RESERVED_MS } from '#app/domain/booking/reservation/reservation.ts'
import { isWaiting, waitForEarlier } from '#app/domain/booking/watch/earlier.server.ts'
import { forgetPastWatches, lookForEarlier, tellWatchers, watchSlot } from '#app/domain/booking/watch/watch.server.ts'
import { lockCalendar } from '#app/domain/calendar/commands.server.ts'
import { sendMail } from '#app/mail/handlers.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { closeSmtp } from '#app/platform/smtp.server.ts'
import { db, transaction } from '#db/client.server.ts'
import { booking, mail, watch, weeklyWindow } from '#db/schema.server.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../support/booking-world.ts'
import { useDatabase } from '../support/database.ts'
import { NOW } from '../support/meetings.ts'
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts'
import { reserved, visitor } from '../support/visitors.ts'

const database = useDatabase()
const anna = visitor('anna')
let sink: SmtpSink
let hostId: string
/** Søren has Monday at ten; Thursday at ten before it is somebody else's. */
let mine: string
let other: string
const MONDAY_TEN = THURSDAY_TEN + 4 * DAY_MS

beforeAll(async () => {
  sink = await startSmtpSink()
  publishEnv({ SMTP_URL: sink.url, PUBLIC_URL: 'https://meet.example.com' })
})
beforeEach(async () => {
  setNow(NOW)
  await database.reset()
  hostId = await makeDesk()
  other = await booked({ email: 'other@example.com', idempotencyKey: newId() })
  mine = await booked({ startsAt: MONDAY_TEN })
  sink.mails.length = 0
})
afterAll(async () => {
  setNow(null)
  closeSmtp()
  await sink.stop()
})

test('when a time before theirs is called off, who waits gets one mail with a link that marks it, and who doesn\'t gets none', async () => {
  await waitForEarlier(mine, true, NOW)
  await waitForEarlier(mine, true, NOW)
  await look()
  expect(await queued()).toEqual([])
  await cancelBooking(other, NOW)
  await look()
  await look()
  const [mailId, ...more] = await queued()
  expect(more).toEqual([])
  await send(mailId)
  const letter = await simpleParser(sink.accepted()[0]?.raw ?? '')
  expect(letter.subject).toMatch(/^Tidligere tid hos Mette Holm: torsdag (den )?26\. november kl\. 09\.30$/)
  expect(letter.text).toMatch(new RegExp(`https://meet\\.example\\.com/b/${mine}/[\\w-]{43}\\?at=2026-11-26T09%3A00%3A00Z`))
  expect(letter.text).toContain('Mandag den 30. november 2026')
  expect([letter.attachments, await isWaiting(await bookingOf(mine))]).toEqual([[], true])
})

test('nothing is reserved: first to take it gets it, and a mail that comes too late for all of them is not sent', async () => {
  await waitForEarlier(mine, true, NOW)
  await cancelBooking(other, NOW)
  await look()
  const [mailId] = await queued()
  await booked({ email: 'quick@example.com' })
  await send(mailId)
  expect([sink.mails, await queued()]).toEqual([[], []])
  await look(NOW + MINUTE_MS)
  const [row] = await db().select().from(watch)
  expect([row?.toldAt, row?.freedStarts]).toEqual([null, null])
})

test('one mail a day: what frees after it is told when the day is over, and that look waits in the queue', async () => {
  await waitForEarlier(mine, true, NOW - DAY_MS)
  const eleven = await booked({ startsAt: THURSDAY_TEN + HOUR_MS, email: 'eleven@example.com' })
  await look()
  await cancelBooking(other, NOW)
  await look()
  await cancelBooking(eleven, NOW)
  await look()
  expect(await queued()).toHaveLength(1)
  const later = await db().execute<{ run_at: Date }>(`select run_at from graphile_worker.jobs where task_identifier = 'watch.tell' and key is not null`)
  expect(later.map(({ run_at: runAt }) => new Date(runAt).getTime())).toEqual([NOW + DAY_MS])
})

test('a reservation that lapses before theirs is told, when the time was not free as they began to wait', async () => {
  await cancelBooking(other, NOW)
  await reserved(anna)
  await waitForEarlier(mine, true, NOW)
  await look(NOW + RESERVED_MS - 1)
  expect(await queued()).toEqual([])
  await look(NOW + RESERVED_MS)
  expect(await queued()).toHaveLength(1)
})

test('a time that was free all along is no news when a visitor only had a look at it', async () => {
  await waitForEarlier(mine, true, NOW)
  await reserved(anna, { startsAt: THURSDAY_TEN + HOUR_MS })
  await leaveReservation({ visitorHash: anna.hash, startsAt: THURSDAY_TEN + HOUR_MS })
  await look()
  expect(await queued()).toEqual([])
})

test('changed hours are seen by the next minute\'s look, which asks nothing while no calendar changes', async () => {
  await waitForEarlier(mine, true, NOW)
  await lookForEarlier(NOW)
  const windows = await db().select().from(weeklyWindow)
  await db().update(weeklyWindow).set({ startMinute: 7 * 60 }).where(eq(weeklyWindow.id, windows.find(({ weekday }) => weekday === 4)?.id ?? ''))
  await lookForEarlier(NOW)
  expect(await queued()).toEqual([])
  await transaction((tx) => lockCalendar(tx, hostId))
  await lookForEarlier(NOW)
  expect(await queued()).toHaveLength(1)
})

test('a moved meeting waits on from its new time, and is told of nothing that was free between', async () => {
  await waitForEarlier(mine, true, NOW)
  await moveBooking(mine, MONDAY_TEN + DAY_MS, NOW)
  await look()
  expect(await queued()).toEqual([])
  expect((await db().select().from(watch))[0]?.startsAt.getTime()).toBe(MONDAY_TEN + DAY_MS)
  await cancelBooking(other, NOW)
  await look()
  expect(await queued()).toHaveLength(1)
})

test('whoever turns it off, calls off or has met is waiting no more', async () => {
  await waitForEarlier(mine, true, NOW)
  await waitForEarlier(mine, false, NOW)
  await waitForEarlier(mine, false, NOW)
  expect(await db().$count(watch)).toBe(0)
  await waitForEarlier(mine, true, NOW)
  await cancelBooking(mine, NOW)
  expect(await db().$count(watch)).toBe(0)
  await waitForEarlier(other, true, NOW)
  await forgetPastWatches(THURSDAY_TEN)
  expect(await db().$count(watch)).toBe(0)
})

test('a meeting that has begun waits for nothing, and neither does a seat that booked nothing', async () => {
  expect(await waitForEarlier(mine, true, MONDAY_TEN)).toEqual({ ok: false, reason: 'not-changeable' })
  expect(await waitForEarlier(newId(), true, NOW)).toEqual({ ok: false, reason: 'no-such-booking' })
  expect(await db().$count(watch)).toBe(0)
})

test('waiting for an earlier time does not count among the times that one address may watch', async () => {
  await waitForEarlier(mine, true, NOW)
  const email = askFor().email
  const answers = []
  for (const days of [1, 5, 6, 7, 8]) {
    const startsAt = THURSDAY_TEN + days * DAY_MS
    await reserved(visitor(`visitor ${days}`), { startsAt })
    answers.push((await watchSlot({ typeSlug: 'intro', startsAt, email, locale: 'da', timeZone: 'Europe/Copenhagen' }, NOW)).ok)
  }
  expect(answers).toEqual([true, true, true, true, true])
})

async function booked(given: Parameters<typeof askFor>[0]): Promise<string> {
  const made = await bookSlot(askFor(given), NOW)
  if (!made.ok) throw new Error(made.reason)
  return made.value.guestSeatId
}

function look(now = NOW): Promise<void> {
  return tellWatchers({ hostId }, now)
}

async function queued(): Promise<string[]> {
  const rows = await db().select({ id: mail.id }).from(mail).where(eq(mail.kind, 'earlier'))
  return rows.map(({ id }) => id)
}

function send(mailId: string | undefined): Promise<void> {
  return sendMail({ mailId: mailId ?? '' }, { number: 1, isLast: true })
}

async function bookingOf(seatId: string): Promise<string> {
  const [row] = await db().select({ id: booking.id }).from(booking).where(eq(booking.seatId, seatId))
  return row?.id ?? ''
}
