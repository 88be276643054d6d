import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { closeSmtp } from '#app/platform/smtp.server.ts'
import { action, loader } from '../../../app/routes/desk/mail/records.tsx'
import { useDatabase } from '../../support/database.ts'
import { makeKeyFile } from '../../support/dkim.ts'
import { makeMeeting, NOW, signInHost } from '../../support/meetings.ts'
import { startNameServer, type NameServer } from '../../support/name-server.ts'
import { argumentsOf, drawn, formOf, thrownBy } from '../../support/routes.ts'
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink.ts'

useDatabase()
let server: NameServer
let sink: SmtpSink
let cookie: string

beforeAll(async () => {
  setNow(NOW)
  ;[server, sink] = await Promise.all([startNameServer(), startSmtpSink()])
  publishEnv({ DNS_SERVER: server.address, SMTP_URL: sink.url, MAIL_FROM: 'hej@moeder.example', DKIM_PRIVATE_KEY_FILE: makeKeyFile() })
})
beforeEach(async () => {
  cookie = await signInHost((await makeMeeting()).hostId)
  sink.mails.length = 0
  sink.decide(() => 'accept')
})
afterAll(async () => {
  closeSmtp()
  await Promise.all([server.stop(), sink.stop()])
})

const read = (as = cookie) => loader(argumentsOf({ cookie: as }))
const press = async (intent: string, as = cookie) => drawn(await action(argumentsOf({ method: 'POST', body: formOf({ intent }), cookie: as })))

test('the page holds what to set, and the public half of the key alone', async () => {
  const { setUp } = await read()
  expect(setUp?.records.map(({ name, type }) => [type, name])).toEqual([
    ['TXT', 'fremmode1._domainkey.moeder.example'], ['TXT', 'moeder.example'], ['TXT', '_dmarc.moeder.example'], ['MX', 'moeder.example'],
  ])
  expect(setUp?.records[0]?.value).toMatch(/^v=DKIM1; k=rsa; p=MII[\w+/]+={0,2}$/)
  expect(JSON.stringify(setUp)).not.toContain('PRIVATE')
})

test('checking asks the name server and says what it found, each time anew', async () => {
  server.say({})
  const before = (await press('check')).data
  expect(before.checked?.records.map(({ finding }) => finding.state)).toEqual(['missing', 'missing', 'missing', 'missing'])
  expect(before.checked?.at).toBeGreaterThanOrEqual(NOW)
  server.say({ '_dmarc.moeder.example': { TXT: ['v=DMARC1; p=none'] } })
  expect((await press('check')).data.checked?.records[2]?.finding.state).toBe('right')
})

test('the test mail goes to the one who asks for it, signed, and the page says that the server took it', async () => {
  const { email } = await read()
  const { data, init } = await press('test')
  expect([init?.status, data.tested]).toEqual([200, { outcome: 'sent' }])
  expect(sink.accepted().map(({ to }) => to)).toEqual([[email]])
  const raw = sink.accepted()[0]?.raw.toString() ?? ''
  expect(raw).toMatch(/^DKIM-Signature: /)
  expect((await simpleParser(raw)).text).toContain('/desk/mail')
})

test('what the server says against it is shown in words, without the address', async () => {
  sink.decide(() => ({ code: 550, text: '5.7.26 no thanks to nobody@moeder.example' }))
  const { data, init } = await press('test')
  expect(init?.status).toBe(409)
  expect(data.tested).toEqual({ outcome: 'refused', fault: 'unproven', said: 'EMESSAGE 550 5.7.26 no thanks to [mail]' })
})

test('without a mail server the page says so', async () => {
  publishEnv({ SMTP_URL: '', DATA_DIR: mkdtempSync(join(tmpdir(), 'fremmode-mail-')) })
  const { data } = await press('test')
  expect(data.tested).toEqual({ outcome: 'kept' })
  expect((await read()).setUp).toMatchObject({ smtpHost: null })
  publishEnv({ SMTP_URL: sink.url })
})

test('test mails are counted, and the page stays', async () => {
  for (let sent = 0; sent < 6; sent += 1) expect((await press('test')).init?.status).toBe(200)
  const { data, init } = await press('test')
  expect([init?.status, data.refused]).toEqual([429, { intent: 'test', minutes: 60 }])
  expect(sink.accepted()).toHaveLength(6)
})

test('a stranger gets nothing, and neither does another word', async () => {
  expect((await thrownBy(async () => read(''))).status).toBe(403)
  expect((await thrownBy(() => press('test', ''))).status).toBe(403)
  expect((await thrownBy(() => press('delete'))).status).toBe(400)
  expect(sink.mails).toEqual([])
})
