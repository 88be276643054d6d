import { expect, test, type Page } from '@playwright/test'
import { newPage } from '../support/people.ts'
import { startProduct, type Product } from '../support/product.ts'

const WIDTHS = [360, 1280]

let product: Product

test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(() => product.stop())

test('a point that can be dragged keeps its handle, title and minutes beside each other, and its texts whole', async ({ browser }) => {
  const page = await newPage(browser)
  await page.goto(`${product.url}/dev/previews/prepare-open?locale=da`)
  await expect(page.locator('.drag-handle').first()).toBeVisible()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    expect.soft(await brokenPoints(page), `at ${width} px`).toEqual([])
  }
})

/** Points whose row is broken up, or whose texts are squeezed beside it. */
function brokenPoints(page: Page): Promise<string[]> {
  return page.locator('.desk-agenda > li').evaluateAll((points) => points.flatMap((point) => {
    const boxOf = (name: string) => point.querySelector(name)?.getBoundingClientRect() ?? new DOMRect()
    const [handle, title, minutes] = ['.drag-handle', '.desk-agenda-title', '.desk-agenda-minutes'].map(boxOf)
    const isRow = handle && title && minutes && handle.right <= title.left && title.right <= minutes.left && minutes.top < handle.bottom && title.top < handle.bottom
    const texts = [...point.querySelectorAll(':scope > p.small, :scope > .prepare-more')]
    const isWhole = texts.every((text) => text.getBoundingClientRect().width > point.clientWidth * 0.6 || text.getBoundingClientRect().height < 30)
    return isRow && isWhole ? [] : [point.textContent]
  }))
}
