import { afterEach, expect, test, vi } from 'vitest'
import { publish, startFeed, stopFeed, subscribe } from '#app/platform/feed.server.ts'
import { countStreams, endAllStreams, eventStream, type EventStream } from '#app/platform/feed/event-stream.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { db, sqlClient, transaction } from '#db/client.server.ts'
import { useDatabase } from '../support/database.ts'
import { readStream } from '../support/stream-reader.ts'

useDatabase()

afterEach(async () => {
  vi.useRealTimers()
  await stopFeed()
})

test('a notification reaches those who subscribed to its topic, and nobody else', async () => {
  await startFeed()
  const [mine, other] = [vi.fn(), vi.fn()]
  const topic = newTopic()
  subscribe(topic, mine)
  subscribe(`${topic}0`, other)
  await publish(db(), topic, '17')
  await vi.waitFor(() => expect(mine).toHaveBeenCalledExactlyOnceWith('17'))
  expect(other).not.toHaveBeenCalled()
})

test('nothing is told of a transaction that did not hold', async () => {
  await startFeed()
  const heard = vi.fn()
  const topic = newTopic()
  subscribe(topic, heard)
  await transaction(async (tx) => {
    await publish(tx, topic, 'lost')
    throw new Error('after all not')
  }).catch(() => {})
  await publish(db(), topic, 'kept')
  await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith('kept'))
})

test('who unsubscribed hears nothing, and the others go on hearing', async () => {
  await startFeed()
  const [gone, there] = [vi.fn(), vi.fn()]
  const topic = newTopic()
  const unsubscribe = subscribe(topic, gone)
  subscribe(topic, there)
  unsubscribe()
  unsubscribe()
  await publish(db(), topic, 'x')
  await vi.waitFor(() => expect(there).toHaveBeenCalledOnce())
  expect(gone).not.toHaveBeenCalled()
})

test('a broken LISTEN is made again, everybody is told to read on, and later notifications come', async () => {
  await startFeed()
  const heard = vi.fn()
  const topic = newTopic()
  subscribe(topic, heard)
  await killListen()
  await publish(db(), topic, 'while deaf')
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(null), 10_000)
  await publish(db(), topic, 'later')
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith('later'), 10_000)
})

test('a LISTEN that went deaf without an error is noticed by the second beat, and everybody reads on', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  await startFeed()
  const heard = vi.fn()
  subscribe(newTopic(), heard)
  // What a connection that died in silence looks like from here: nothing comes, not even our own pulse.
  const pid = await findListenPid()
  process.kill(pid, 'SIGSTOP')
  try {
    await vi.advanceTimersByTimeAsync(15_000)
    expect(heard).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(heard).toHaveBeenCalledExactlyOnceWith(null)
  } finally {
    process.kill(pid, 'SIGCONT')
  }
})

test('a stream says how it is to be read, and what was sent', async () => {
  const response = eventStream(request(), { key: 'seat', start: async (stream) => { stream.send({ event: 'change', id: 7, data: { text: 'linje 1\nlinje 2' } }); return () => {} } })
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no',
  })
  const reader = readStream(response)
  await reader.until((events) => events.length === 1)
  expect(reader.text()).toBe('retry: 1000\n\nid: 7\nevent: change\ndata: {"text":"linje 1\\nlinje 2"}\n\n')
})

test('a stream ends with its browser, and what it had begun is undone once', async () => {
  const undo = vi.fn()
  const browser = new AbortController()
  const reader = readStream(eventStream(request(browser.signal), { key: 'seat', start: async () => undo }))
  await vi.waitFor(() => expect(countStreams()).toBe(1))
  await Promise.resolve()
  browser.abort()
  await reader.ended
  await vi.waitFor(() => expect(undo).toHaveBeenCalledOnce())
  expect(countStreams()).toBe(0)
})

test('a stream whose browser went while it was being opened is undone all the same', async () => {
  const undo = vi.fn()
  const browser = new AbortController()
  let open = () => {}
  const opening = new Promise<void>((resolve) => { open = resolve })
  const reader = readStream(eventStream(request(browser.signal), { key: 'seat', start: () => opening.then(() => undo) }))
  browser.abort()
  await reader.ended
  expect(undo).not.toHaveBeenCalled()
  open()
  await vi.waitFor(() => expect(undo).toHaveBeenCalledOnce())
})

test('a stream that can\'t be opened ends, so that the browser asks again', async () => {
  const reader = readStream(eventStream(request(), { key: 'seat', start: () => Promise.reject(new Error('no database')) }))
  await reader.ended
  expect(countStreams()).toBe(0)
})

test('nothing is sent on a stream that has ended', async () => {
  let kept: EventStream | null = null
  const reader = readStream(eventStream(request(), { key: 'seat', start: async (stream) => { kept = stream; return () => {} } }))
  endAllStreams()
  await reader.ended
  const stream = kept as unknown as EventStream
  stream.send({ event: 'late', data: 1 })
  stream.end()
  expect(stream.isOpen()).toBe(false)
  expect(reader.events()).toEqual([])
})

test('two thousand streams live on one timer: each beat is a comment to all and one call with each key once', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const onBeat = vi.fn((_: string[]) => Promise.resolve())
  await startFeed({ onBeat })
  const readers = Array.from({ length: 2_000 }, (_, index) =>
    readStream(eventStream(request(), { key: `seat-${index % 1_000}`, start: async () => () => {} })))
  expect(vi.getTimerCount()).toBe(1)
  await vi.advanceTimersByTimeAsync(15_000)
  await vi.waitFor(() => expect(onBeat).toHaveBeenCalledOnce())
  expect(onBeat.mock.calls[0]?.[0]).toHaveLength(1_000)
  await vi.waitFor(() => expect(readers.every((reader) => reader.text().endsWith(':\n\n'))).toBe(true))
  await stopFeed()
  await Promise.all(readers.map((reader) => reader.ended))
  expect(countStreams()).toBe(0)
})

test('a beat that fails is not the last', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const onBeat = vi.fn(() => Promise.reject(new Error('the database is away')))
  await startFeed({ onBeat })
  await vi.advanceTimersByTimeAsync(15_000)
  await vi.waitFor(() => expect(onBeat).toHaveBeenCalledTimes(1))
  await vi.advanceTimersByTimeAsync(15_000)
  await vi.waitFor(() => expect(onBeat).toHaveBeenCalledTimes(2))
})

function newTopic(): string {
  return `test:${newId()}`
}

function request(signal?: AbortSignal): Request {
  return new Request('http://localhost/feed', { signal })
}

async function killListen(): Promise<void> {
  await sqlClient()`SELECT pg_terminate_backend(${await findListenPid()})`
}

/** The database process behind this file's LISTEN. */
async function findListenPid(): Promise<number> {
  const [row] = await sqlClient()`SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND query ILIKE 'listen%'`
  return Number(row?.pid)
}
