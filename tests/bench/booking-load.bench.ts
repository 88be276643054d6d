import postgres from 'postgres'
import { readStarts, somebody, submitBooking } from '../support/prospect.ts'
import { pause, startProduct, type Product } from '../support/product.ts'
import { median } from './http.bench.ts'
import { fillHistory } from './history.ts'
import type { BenchRow } from './row.ts'

const SETTINGS = { BOOKING_LIMIT_PER_HOUR: '1000000', LOG_LEVEL: 'error' }
const LOAD_SECONDS = 10
const PAGES_A_SECOND = 50
const BOOKINGS_A_SECOND = 20
const COLD_LOADS = 40

/** The booking page while many look and many book, and with years behind it. */
export async function benchBookingLoad(): Promise<BenchRow[]> {
  const product = await startProduct(SETTINGS)
  const sql = postgres(product.databaseUrl(), { max: 1, onnotice: () => undefined })
  try {
    await dropBuffers(sql)
    return [...await benchCrowd(product), ...await benchHistory(product, sql)]
  } finally {
    await sql.end()
    await product.stop()
  }
}

/** Without pauses between meetings, ordinary hours hold the two hundred that are booked here. */
export async function dropBuffers(sql: postgres.Sql): Promise<void> {
  await sql`UPDATE meeting_type SET buffer_after_minutes = 0`
  await sql`UPDATE consultant SET calendar_version = calendar_version + 1`
}

/** Open loop: each page is asked for when its time has come, whether or not those before it have been answered. */
async function benchCrowd(product: Product): Promise<BenchRow[]> {
  const starts = await allStarts(product)
  const pages: Promise<number>[] = []
  const bookings: Promise<number>[] = []
  const beganAt = performance.now()
  const at = (count: number, rate: number) => beganAt + (count * 1_000) / rate
  for (;;) {
    const now = performance.now()
    if (now - beganAt > LOAD_SECONDS * 1_000) break
    while (at(pages.length, PAGES_A_SECOND) <= now) pages.push(timePage(product.url, at(pages.length, PAGES_A_SECOND)))
    while (at(bookings.length, BOOKINGS_A_SECOND) <= now) bookings.push(book(product.url, starts[bookings.length] ?? ''))
    await pause(2)
  }
  const loaded = (await Promise.all(pages)).toSorted((one, other) => one - other)
  const made = (await Promise.all(bookings)).filter((status) => status === 303).length
  const p95 = percentile(loaded, 0.95)
  return [
    {
      name: `booking page, p95, ${PAGES_A_SECOND} loads and ${BOOKINGS_A_SECOND} bookings a second`,
      value: p95, unit: 'ms', target: '<= 100', isWithin: p95 <= 100,
    },
    { name: 'bookings written meanwhile', value: made / LOAD_SECONDS, unit: '/s', target: '>= 19', isWithin: made / LOAD_SECONDS >= 19 },
  ]
}

/** A page that must be reckoned anew, before and after 100,000 meetings lie behind. */
async function benchHistory(product: Product, sql: postgres.Sql): Promise<BenchRow[]> {
  const before = await coldPage(product, sql)
  await fillHistory(sql, 100_000)
  const after = await coldPage(product, sql)
  const ratio = after / before
  return [
    { name: 'booking page reckoned anew, median', value: before, unit: 'ms' },
    { name: 'the same with 100,000 meetings behind : without', value: ratio, unit: '', target: '<= 1.3', isWithin: ratio <= 1.3 },
  ]
}

async function coldPage(product: Product, sql: postgres.Sql): Promise<number> {
  const times: number[] = []
  for (let load = 0; load < COLD_LOADS; load += 1) {
    await sql`UPDATE consultant SET calendar_version = calendar_version + 1`
    times.push(await timePage(product.url, performance.now()))
  }
  return median(times)
}

async function timePage(url: string, askedAt: number): Promise<number> {
  const answer = await fetch(`${url}/book/intro`)
  await answer.text()
  if (!answer.ok) throw new Error(`The booking page was answered with ${answer.status}`)
  return performance.now() - askedAt
}

export async function book(url: string, start: string): Promise<number> {
  return (await submitBooking(url, start, { answers: somebody() })).status
}

export async function allStarts(product: Product): Promise<string[]> {
  const starts: string[] = []
  for (let path: string | undefined = '/book/intro'; path; ) {
    starts.push(...await readStarts(product.url, path))
    const html = await (await fetch(product.url + path)).text()
    path = /<a href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  return starts
}

export function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
