import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { countKeptMails } from '#app/domain/booking/replies/desk.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { readIncoming } from '#app/mail/inbox/handle-incoming.server.ts'
import { findPlace, forgetIncoming, keepIncoming } from '#app/mail/inbox/incoming.server.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { unseal } from '#app/platform/inbox/seal.server.ts'
import { db } from '#db/client.server.ts'
import { incomingMail, mail, seat, unprovenReply } from '#db/schema.server.ts'
import { CAST } from '../../../db/seeds/cast.ts'
import { askFor, makeDesk } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { hostileMails } from '../../support/hostile-mails.ts'
import { NOW, passOf } from '../../support/meetings.ts'
import { startNameServer, type NameServer } from '../../support/name-server.ts'
import { replyMail, replyText } from '../../support/replies.ts'
import { makeSigningDomain, type SigningDomain } from '../../support/signed-mail.ts'

const database = useDatabase()
const SOREN = CAST.soren.email
const once = { number: 1, isLast: false }
let names: NameServer
let domain: SigningDomain
let seatId: string
let uid: string
let nextUid = 1

beforeAll(async () => {
  names = await startNameServer()
  domain = makeSigningDomain(SOREN.split('@')[1] ?? '', names)
  publishEnv({ DNS_SERVER: names.address })
})
beforeEach(async () => {
  setNow(NOW)
  names.fail(false)
  await database.reset()
  await makeDesk()
  const booked = await bookSlot(askFor(), NOW)
  if (!booked.ok) throw new Error(booked.reason)
  seatId = booked.value.guestSeatId
  uid = (await passOf(seatId)).meeting.icsUid
})
afterAll(async () => {
  setNow(null)
  publishEnv({ DNS_SERVER: '' })
  await names.stop()
})

test('a signed answer is heard, and nothing of its mail is kept', async () => {
  const row = await receive(await domain.sign(answerMail()))
  expect(row).toMatchObject({ kind: 'reply', outcome: 'applied', raw: null })
  expect(await partstat()).toBe('declined')
  expect(await countKeptMails()).toBe(0)
})

test('an answer that nobody has signed changes nothing, is kept, and asks the one whose seat it is', async () => {
  const row = await receive(answerMail())
  expect(row).toMatchObject({ kind: 'reply', outcome: 'asked' })
  expect(unseal(row.raw ?? Buffer.alloc(0)).toString()).toContain('PARTSTAT=DECLINED')
  expect(row.raw?.toString('latin1')).not.toContain('PARTSTAT')
  expect(await partstat()).toBe('needs-action')
  expect(await db().$count(unprovenReply)).toBe(1)
  expect(await countKeptMails()).toBe(1)
})

test('the same mail twice is one, also when it comes from a mailbox that was made anew', async () => {
  const source = await domain.sign(answerMail({ messageId: '<one@calendar.example>' }))
  await receive(source)
  await keep(source, { uidValidity: '2', uid: 1 })
  expect(await db().$count(incomingMail)).toBe(1)
  expect(await findPlace('box')).toEqual({ uidValidity: '2', lastUid: 1 })
})

test('a job that runs again after it was killed, or twice at once, does it once', async () => {
  await keep(await domain.sign(answerMail()))
  const [row] = await db().select().from(incomingMail)
  const incomingId = row?.id ?? ''
  await Promise.all([readIncoming({ incomingId }, once), readIncoming({ incomingId }, once)])
  await readIncoming({ incomingId }, once)
  expect(await db().$count(mail, eq(mail.kind, 'calendar-no'))).toBe(1)
})

test('while the name server does not answer it is tried again, and in the end nobody is proven', async () => {
  await keep(await domain.sign(answerMail()))
  names.fail(true)
  const [row] = await db().select().from(incomingMail)
  const incomingId = row?.id ?? ''
  await expect(readIncoming({ incomingId }, once)).rejects.toThrow('name server')
  expect(await partstat()).toBe('needs-action')
  await readIncoming({ incomingId }, { number: 6, isLast: false })
  expect(await handled()).toMatchObject({ outcome: 'asked' })
})

