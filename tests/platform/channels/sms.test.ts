import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readE164 } from '#app/platform/channels/reminder-channel.ts'
import { smsChannel } from '#app/platform/channels/sms.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { mailChannel, PermanentRefusal } from '#app/platform/smtp.server.ts'
import { startSmsGateway, type SmsGateway } from '../../support/sms-gateway.ts'

let gateway: SmsGateway
const message = { id: '6f1c1c1e-3f0a-4c55-9a3e-0a8f6f2f0001', phone: '+45 20 00 00 02', text: 'Husk dit møde' }

beforeAll(async () => { gateway = await startSmsGateway() })
afterEach(() => {
  gateway.taken.length = 0
  gateway.answerWith(202)
})
afterAll(() => gateway.stop())

const turnOn = () => publishEnv({ SMS_URL: gateway.url, SMS_TOKEN: 'a-token', SMS_FROM: '+4570101010' })

test.each([
  ['+45 20 00 00 02', '+4520000002'], ['0045 20000002', '+4520000002'], ['+1 (212) 555-0100', '+12125550100'],
  ['20 00 00 02', null], ['+0 123 456 789', null], ['+45', null], ['+1234567890123456', null], ['+45 20 00 x', null], [null, null],
])('%j is the number %j', (typed, number) => {
  expect(readE164(typed)).toBe(number)
})

test('it is off until a gateway is set, and reaches only numbers with their country; mail reaches everybody', () => {
  const reachable = { email: 'a@example.com', phone: '+4520000002' }
  publishEnv({ SMS_URL: '' })
  expect(smsChannel.reaches(reachable)).toBe(false)
  turnOn()
  expect([reachable, { ...reachable, phone: '20000002' }, { ...reachable, phone: null }].map(smsChannel.reaches)).toEqual([true, false, false])
  expect(mailChannel.reaches({ ...reachable, phone: null })).toBe(true)
})

test('a message is one POST of JSON with the token, and the same id in a repeat', async () => {
  turnOn()
  await smsChannel.send(message)
  await smsChannel.send(message)
  expect(gateway.taken.map(({ body }) => body)).toEqual(Array(2).fill({ to: '+4520000002', from: '+4570101010', text: 'Husk dit møde' }))
  for (const { headers } of gateway.taken) {
    expect(headers).toMatchObject({ authorization: 'Bearer a-token', 'content-type': 'application/json', 'idempotency-key': message.id })
  }
})

test.each([400, 404, 422])('an answer of %i refuses the message for good', async (status) => {
  turnOn()
  gateway.answerWith(status)
  await expect(smsChannel.send(message)).rejects.toBeInstanceOf(PermanentRefusal)
})

test.each([401, 403, 408, 429, 500, 503])('an answer of %i may be better the next time', async (status) => {
  turnOn()
  gateway.answerWith(status)
  const refused = smsChannel.send(message)
  await expect(refused).rejects.not.toBeInstanceOf(PermanentRefusal)
  await expect(refused).rejects.toThrow(String(status))
})

test('the token follows no redirect to another place', async () => {
  turnOn()
  gateway.answerWith(307, { Location: gateway.url })
  await expect(smsChannel.send(message)).rejects.not.toBeInstanceOf(PermanentRefusal)
  expect(gateway.taken).toHaveLength(1)
})

test('without a gateway or a number nothing is tried again', async () => {
  turnOn()
  await expect(smsChannel.send({ ...message, phone: '20 00 00 02' })).rejects.toBeInstanceOf(PermanentRefusal)
  publishEnv({ SMS_URL: '' })
  await expect(smsChannel.send(message)).rejects.toBeInstanceOf(PermanentRefusal)
  expect(gateway.taken).toEqual([])
})
