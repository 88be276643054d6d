import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishEnv } from '#app/platform/env.server.ts'
import { closeSmtp, deliver } from '#app/platform/smtp.server.ts'
import { faultOf, NOTHING_LEFT, reasonOf } from '#app/platform/smtp/fault.ts'
import { outgoing } from '../../support/outgoing.ts'
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink.ts'

let sink: SmtpSink

beforeAll(async () => {
  sink = await startSmtpSink()
  publishEnv({ SMTP_URL: sink.url })
})
afterAll(async () => {
  closeSmtp()
  await sink.stop()
})

test.each([
  ['550 5.1.1 <[mail]>: Recipient address rejected: User unknown', 'no-such-address'],
  ['550-5.1.1 The email account that you tried to reach does not exist. 550 5.1.1 https://example.com', 'no-such-address'],
  ['550 No such user here', 'no-such-address'],
  ['553 5.1.2 Domain not found', 'no-such-domain'],
  ['556 5.1.10 Recipient address has null MX', 'no-such-domain'],
  ['Remote host said: 5.4.4 Unable to route', 'no-such-domain'],
  ['501 5.1.3 This is no mail address', 'bad-address'],
  ['553 5.6.7 Non-ASCII addresses are not permitted', 'bad-address'],
  ['452 4.2.2 The email account is over quota', 'mailbox-full'],
  ['552 Mailbox exceeded its storage', 'mailbox-full'],
  ['550 5.2.1 The account is disabled', 'mailbox-closed'],
  ['552 5.3.4 Message too big', 'too-big'],
  ['550 5.7.26 Unauthenticated mail is prohibited', 'unproven'],
  ['550 5.7.20 No passing DKIM signature found', 'unproven'],
  ['550 5.7.1 Service unavailable, client host blocked', 'blocked'],
  ['554 Transaction failed', 'blocked'],
  ['421 4.4.2 Connection dropped', 'not-reached'],
  ['Status: 4.4.7 Delivery time expired', 'not-reached'],
  ['EAUTH Invalid login: 535 5.7.8 Authentication failed', 'our-sign-in'],
  ['ECONNECTION connect ECONNREFUSED 10.1.1.1:25', 'our-server'],
  ['ETIMEDOUT Connection timeout', 'our-server'],
  [NOTHING_LEFT, 'gone'],
  ['The dog ate it at 5.1.12.7', 'unknown'],
  ['', 'unknown'],
])('%j is understood as %s', (reason, fault) => expect(faultOf(reason)).toBe(fault))

test('what a real server answered is written down with its code, and understood', async () => {
  const failing = async () => reasonOf(await deliver(outgoing()).catch((error: unknown) => error))
  sink.refuseRecipients({ code: 550, text: '5.1.1 No such user' })
  expect(await failing()).toBe('EENVELOPE 550 5.1.1 No such user')
  sink.refuseRecipients(null)
  sink.decide(() => ({ code: 552, text: '5.2.2 Full' }))
  expect(faultOf(await failing())).toBe('mailbox-full')
  const away = await startSmtpSink()
  publishEnv({ SMTP_URL: away.url })
  await away.stop()
  expect(faultOf(await failing())).toBe('our-server')
})
