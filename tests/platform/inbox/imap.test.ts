import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { MOST_OCTETS, readInboxState, watchMailbox, type FetchedMail, type Place } from '#app/platform/inbox/imap.server.ts'
import { missingImapServer, startImapServer, type ImapServer } from '../../support/imap-server.ts'
import { until } from '../../support/product.ts'

const isSkipped = missingImapServer !== null && process.env.REQUIRE_ALL !== '1'
let server: ImapServer
let watching: { stop: () => Promise<void> } | null = null
let places: Map<string, Place>
let kept: FetchedMail[]

beforeAll(async () => {
  if (!isSkipped) server = await startImapServer()
}, 60_000)
afterEach(async () => watching?.stop())
afterAll(() => server?.stop())

test.skipIf(isSkipped)('what lies there and what comes is read once, in its order, and marked as seen', async () => {
  startFresh()
  for (const number of [1, 2]) await server.append(mailOf(number))
  watch()
  await until(() => kept.length === 2, 'what lies there is read')
  const startedAt = performance.now()
  await server.append(mailOf(3))
  await until(() => kept.length === 3, 'what comes is read')
  expect(performance.now() - startedAt).toBeLessThan(5_000)
  expect(kept.map(({ messageId }) => messageId)).toEqual([1, 2, 3].map((number) => `<${number}@x.example>`))
  expect(kept[0]?.source.toString()).toBe(mailOf(1))
  expect(readInboxState()).toBe('ready')
  await until(async () => (await server.count()).seen === 3, 'all are marked')
})

test.skipIf(isSkipped)('whoever starts again reads on from there, and all of a mailbox that was made anew', async () => {
  watch()
  await server.append(mailOf(4))
  await until(() => kept.length === 4, 'only the new one is read')
  await watching?.stop()
  await server.makeAnew()
  watch()
  await until(() => kept.length === 8, 'all are read again')
  expect(new Set(kept.map(({ messageId }) => messageId)).size).toBe(4)
  expect(new Set(kept.map(({ uidValidity }) => uidValidity)).size).toBe(2)
})

test.skipIf(isSkipped)('of a mail that is too big only the beginning is fetched', async () => {
  startFresh()
  watch()
  await server.append(`${mailOf(9)}${'x'.repeat(70)}\r\n`.padEnd(10 * MOST_OCTETS, 'a line of a very long mail that nobody needs to read\r\n'))
  await until(() => kept.some(({ messageId }) => messageId === '<9@x.example>'), 'it is noted')
  const big = kept.find(({ messageId }) => messageId === '<9@x.example>')
  expect(big).toMatchObject({ isWhole: false })
  expect(big?.size).toBeGreaterThan(9 * MOST_OCTETS)
  expect(big?.source.length).toBe(64 * 1024)
})

test.skipIf(isSkipped)('a server that goes away is found again; stopping does not wait for it', async () => {
  watch()
  await until(() => readInboxState() === 'ready', 'the mailbox is read')
  const before = kept.length
  await server.goAway()
  await until(() => readInboxState() === 'down', 'it is noticed')
  await server.comeBack()
  await server.append(mailOf(10))
  await until(() => kept.length > before, 'what came meanwhile is read', 30_000)
  await server.goAway()
  const startedAt = performance.now()
  await watching?.stop()
  expect(performance.now() - startedAt).toBeLessThan(4_000)
  expect(readInboxState()).toBe('off')
  await server.comeBack()
}, 60_000)

test('a mailbox that is nowhere keeps nobody waiting', async () => {
  startFresh()
  watching = watchMailbox('imap://a:b@127.0.0.1:1', reader())
  await until(() => readInboxState() === 'down', 'it is noticed')
  await watching.stop()
})

function startFresh(): void {
  places = new Map()
  kept = []
}

function watch(): void {
  watching = watchMailbox(server.url, reader())
}

function reader(): Parameters<typeof watchMailbox>[1] {
  return {
    findPlace: (mailbox) => Promise.resolve(places.get(mailbox) ?? null),
    keep: (mailbox, mail) => {
      kept.push(mail)
      places.set(mailbox, { uidValidity: mail.uidValidity, lastUid: mail.uid })
      return Promise.resolve()
    },
  }
}

function mailOf(number: number): string {
  return `From: <a@b.example>\r\nMessage-ID: <${number}@x.example>\r\nSubject: ${number}\r\n\r\nHello\r\n`
}
