import { expect, test, type Page } from '@playwright/test'
import { comeToMeeting, letIn } from '../../support/call.ts'
import { liveKinds, noteCaptured } from '../../support/captured.ts'
import { expectMovingPicture } from '../../support/media.ts'
import { bookCallOverLine, type CallOverLine } from '../../support/network/call-over-line.ts'
import { GOOD_LINE, whyNoLine } from '../../support/network/network-line.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const missing = whyNoLine()
test.skip(missing !== null, missing ?? '')

/** More than one packet in twelve: speech gets through, faces break up. */
const THIN = { loss: 0.2 }
/** Ten seconds on a poor line, and what looks at a busy machine's line may be late. */
const LESS_WITHIN_MS = 40_000
/** Thirty more. */
const SOUND_WITHIN_MS = 70_000

let call: CallOverLine
let host: Page
let guest: Page

test.beforeAll(async () => {
  test.setTimeout(300_000)
  call = await bookCallOverLine({ delayMs: 20 })
  ;({ host, guest } = call)
  await noteCaptured(guest)
  await comeToMeeting(call)
  await letIn(call)
  await Promise.all([expectMovingPicture(guest, 60_000), expectMovingPicture(host, 60_000)])
})
test.afterAll(() => call?.stop())

test('on a line that grows thin the pictures go small by themselves, then there is sound alone, and each step is said calmly', async () => {
  await call.line.set(THIN)
  const notice = guest.locator('.saving-notice')
  await expect(notice).toContainText('Forbindelsen er svag lige nu, så billederne er små, og lyden går forrest.', { timeout: LESS_WITHIN_MS })
  await expectMovingPicture(guest)
  await expect(notice).toContainText('Forbindelsen er meget svag lige nu, så I klarer jer med lyd.', { timeout: SOUND_WITHIN_MS })
  const status = guest.getByRole('status')
  await expect(status.getByText('Forbindelsen er meget svag lige nu, så I klarer jer med lyd.')).toBeVisible()
  await expect(status.getByText('Dit kamera er slukket.')).toBeVisible()
  await expect(guest.locator('[data-person="other"] video')).toBeHidden()
  await expect(host.locator('[data-person="other"]')).toContainText('Kameraet er slukket')
  for (const page of [guest, host]) await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(host.locator('.saving-notice'), 'the host\'s own line is good').toHaveCount(0)
})

test('once the line is good again nothing jumps, and one press brings the pictures back, both ways', async () => {
  await call.line.set(GOOD_LINE)
  await guest.waitForTimeout(6_000)
  await expect(guest.locator('.saving-notice')).toBeVisible()
  expect((await liveKinds(guest, 'devices')).includes('video')).toBe(false)
  await guest.getByRole('button', { name: 'Vis fulde billeder' }).click()
  for (const page of [guest, host]) await expect(page.locator('.saving-notice')).toHaveCount(0)
  await Promise.all([expectMovingPicture(guest, 30_000), expectMovingPicture(host, 30_000)])
  await expect(guest.getByRole('button', { name: 'Sluk kameraet' })).toBeVisible()
})
