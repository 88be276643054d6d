import { expect, test, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'

/** A phone held upright and sideways, a tablet, a laptop and a wide screen. */
const SCREENS = [[360, 740], [740, 360], [768, 1024], [1280, 800], [1920, 1080]] as const
/** Of these a picture in Danish is kept, half as large: it shows where things stand and not how letters are drawn. */
const PICTURED: readonly number[] = [360, 1280, 1920]
const PICTURE_SCALE = 0.5

let product: Product

test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(() => product.stop())

test('whatever happens in a call, its controls stay whole in one row, nothing has to be scrolled to, and it looks as it did', async ({ browser }) => {
  test.setTimeout(300_000)
  const page = await browser.newPage({ deviceScaleFactor: PICTURE_SCALE, reducedMotion: 'reduce' })
  await page.goto(`${product.url}/dev/previews`)
  const addresses = await page.locator('a[href*="/dev/previews/call-"][href*="theme=light"]').evaluateAll((links: HTMLAnchorElement[]) => links.map(({ href }) => href))
  expect(addresses.length).toBeGreaterThan(20)
  for (const address of addresses) {
    await page.goto(address)
    for (const [width, height] of SCREENS) {
      await page.setViewportSize({ width, height })
      expect.soft(await misfitsOf(page), `${address} at ${width} x ${height}`).toEqual([])
      if (isPictured(address, width)) await expect.soft(page).toHaveScreenshot(pictureName(address, width), { scale: 'device' })
    }
  }
})

function isPictured(address: string, width: number): boolean {
  return PICTURED.includes(width) && address.includes('locale=da')
}

/** Such as `call-pair-360.png`. */
function pictureName(address: string, width: number): string {
  return `${new URL(address).pathname.split('/').at(-1)}-${width}.png`
}

/** What is cut off, broken into a second row, or pushes the page beyond the screen. */
function misfitsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    const boxes = [...document.querySelectorAll('.controls > button')].map((button) => button.getBoundingClientRect())
    const parts = [...document.querySelectorAll('.controls > button, .at-door button, .stage-word, .plate')]
    const cut = parts.filter((part) => {
      const { left, top, right, bottom } = part.getBoundingClientRect()
      return left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1
    })
    return [
      ...(scrollWidth > innerWidth || scrollHeight > innerHeight ? [`the page is ${scrollWidth} x ${scrollHeight}`] : []),
      ...(boxes.length < 6 ? ['there are no controls'] : []),
      ...(Math.max(...boxes.map(({ top }) => top)) >= Math.min(...boxes.map(({ bottom }) => bottom)) ? ['the controls are in two rows'] : []),
      ...cut.map((part) => `cut off: ${part.className} ${part.textContent}`),
    ]
  })
}
