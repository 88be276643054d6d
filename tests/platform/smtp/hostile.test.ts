import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { publishEnv } from '#app/platform/env.server.ts'
import { PermanentRefusal, closeSmtp, composeSource, deliver } from '#app/platform/smtp.server.ts'
import { outgoing } from '../../support/outgoing.ts'
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink.ts'

/** All that may stand in the head of a message, in lower case. */
const HEAD = [
  'message-id', 'date', 'from', 'to', 'reply-to', 'subject', 'mime-version', 'content-type', 'content-transfer-encoding', 'auto-submitted',
]
/** RFC 5322 §2.1.1. */
const MOST_OCTETS = 998

let sink: SmtpSink

beforeAll(async () => {
  sink = await startSmtpSink()
  publishEnv({ SMTP_URL: sink.url })
})
afterEach(() => { sink.mails.length = 0 })
afterAll(async () => {
  closeSmtp()
  await sink.stop()
})

function headOf(raw: Buffer): string[] {
  const text = raw.toString('latin1')
  return text.slice(0, text.indexOf('\r\n\r\n')).split(/\r\n(?![ \t])/).map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
}

/** Only our own headers, each once; seven bits; no line too long; no line break but CRLF. */
function expectWellFormed(raw: Buffer): void {
  const head = headOf(raw)
  expect(head.filter((name) => !HEAD.includes(name))).toEqual([])
  expect(new Set(head).size).toBe(head.length)
  const text = raw.toString('latin1')
  expect(/[^\t\r\n\x20-\x7e]/.exec(text)?.[0]).toBeUndefined()
  expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(MOST_OCTETS)
  expect(/\r(?!\n)|(?<!\r)\n/.exec(text)).toBeNull()
}

const ATTACKS = [
  'Søren\r\nBcc: victim@example.com', 'Søren\nX-Evil: 1', 'Søren\rX-Evil: 1', 'Søren\r\n\r\n<h1>Another body</h1>', 'Søren\u2028Bcc: victim@example.com',
  '"Søren" <boss@example.com>, victim@example.com', 'Group: a@example.com, b@example.com;', '=?utf-8?q?S=0D=0ABcc:_v=40example.com?=',
  `${'Hr. '.repeat(400)}Kjær`, 'ø'.repeat(3_000), '👩‍💻'.repeat(300), '\u0000\u0007\u001b[31m', '\ud800 half of a sign', ' ', '',
]

test.each(ATTACKS)('a name and a subject such as %j add no header, no recipient and no line that is too long', async (text) => {
  const message = outgoing({ to: { name: text, address: 'soren@example.com' }, subject: text, replyTo: { name: text, address: 'mette@example.com' } })
  await deliver(message)
  const [mail] = sink.accepted()
  expect(mail?.to).toEqual(['soren@example.com'])
  expectWellFormed(mail?.raw ?? Buffer.alloc(0))
  const read = await simpleParser(mail?.raw ?? '')
  expect([read.to].flat().flatMap((party) => party?.value.map(({ address }) => address))).toEqual(['soren@example.com'])
  expect(read.replyTo?.value.map(({ address }) => address)).toEqual(['mette@example.com'])
  expect(read.attachments.map(({ contentType }) => contentType)).toEqual(['text/calendar', 'application/ics'])
})

test('the same of any text whatever, in every place that people fill in', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 })
  await fc.assert(fc.asyncProperty(text, text, text, async (name, subject, body) => {
    const party = { name, address: 'soren@example.com' }
    expectWellFormed(await composeSource(outgoing({ to: party, subject, text: body, html: `<p>${body}</p>`, replyTo: party })))
  }), { numRuns: 150 })
})

test('a line of text of any length is folded, and a dot alone on a line ends nothing', async () => {
  const text = `${'x'.repeat(5_000)}\n.\n..\nFrom here on.`
  await deliver(outgoing({ text }))
  const raw = sink.accepted()[0]?.raw ?? Buffer.alloc(0)
  expectWellFormed(raw)
  expect((await simpleParser(raw)).text?.trim()).toBe(text)
})

test('a domain with other letters is written as it stands in DNS, in the envelope and in the head', async () => {
  await deliver(outgoing({ to: { name: 'Søren', address: 'soren@virksomhed-æøå.example' } }))
  const [mail] = sink.accepted()
  // The server reads what came in ASCII back into letters; it was told of no other letters in the envelope.
  expect(mail?.to).toEqual(['soren@virksomhed-æøå.example'])
  expect(mail?.isUtf8).toBe(false)
  expect(mail?.raw.toString()).toContain('<soren@xn--virksomhed--78am6w.example>')
  expectWellFormed(mail?.raw ?? Buffer.alloc(0))
})

test('an address with other letters before the @ goes to a server that takes such, and is refused for good by one that doesn’t', async () => {
  const message = outgoing({ to: { name: 'Søren', address: 'søren@example.com' } })
  await deliver(message)
  expect(sink.accepted().map(({ to, isUtf8 }) => [to, isUtf8])).toEqual([[['søren@example.com'], true]])
  const old = await startSmtpSink(0, { isOld: true })
  publishEnv({ SMTP_URL: old.url })
  const failure = await deliver(message).catch((error: unknown) => error)
  publishEnv({ SMTP_URL: sink.url })
  await old.stop()
  expect(old.mails).toEqual([])
  expect(failure).toBeInstanceOf(PermanentRefusal)
})

test.each(['soren@example.com\r\nRCPT TO:<victim@example.com>', 'soren@example.com>\r\nDATA', 'soren', '', '<>'])(
  'an address such as %j reaches nobody, nor a part of it', async (address) => {
    await expect(deliver(outgoing({ to: { name: 'Søren', address } }))).rejects.toBeInstanceOf(PermanentRefusal)
    expect(sink.mails).toEqual([])
  },
)
