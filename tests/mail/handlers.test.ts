import { simpleParser, type ParsedMail } from 'mailparser'
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { sendMail } from '#app/mail/handlers.server.ts'
import { oldestUnsentMailSeconds } from '#app/mail/health.server.ts'
import { noteBounce } from '#app/mail/mail-rows.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { startWorker } from '#app/platform/outbox.server.ts'
import { closeSmtp } from '#app/platform/smtp.server.ts'
import { db } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import { startChild } from '../support/child.ts'
import { useDatabase } from '../support/database.ts'
import { readIcs } from '../support/ics-bytes.ts'
import { makeBookedWorld, queueMailTo, readMailRow } from '../support/mail-world.ts'
import { addGuest } from '../support/meetings.ts'
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts'

const database = useDatabase()
const once = { number: 1, isLast: false }
let sink: SmtpSink
let worker: { stop(): Promise<void> } | null = null

beforeAll(async () => {
  sink = await startSmtpSink()
  publishEnv({ SMTP_URL: sink.url, PUBLIC_URL: 'https://meet.example.com' })
})
afterEach(async () => {
  sink.decide(() => 'accept')
  sink.refuseRecipients(null)
  await worker?.stop()
  worker = null
  sink.mails.length = 0
  await db().execute(sql`truncate mail, graphile_worker._private_jobs`)
})
afterAll(async () => {
  closeSmtp()
  await sink.stop()
})

async function startMailWorker(): Promise<void> {
  worker = await startWorker({
    'mail.send': sendMail, 'meeting.close-room': async () => {}, 'watch.tell': async () => {}, 'approval.lapse': async () => {}, 'inbox.read': async () => {}, 'waiting.tell': async () => {}, 'agenda.tell': async () => {},
  })
}

const until = (check: () => void | Promise<void>, timeout = 15_000) => vi.waitFor(check, { timeout, interval: 20 })

async function acceptedMails(): Promise<ParsedMail[]> {
  return Promise.all(sink.accepted().map((mail) => simpleParser(mail.raw)))
}

test('a queued invitation reaches its one recipient, is marked, and is not sent again', async () => {
  const { meetingId, guestSeatId } = await makeBookedWorld('soren@example.com')
  const mailId = await queueMailTo(guestSeatId, meetingId)
  await startMailWorker()
  await until(async () => expect((await readMailRow(mailId))?.sentAt).toBeInstanceOf(Date))
  await sendMail({ mailId }, once)
  const [mail, ...more] = await acceptedMails()
  expect(more).toEqual([])
  expect(mail?.messageId).toBe(`<${mailId}@fremmode.example>`)
  expect(sink.accepted()[0]?.to).toEqual(['soren@example.com'])
  expect(mail?.text).toContain(`https://meet.example.com/j/${guestSeatId}/`)
  expect(mail?.text).toContain(`https://meet.example.com/b/${guestSeatId}/`)
  expect(await readMailRow(mailId)).toMatchObject({ attempts: 1, lastError: null, failedAt: null })
})

test('a mail that was put off goes out before the update that came after it', async () => {
  const { meetingId, guestSeatId } = await makeBookedWorld()
  sink.decide(() => ({ code: 451, text: 'Later' }))
  const invitation = await queueMailTo(guestSeatId, meetingId)
  await startMailWorker()
  await until(() => expect(sink.mails).toHaveLength(1))
  sink.decide(() => 'accept')
  const update = await queueMailTo(guestSeatId, meetingId, { kind: 'update', snapshot: { sequence: 1 } })
  await until(() => expect(sink.accepted()).toHaveLength(2))
  expect((await acceptedMails()).map((mail) => mail.messageId)).toEqual([`<${invitation}@fremmode.example>`, `<${update}@fremmode.example>`])
  await until(async () => expect(await db().execute(sql`select 1 from graphile_worker.jobs`)).toHaveLength(0), 10_000)
  expect(sink.accepted()).toHaveLength(2)
})

