import { expect, test } from '@playwright/test'
import { letterTo } from '../support/call.ts'
import { linkOf } from '../support/letters.ts'
import { bookFirstTime, fillBooking, newPage } from '../support/people.ts'
import type { Product } from '../support/product.ts'
import { startProductWithMail, type ProductWithMail } from '../support/product-with-mail.ts'
import { readStarts, somebody, submitBooking } from '../support/prospect.ts'
import type { SmtpSink } from '../support/smtp-sink.ts'

let world: ProductWithMail
let sink: SmtpSink
let product: Product

test.beforeAll(async () => {
  world = await startProductWithMail({ BOT_CHECK: 'on' })
  ;({ product, sink } = world)
})
test.afterAll(() => world.stop())

test('a browser books without a mail in between, however quickly the form is sent', async ({ browser }) => {
  await bookFirstTime(await newPage(browser), product.url, somebody())
})

test('the work of the form takes a moment, and keeps nobody from writing', async ({ browser }) => {
  const page = await newPage(browser)
  await page.goto(`${product.url}/book/intro`)
  await page.locator('button[name="start"]').first().click()
  await page.locator('[name="name"]').fill('Anna')
  await expect(page.locator('input[name="proof"]')).not.toHaveValue('', { timeout: 5_000 })
  await expect(page.locator('[name="name"]')).toHaveValue('Anna')
})

test('without JavaScript one click in the mail books, and opening the link alone does not', async ({ browser }) => {
  const page = await newPage(browser, { javaScriptEnabled: false, width: 360, height: 780 })
  const answers = somebody()
  await page.goto(`${product.url}/book/intro`)
  await page.locator('.slot-list button[name="start"]').nth(9).click()
  const start = new URL(page.url()).searchParams.get('start') ?? ''
  await expect(page.getByText('sender dig et link')).toBeVisible()
  await fillBooking(page, answers)
  await page.getByRole('button', { name: 'Book mødet' }).click()
  await expect(page.getByRole('heading', { name: 'Se i din mail' })).toBeVisible()
  const link = linkOf(await letterTo(sink, answers.email, /^Bekræft/), '/confirm/')
  const looks = await Promise.all([fetch(link), fetch(link), fetch(link)])
  expect(looks.map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await fetch(link, { method: 'HEAD' })).status).toBe(200)
  expect((await submitBooking(product.url, start)).html).toContain('blev lige optaget')
  const elsewhere = await newPage(browser, { javaScriptEnabled: false })
  await elsewhere.goto(link)
  await elsewhere.getByRole('button', { name: 'Book mødet' }).click()
  await expect(elsewhere.getByRole('heading', { name: 'Så er mødet aftalt' })).toBeVisible()
  await letterTo(sink, answers.email, /^Aftalt/)
})

test('a program that posts the form books nothing by itself', async () => {
  const [start = ''] = (await readStarts(product.url)).slice(-1)
  const posted = await submitBooking(product.url, start)
  expect([posted.status, posted.location, posted.html.includes('Se i din mail')]).toEqual([200, null, true])
  expect(await readStarts(product.url)).not.toContain(start)
})