test('a mail of ours that comes back is noted with it; one that is nobody’s is kept', async () => {
  const [sent] = await db().select().from(mail).where(eq(mail.seatId, seatId))
  const bounce = (id: string) => `From: MAILER-DAEMON@mx.example\r\nSubject: x\r\n\r\n550 5.1.1 unknown\r\nMessage-ID: <${id}@fremmode.example>\r\n`
  expect(await receive(bounce(sent?.id ?? ''))).toMatchObject({ kind: 'bounce', outcome: 'noted', raw: null })
  const [noted] = await db().select().from(mail).where(eq(mail.id, sent?.id ?? ''))
  expect(noted?.bounceReason).toBe('550 5.1.1 unknown')
  expect((noted?.bouncedAt?.getTime() ?? 0) - NOW).toBeLessThan(DAY_MS)
  const unknown = await receive(bounce(newId()))
  expect(unknown).toMatchObject({ kind: 'bounce', outcome: 'unknown-mail' })
  expect(unknown.raw).not.toBe(null)
})

test('what a person writes is kept for a month', async () => {
  expect(await receive(`From: <${SOREN}>\r\nSubject: Sv: Aftalt\r\n\r\nKan vi tage den klokken elleve?\r\n`)).toMatchObject({ kind: 'other', outcome: 'kept' })
  await db().update(incomingMail).set({ createdAt: new Date(NOW) })
  await forgetIncoming(NOW + 29 * DAY_MS)
  expect(await countKeptMails()).toBe(1)
  await forgetIncoming(NOW + 31 * DAY_MS)
  expect(await db().$count(incomingMail)).toBe(0)
})

test('what was too big to fetch is kept with its beginning, and no job reads it', async () => {
  await keep(Buffer.from('From: <a@b.example>\r\n\r\nxxx'), { isWhole: false, size: 10_000_000 })
  expect(await handled()).toMatchObject({ kind: 'broken', outcome: 'too-big', size: 10_000_000 })
  expect((await db().execute("select 1 from graphile_worker.jobs where task_identifier = 'inbox.read'")).length).toBe(0)
})

test.each(Object.keys(hostileMails('', '')))('%s: bounded, kept, and changes nothing', async (name) => {
  const source = Buffer.from(hostileMails(SOREN, uid)[name] ?? '')
  await keep(source)
  const [row] = await db().select().from(incomingMail)
  const [before, memory, startedAt] = [await everything(), process.memoryUsage().rss, performance.now()]
  await readIncoming({ incomingId: row?.id ?? '' }, once)
  expect(performance.now() - startedAt).toBeLessThan(3_000)
  expect(process.memoryUsage().rss - memory).toBeLessThan(200e6)
  const became = await handled()
  expect(became.kind, became.outcome ?? '').toBe('broken')
  expect(unseal(became.raw ?? Buffer.alloc(0))).toEqual(source)
  expect(await everything()).toEqual(before)
})

async function everything() {
  const [mails, asked, { meeting }] = await Promise.all([db().$count(mail), db().$count(unprovenReply), passOf(seatId)])
  return { seats: await db().select().from(seat).orderBy(asc(seat.id)), mails, asked, meeting }
}

function answerMail({ messageId }: { messageId?: string } = {}): string {
  return replyMail({ from: SOREN, messageId, calendar: { text: replyText({ uid, from: SOREN, partstat: 'DECLINED', stampedAt: NOW }) } })
}

type Fetched = Partial<{ uidValidity: string; uid: number; isWhole: boolean; size: number }>

async function keep(source: Buffer, { uidValidity = '1', uid: own = nextUid++, isWhole = true, size = source.length }: Fetched = {}): Promise<void> {
  const messageId = /^Message-ID: (.+)$/m.exec(source.toString('latin1').slice(0, 1e6))?.[1]?.trim() ?? newId()
  await keepIncoming('box', { uidValidity, uid: own, messageId, size, source, isWhole, at: new Date(NOW) })
}

async function receive(source: Buffer | string) {
  await keep(Buffer.from(source))
  const rows = await db().select().from(incomingMail).orderBy(asc(incomingMail.uid))
  await readIncoming({ incomingId: rows.at(-1)?.id ?? '' }, once)
  return handled()
}

async function handled() {
  const rows = await db().select().from(incomingMail).orderBy(asc(incomingMail.uid))
  const last = rows.at(-1)
  if (!last?.handledAt) throw new Error('It was not handled')
  return last
}

async function partstat(): Promise<string> {
  const [row] = await db().select({ partstat: seat.partstat }).from(seat).where(eq(seat.id, seatId))
  return row?.partstat ?? ''
}
