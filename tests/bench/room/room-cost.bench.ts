import { chromium, type Browser, type Page } from '@playwright/test'
import { bookCall, comeToMeeting, letIn, type BookedCall } from '../../support/call.ts'
import { CHROMIUM_FLAGS, findChromium } from '../../support/chromium.ts'
import { expectMovingPicture } from '../../support/media.ts'
import { newPage } from '../../support/people.ts'
import { pause } from '../../support/product.ts'
import type { BenchRow } from '../row.ts'
import { letScriptsRun, row } from './admission.ts'
import { cpuSecondsOfTree, findProcess } from './process-use.ts'
import { memoryRows } from './server-memory.ts'

/** BENCH_CALL_MINUTES=30 is the promise; three show a leak of any size that matters. */
const MINUTES = Number(process.env.BENCH_CALL_MINUTES ?? 3)
const SETTLES_MS = 20_000
const MARK = '--fremmode-bench-guest'

/** What a call of two costs: the guest's browser each minute, and what servers hold for each guest. */
export async function benchRoomCost(browser: Browser): Promise<BenchRow[]> {
  const own = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_FLAGS, MARK] })
  const booked = await bookCall(browser)
  const call = { ...booked, guest: await newPage(own) }
  try {
    await letScriptsRun(call.guest, call.host)
    await comeToMeeting(call)
    await letIn(call)
    await expectMovingPicture(call.guest)
    return [...await browserRows(call), ...await memoryRows(call, browser)]
  } finally {
    await own.close()
    await booked.stop()
  }
}

async function browserRows({ guest }: BookedCall): Promise<BenchRow[]> {
  await pause(SETTLES_MS)
  const pid = findProcess(MARK)
  const [heapBefore, cpuBefore, startedAt] = [await heapMegabytes(guest), cpuSecondsOfTree(pid), performance.now()]
  await pause(MINUTES * 60_000)
  const minutes = (performance.now() - startedAt) / 60_000
  const cpu = (cpuSecondsOfTree(pid) - cpuBefore) / minutes
  const heap = await heapMegabytes(guest)
  await expectMovingPicture(guest)
  return [
    row('browser CPU per minute of a call of two', cpu, 's'),
    row(`JavaScript heap after ${MINUTES} minutes of a call`, heap, 'MB'),
    row('JavaScript heap, growth in that time', heap - heapBefore, 'MB', 2),
  ]
}

/** What is left after the garbage is collected. */
async function heapMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1_000_000
}
