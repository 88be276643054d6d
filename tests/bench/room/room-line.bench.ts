import type { Page } from '@playwright/test'
import { comeToMeeting } from '../../support/call.ts'
import { expectMovingPicture } from '../../support/media.ts'
import { bookCallOverLine } from '../../support/network/call-over-line.ts'
import { whyNoFront } from '../../support/network/front-proxy.ts'
import { whyNoLine } from '../../support/network/network-line.ts'
import { median } from '../http.bench.ts'
import type { BenchRow } from '../row.ts'
import { admissionRows, leaveAlone, letScriptsRun, measureAdmission, measureAdmissions, row, seeRemoteFrame } from './admission.ts'

const ADMISSIONS = 15
const RELOADS = 7
const SEEN_AGAIN_WITHIN_MS = 1_200
const WHERE = ', RTT 80 ms'

/**
 * The same call over a line with a round trip of 80 ms, both people behind it, the product behind HAProxy as on the internet.
 * No rows where no line can be made.
 */
export async function benchRoomOverLine(): Promise<BenchRow[]> {
  const missing = whyNoLine() ?? whyNoFront()
  if (missing) {
    console.log(`Not measured: ${missing}`)
    return []
  }
  const call = await bookCallOverLine({ delayMs: 40 }, { hostSits: 'far', front: 'https' })
  try {
    await letScriptsRun(call.guest, call.host)
    await comeToMeeting(call)
    const admissions = await measureAdmissions(call, [await measureAdmission(call)], ADMISSIONS)
    await expectMovingPicture(call.host)
    await call.host.addInitScript(`globalThis.remoteFrame = (${String(seeRemoteFrame)})()`)
    const reloads = []
    for (let round = 0; round < RELOADS; round += 1) reloads.push(await measureReload(call.host))
    return [
      ...admissionRows(admissions, WHERE, { guest: 450, host: 700 }),
      row(`host's reload -> picture, median${WHERE}`, median(reloads), 'ms', 900),
    ]
  } finally {
    await call.stop()
  }
}

type Watching = { remoteFrame: Promise<number> }

/** From the start of the navigation to the first frame of the other's picture. */
async function measureReload(page: Page): Promise<number> {
  await page.waitForTimeout(1_500)
  await page.reload({ waitUntil: 'commit' })
  await leaveAlone(0, SEEN_AGAIN_WITHIN_MS)
  return page.evaluate(async () => await (globalThis as unknown as Watching).remoteFrame - performance.timeOrigin)
}
