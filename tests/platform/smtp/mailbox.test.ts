import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { publishEnv } from '#app/platform/env.server.ts'
import { findCaughtMail, listMailbox } from '#app/platform/smtp/mailbox.server.ts'
import { composeSource, deliver } from '#app/platform/smtp.server.ts'
import { outgoing } from '../../support/outgoing.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fremmode-mailbox-'))
  publishEnv({ DATA_DIR: folder, SMTP_URL: '' })
})
beforeEach(() => rm(join(folder, 'mail'), { recursive: true, force: true }))
afterAll(() => rm(folder, { recursive: true, force: true }))

const ids = ['6f1c1c1e-3f0a-4c55-9a3e-0a8f6f2f0001', '6f1c1c1e-3f0a-4c55-9a3e-0a8f6f2f0002', '6f1c1c1e-3f0a-4c55-9a3e-0a8f6f2f0003']

test('without a mail server a message lands in the local folder as it would travel', async () => {
  const message = outgoing()
  await deliver(message)
  const mail = await findCaughtMail(message.id)
  expect(mail?.source).toEqual(await composeSource(message))
  expect(mail).toMatchObject({
    from: 'Fremmøde <moeder@fremmode.example>', to: 'Søren Kjær <soren.kjaer@example.com>',
    subject: message.subject, calendar: message.calendar,
  })
  expect(mail?.text.trim()).toBe(message.text)
  expect(mail?.html.trim()).toBe(message.html)
  expect(mail?.headers).toContainEqual({ name: 'Message-ID', value: `<${message.id}@fremmode.example>` })
})

test('the newest mails come first', async () => {
  expect(await listMailbox()).toEqual([])
  await deliver(outgoing({ id: ids[1], writtenAt: 2_000 }))
  await deliver(outgoing({ id: ids[0], writtenAt: 1_000 }))
  await deliver(outgoing({ id: ids[2], writtenAt: 3_000 }))
  expect((await listMailbox()).map((mail) => mail.id)).toEqual([ids[2], ids[1], ids[0]])
})

test('the same message again takes the place of the first', async () => {
  await deliver(outgoing({ subject: 'First' }))
  await deliver(outgoing({ subject: 'Again' }))
  expect((await listMailbox()).map((mail) => mail.subject)).toEqual(['Again'])
})

test('only the owner of the folder can read it', async () => {
  await deliver(outgoing())
  const [name = ''] = await readdir(join(folder, 'mail'))
  expect((await stat(join(folder, 'mail'))).mode & 0o777).toBe(0o700)
  expect((await stat(join(folder, 'mail', name))).mode & 0o777).toBe(0o600)
})

test('an id that is no UUID finds nothing, wherever it points', async () => {
  await deliver(outgoing())
  for (const id of ['', '..', '../../etc/passwd', ids[1]]) expect(await findCaughtMail(id ?? '')).toBeNull()
})
