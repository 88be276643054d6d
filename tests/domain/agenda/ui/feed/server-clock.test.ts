import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EMPTY_AGENDA, leftMsOf, type Agenda } from '#app/domain/agenda/agenda.ts'
import { tradeOf } from '#app/domain/agenda/clock/trade.ts'
import { createFeed, fetchWhole, makeChange, type AgendaFeed } from '#app/domain/agenda/ui/feed/feed.ts'
import type { AgendaStep } from '#app/domain/agenda/ui/feed/feed-state.ts'
import { watchClock } from '#app/domain/agenda/ui/feed/server-clock.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#app/kernel/time.ts'
import { steadyNow } from '#app/ui/clock.ts'

/** By the server's clock the page is opened three minutes into a point of ten, and the meeting ends twenty after that. */
const SERVER = 1_796_205_600_000
const endsAt = SERVER + 20 * MINUTE_MS
const agenda: Agenda = { ...EMPTY_AGENDA, items: [item('a', 10), item('b', 20)], currentItemId: 'a', currentSince: SERVER - 3 * MINUTE_MS }

type Listener = (event: { data: string }) => void

let listeners: Map<string, Listener>
/** What the browser's clock is wrong by, and how much of what passes a sleeping machine does not see. */
let wrongMs: number
let sleptMs: number
/** Time that really passed. */
let passedMs: number

beforeEach(() => {
  vi.useFakeTimers()
  ;[wrongMs, sleptMs, passedMs] = [0, 0, 0]
  vi.spyOn(Date, 'now').mockImplementation(() => SERVER + passedMs + wrongMs)
  vi.spyOn(performance, 'now').mockImplementation(() => passedMs - sleptMs)
  listeners = new Map()
  const addEventListener = (name: string, listener: Listener) => listeners.set(name, listener)
  // Made with `new`, which no arrow function can be.
  vi.stubGlobal('EventSource', function EventSource() { return { addEventListener, close: () => {} } })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test.each([-HOUR_MS, 0, HOUR_MS])('a browser whose clock is %i ms off at load tells the time that is left, and what is taken for it', (offMs) => {
  wrongMs = offMs
  const feed = open()
  expect(leftOf(feed)).toBe(7 * MINUTE_MS)
  expect(tradeOf(agenda, { now: nowOf(feed), endsAt }).taken).toBe(7)
  passedMs = 4 * MINUTE_MS
  expect(leftOf(feed)).toBe(3 * MINUTE_MS)
})

test.each([-HOUR_MS, HOUR_MS])('a clock that jumps by %i ms during the call moves neither the countdown nor the trade, nor a change made here', async (jumpMs) => {
  answerWith(() => SERVER + passedMs)
  const feed = open()
  passedMs = MINUTE_MS
  wrongMs = jumpMs
  expect(leftOf(feed)).toBe(6 * MINUTE_MS)
  expect(tradeOf(agenda, { now: nowOf(feed), endsAt }).taken).toBe(7)
  makeChange(feed, { kind: 'item-start', itemId: 'b' }, agenda)
  expect(feed.store.read().state.pending.at(-1)?.at).toBe(SERVER + MINUTE_MS)
  await fetchWhole(feed)
  expect(leftOf(feed)).toBe(6 * MINUTE_MS)
})

test('after a machine slept the server is asked until it answers, and once only', async () => {
  const feed = open()
  const stop = watchClock(feed, () => fetchWhole(feed))
  const fetched = answerWith(() => null)
  await lookOften()
  expect(fetched).not.toHaveBeenCalled()
  passedMs = 5 * MINUTE_MS
  sleptMs = 4 * MINUTE_MS
  await lookOften()
  expect(leftOf(feed)).toBe(6 * MINUTE_MS)
  const answered = answerWith(() => SERVER + passedMs)
  await lookOften()
  expect(leftOf(feed)).toBe(2 * MINUTE_MS)
  expect(answered).toHaveBeenCalledTimes(1)
  stop()
})

test('each step tells the time as well, and one that comes late leads nobody back', () => {
  const feed = open()
  feed.stream.open()
  passedMs = 5 * MINUTE_MS
  sleptMs = 4 * MINUTE_MS
  hear({ version: 1, at: SERVER + passedMs - SECOND_MS })
  expect(leftOf(feed)).toBe(2 * MINUTE_MS + SECOND_MS)
  hear({ version: 2, at: SERVER })
  expect(leftOf(feed)).toBe(2 * MINUTE_MS + SECOND_MS)
})

function open(): AgendaFeed {
  const nothing = () => {}
  return createFeed({
    author: { role: 'host', seatId: 'host', name: 'Mette' }, notes: { hear: nothing, refused: nothing },
    version: 0, agenda, serverNow: SERVER + passedMs, links: { agenda: 'http://localhost/agenda', feed: 'http://localhost/feed' },
    others: { onDoor: nothing, onLine: nothing, onSaid: nothing, onSilenced: nothing, onLive: nothing, heardUpTo: () => 0 },
  })
}

function nowOf(feed: AgendaFeed): number {
  return steadyNow() + feed.store.read().clockOffsetMs
}

function leftOf(feed: AgendaFeed): number {
  return leftMsOf(agenda, 'a', nowOf(feed))
}

/** What the server answers to whoever asks for all: its time, or nothing. */
function answerWith(serverNow: () => number | null) {
  const fetched = vi.fn(async () => {
    const at = serverNow()
    return at === null ? Promise.reject(new TypeError('Failed to fetch')) : new Response(JSON.stringify({ version: 0, agenda, notes: '', serverNow: at }))
  })
  vi.stubGlobal('fetch', fetched)
  return fetched
}

function hear({ version, at }: Pick<AgendaStep, 'version' | 'at'>): void {
  const step: AgendaStep = { version, at, changeId: `${version}`, change: { kind: 'item-tick', itemId: 'b', isDone: false }, role: 'host', seatId: 'host', name: 'Mette' }
  listeners.get('change')?.({ data: JSON.stringify(step) })
}

async function lookOften(): Promise<void> {
  await vi.advanceTimersByTimeAsync(20 * SECOND_MS)
}

function item(id: string, minutes: number) {
  return { id, title: id, purpose: '', minutes, isDone: false, author: 'template' as const, spentMs: 0 }
}
