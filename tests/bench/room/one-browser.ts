import type { Page } from '@playwright/test'
import type { BookedCall } from '../../support/call.ts'
import { expectMovingPicture } from '../../support/media.ts'
import { pause } from '../../support/product.ts'
import { comeAgain, firstRemoteFrame, seeRemoteFrame } from './admission.ts'
import { comeAsNativeHost } from './native-person.ts'

const SETTLED_MS = 1_500

/**
 * Admit to the guest's first frame with one browser on the machine, as each person has: the other end is LiveKit's native client.
 * Milliseconds.
 */
export async function measureAdmissionsOfOneBrowser(call: BookedCall, count: number): Promise<number[]> {
  const host = await comeAsNativeHost(call)
  const times: number[] = []
  while (times.length < count) {
    if (times.length > 0) await comeAgain(call)
    const frame = firstRemoteFrame(call.guest)
    await pause(SETTLED_MS)
    const from = Date.now()
    await host.admit()
    times.push(await frame - from)
  }
  await expectMovingPicture(call.guest)
  await host.leave()
  return times
}

/**
 * From the start of a page's navigation to the first frame of the other's picture. The page watches itself: a question of ours
 * would come late or take the cores that are measured.
 */
export async function measureReloads(page: Page, count: number): Promise<number[]> {
  await page.addInitScript(`globalThis.remoteFrame = (${String(seeRemoteFrame)})()`)
  const times: number[] = []
  while (times.length < count) {
    await page.waitForTimeout(SETTLED_MS)
    await page.reload({ waitUntil: 'commit' })
    await pause(SETTLED_MS)
    times.push(await page.evaluate(async () => await (globalThis as unknown as Watching).remoteFrame - performance.timeOrigin))
  }
  return times
}

type Watching = { remoteFrame: Promise<number> }