test('each mail says what was true when it was queued', async () => {
  const { meetingId, guestSeatId } = await makeBookedWorld()
  const moved = Date.UTC(2026, 10, 26, 12)
  await queueMailTo(guestSeatId, meetingId)
  await queueMailTo(guestSeatId, meetingId, { kind: 'update', snapshot: { sequence: 1, startsAt: moved, endsAt: moved + 1_800_000 } })
  await queueMailTo(guestSeatId, meetingId, { kind: 'cancellation', snapshot: { sequence: 2, startsAt: moved, endsAt: moved + 1_800_000 } })
  await startMailWorker()
  await until(() => expect(sink.accepted()).toHaveLength(3))
  const calendars = (await acceptedMails()).map((mail) => readIcs(mail.attachments.at(-1)?.content.toString() ?? ''))
  const values = (name: string) => calendars.map((lines) => lines.find((line) => line.name === name)?.value)
  expect(values('METHOD')).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
  expect(values('SEQUENCE')).toEqual(['0', '1', '2'])
  expect(values('DTSTART')).toEqual(['20261125T090000Z', '20261126T120000Z', '20261126T120000Z'])
  expect(new Set(values('UID')).size).toBe(1)
})

test('what the server refuses for good is given up at once, and does not hold up what follows', async () => {
  const { meetingId, guestSeatId } = await makeBookedWorld('anna@example.com')
  const refused = await queueMailTo(guestSeatId, meetingId)
  sink.decide((mail) => (mail.raw.includes(refused) ? { code: 550, text: 'No thanks, anna@example.com' } : 'accept'))
  const next = await queueMailTo(guestSeatId, meetingId, { kind: 'update', snapshot: { sequence: 1 } })
  await startMailWorker()
  await until(async () => expect((await readMailRow(next))?.sentAt).toBeInstanceOf(Date))
  const row = await readMailRow(refused)
  expect(row).toMatchObject({ attempts: 1, sentAt: null })
  expect(row?.failedAt).toBeInstanceOf(Date)
  expect(row?.lastError).toContain('No thanks')
  expect(row?.lastError).not.toContain('anna@example.com')
  expect(sink.mails).toHaveLength(2)
})

test('a mail that the server puts off is tried again within seconds', async () => {
  const { meetingId, guestSeatId } = await makeBookedWorld()
  let asked = 0
  sink.decide(() => (++asked === 1 ? { code: 421, text: 'Busy' } : 'accept'))
  const mailId = await queueMailTo(guestSeatId, meetingId)
  await startMailWorker()
  await until(() => expect(sink.accepted()).toHaveLength(1))
  await until(async () => expect(await readMailRow(mailId)).toMatchObject({ attempts: 2, lastError: null }))
})

test('the last try that fails gives the mail up and asks for no other', async () => {
  const { meetingId, guestSeatId } = await makeBookedWorld()
  sink.decide(() => ({ code: 451, text: 'Later' }))
  const mailId = await queueMailTo(guestSeatId, meetingId)
  await expect(sendMail({ mailId }, { number: 16, isLast: false })).rejects.toThrow('Later')
  expect((await readMailRow(mailId))?.failedAt).toBeNull()
  await sendMail({ mailId }, { number: 17, isLast: true })
  expect((await readMailRow(mailId))?.failedAt).toBeInstanceOf(Date)
})

test('a try that failed says when the next one comes, which is when the queue makes it', async () => {
  const { meetingId, guestSeatId } = await makeBookedWorld()
  sink.decide(() => ({ code: 451, text: '4.2.1 Later' }))
  const mailId = await queueMailTo(guestSeatId, meetingId)
  await startMailWorker()
  await until(async () => expect((await readMailRow(mailId))?.nextTryAt).toBeInstanceOf(Date))
  await until(async () => {
    const [job] = await db().execute<{ run_at: string }>(sql`select run_at from graphile_worker.jobs where locked_at is null`)
    const told = (await readMailRow(mailId))?.nextTryAt?.getTime() ?? 0
    expect(Math.abs(told - new Date(job?.run_at ?? 0).getTime())).toBeLessThan(1_000)
  })
  sink.decide(() => 'accept')
  await until(async () => expect(await readMailRow(mailId)).toMatchObject({ nextTryAt: null, failedAt: null, sentAt: expect.any(Date) }))
})

