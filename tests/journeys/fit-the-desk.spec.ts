import { expect, test, type Locator, type Page } from '@playwright/test'
import { signInAtDesk } from '../support/desk.ts'
import { tabTo } from '../support/keyboard.ts'
import { newPage, setUpConsultant } from '../support/people.ts'
import { startProduct, type Product } from '../support/product.ts'

let product: Product
let desk: Page

test.beforeAll(async ({ browser }) => {
  product = await startProduct({ SIGN_IN_LIMIT_PER_HOUR: '1000' })
  desk = await setUpConsultant(browser, product)
})
test.afterAll(() => product.stop())

const ROWS = [
  { width: 360, state: 'prepare-open', rows: [['.drag-handle', '.desk-agenda-title'], ['.desk-agenda-minutes', '.point-moves']] },
  { width: 1280, state: 'prepare-open', rows: [['.drag-handle', '.desk-agenda-title', '.desk-agenda-minutes', '.point-moves']] },
  { width: 360, state: 'template-form', rows: [['.drag-handle', '.point-moves'], ['[name="itemTitle"]', '[name="minutes"]']] },
  { width: 1280, state: 'template-form', rows: [['.drag-handle', '[name="itemTitle"]', '[name="minutes"]', '.point-moves']] },
]

for (const { width, state, rows } of ROWS) {
  test(`a point that can be dragged keeps its parts beside each other, and its texts whole, in ${state} at ${width} px`, async ({ browser }) => {
    const page = await newPage(browser, { width })
    await page.goto(`${product.url}/dev/previews/${state}?locale=da`)
    await expect(page.locator('.drag-handle').first()).toBeVisible()
    // What is folded away has no width of its own, or an old one.
    await page.locator('ol[data-drag] details').evaluateAll((folds: HTMLDetailsElement[]) => { for (const fold of folds) fold.open = true })
    for (const point of await page.locator('ol[data-drag] > li').all()) {
      for (const row of rows) expect.soft(await isRow(point, row), row.join(' ')).toBe(true)
      const room = await point.evaluate(({ clientWidth }) => clientWidth)
      const texts = await point.locator('> p.small, > .prepare-more, [name="purpose"], .point-more').evaluateAll(
        (parts) => parts.map((part) => part.getBoundingClientRect().width),
      )
      for (const text of texts) expect.soft(text).toBeGreaterThan(room * 0.5)
    }
  })
}

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

/** Do these stand from left to right, each beside the one before it? */
async function isRow(point: Locator, names: string[]): Promise<boolean> {
  const boxes = await Promise.all(names.map((name) => point.locator(name).boundingBox()))
  return boxes.every((box, index) => {
    const before = boxes[index - 1]
    return box && (!before || (before.x + before.width <= box.x + 1 && before.y < box.y + box.height && box.y < before.y + before.height))
  })
}
