import { expect, test } from '@playwright/test'
import { letterTo } from '../support/call.ts'
import { linkOf } from '../support/letters.ts'
import { fillBooking, newPage } from '../support/people.ts'
import type { Product } from '../support/product.ts'
import { startProductWithMail, type ProductWithMail } from '../support/product-with-mail.ts'
import { pressTime, readStarts, somebody, submitBooking } from '../support/prospect.ts'
import type { SmtpSink } from '../support/smtp-sink.ts'

let world: ProductWithMail
let product: Product
let sink: SmtpSink

test.beforeAll(async () => {
  world = await startProductWithMail()
  ;({ product, sink } = world)
})
test.afterAll(() => world.stop())

const homeDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen' })

/**
 * The first time on a whole day that no other test here reserves on: half of a day stays open, and how much of
 * today is left depends on the hour.
 * @param day counted from 1, among the days after the first that has free times.
 */
async function startOnDay(day: number): Promise<string> {
  const starts = await readStarts(product.url)
  const days = starts.map((start) => homeDay.format(new Date(start)))
  const firsts = starts.filter((_start, at) => days[at] !== days[at - 1])
  if (!firsts[day]) throw new Error(`Only ${firsts.length} days have free times.`)
  return firsts[day]
}

for (const javaScriptEnabled of [true, false]) {
  test(`a pressed time is the visitor's, over reload and Back, until they choose another (script: ${javaScriptEnabled})`, async ({ browser }) => {
    const page = await newPage(browser, { javaScriptEnabled })
    const other = await newPage(browser, { javaScriptEnabled })
    const start = await startOnDay(1)
    await page.goto(`${product.url}/book/intro`)
    await page.locator(`button[value="${start}"]`).click()
    await expect(page.getByText(/^Tiden er din til kl\. \d\d\.\d\d\.$/)).toBeVisible()
    await page.reload()
    await expect(page.getByText(/^Tiden er din til kl\./)).toBeVisible()
    await other.goto(`${product.url}/book/intro`)
    await expect(other.locator(`button[value="${start}"]`)).toHaveCount(0)
    await expect(other.locator('a[data-reserved]').first()).toContainText('bookes nu')
    await page.goBack()
    if (javaScriptEnabled) await expect(page.locator(`.slot-list button[value="${start}"]`)).toContainText('din nu')
    await page.locator(`button[value="${start}"]`).first().click()
    await expect(page.getByText(/^Tiden er din til kl\./)).toBeVisible()
    await page.getByRole('button', { name: 'Vælg en anden tid' }).click()
    await expect(page.locator('.slot-note')).toHaveCount(0)
    expect(await readStarts(product.url)).toContain(start)
  })
}

test('two minutes before its end the time is offered to be kept, out loud, and nothing typed is lost', async ({ browser }) => {
  const page = await newPage(browser)
  await page.clock.install()
  await page.goto(`${product.url}/book/intro`)
  await page.locator(`button[value="${await startOnDay(2)}"]`).first().click()
  const keep = page.getByRole('button', { name: 'Behold den 10 minutter mere' })
  await expect(page.locator('.held-time')).toHaveAttribute('data-stage', 'held')
  await expect(keep).toBeHidden()
  await page.locator('[name="name"]').fill('Søren')
  await page.clock.fastForward('08:01')
  await expect(page.getByRole('status')).toHaveText(/Der er to minutter tilbage/)
  const before = await page.locator('.held-word').first().textContent()
  await keep.click()
  await expect(page.locator('.held-word').first()).not.toHaveText(before ?? '')
  await expect(page.getByRole('status')).toHaveText(/^Tiden er din til kl\./)
  await expect(page.locator('[name="name"]')).toHaveValue('Søren')
  await expect(page.getByRole('button', { name: 'Book mødet' })).toBeFocused()
  await page.clock.fastForward('25:00')
  await expect(page.getByRole('status')).toHaveText(/ikke reserveret længere/)
})

test('without a script the same button keeps the time, twice and with all that was typed', async ({ browser }) => {
  const page = await newPage(browser, { javaScriptEnabled: false, width: 360, height: 780 })
  await page.goto(`${product.url}/book/intro`)
  await page.locator(`button[value="${await startOnDay(3)}"]`).first().click()
  const form = page.url()
  const answers = somebody()
  await fillBooking(page, answers)
  const keep = page.getByRole('button', { name: 'Behold den 10 minutter mere' })
  const untils = [await page.locator('.held-word').first().textContent()]
  for (let times = 0; times < 2; times += 1) {
    await keep.click()
    untils.push(await page.locator('.held-word').first().textContent())
    await expect(page.locator('[name="email"]')).toHaveValue(answers.email)
  }
  expect(new Set(untils).size).toBe(3)
  await expect(keep).toHaveCount(0)
  await page.getByRole('button', { name: 'Book mødet' }).click()
  await expect(page.getByRole('heading', { name: 'Så er mødet aftalt' })).toBeVisible()
  const booking = page.url()
  await page.goto(form)
  await expect(page).toHaveURL(booking)
})

test('a second visitor asks to be told, gets one mail when the time frees, and its link reserves nothing', async ({ browser }) => {
  const start = await startOnDay(4)
  const holder = await pressTime(product.url, start)
  expect(holder.status).toBe(303)
  const page = await newPage(browser)
  await page.goto(`${product.url}/book/intro?at=${encodeURIComponent(start)}`)
  await expect(page.getByRole('heading', { name: /er ved at blive booket af en anden/ })).toBeVisible()
  const address = somebody().email
  await page.getByLabel('Din mail').fill(address)
  await page.getByRole('button', { name: 'Giv mig besked' }).click()
  await expect(page.getByText(/Vi skriver til dig, hvis/)).toBeVisible()
  const left = await fetch(`${product.url}/book/intro`, {
    method: 'POST', redirect: 'manual', headers: { Origin: new URL(product.url).origin, Cookie: holder.cookie },
    body: new URLSearchParams({ start, intent: 'leave' }),
  })
  expect(left.status).toBe(303)
  const letter = await letterTo(sink, address, /Ledig igen/)
  await page.goto(linkOf(letter, '/book/'))
  await expect(page.getByRole('heading', { name: /^Tiden er ledig/ })).toBeVisible()
  expect(await readStarts(product.url)).toContain(start)
  await page.getByRole('button', { name: 'Fortsæt med den tid' }).click()
  await expect(page.getByText(/^Tiden er din til kl\./)).toBeVisible()
})

test('a reserved time can be booked by its holder alone, and what others see names nobody', async () => {
  const start = await startOnDay(5)
  const holder = await pressTime(product.url, start)
  const stranger = await submitBooking(product.url, start)
  expect(stranger.status).toBe(409)
  const page = await fetch(`${product.url}/book/intro`)
  const everybody = await page.text()
  const hers = await fetch(`${product.url}/book/intro`, { headers: { Cookie: holder.cookie } })
  expect([page.headers.get('Cache-Control'), hers.headers.get('Cache-Control')]).toEqual(['no-cache', 'no-store'])
  expect([everybody.includes('din nu'), (await hers.text()).includes('din nu')]).toEqual([false, true])
  expect(everybody).toContain('bookes nu')
  expect((await submitBooking(product.url, start, { cookie: holder.cookie })).status).toBe(303)
})