test('a mail that came back is noted once, without the address, and one that is not there is not', async () => {
  const { meetingId, guestSeatId } = await makeBookedWorld()
  const mailId = await queueMailTo(guestSeatId, meetingId)
  await sendMail({ mailId }, once)
  const bounce = { reason: '550 5.1.1 <soren@example.com> unknown', now: Date.UTC(2026, 10, 25) }
  expect([await noteBounce(mailId, bounce), await noteBounce(mailId, { ...bounce, reason: 'again' })]).toEqual([true, false])
  expect(await readMailRow(mailId)).toMatchObject({ bounceReason: '550 5.1.1 <[mail]> unknown', bouncedAt: new Date(bounce.now) })
  expect(await noteBounce(newId(), bounce)).toBe(false)
})

test('a mail whose meeting is gone is no job any more', async () => {
  await sendMail({ mailId: newId() }, once)
  expect(sink.mails).toEqual([])
})

test('a process that is killed while the server thinks about DATA loses no mail, and the repeat has the same Message-ID', async () => {
  const { meetingId, guestSeatId } = await makeBookedWorld()
  let wasReached = () => {}
  const reached = new Promise<void>((resolve) => { wasReached = resolve })
  sink.decide(() => new Promise((resolve) => {
    wasReached()
    setTimeout(() => resolve('accept'), 1_500)
  }))
  const child = startChild('tests/support/mail-worker.ts', { DATABASE_URL: database.url })
  await child.says('ready')
  const invitation = await queueMailTo(guestSeatId, meetingId)
  const update = await queueMailTo(guestSeatId, meetingId, { kind: 'update', snapshot: { sequence: 1 } })
  await reached
  await child.kill()
  await until(() => expect(sink.mails).toHaveLength(1))
  sink.decide(() => 'accept')
  await startMailWorker()
  await until(async () => expect((await readMailRow(update))?.sentAt).toBeInstanceOf(Date))
  const ids = (await acceptedMails()).map((mail) => mail.messageId)
  expect(ids).toEqual([invitation, invitation, update].map((id) => `<${id}@fremmode.example>`))
  expect(sink.accepted()[0]?.raw.toString()).toBe(sink.accepted()[1]?.raw.toString())
})

test.each([
  ['is told', 'accept'], ['can\'t be told', { code: 550, text: 'Unknown' }],
] as const)('a colleague who was withdrawn and %s is forgotten', async (_, decision) => {
  const { meetingId, guestSeatId } = await makeBookedWorld()
  const colleague = await addGuest(meetingId)
  await db().update(seat).set({ withdrawnAt: new Date() }).where(eq(seat.id, colleague.seat.id))
  sink.decide(() => decision)
  await sendMail({ mailId: await queueMailTo(colleague.seat.id, meetingId, { kind: 'removal', snapshot: { sequence: 2 } }) }, once)
  expect(sink.mails).toHaveLength(1)
  expect(await db().$count(seat, eq(seat.id, colleague.seat.id))).toBe(0)
  expect(await db().$count(seat, eq(seat.id, guestSeatId))).toBe(1)
})

test('the oldest unsent mail is told by its age, and given-up mail does not count', async () => {
  expect(await oldestUnsentMailSeconds(Date.now())).toBeNull()
  const { meetingId, guestSeatId } = await makeBookedWorld()
  const mailId = await queueMailTo(guestSeatId, meetingId)
  expect(await oldestUnsentMailSeconds(Date.now() + 90_000)).toBeGreaterThanOrEqual(89)
  await db().execute(sql`update mail set failed_at = now() where id = ${mailId}`)
  expect(await oldestUnsentMailSeconds(Date.now())).toBeNull()
})
