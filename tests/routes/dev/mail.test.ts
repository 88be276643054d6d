import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishEnv } from '#app/platform/env.server.ts'
import { deliver } from '#app/platform/smtp.server.ts'
import { loader as loadList } from '#app/routes/dev/mail-list.tsx'
import { loader as loadPart } from '#app/routes/dev/mail-part.ts'
import { loader as loadMail } from '#app/routes/dev/mail.tsx'
import { outgoing } from '../../support/outgoing.ts'

let folder: string
const message = outgoing({ text: 'Gå til mødet:\nhttps://meet.example.com/j/1/k\n\nVi ses.', html: '<html><head></head><body>Vi ses</body></html>' })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fremmode-dev-mail-'))
  publishEnv({ DATA_DIR: folder, SMTP_URL: '' })
  await deliver(message)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function ask(params: Record<string, string>, isLocalPeer = true): LoaderFunctionArgs {
  const context = { clientAddress: '127.0.0.1', requestId: 'test', isLocalPeer }
  return { request: new Request('http://localhost:3000/dev/mail'), params, context }
}

function statusOf(answer: Promise<unknown>): Promise<unknown> {
  return answer.then(() => 200, (thrown: unknown) => (thrown instanceof Response ? thrown.status : thrown))
}

test('only the one who sits at the machine sees caught mail', async () => {
  expect(await statusOf(loadList(ask({}, false)))).toBe(404)
  expect(await statusOf(loadMail(ask({ id: message.id }, false)))).toBe(404)
  expect(await statusOf(loadPart(ask({ id: message.id, part: 'source' }, false)))).toBe(404)
  expect(await statusOf(loadList(ask({})))).toBe(200)
})

test('the list names each mail', async () => {
  const { mails } = await loadList(ask({}))
  expect(mails).toEqual([{
    id: message.id, to: 'Søren Kjær <soren.kjaer@example.com>', subject: message.subject, writtenAt: '2026-11-24T08:30:00Z', method: 'REQUEST',
  }])
})

test('a mail shows its links by name', async () => {
  expect((await loadMail(ask({ id: message.id }))).links).toEqual([{ label: 'Gå til mødet', href: 'https://meet.example.com/j/1/k' }])
})

test('an unknown mail or part is not found', async () => {
  expect(await statusOf(loadMail(ask({ id: 'b1a55e00-0000-4000-8000-00000000000f' })))).toBe(404)
  expect(await statusOf(loadPart(ask({ id: message.id, part: 'secrets' })))).toBe(404)
})

test('the HTML comes without the right to run or load anything, for a frame of our own', async () => {
  const answer = await loadPart(ask({ id: message.id, part: 'html' }))
  expect(answer.headers.get('Content-Security-Policy')).toMatch(/^sandbox .*default-src 'none'.*frame-ancestors 'self'$/)
  expect(await answer.text()).toContain('<head><base target="_top"></head>')
})

test('the source and the calendar come byte for byte', async () => {
  const source = await loadPart(ask({ id: message.id, part: 'source' }))
  expect(source.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
  expect(await source.text()).toContain(`Message-ID: <${message.id}@fremmode.example>`)
  const calendar = await loadPart(ask({ id: message.id, part: 'invite.ics' }))
  expect(calendar.headers.get('Content-Disposition')).toBe('attachment; filename="invite.ics"')
  expect(await calendar.text()).toBe(message.calendar?.content)
})
