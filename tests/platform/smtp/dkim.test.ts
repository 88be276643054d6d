import fc from 'fast-check'
import { authenticate } from 'mailauth'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { publishEnv } from '#app/platform/env.server.ts'
import { closeSmtp, composeSource, deliver } from '#app/platform/smtp.server.ts'
import { dkimRecordOf, findSigner, signSource } from '#app/platform/smtp/dkim.server.ts'
import { mailDomain } from '#app/platform/smtp/mail-domain.ts'
import { isDkimpyMissing, makeKeyFile, resolverOf, verifyWithDkimpy } from '../../support/dkim.ts'
import { outgoing } from '../../support/outgoing.ts'
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink.ts'

const NAME = 'fremmode1._domainkey.fremmode.example'
const needsDkimpy = test.skipIf(isDkimpyMissing() && !process.env.REQUIRE_ALL)
let sink: SmtpSink
let records: Record<string, string>

beforeAll(async () => {
  sink = await startSmtpSink()
  publishEnv({ SMTP_URL: sink.url, DKIM_PRIVATE_KEY_FILE: makeKeyFile() })
  records = { [NAME]: dkimRecordOf(await ours()), 'fremmode.example': 'v=spf1 ip4:192.0.2.1 -all', '_dmarc.fremmode.example': 'v=DMARC1; p=reject' }
})
afterEach(() => { sink.mails.length = 0 })
afterAll(async () => {
  closeSmtp()
  await sink.stop()
})

async function ours() {
  const signer = await findSigner()
  if (!signer) throw new Error('no key is set')
  return signer
}

async function signed(changes: Parameters<typeof outgoing>[0] = {}): Promise<Buffer> {
  return signSource(await composeSource(outgoing(changes)), await ours())
}

/** What a receiver makes of it: pass, fail, neutral or none. */
async function judge(raw: Buffer, from = records) {
  const { dkim, spf, dmarc } = await authenticate(raw, {
    ip: '192.0.2.1', helo: 'mail.fremmode.example', sender: 'moeder@fremmode.example', resolver: resolverOf(from), disableArc: true, disableBimi: true,
  })
  return {
    dkim: dkim?.results.map(({ status }) => status.result) ?? [],
    spf: spf ? spf.status.result : null, dmarc: dmarc ? dmarc.status.result : null,
  }
}

test('what the mail server gets is signed by the domain that sends, and passes DKIM, SPF and a strict DMARC', async () => {
  await deliver(outgoing())
  const [mail] = sink.accepted()
  expect(mail?.raw.toString()).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256; c=relaxed\/relaxed; d=fremmode\.example;\r\n s=fremmode1;/)
  expect(await judge(mail?.raw ?? Buffer.alloc(0))).toEqual({ dkim: ['pass'], spf: 'pass', dmarc: 'pass' })
})

needsDkimpy('python dkimpy is of the same opinion, also of what was changed on the way', async () => {
  await deliver(outgoing())
  const raw = sink.accepted()[0]?.raw ?? Buffer.alloc(0)
  expect(verifyWithDkimpy(raw, records)).toBe(true)
  expect(verifyWithDkimpy(Buffer.from(raw.toString('latin1').replace('Vi ses', 'Vi sis'), 'latin1'), records)).toBe(false)
})

test.each([
  ['a word of the text', (raw: string) => raw.replace('Vi ses.', 'Vi sis.')],
  ['the subject', (raw: string) => raw.replace(/^Subject: /m, 'Subject: x')],
  ['a second sender on top', (raw: string) => `From: boss@example.com\r\n${raw}`],
  ['a second subject on top', (raw: string) => `Subject: Betal her\r\n${raw}`],
  ['an address for replies that was not there', (raw: string) => `Reply-To: thief@example.com\r\n${raw}`],
  ['the mark that it is automatic', (raw: string) => raw.replace('auto-generated', 'no')],
])('%s, once changed on the way, breaks the signature', async (_, change) => {
  const raw = (await signed()).toString('latin1')
  const changed = change(raw)
  expect(changed).not.toBe(raw)
  const { dkim, dmarc } = await judge(Buffer.from(changed, 'latin1'), { ...records, 'fremmode.example': 'v=spf1 -all' })
  expect(dkim).toHaveLength(1)
  expect([...dkim, dmarc]).not.toContain('pass')
})

test('what mail servers may do to a message on its way does not break it', async () => {
  const raw = (await signed()).toString('latin1')
  const moved = `Received: from a by b;\r\n\tTue, 24 Nov 2026 09:30:00 +0100\r\n${raw.replace('Message-ID: ', 'message-id:\r\n ')}\r\n\r\n`
  expect((await judge(Buffer.from(moved, 'latin1'))).dkim).toEqual(['pass'])
})

test('signing a message again gives the same bytes, so a repeat can be told from a forgery', async () => {
  expect(await signed()).toEqual(await signed())
})

test('another key, or none in DNS, is no proof', async () => {
  const raw = await signed()
  publishEnv({ DKIM_PRIVATE_KEY_FILE: makeKeyFile() })
  const other = dkimRecordOf(await ours())
  expect((await judge(raw, { ...records, [NAME]: other })).dkim).toEqual(['fail'])
  expect((await judge(raw, {})).dkim).toEqual(['neutral'])
  records[NAME] = other
})

test('whatever people are called and write, the signature holds', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 })
  await fc.assert(fc.asyncProperty(text, text, text, async (name, subject, body) => {
    const raw = await signed({ to: { name, address: 'soren@example.com' }, subject, text: body, replyTo: { name: subject, address: 'mette@example.com' } })
    expect((await judge(raw)).dkim).toEqual(['pass'])
  }), { numRuns: 60 })
})

test('a domain with other letters is signed as it stands in DNS', async () => {
  expect(mailDomain('møde@fremmøde.example')).toBe('xn--fremmde-u1a.example')
  publishEnv({ MAIL_FROM: 'hej@fremmøde.example', DKIM_SELECTOR: 'andet' })
  expect(await ours()).toMatchObject({ domain: 'xn--fremmde-u1a.example', selector: 'andet' })
  const raw = await signed({ from: { name: 'Fremmøde', address: 'hej@fremmøde.example' } })
  publishEnv({ MAIL_FROM: 'moeder@fremmode.example', DKIM_SELECTOR: 'fremmode1' })
  expect((await judge(raw, { 'andet._domainkey.xn--fremmde-u1a.example': records[NAME] ?? '' })).dkim).toEqual(['pass'])
})

test('without a key nothing is signed, and with one that can’t be read nothing is sent', async () => {
  publishEnv({ DKIM_PRIVATE_KEY_FILE: '/nowhere/dkim.pem' })
  await expect(deliver(outgoing())).rejects.toThrow(/ENOENT/)
  publishEnv({ DKIM_PRIVATE_KEY_FILE: '' })
  expect(await findSigner()).toBeNull()
  await deliver(outgoing())
  expect(sink.mails.map(({ raw }) => raw.toString().includes('DKIM-Signature'))).toEqual([false])
})
