/** Measures every figure that the README quotes, or the parts named, and prints a table. Ends with 1 when a promise is not kept. */
import { chromium } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts'
import { startProduct } from '../support/product.ts'
import { benchAgenda } from './agenda/agenda.bench.ts'
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

/** In this order: the last names this process a database of its own, which a product started after it would take for its own. */
const PARTS: Record<string, () => Promise<BenchRow[]>> = {
  slots: benchSlots,
  start: benchStart,
  pages: benchPages,
  booking: benchBookingLoad,
  mail: benchMail,
  room: () => benchRoom(browser),
  line: benchRoomOverLine,
  agenda: () => benchAgenda(browser),
  cost: () => benchRoomCost(browser),
  reminders: benchReminders,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in PARTS))
if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.`)
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
const rows: BenchRow[] = []
try {
  for (const [name, measure] of Object.entries(PARTS)) {
    if (wanted.length === 0 || wanted.includes(name)) rows.push(...await measure())
  }
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
