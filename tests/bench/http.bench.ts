import autocannon from 'autocannon'
import type { Browser } from '@playwright/test'
import type { BenchRow } from './row.ts'

const ROUNDS = 3
const ROUND_SECONDS = 5
const CONNECTIONS = 10

/** What the booking page weighs in a browser that has nothing of it yet, as sent over the line. */
export async function benchPageBytes(url: string, browser: Browser): Promise<BenchRow[]> {
  const page = await browser.newPage()
  const bytes = { document: 0, script: 0, stylesheet: 0, font: 0 }
  const kinds = new Map<string, string>()
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  line.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type.toLowerCase()))
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind === 'document' || kind === 'script' || kind === 'stylesheet' || kind === 'font') bytes[kind] += encodedDataLength
  })
  await page.goto(`${url}/book/intro`, { waitUntil: 'networkidle' })
  await page.close()
  return [
    { name: 'booking page: HTML, gz', value: bytes.document / 1000, unit: 'kB', target: '<= 14', isWithin: bytes.document <= 14_000 },
    { name: 'booking page: JavaScript, gz', value: bytes.script / 1000, unit: 'kB', target: '<= 10', isWithin: bytes.script <= 10_000 },
    { name: 'booking page: CSS, gz', value: bytes.stylesheet / 1000, unit: 'kB' },
    { name: 'booking page: fonts', value: bytes.font / 1000, unit: 'kB' },
  ]
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
