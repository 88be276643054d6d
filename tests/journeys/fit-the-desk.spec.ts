import { expect, test, type Page } from '@playwright/test'
import { signInAtDesk } from '../support/desk.ts'
import { tabTo } from '../support/keyboard.ts'
import { newPage, setUpConsultant } from '../support/people.ts'
import { startProduct, type Product } from '../support/product.ts'

const WIDTHS = [360, 1280]

let product: Product
let desk: Page

test.beforeAll(async ({ browser }) => {
  product = await startProduct({ SIGN_IN_LIMIT_PER_HOUR: '1000' })
  desk = await setUpConsultant(browser, product)
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

test('the ways around the desk stand in one row on a phone, and the page that is open is marked on it', async () => {
  await desk.setViewportSize({ width: 360, height: 740 })
  for (const path of ['/desk', '/desk/links', '/desk/hours/travel', '/desk/settings', '/desk/mail']) {
    await desk.goto(product.url + path)
    for (const row of await desk.locator('.page-nav, .desk-sections').all()) {
      const tops = await row.locator(':scope > a, summary').evaluateAll((ways) => ways.map((way) => Math.round(way.getBoundingClientRect().bottom)))
      expect.soft(new Set(tops).size, `rows at ${path}: ${tops.join(' ')}`).toBe(1)
      await expect(row.locator(':scope > [aria-current], summary[aria-current]')).toHaveCount(1)
    }
  }
})

test('what a row has no room for is reached from its end, with the keyboard and without a script', async ({ browser }) => {
  const plain = await signInAtDesk(browser, product.url, { javaScriptEnabled: false, width: 360 })
  await plain.goto(`${product.url}/desk/hours`)
  await expect(plain.getByRole('link', { name: 'Rejser' })).toBeHidden()
  await plain.locator('summary', { hasText: 'Mere' }).focus()
  await plain.keyboard.press('Enter')
  await tabTo(plain, plain.getByRole('link', { name: 'Rejser' }))
  await plain.keyboard.press('Enter')
  await expect(plain.getByRole('heading', { name: 'Rejser' })).toBeVisible()
  await plain.setViewportSize({ width: 1280, height: 800 })
  await expect(plain.getByRole('link', { name: 'Helligdage' })).toBeVisible()
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
