import { randomUUID } from 'node:crypto'
import type { Browser } from '@playwright/test'
import postgres from 'postgres'
import { publishEnv } from '#app/platform/env.server.ts'
import { setUpConsultant } from '../../support/people.ts'
import { pause, startProduct, until, type Product } from '../../support/product.ts'
import { median } from '../http.bench.ts'
import { p95, row } from '../room/admission.ts'
import { residentMegabytes } from '../room/process-use.ts'
import type { BenchRow } from '../row.ts'
import { fillLiveMeetings, type LiveMeeting } from './live-meetings.ts'
import { openStreams } from './streams.ts'

const LINK_KEY = 'a-link-key-that-only-the-bench-knows-0123456789'
const MEETINGS = 100
const BUSY = 10
const CHANGES_A_SECOND = 20
const SECONDS = 15
/** A process that has just been started reads its own code for the first time: a third of a second per change at first. */
const WARM_UP_SECONDS = 5
const STREAMS = 2_000
/** Changes per second while all streams are open, one after the other. */
const QUIET_CHANGES = 60

/** A hundred meetings at once on one process: how soon a change stands on the other screen, and how many screens it bears. */
export async function benchAgenda(browser: Browser): Promise<BenchRow[]> {
  const product = await startProduct({ LINK_KEY, LOG_LEVEL: 'error' })
  publishEnv({ LINK_KEY })
  const sql = postgres(product.databaseUrl(), { max: 1, onnotice: () => undefined })
  try {
    const desk = await setUpConsultant(browser, product)
    const hostCookie = (await desk.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const meetings = await fillLiveMeetings(sql, MEETINGS)
    return [...await benchBusy(product, hostCookie, meetings), ...await benchStreams(product, hostCookie, meetings)]
  } finally {
    await sql.end()
    await product.stop()
  }
}

/** Open loop: each change is made when its time has come. Those of the first seconds are made and not counted. */
async function benchBusy(product: Product, hostCookie: string, meetings: LiveMeeting[]): Promise<BenchRow[]> {
  const watch = watchChanges()
  const guests = openStreams(guestsOf(product, meetings), watch.hear)
  const hosts = openStreams(hostsOf(product, meetings, hostCookie), () => {})
  await until(() => guests.open() + hosts.open() === 2 * MEETINGS, 'all streams are open', 60_000)
  await pause(2_000)
  const beganAt = performance.now()
  const rate = BUSY * CHANGES_A_SECOND
  const answers: Promise<number>[] = []
  const wanted = rate * (WARM_UP_SECONDS + SECONDS)
  while (answers.length < wanted) {
    while (answers.length < Math.min(wanted, ((performance.now() - beganAt) * rate) / 1_000)) {
      const number = answers.length
      answers.push(change(product, hostCookie, { meeting: meetings[number % BUSY], isDone: number % (2 * BUSY) < BUSY, watch }))
    }
    await pause(2)
  }
  const statuses = await Promise.all(answers)
  const seconds = (performance.now() - beganAt) / 1_000
  await until(() => watch.times().length === answers.length, 'every change was seen', 20_000)
  for (const streams of [guests, hosts]) streams.close()
  const times = watch.times().slice(rate * WARM_UP_SECONDS)
  const made = statuses.filter((status) => status === 200).length / seconds
  return [
    { ...row(`agenda changes made, ${MEETINGS} meetings`, made, '/s'), target: `>= ${0.95 * rate}`, isWithin: made >= 0.95 * rate },
    row(`change -> other screen, ${MEETINGS} meetings, ${rate} changes a second, median`, median(times), 'ms', 30),
    row(`change -> other screen, ${MEETINGS} meetings, ${rate} changes a second, p95`, p95(times), 'ms', 100),
  ]
}

async function benchStreams(product: Product, hostCookie: string, meetings: LiveMeeting[]): Promise<BenchRow[]> {
  const { pid } = product.running()
  const before = residentMegabytes(pid)
  const watch = watchChanges()
  const guests = guestsOf(product, meetings)
  const streams = openStreams(Array.from({ length: STREAMS }, (_, index) => guests[index % guests.length] ?? { url: '', cookie: '' }), watch.hear)
  await until(() => streams.open() === STREAMS, `${STREAMS} streams are open`, 120_000)
  await pause(5_000)
  const perStream = ((residentMegabytes(pid) - before) * 1_000) / STREAMS
  for (let number = 0; number < QUIET_CHANGES; number += 1) {
    await change(product, hostCookie, { meeting: meetings[number % BUSY], isDone: number % (2 * BUSY) < BUSY, watch })
    await pause(50)
  }
  await until(() => watch.times().length === QUIET_CHANGES, 'every change was seen', 20_000)
  const open = streams.open()
  streams.close()
  return [
    { ...row('event streams open at once on one process', open, ''), target: `>= ${STREAMS}`, isWithin: open >= STREAMS },
    row('memory of the web server for each of them', perStream, 'kB'),
    row(`change -> other screen, ${STREAMS} streams open, p95`, p95(watch.times()), 'ms', 100),
  ]
}

type Watch = ReturnType<typeof watchChanges>

/** Milliseconds from the moment that the host sends a change until it has come to a guest. */
function watchChanges() {
  const sentAt = new Map<string, number>()
  const times: number[] = []
  return {
    send: (changeId: string) => void sentAt.set(changeId, performance.now()),
    hear(changeId: string) {
      const from = sentAt.get(changeId)
      if (from === undefined || !sentAt.delete(changeId)) return
      times.push(performance.now() - from)
    },
    times: () => times,
  }
}

type Wanted = { meeting: LiveMeeting | undefined; isDone: boolean; watch: Watch }

async function change({ url }: Product, cookie: string, { meeting, isDone, watch }: Wanted): Promise<number> {
  const changeId = randomUUID()
  watch.send(changeId)
  const answer = await fetch(`${url}/room/${meeting?.hostSeatId}/agenda`, {
    method: 'POST', headers: { 'Cookie': cookie, 'Origin': new URL(url).origin, 'Content-Type': 'application/json' },
    body: JSON.stringify({ changeId, change: { kind: 'item-tick', itemId: meeting?.itemId, isDone } }),
  })
  await answer.arrayBuffer()
  return answer.status
}

function guestsOf({ url }: Product, meetings: LiveMeeting[]) {
  return meetings.map(({ guestSeatId, guestCookie }) => ({ url: `${url}/room/${guestSeatId}/feed?after=0&said=0`, cookie: guestCookie }))
}

function hostsOf({ url }: Product, meetings: LiveMeeting[], cookie: string) {
  return meetings.map(({ hostSeatId }) => ({ url: `${url}/room/${hostSeatId}/feed?after=0&said=0`, cookie }))
}
