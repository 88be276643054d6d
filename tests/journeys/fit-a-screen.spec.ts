import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'

/** A phone held upright and sideways, a tablet, a laptop and a wide screen. */
const SCREENS = [[360, 740], [740, 360], [768, 1024], [1280, 800], [1920, 1080]] as const
/** Of these a picture in Danish is kept, half as large: it shows where things stand and not how letters are drawn. */
const PICTURED: readonly number[] = [360, 1280, 1920]
const PICTURE_SCALE = 0.5
const FACE = createRequire(import.meta.url).resolve('@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2')
/** Where another browser, or another make of processor, draws edges otherwise, only what is a part of the page tells. */
const OTHER_HAND = { maxDiffPixelRatio: 0.015, threshold: 0.3 }

let product: Product

test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(() => product.stop())

test('whatever happens in a call, its controls stay whole in one row, nothing has to be scrolled to, and it looks as it did', async ({ browser }) => {
  test.setTimeout(300_000)
  const page = await browser.newPage({ deviceScaleFactor: PICTURE_SCALE, reducedMotion: 'reduce' })
  const tolerance = await isSameHand(page) ? {} : OTHER_HAND
  await page.goto(`${product.url}/dev/previews`)
  const addresses = await page.locator('a[href*="/dev/previews/call-"][href*="theme=light"]').evaluateAll((links: HTMLAnchorElement[]) => links.map(({ href }) => href))
  expect(addresses.length).toBeGreaterThan(20)
  for (const address of addresses) {
    await page.goto(address)
    for (const [width, height] of SCREENS) {
      await page.setViewportSize({ width, height })
      expect.soft(await misfitsOf(page), `${address} at ${width} x ${height}`).toEqual([])
      if (isPictured(address, width)) await expect.soft(page).toHaveScreenshot(pictureName(address, width), { scale: 'device', ...tolerance })
    }
  }
})

/** Does this browser draw letters, curves and shades to the dot as the one did that made the pictures? */
async function isSameHand(page: Page): Promise<boolean> {
  await page.setViewportSize({ width: 400, height: 200 })
  await page.setContent(`<style>
    @font-face { font-family: Face; font-weight: 100 900; src: url(data:font/woff2;base64,${readFileSync(FACE, 'base64')}) }
    body { margin: 16px; font: 450 16px/1.5 Face; color: #123; background: linear-gradient(#fff, #eed) }
    b { font-size: 28px; font-weight: 650 } i { display: inline-block; width: 40px; height: 40px; border-radius: 50%; background: #357; box-shadow: 0 2px 9px #0006 }
  </style><b>Dagsorden 10.10</b><p>Hvad fylder hos jer lige nu, æøå? <i></i></p><svg width="40" height="40"><path d="M4 20 20 4l16 16-16 16z" stroke="#357" fill="none" stroke-width="3"/></svg>`)
  await page.evaluate(() => document.fonts.ready)
  const isSame = await expect(page).toHaveScreenshot('hand.png', { scale: 'device', maxDiffPixels: 0, threshold: 0 }).then(() => true, () => false)
  if (!isSame) console.log('This browser draws otherwise than the one that made the pictures, so they are compared less closely.')
  return isSame
}

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
