import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectNoFault, lookWithAxe, RULES, WCAG, WIDTH_RULES, type Look } from '../support/axe.ts'
import { startProduct, type Product } from '../support/product.ts'

/** Both cores look at previews. */
const LOOKERS = 2
/** Whatever the machine, each is over in a few minutes, and a page doesn't live through hundreds of others. */
const PARTS = 4

/** Every page is also offered by night and every mail is one address; what is left out here is its text or its calendar's file. */
const STATES = 'a[href*="/dev/previews/"]:not([href$="/text"], [href$="/ics"], [href*="theme=dark"])'

test.describe.configure({ mode: 'serial' })

let product: Product
let states: string[] = []

test.beforeAll(async () => {
  test.setTimeout(120_000)
  product = await startProduct()
})
test.afterAll(() => product.stop())

test('the list of previews has no fault, and names them all', async ({ browser }) => {
  const visitor = await openFor(browser)
  await expectNoFault(visitor, `${product.url}/dev/previews`)
  states = await visitor.locator(STATES).evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))])
  expect(states.length).toBeGreaterThan(500)
})

for (const part of Array.from({ length: PARTS }, (_, index) => index + 1)) {
  test(`every state in the previews has no fault, part ${part} of ${PARTS}`, async ({ browser }) => {
    test.setTimeout(600_000)
    const ofPart = states.filter((_, index) => index % PARTS === part - 1)
    expect(ofPart.length).toBeGreaterThan(100)
    await Promise.all(Array.from({ length: LOOKERS }, async (_, looker) => {
      const page = await openFor(browser)
      const own = ofPart.filter((__, index) => index % LOOKERS === looker)
      for (const path of own) await expectNoFault(page, product.url + path, howToLookAt(path))
      await page.context().close()
    }))
  })
}

/** A mail is no page, so it has no landmarks and no heading of a page. The colours of a page are the same in both languages. */
function howToLookAt(path: string): Look {
  if (path.includes('/mail/')) return { rules: WCAG, wideRules: WIDTH_RULES }
  return { rules: RULES, wideRules: WIDTH_RULES, themes: path.includes('locale=da') ? ['light', 'dark'] : ['light'], showTheme }
}

/** A preview names its theme in its address, which becomes this mark on its root. */
function showTheme(page: Page, theme: string): Promise<void> {
  return page.evaluate((name) => { document.documentElement.dataset.theme = name }, theme)
}

async function openFor(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'da-DK', permissions: ['camera', 'microphone'], reducedMotion: 'reduce' })
  await lookWithAxe(context)
  return context.newPage()
}
