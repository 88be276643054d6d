import { comeToMeeting, type BookedCall } from '../../support/call.ts'
import { expectMovingPicture } from '../../support/media.ts'
import { bookCallOverLine } from '../../support/network/call-over-line.ts'
import { whyNoFront } from '../../support/network/front-proxy.ts'
import { whyNoLine } from '../../support/network/network-line.ts'
import { median } from '../http.bench.ts'
import type { BenchRow } from '../row.ts'
import { admissionRows, letScriptsRun, measureAdmission, measureAdmissions, row } from './admission.ts'
import { measureReloads } from './one-browser.ts'

const ADMISSIONS = 15
const RELOADS = 7
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
  const both = await overLine(async (call) => {
    await comeToMeeting(call)
    const admissions = await measureAdmissions(call, [await measureAdmission(call)], ADMISSIONS)
    await expectMovingPicture(call.host)
    return { admissions, reloads: await measureReloads(call.host, RELOADS) }
  })
  return [
    ...admissionRows(both.admissions, WHERE, { guest: 450, host: 700 }),
    row(`host's reload -> picture, median${WHERE}`, median(both.reloads), 'ms', 900),
  ]
}

async function overLine<Measured>(measure: (call: BookedCall) => Promise<Measured>): Promise<Measured> {
  const call = await bookCallOverLine({ delayMs: 40 }, { hostSits: 'far', front: 'https' })
  try {
    await letScriptsRun(call.guest, call.host)
    return await measure(call)
  } finally {
    await call.stop()
  }
}
