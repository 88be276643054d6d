import { simpleParser } from 'mailparser'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { publishEnv } from '#app/platform/env.server.ts'
import { PermanentRefusal, closeSmtp, composeSource, deliver, messageIdOf } from '#app/platform/smtp.server.ts'
import { outgoing } from '../support/outgoing.ts'
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts'

let sink: SmtpSink

beforeAll(async () => {
  sink = await startSmtpSink()
  publishEnv({ SMTP_URL: sink.url })
})
afterEach(() => {
  sink.mails.length = 0
  sink.decide(() => 'accept')
  sink.refuseRecipients(null)
})
afterAll(async () => {
  closeSmtp()
  await sink.stop()
})

/** The outline of a MIME tree: each part's type, indented by its depth. */
function outline(source: string): string[] {
  return [...source.matchAll(/^content-type: (\S+?);?(?: .*)?$/gim)].map((match) => match[1] ?? '')
}

test('the server gets the message of one recipient, byte for byte as it was composed', async () => {
  const message = outgoing()
  await deliver(message)
  expect(sink.accepted()).toHaveLength(1)
  const [mail] = sink.accepted()
  expect(mail?.from).toBe('moeder@fremmode.example')
  expect(mail?.to).toEqual(['soren.kjaer@example.com'])
  expect(mail?.raw.toString()).toBe((await composeSource(message)).toString())
})

test('composing a message again gives the same bytes', async () => {
  expect(await composeSource(outgoing())).toEqual(await composeSource(outgoing()))
})

test('the calendar is the last alternative and a file, byte for byte the same, and says its method', async () => {
  const message = outgoing()
  const source = (await composeSource(message)).toString()
  expect(outline(source)).toEqual([
    'multipart/mixed', 'multipart/alternative', 'text/plain', 'text/html', 'text/calendar', 'application/ics',
  ])
  expect(source).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/)
  const { attachments } = await simpleParser(source)
  expect(attachments.map(({ contentType, filename }) => [contentType, filename])).toEqual([
    ['text/calendar', undefined], ['application/ics', 'invite.ics'],
  ])
  expect(attachments.map((part) => part.content.toString())).toEqual([message.calendar?.content, message.calendar?.content])
})

test('a message without a calendar is text and HTML only', async () => {
  expect(outline((await composeSource(outgoing({ calendar: null }))).toString()))
    .toEqual(['multipart/alternative', 'text/plain', 'text/html'])
})

test('the Message-ID is made of the id, in the domain that sends', async () => {
  const mail = await simpleParser(await composeSource(outgoing()))
  expect(mail.messageId).toBe('<6f1c1c1e-3f0a-4c55-9a3e-0a8f6f2f0001@fremmode.example>')
  expect(messageIdOf(outgoing())).toBe(mail.messageId)
  expect(mail.date).toEqual(new Date(Date.UTC(2026, 10, 24, 8, 30)))
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
})

test('names and subjects with line breaks, quotes and addresses in them stay what they are', async () => {
  const name = 'Søren "Søs" <boss@example.com>,\r\nBcc: victim@example.com'
  const mail = await simpleParser(await composeSource(outgoing({
    to: { name, address: 'soren.kjaer@example.com' }, subject: 'Aftalt\r\nBcc: victim@example.com',
  })))
  expect(mail.bcc).toBeUndefined()
  expect([mail.to].flat().flatMap((party) => party?.value.map((one) => one.address))).toEqual(['soren.kjaer@example.com'])
  expect(mail.subject).toContain('Aftalt')
})

test('a reply goes to the one who is named for it', async () => {
  const mail = await simpleParser(await composeSource(outgoing({ replyTo: { name: 'Mette Holm', address: 'mette@example.com' } })))
  expect(mail.replyTo?.value).toEqual([{ name: 'Mette Holm', address: 'mette@example.com' }])
})

test('a message that is refused for good is told apart from one that may be tried again', async () => {
  sink.decide(() => ({ code: 554, text: 'No thanks' }))
  await expect(deliver(outgoing())).rejects.toBeInstanceOf(PermanentRefusal)
  sink.decide(() => ({ code: 451, text: 'Later' }))
  await expect(deliver(outgoing())).rejects.not.toBeInstanceOf(PermanentRefusal)
})

test('so is a recipient', async () => {
  sink.refuseRecipients({ code: 550, text: 'No such user' })
  await expect(deliver(outgoing())).rejects.toBeInstanceOf(PermanentRefusal)
  sink.refuseRecipients({ code: 450, text: 'Mailbox busy' })
  await expect(deliver(outgoing())).rejects.not.toBeInstanceOf(PermanentRefusal)
})

test('a server that wants us to sign in first has refused our settings, not the message', async () => {
  sink.refuseRecipients({ code: 530, text: 'Authentication required' })
  await expect(deliver(outgoing())).rejects.not.toBeInstanceOf(PermanentRefusal)
})

test('a connection that breaks after DATA is a failure to try again, and the pool does not try by itself', async () => {
  sink.decide(() => 'drop')
  const failure = await deliver(outgoing()).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Error)
  expect(failure).not.toBeInstanceOf(PermanentRefusal)
  expect(sink.mails).toHaveLength(1)
})

test('a server that is away is a failure to try again', async () => {
  const away = await startSmtpSink()
  publishEnv({ SMTP_URL: away.url })
  await away.stop()
  const failure = await deliver(outgoing()).catch((error: unknown) => error)
  publishEnv({ SMTP_URL: sink.url })
  expect(failure).toBeInstanceOf(Error)
  expect(failure).not.toBeInstanceOf(PermanentRefusal)
})

test('the next message goes out over a new connection after one broke', async () => {
  sink.decide(() => 'drop')
  await deliver(outgoing()).catch(() => undefined)
  sink.decide(() => 'accept')
  await deliver(outgoing())
  expect(sink.accepted()).toHaveLength(1)
})
