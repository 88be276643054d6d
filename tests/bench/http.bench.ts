import { gzipSync } from 'node:zlib'
import autocannon from 'autocannon'
import type { Browser } from '@playwright/test'
import type { BenchRow } from './row.ts'

const ROUNDS = 3
const ROUND_SECONDS = 5
const CONNECTIONS = 10

/** What the pages on the way to a booking weigh in a browser that has nothing of them yet, as sent over the line. */
export async function benchPageBytes(url: string, browser: Browser): Promise<BenchRow[]> {
  const bytes = await weigh(browser, `${url}/book/intro`)
  const details = await weigh(browser, `${url}/book/intro/details?start=2030-01-01T09:00:00Z`)
  const thirty = await weighThirtyDays(`${url}/book/intro`)
  return [
    { name: 'booking page: HTML, brotli', value: bytes.document / 1000, unit: 'kB', target: '<= 14', isWithin: bytes.document <= 14_000 },
    { name: 'booking pages of 30 days in all: HTML, gz', value: thirty / 1000, unit: 'kB', target: '<= 14', isWithin: thirty <= 14_000 },
    { name: 'booking page: JavaScript, brotli', value: bytes.script / 1000, unit: 'kB', target: '<= 5', isWithin: bytes.script <= 5_000 },
    { name: 'booking form: JavaScript, brotli', value: details.script / 1000, unit: 'kB', target: '<= 5', isWithin: details.script <= 5_000 },
    { name: 'booking page: CSS, brotli', value: bytes.stylesheet / 1000, unit: 'kB' },
    { name: 'booking page: fonts', value: bytes.font / 1000, unit: 'kB' },
  ]
}

/** A page lists ten days that have times; three of them, one after the other, hold thirty. */
async function weighThirtyDays(address: string): Promise<number> {
  let [bytes, next] = [0, address]
  for (let page = 0; page < 3; page += 1) {
    const text = await (await fetch(next)).text()
    bytes += gzipSync(text).length
    const [, later = ''] = /href="([^"]*)" rel="next"/.exec(text) ?? []
    next = new URL(later.replaceAll('&amp;', '&'), address).href
  }
  return bytes
}

/** Bodies as they are sent, compressed where they are; the headers of each answer are not among them. */
async function weigh(browser: Browser, address: string): Promise<Record<'document' | 'script' | 'stylesheet' | 'font', number>> {
  const page = await browser.newPage()
  const kinds = new Map<string, string>()
  page.on('response', (response) => kinds.set(response.url(), response.request().resourceType()))
  await page.goto(address, { waitUntil: 'networkidle' })
  const sizes = await page.evaluate(() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .map((entry) => ({ url: entry.name, size: entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0 })))
  await page.close()
  const sumOf = (kind: string) => sizes.filter(({ url }) => kinds.get(url) === kind).reduce((sum, { size }) => sum + size, 0)
  return { document: sumOf('document'), script: sumOf('script'), stylesheet: sumOf('stylesheet'), font: sumOf('font') }
}

/** Requests a second of the booking page against the barest page of the same server, rounds taken in turn. */
export async function benchThroughput(url: string): Promise<BenchRow[]> {
  const floor: number[] = []
  const booking: number[] = []
  await requestsPerSecond(`${url}/book/intro`, 2)
  for (let round = 0; round < ROUNDS; round += 1) {
    floor.push(await requestsPerSecond(`${url}/dev/floor`, ROUND_SECONDS))
    booking.push(await requestsPerSecond(`${url}/book/intro`, ROUND_SECONDS))
  }
  const ratio = median(booking) / median(floor)
  return [
    { name: 'bare Remix route, one <p>', value: median(floor), unit: 'req/s' },
    { name: 'booking page', value: median(booking), unit: 'req/s' },
    { name: 'booking page : bare route', value: ratio, unit: '', target: '>= 0.5', isWithin: ratio >= 0.5 },
  ]
}

async function requestsPerSecond(url: string, seconds: number): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`)
  return result.requests.average
}

export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
