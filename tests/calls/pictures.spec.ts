import { cpSync, mkdirSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { bookCall, comeToMeeting, letIn } from '../support/call.ts'
import { expectMovingPicture } from '../support/media.ts'

const FOLDER = 'test-results/pictures'
/** Where the README shows them from; they are put there only when asked, so that a test leaves the tree as it was. */
const SHOWN = 'app/handbook/pictures'

test('the pictures of the README are made anew: the booking page, and the room with its agenda', async ({ browser }) => {
  test.setTimeout(300_000)
  mkdirSync(FOLDER, { recursive: true })
  const call = await bookCall(browser)
  try {
    const visitor = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: 'light' })
    await visitor.goto(`${call.product.url}/book/intro`)
    await expect(visitor.locator('button[name="start"]').first()).toBeVisible()
    await visitor.screenshot({ path: `${FOLDER}/booking.png` })
    await comeToMeeting(call)
    await letIn(call)
    await Promise.all([expectMovingPicture(call.host), expectMovingPicture(call.guest)])
    await call.host.getByRole('button', { name: 'Begynd mødet' }).click()
    await expect(call.guest.getByText(/\d+:\d\d tilbage/)).toBeVisible()
    await call.guest.screenshot({ path: `${FOLDER}/room.png` })
  } finally {
    await call.stop()
  }
  if (process.env.UPDATE_PICTURES === '1') cpSync(FOLDER, SHOWN, { recursive: true })
})
