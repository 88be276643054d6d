import { expect, test, type Page } from '@playwright/test'
import { newPage, setUpConsultant } from '../support/people.ts'
import { startProduct, type Product } from '../support/product.ts'

let product: Product
let storage: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  storage = await (await setUpConsultant(browser, product)).context().storageState()
})
test.afterAll(() => product.stop())

/** The consultant's phone, with scripts shut off. */
async function openDesk(browser: Parameters<typeof newPage>[0]): Promise<Page> {
  const context = await browser.newContext({ storageState: storage, javaScriptEnabled: false, viewport: { width: 360, height: 780 }, locale: 'da-DK' })
  return context.newPage()
}

async function offeredDates(page: Page): Promise<string[]> {
  await page.goto(`${product.url}/book/intro`)
  const starts = await page.locator('button[name="start"]').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('value') ?? ''))
  return [...new Set(starts.map((start) => start.slice(0, 10)))]
}

test('a day off is gone from the booking page at once, the desk says why, and it comes back', async ({ browser }) => {
  const desk = await openDesk(browser)
  const visitor = await newPage(browser)
  const date = (await offeredDates(visitor)).at(1) ?? ''
  await desk.goto(`${product.url}/desk/hours/off`)
  await desk.getByLabel('Første fridag').fill(date)
  await desk.getByLabel('Note').fill('Sommerhus')
  await desk.getByRole('button', { name: 'Tilføj fridage' }).click()
  await expect(desk.getByRole('status')).toContainText('Gemt.')
  expect(await offeredDates(visitor)).not.toContain(date)

  await desk.goto(`${product.url}/desk/hours/why`)
  await desk.getByLabel('Dato').fill(date)
  await desk.getByRole('button', { name: 'Se reglerne' }).click()
  await expect(desk.getByText('Fri: Sommerhus')).toBeVisible()

  await desk.goto(`${product.url}/desk/hours/off`)
  await desk.getByRole('button', { name: /^Fjern/ }).click()
  expect(await offeredDates(visitor)).toContain(date)
})

test('each starting time of a day leads to what every rule says of it', async ({ browser }) => {
  const desk = await openDesk(browser)
  const [date = ''] = (await offeredDates(await newPage(browser))).slice(1)
  await desk.goto(`${product.url}/desk/hours/why?date=${date}`)
  const free = desk.locator('.why-starts p[data-open] a').first()
  const [hour = '', minute = ''] = (await free.innerText()).split('.')
  await free.click()
  await expect(desk.getByRole('heading', { name: new RegExp(`${hour}\\.${minute}: kan bookes$`) })).toBeVisible()
  await desk.getByRole('link', { name: 'Read it in English' }).click()
  await expect(desk.getByRole('heading', { name: `${hour}:${minute}: can be booked` })).toBeVisible()
  await desk.getByRole('textbox', { name: /^At/ }).fill(`${hour}.10`)
  await desk.getByRole('button', { name: 'See the rules' }).click()
  await expect(desk.getByText(`Not one of the starting times: the nearest are ${hour}:00 and ${hour}:30`)).toBeVisible()
})

test('what is wrong keeps what was typed, and a new kind of meeting can be booked when it is opened', async ({ browser }) => {
  const desk = await openDesk(browser)
  await desk.goto(`${product.url}/desk/types`)
  await desk.getByLabel('Navn på dansk').fill('Værksted')
  await desk.getByRole('button', { name: 'Lav mødetypen' }).click()
  await expect(desk.getByRole('alert')).toContainText('Skriv noget her.')
  await expect(desk.getByLabel('Navn på dansk')).toHaveValue('Værksted')
  await desk.getByLabel('Navn på engelsk').fill('Workshop')
  await desk.getByRole('button', { name: 'Lav mødetypen' }).click()
  await expect(desk.getByRole('heading', { level: 1, name: 'Værksted' })).toBeVisible()
  const visitor = await newPage(browser)
  expect((await visitor.goto(`${product.url}/book/vaerksted`))?.status()).toBe(404)
  await desk.getByLabel('Åben for booking').check()
  await desk.getByRole('button', { name: 'Gem' }).click()
  expect((await visitor.goto(`${product.url}/book/vaerksted`))?.status()).toBe(200)
})
