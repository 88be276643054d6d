import { generateKeyPairSync } from 'node:crypto'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { publishEnv } from '#app/platform/env.server.ts'
import { proveSender } from '#app/platform/inbox/sender-proof.server.ts'
import { startNameServer, type NameServer } from '../../support/name-server.ts'
import { replyMail, type MailWords } from '../../support/replies.ts'
import { makeSigningDomain, type SigningDomain } from '../../support/signed-mail.ts'

const SOREN = 'soren@nordlys.example'
let names: NameServer
let nordlys: SigningDomain
let stranger: SigningDomain
let plain: SigningDomain

beforeAll(async () => {
  names = await startNameServer()
  nordlys = makeSigningDomain('nordlys.example', names)
  stranger = makeSigningDomain('stranger.example', names)
  plain = makeSigningDomain('plain.example', names, { dmarc: null })
  publishEnv({ DNS_SERVER: names.address })
})
afterEach(() => {
  publishEnv({ MAIL_AUTHSERV_ID: '', MAIL_RECEIVED_BY: '' })
  names.fail(false)
})
afterAll(async () => {
  publishEnv({ DNS_SERVER: '' })
  await names.stop()
})

test('a mail that the domain of its sender has signed is the sender’s, in lower case', async () => {
  expect(await proveSender(await nordlys.sign(mailOf({ from: 'Soren@Nordlys.example' })))).toEqual({ address: SOREN, proof: 'proven' })
  expect((await proveSender(await plain.sign(mailOf({ from: 'bo@plain.example' })))).proof).toBe('proven')
})

test.each([
  ['is not signed', async () => Buffer.from(mailOf())],
  ['another domain has signed', () => stranger.sign(mailOf())],
  ['was changed after it was signed', async () => Buffer.from((await nordlys.sign(mailOf())).toString().replace('PARTSTAT=ACCEPTED', 'PARTSTAT=DECLINED').replace('Somebody has', 'Nobody has'))],
  ['has got another sender after it was signed', async () => Buffer.from((await stranger.sign(mailOf({ from: 'x@stranger.example' }))).toString().replace('x@stranger.example', SOREN))],
  ['has two senders', async () => Buffer.concat([Buffer.from(`From: <${SOREN}>\r\n`), await stranger.sign(mailOf({ from: 'x@stranger.example' }))])],
  ['has two in one line', () => stranger.sign(mailOf({ from: `${SOREN}>, <x@stranger.example` }))],
  ['has nobody', async () => Buffer.from('Subject: hello\r\n\r\nhello\r\n')],
] as const)('a mail that %s proves nothing', async (_, make) => {
  expect((await proveSender(await make())).proof).toBe('unproven')
})

test('what a signature leaves out of the body could be anybody’s', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'der' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  names.add('short._domainkey.nordlys.example', { TXT: [`v=DKIM1; p=${publicKey.toString('base64')}`] })
  const source = mailOf()
  const bodyLength = source.length - source.indexOf('\r\n\r\n') - 4
  const short = { signingDomain: 'nordlys.example', selector: 'short', privateKey, maxBodyLength: bodyLength }
  const { signatures } = await dkimSign(Buffer.from(source), { ...short, canonicalization: 'simple/simple', signatureData: [short] })
  expect(signatures.match(/l=\d+/g)).toEqual([`l=${bodyLength}`])
  expect((await proveSender(Buffer.from(signatures + source))).proof).toBe('proven')
  expect((await proveSender(Buffer.from(`${signatures}${source}more of it\r\n`))).proof).toBe('unproven')
})

test('a name server that does not answer proves nothing, and says that another try may', async () => {
  names.fail(true)
  expect((await proveSender(await nordlys.sign(mailOf()))).proof).toBe('unknown')
})

const TOLD = 'Authentication-Results: mx.fremmode.example; dkim=pass (2048-bit key) header.d=nordlys.example; dmarc=pass (p=REJECT) header.from=nordlys.example'

test.each([
  ['the server that is named says so', TOLD, 'mx.fremmode.example', 'proven'],
  ['nobody is named', TOLD, '', 'unproven'],
  ['another server says so', TOLD, 'mx.other.example', 'unproven'],
  ['it says so of another domain', TOLD.replace('header.from=nordlys', 'header.from=stranger'), 'mx.fremmode.example', 'unproven'],
  ['it says that it failed', TOLD.replace('dmarc=pass', 'dmarc=fail'), 'mx.fremmode.example', 'unproven'],
  ['it only found a signature of that domain', TOLD.replace(/; dmarc.*/, ''), 'mx.fremmode.example', 'proven'],
  ['it only found one of another', TOLD.replace(/; dmarc.*/, '').replace('nordlys', 'stranger'), 'mx.fremmode.example', 'unproven'],
  ['the words stand in a comment', 'Authentication-Results: mx.fremmode.example; none (dmarc=pass header.from=nordlys.example)', 'mx.fremmode.example', 'unproven'],
  ['only the second such field says so', `Authentication-Results: mx.fremmode.example; dmarc=fail header.from=nordlys.example\r\n${TOLD}`, 'mx.fremmode.example', 'unproven'],
])('our own server’s word: %s', async (_, header, server, proof) => {
  publishEnv({ MAIL_AUTHSERV_ID: server })
  const asked = names.asked.length
  expect((await proveSender(Buffer.from(mailOf({ headers: header.split('\r\n') })))).proof).toBe(proof)
  if (server === 'mx.fremmode.example') expect(names.asked.length).toBe(asked)
})

test('SPF counts when our own server wrote down who handed the mail over, and for nobody else', async () => {
  names.add('nordlys.example', { TXT: ['v=spf1 ip4:192.0.2.7 -all'] })
  const from = (ip: string, by = 'mx.fremmode.example') => ['Return-Path: <soren@nordlys.example>', `Received: from out.nordlys.example (out.nordlys.example [${ip}]) by ${by} with ESMTPS`]
  const prove = async (headers: string[]) => (await proveSender(Buffer.from(mailOf({ headers })))).proof
  expect(await prove(from('192.0.2.7'))).toBe('unproven')
  publishEnv({ MAIL_RECEIVED_BY: 'mx.fremmode.example' })
  expect(await prove(from('192.0.2.7'))).toBe('proven')
  expect(await prove(from('192.0.2.8'))).toBe('unproven')
  expect(await prove(from('192.0.2.7', 'mx.other.example'))).toBe('unproven')
  expect(await prove([...from('192.0.2.8'), ...from('192.0.2.7')])).toBe('unproven')
})

function mailOf(words: Partial<MailWords> = {}): string {
  return replyMail({ from: SOREN, calendar: { text: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR' }, ...words })
}
