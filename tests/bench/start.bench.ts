import { pause, startProduct } from '../support/product.ts'
import { residentMegabytes } from './room/process-use.ts'
import type { BenchRow } from './row.ts'

const SETTLES_MS = 5_000

/** How soon a start on a known data folder serves, and what the idle web server holds in memory. */
export async function benchStart(): Promise<BenchRow[]> {
  const product = await startProduct()
  try {
    await pause(SETTLES_MS)
    await product.kill()
    const startedAt = performance.now()
    await product.startAgain()
    const seconds = (performance.now() - startedAt) / 1000
    await pause(SETTLES_MS)
    return [
      { name: 'second start, after a kill -9, until ready', value: seconds, unit: 's', target: '<= 5', isWithin: seconds <= 5 },
      { name: 'memory of the idle web server (resident)', value: residentMegabytes(product.running().pid), unit: 'MB' },
    ]
  } finally {
    await product.stop()
  }
}
