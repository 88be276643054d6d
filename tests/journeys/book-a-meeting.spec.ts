import { expect, test, type Page } from '@playwright/test'
import { bookFirstTime, fillBooking, newPage } from '../support/people.ts'
import { startProduct, type Product } from '../support/product.ts'
import { letReservationsLapse, readStarts, somebody, submitBooking } from '../support/prospect.ts'

let product: Product

test.beforeAll(async () => {
  product = await startProduct({ BOOKING_LIMIT_PER_HOUR: '10000' })
})
test.afterEach(() => letReservationsLapse(product.databaseUrl()))
test.afterAll(() => product.stop())

const visitors = [
  ['with JavaScript on a wide screen', {}],
  ['without JavaScript on a phone', { javaScriptEnabled: false, width: 360, height: 780 }],
] as const

for (const [who, settings] of visitors) {
  test(`a prospect ${who} comes from the front page, books, adds a point, moves and calls off`, async ({ browser }) => {
    const page = await newPage(browser, settings)
    await page.goto(product.url)
    await page.locator('.front-times .slot').first().click()
    await expect(page.getByRole('button', { name: 'Fortsæt med den tid' })).toBeInViewport()
    await page.getByRole('button', { name: 'Fortsæt med den tid' }).click()
    const answers = somebody()
    await fillBooking(page, answers)
    await page.getByRole('button', { name: 'Book mødet' }).click()
    await expect(page.getByRole('heading', { name: 'Så er mødet aftalt' })).toBeVisible()
    await expect(page.getByText(answers.email)).toBeVisible()
    await addPoint(page, 'Vores bonusordning')
    await move(page)
    await page.locator('.cancel summary').click()
    await page.getByRole('button', { name: 'Ja, aflys mødet' }).click()
    await expect(page.getByRole('heading', { name: 'Mødet er aflyst' })).toBeVisible()
  })
}

test('a mail address that can\'t be right keeps everything else that was typed', async ({ browser }) => {
  const page = await newPage(browser, { javaScriptEnabled: false })
  await page.goto(`${product.url}/book/intro`)
  await page.locator('button[name="start"]').first().click()
  const answers = somebody({ email: 'soren@nordlys' })
  await fillBooking(page, answers)
  await page.getByRole('button', { name: 'Book mødet' }).click()
  await expect(page.getByRole('alert')).toContainText('Se mailadressen efter')
  await expectKept(page, answers)
})

test('whoever comes too late presses one other time, and types nothing again', async ({ browser }) => {
  const page = await newPage(browser)
  await page.goto(`${product.url}/book/intro`)
  await page.locator('button[name="start"]').first().click()
  const answers = somebody()
  await fillBooking(page, answers)
  const start = new URL(page.url()).searchParams.get('start') ?? ''
  await letReservationsLapse(product.databaseUrl())
  expect((await submitBooking(product.url, start)).status).toBe(303)
  await page.getByRole('button', { name: 'Book mødet' }).click()
  await expect(page.getByRole('alert')).toContainText('blev lige optaget')
  await expectKept(page, answers)
  await page.locator('button[name="start"]').first().click()
  await expect(page).toHaveURL(/\/booking\/[0-9a-f-]{36}$/)
  await expect(page.getByText(answers.email)).toBeVisible()
})

test('a time in the past or outside the hours is refused whatever the browser sends', async () => {
  const past = await submitBooking(product.url, '2020-01-01T09:00:00Z')
  expect([past.status, past.html.includes('er allerede gået')]).toEqual([409, true])
  const [start = ''] = await readStarts(product.url)
  const midnight = await submitBooking(product.url, `${start.slice(0, 10)}T23:59:00Z`)
  expect([midnight.status, midnight.html.includes('name="start"')]).toEqual([409, true])
})

test('what a robot fills in books nothing', async () => {
  const [start = ''] = await readStarts(product.url)
  const body = new URLSearchParams({ ...somebody(), start, zone: 'Europe/Copenhagen', website: 'http://spam.example' })
  const response = await fetch(`${product.url}/book/intro/details`, { method: 'POST', body, headers: { Origin: new URL(product.url).origin } })
  expect(response.status).toBe(422)
  expect(await readStarts(product.url)).toContain(start)
})

