import { simpleParser } from 'mailparser'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { bookSlot, cancelBooking } from '#app/domain/booking/commands.server.ts'
import { leaveReservation } from '#app/domain/booking/reservation/commands.server.ts'
import { RESERVED_MS } from '#app/domain/booking/reservation/reservation.ts'
import { forgetPastWatches, tellWatchers, watchSlot } from '#app/domain/booking/watch/watch.server.ts'
import { composeFreed } from '#app/mail/compose/compose-freed.ts'
import { sendMail } from '#app/mail/handlers.server.ts'
import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { startWorker } from '#app/platform/outbox.server.ts'
import { closeSmtp } from '#app/platform/smtp.server.ts'
import { db } from '#db/client.server.ts'
import { mail, watch } from '#db/schema.server.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../support/booking-world.ts'
import { useDatabase } from '../support/database.ts'
import { NOW } from '../support/meetings.ts'
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts'
import { reserved, visitor } from '../support/visitors.ts'

const database = useDatabase()
const anna = visitor('anna')
const asked = { typeSlug: 'intro', startsAt: THURSDAY_TEN, email: 'Bo@Example.com', locale: 'da', timeZone: 'Europe/Copenhagen' } as const
let sink: SmtpSink
let hostId: string
let worker: { stop(): Promise<void> } | null = null

beforeAll(async () => {
  sink = await startSmtpSink()
  publishEnv({ SMTP_URL: sink.url, PUBLIC_URL: 'https://meet.example.com' })
})
beforeEach(async () => {
  await database.reset()
  hostId = await makeDesk()
})
afterEach(async () => {
  setNow(null)
  sink.mails.length = 0
  await worker?.stop()
  worker = null
})
afterAll(async () => {
  closeSmtp()
  await sink.stop()
})

test('whoever watches a time that is left gets one mail, in words and with a link that marks it, and is forgotten', async () => {
  await reserved(anna)
  expect(await watchSlot(asked, NOW)).toEqual({ ok: true, value: null })
  expect(await watchSlot(asked, NOW)).toEqual({ ok: true, value: null })
  await startWatching()
  await leaveReservation({ visitorHash: anna.hash, startsAt: THURSDAY_TEN })
  await until(async () => expect(await db().$count(watch)).toBe(0))
  const letters = await Promise.all(sink.accepted().map(({ raw }) => simpleParser(raw)))
  expect(letters.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Ledig igen: Et første møde torsdag (den )?26\. november kl\. 10\.00$/)])
  expect(sink.accepted()[0]?.to).toEqual(['bo@example.com'])
  expect(letters[0]?.text).toContain('https://meet.example.com/book/intro?at=2026-11-26T09%3A00%3A00Z&zone=Europe%2FCopenhagen')
  expect(letters[0]?.attachments).toEqual([])
  expect(await db().$count(mail)).toBe(0)
})

test('a reservation that lapses is told by itself, when it has lapsed and not when it is kept', async () => {
  await reserved(anna)
  await watchSlot(asked, NOW)
  await tellWatchers({ hostId }, NOW + RESERVED_MS - 1)
  expect(await db().$count(mail)).toBe(0)
  await tellWatchers({ hostId }, NOW + RESERVED_MS)
  await tellWatchers({ hostId }, NOW + RESERVED_MS)
  expect(await db().select({ kind: mail.kind, seatId: mail.seatId }).from(mail)).toEqual([{ kind: 'freed', seatId: null }])
})

test('the look at the end of a reservation waits in the queue, one for the host', async () => {
  await reserved(anna)
  for (const email of ['a@example.com', 'b@example.com']) await watchSlot({ ...asked, email }, NOW)
  const later = await db().execute<{ run_at: Date }>(`select run_at from graphile_worker.jobs where task_identifier = 'watch.tell'`)
  expect(later.map(({ run_at: at }) => new Date(at).getTime())).toEqual([NOW + RESERVED_MS])
})

test('a booked time is told when its meeting is called off, however much later', async () => {
  await reserved(anna)
  await watchSlot(asked, NOW)
  const booked = await bookSlot(askFor({ visitorHash: anna.hash }), NOW)
  await tellWatchers({ hostId }, NOW + RESERVED_MS)
  expect(await db().$count(mail, eq(mail.kind, 'freed'))).toBe(0)
  await cancelBooking(booked.ok ? booked.value.guestSeatId : '', NOW + RESERVED_MS)
  await tellWatchers({ hostId }, NOW + RESERVED_MS)
  expect(await db().$count(mail, eq(mail.kind, 'freed'))).toBe(1)
})

test('a time that is free, or booked, or beyond reach is not watched, and one address waits for five at most', async () => {
  expect(await watchSlot(asked, NOW)).toEqual({ ok: false, reason: 'is-free' })
  await bookSlot(askFor(), NOW)
  expect(await watchSlot(asked, NOW)).toEqual({ ok: false, reason: 'is-gone' })
  expect(await watchSlot({ ...asked, typeSlug: 'nope' }, NOW)).toEqual({ ok: false, reason: 'no-such-type' })
  const answers = []
  for (const days of [1, 4, 5, 6, 7, 8]) {
    const startsAt = THURSDAY_TEN + days * DAY_MS
    await reserved(visitor(`visitor ${days}`), { startsAt })
    answers.push(await watchSlot({ ...asked, startsAt }, NOW))
  }
  expect(answers.map((answer) => answer.ok || answer.reason)).toEqual([true, true, true, true, true, 'too-many'])
})

test('when the time has passed nobody is told, and the address is gone', async () => {
  await reserved(anna)
  await watchSlot(asked, NOW)
  await tellWatchers({ hostId }, THURSDAY_TEN + MINUTE_MS)
  expect(await db().$count(mail)).toBe(0)
  await forgetPastWatches(THURSDAY_TEN - 1)
  expect(await db().$count(watch)).toBe(1)
  await forgetPastWatches(THURSDAY_TEN)
  expect(await db().$count(watch)).toBe(0)
})

test('a mail is to a seat or to a watcher, and the database refuses anything between', async () => {
  const half = db().insert(mail).values({ id: crypto.randomUUID(), kind: 'freed' })
  await expect(half).rejects.toMatchObject({ cause: { code: '23514' } })
})

test('each reads it in their own language, on their own clock', () => {
  const facts = {
    mailId: '', watchId: '', writtenAt: NOW, email: 'bo@example.com', startsAt: THURSDAY_TEN, endsAt: THURSDAY_TEN + 30 * MINUTE_MS,
    typeSlug: 'intro', title: 'A first meeting', locale: 'en', timeZone: 'America/New_York',
  } as const
  const { subject, text, html } = composeFreed(facts, { time: 'https://meet.example.com/en/book/intro', stop: 'https://meet.example.com/en/stop' })
  expect(subject).toBe('Free again: A first meeting Thursday 26 November at 04:00')
  for (const part of [text, html]) expect(part).toContain('04:00–04:30')
  expect(text).toContain('New York')
})

async function startWatching(): Promise<void> {
  setNow(NOW)
  worker = await startWorker({
    'mail.send': sendMail, 'meeting.close-room': async () => {}, 'watch.tell': (job) => tellWatchers(job, NOW), 'approval.lapse': async () => {}, 'inbox.read': async () => {}, 'waiting.tell': async () => {}, 'agenda.tell': async () => {},
  })
}

const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 20 })
