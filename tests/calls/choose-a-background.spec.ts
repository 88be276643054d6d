import { expect, test, type Page } from '@playwright/test'
import { bookLiveCall, type BookedCall } from '../support/call.ts'
import { expectMovingPicture } from '../support/media.ts'

test.describe.configure({ mode: 'serial' })

let call: BookedCall
let host: Page
let guest: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  call = await bookLiveCall(browser)
  ;({ host, guest } = call)
})
test.afterAll(() => call.stop())

test('whoever wants no background loads nothing for it', async () => {
  expect(await loadedForBackgrounds(host)).toEqual([])
})

test('what was chosen is remembered, and noise is a choice that the microphone follows', async () => {
  const isReduced = () => guest.evaluate(() => JSON.parse(localStorage.getItem('fremmode.devices') ?? '{}').isNoiseReduced)
  await openDevices(guest)
  await guest.getByLabel(/Dæmp støj/).uncheck()
  expect(await isReduced()).toBe(false)
  await guest.reload()
  await expectMovingPicture(guest)
  await openDevices(guest)
  await expect(guest.getByLabel(/Dæmp støj/)).not.toBeChecked()
})

async function openDevices(page: Page): Promise<void> {
  if (await page.getByRole('dialog', { name: 'Udstyr' }).isVisible()) return
  await page.getByRole('button', { name: 'Mere', exact: true }).click()
  await page.getByRole('button', { name: 'Udstyr' }).click()
}

function loadedForBackgrounds(page: Page): Promise<string[]> {
  return page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)
    .filter((name) => /selfie_segmentation|background-processor/.test(name)))
}