test('a visitor from another zone sees both clocks', async ({ browser }) => {
  const context = await browser.newContext({ timezoneId: 'America/New_York', locale: 'en-US' })
  const page = await context.newPage()
  await page.goto(`${product.url}/en/book/intro`)
  await expect(page).toHaveURL(/zone=America%2FNew_York/)
  await page.locator('button[name="start"]').first().click()
  await expect(page.getByText(/for you, \d+:\d\d\s[ap]m in Copenhagen/)).toBeVisible()
  await context.close()
})

test('an American reads am and pm, and keeps the clock that was chosen instead', async ({ browser }) => {
  const context = await browser.newContext({ timezoneId: 'America/New_York', locale: 'en-US' })
  const page = await context.newPage()
  const firstTime = page.locator('button[name="start"]').first()
  await page.goto(`${product.url}/en/book/intro`)
  await expect(page).toHaveURL(/en-12h.*zone=America%2FNew_York/)
  await expect(firstTime).toHaveText(/^\d+:\d\d\s[ap]m$/)
  await page.getByText('Change clock or time zone').click()
  await page.getByRole('link', { name: /24-hour clock/ }).click()
  await expect(firstTime).toHaveText(/^\d\d:\d\d$/)
  await page.goto(`${product.url}/en-12h/book/intro`)
  await expect(page).toHaveURL(/\/en\/book/)
  await context.close()
})

test('a Briton keeps 24 hours, and so does everybody in Danish', async ({ browser }) => {
  for (const [locale, path] of [['en-GB', '/en/book/intro'], ['en-US', '/book/intro']] as const) {
    const context = await browser.newContext({ timezoneId: 'Europe/Copenhagen', locale })
    const page = await context.newPage()
    await page.goto(product.url + path, { waitUntil: 'networkidle' })
    expect(new URL(page.url()).pathname).toBe(path)
    await expect(page.locator('button[name="start"]').first()).toHaveText(/^\d\d[.:]\d\d$/)
    await context.close()
  }
})

test('a keyboard is enough', async ({ browser }) => {
  const page = await newPage(browser)
  await page.goto(`${product.url}/book/intro`)
  await page.locator('button[name="start"]').nth(2).focus()
  await page.keyboard.press('Enter')
  await page.locator('[name="name"]').focus()
  for (const text of ['Amina Yusuf', 'amina@example.com', 'Havnens Logistik', '']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Vi glæder os.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/booking\//)
})

test('another browser does not get in by the clean address', async ({ browser }) => {
  const page = await newPage(browser)
  await bookFirstTime(page, product.url, somebody())
  const response = await fetch(page.url())
  expect([response.status, (await response.text()).includes('example.com')]).toEqual([403, false])
  expect((await page.goto(page.url()))?.headers()['cache-control']).toBe('no-store')
})

async function addPoint(page: Page, title: string): Promise<void> {
  await page.getByLabel('Dit punkt').fill(title)
  await page.getByRole('button', { name: 'Sæt på dagsordenen' }).click()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  await page.getByRole('button', { name: `Fjern ${title}` }).click()
  await expect(page.getByRole('heading', { name: title })).toHaveCount(0)
}

async function move(page: Page): Promise<void> {
  const before = await page.locator('.chosen-when time').first().getAttribute('datetime')
  await page.getByRole('link', { name: 'Flyt mødet' }).click()
  await page.locator('button[name="start"]').nth(7).click()
  await expect(page.getByRole('heading', { name: 'Mødet har fået en ny tid' })).toBeVisible()
  expect(await page.locator('.chosen-when time').first().getAttribute('datetime')).not.toBe(before)
}

async function expectKept(page: Page, answers: ReturnType<typeof somebody>): Promise<void> {
  for (const name of ['name', 'email', 'company', 'phone', 'message'] as const) {
    await expect(page.locator(`[name="${name}"]`)).toHaveValue(answers[name])
  }
  await expect(page.locator(`[name="diagnosis"][value="${answers.diagnosis}"]`)).toBeChecked()
}
