import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findHost } from '#app/guards.server.ts'
import { HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { sendMail } from '#app/mail/handlers.server.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { MAILED_LINK_MS } from '#app/platform/session.server.ts'
import { closeSmtp } from '#app/platform/smtp.server.ts'
import { db } from '#db/client.server.ts'
import { mail, verification } from '#db/schema.server.ts'
import * as signInPage from '../../../app/routes/desk/sign-in.tsx'
import * as linkPage from '../../../app/routes/desk/mail/sign-in-link.tsx'
import { useDatabase } from '../../support/database.ts'
import { makeKeyFile } from '../../support/dkim.ts'
import { makeMeeting, NOW, signInHost } from '../../support/meetings.ts'
import { argumentsOf, ask, drawn, formOf } from '../../support/routes.ts'
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink.ts'

const database = useDatabase()
const SIGN_IN = 'http://localhost/desk/sign-in'
let sink: SmtpSink
let email: string

beforeAll(async () => {
  sink = await startSmtpSink()
  publishEnv({ SMTP_URL: sink.url, DKIM_PRIVATE_KEY_FILE: makeKeyFile(), SIGN_IN_LIMIT_PER_HOUR: '1000' })
})
beforeEach(async () => {
  await database.reset()
  const { hostId } = await makeMeeting()
  const host = await findHost(new Request(SIGN_IN, { headers: { Cookie: await signInHost(hostId) } }))
  email = await emailOf(host?.userId ?? '')
  sink.mails.length = 0
  setNow(NOW)
})
afterAll(async () => {
  setNow(null)
  closeSmtp()
  await sink.stop()
})

async function emailOf(userId: string): Promise<string> {
  const [row] = await db().execute<{ email: string }>(`select email from auth_user where id = '${userId}'`)
  return row?.email ?? ''
}

const askFor = async (address: string) => drawn(await signInPage.action(argumentsOf({
  method: 'POST', body: formOf({ intent: 'link', email: address, password: '' }), url: SIGN_IN, clientAddress: '203.0.113.1',
})))
const press = (key: string) => linkPage.action(argumentsOf({ method: 'POST', url: `${SIGN_IN}/${key}`, params: { key }, clientAddress: '203.0.113.1' }))

/** Sends what is queued as the job does, and reads the key out of the last mail. */
async function readKey(): Promise<string> {
  for (const { id } of await db().select().from(mail)) await sendMail({ mailId: id }, { number: 1, isLast: false })
  const read = await simpleParser(sink.accepted().at(-1)?.raw ?? '')
  return /\/desk\/sign-in\/([A-Za-z]{32})/.exec(read.text ?? '')?.[1] ?? ''
}

test('a link comes by mail, lets its reader in once, and leaves the password as it was', async () => {
  expect((await askFor(` ${email.toUpperCase()} `)).data).toMatchObject({ fault: null })
  const key = await readKey()
  const opened = drawn({ data: linkPage.loader(argumentsOf({ url: `${SIGN_IN}/${key}` })), init: null })
  expect(opened.data).toEqual({ locale: 'da' })
  const response = await ask(linkPage.action, { method: 'POST', url: `${SIGN_IN}/${key}`, params: { key }, clientAddress: '203.0.113.1' })
  expect([response.status, response.headers.get('Location')]).toEqual([303, '/desk'])
  const cookie = response.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ')
  expect(await findHost(new Request(SIGN_IN, { headers: { Cookie: cookie } }))).not.toBeNull()
  expect(drawn(await press(key))).toMatchObject({ data: { fault: 'gone' }, init: { status: 410 } })
  const [row] = await db().execute("select password from auth_account where password is not null")
  expect(row).toBeDefined()
})

test('the key stands in no row: neither in the mail, nor in its job, nor where it is checked', async () => {
  await askFor(email)
  const key = await readKey()
  expect(key).toHaveLength(32)
  const rows = [await db().select().from(mail), await db().select().from(verification), await db().execute('select * from graphile_worker._private_jobs')]
  expect(JSON.stringify(rows)).not.toContain(key)
})

test('whoever has no desk gets the same answer and no mail, and an empty address is asked for', async () => {
  expect(await askFor('nobody@example.com')).toEqual(await askFor('nobody@example.com'))
  expect((await askFor('nobody@example.com')).data).toMatchObject({ fault: null })
  expect(await db().$count(mail)).toBe(0)
  expect(await askFor('  ')).toMatchObject({ data: { fault: 'missing' }, init: { status: 422 } })
})

test('five an hour at most, and a made-up key opens nothing', async () => {
  for (let count = 0; count < 8; count++) await askFor(email)
  expect(await db().$count(mail)).toBe(5)
  setNow(NOW + HOUR_MS + MINUTE_MS)
  await askFor(email)
  expect(await db().$count(mail)).toBe(6)
  for (const key of ['', 'x', 'A'.repeat(32)]) expect(drawn(await press(key))).toMatchObject({ init: { status: 410 } })
})

test('after a quarter of an hour the link is too old', async () => {
  await askFor(email)
  const key = await readKey()
  await db().update(verification).set({ expiresAt: new Date(Date.now() - 1) })
  expect(MAILED_LINK_MS).toBe(15 * MINUTE_MS)
  expect(drawn(await press(key))).toMatchObject({ init: { status: 410 } })
})

test('wrong tries with keys are counted with those of passwords', async () => {
  publishEnv({ SIGN_IN_LIMIT_PER_HOUR: '3' })
  const statuses: unknown[] = []
  for (let count = 0; count < 4; count++) {
    statuses.push(drawn(await linkPage.action(argumentsOf({ method: 'POST', params: { key: 'x' }, clientAddress: '203.0.113.77' }))).init?.status)
  }
  expect(statuses).toEqual([410, 410, 410, 429])
  const tried = await signInPage.action(argumentsOf({
    method: 'POST', body: formOf({ email, password: 'x' }), url: SIGN_IN, clientAddress: '203.0.113.77',
  }))
  expect(drawn(tried)).toMatchObject({ init: { status: 429 } })
  publishEnv({ SIGN_IN_LIMIT_PER_HOUR: '1000' })
})
