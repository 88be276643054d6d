import { expect, type Locator, type Page } from '@playwright/test'

const MOST_STEPS = 80

/** Presses Tab until this has the focus, as somebody does who has no mouse; the focus must be seen where it comes to rest. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement)
  for (let steps = 0; steps < MOST_STEPS && !(await isThere()); steps += 1) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
  expect(await target.evaluate((element) => getComputedStyle(element).outlineStyle), 'the focus can be seen').not.toBe('none')
}

/** Chromium lets go of every key that is pressed before a page has been painted for the first time; no person is so quick. */
export async function untilPainted(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
}
