/** Measures every figure that the README quotes and prints one table. Ends with 1 when a promise is not kept. */
import { chromium } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts'
import { startProduct } from '../support/product.ts'
import { benchBookingLoad } from './booking-load.bench.ts'
import { benchPageBytes, benchThroughput } from './http.bench.ts'
import { benchMail } from './mail.bench.ts'
import { benchRace } from './race.bench.ts'
import { benchReminders } from './reminders.bench.ts'
import { benchRoom } from './room.bench.ts'
import { benchRoomCost } from './room/room-cost.bench.ts'
import { benchRoomOverLine } from './room/room-line.bench.ts'
import type { BenchRow } from './row.ts'
import { benchSlots } from './slots.bench.ts'
import { benchStart } from './start.bench.ts'
import { printTable } from './table.ts'

const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
const rows: BenchRow[] = []
try {
  rows.push(...await benchSlots())
  rows.push(...await benchStart())
  rows.push(...await benchPages())
  rows.push(...await benchBookingLoad())
  rows.push(...await benchMail())
  rows.push(...await benchRoom(browser))
  rows.push(...await benchRoomOverLine())
  rows.push(...await benchRoomCost(browser))
  // It names this process a database of its own, which a product that is started afterwards would take for its own.
  rows.push(...await benchReminders())
} finally {
  await browser.close()
}
printTable(rows)
process.exit(rows.some((row) => row.isWithin === false) ? 1 : 0)

async function benchPages(): Promise<BenchRow[]> {
  const product = await startProduct({ BOOKING_LIMIT_PER_HOUR: '10000' })
  try {
    return [...await benchPageBytes(product.url, browser), ...await benchThroughput(product.url), ...await benchRace(product.url)]
  } finally {
    await product.stop()
  }
}
