import { expect, test, type Page } from '@playwright/test'
import postgres from 'postgres'
import { CAST } from '#db/seeds/cast.ts'
import { letterTo } from '../support/call.ts'
import { linkOf } from '../support/letters.ts'
import { fillBooking, newPage, setUpConsultant } from '../support/people.ts'
import type { Product } from '../support/product.ts'
import { startProductWithMail, type ProductWithMail } from '../support/product-with-mail.ts'
import { readStarts, somebody, type Answers } from '../support/prospect.ts'
import type { SmtpSink } from '../support/smtp-sink.ts'

test.describe.configure({ mode: 'serial' })

let world: ProductWithMail
let product: Product
let sink: SmtpSink
let desk: Page

test.beforeAll(async ({ browser }) => {
  world = await startProductWithMail()
  ;({ product, sink } = world)
  desk = await setUpConsultant(browser, product)
})
test.afterAll(() => world.stop())

test('a meeting that is asked for gets its yes at the desk, and only then its invitation; no step needs a script', async ({ browser }) => {
  await setApproval(true)
  const [prospect, answers] = [await newPage(browser, { javaScriptEnabled: false, width: 360, height: 780 }), somebody()]
  await ask(prospect, answers)
  await expect(prospect.getByRole('heading', { name: 'Du har spurgt om et møde' })).toBeVisible()
  await expect(prospect.getByText(/svarer senest/)).toBeVisible()
  await expect(prospect.getByRole('link', { name: 'Gå til mødet' })).toHaveCount(0)
  const letter = await letterTo(sink, answers.email, /^Spurgt om/)
  expect(letter.calendar).toBe(null)
  await desk.goto(linkOf(await letterTo(sink, CAST.consultant.email, /^Svar senest/), '/desk/meetings/'))
  await desk.getByRole('button', { name: 'Ja, mødet er aftalt' }).click()
  await expect(desk.getByText('Aftalt', { exact: false }).first()).toBeVisible()
  expect((await letterTo(sink, answers.email, /^Aftalt/)).calendar).toContain('METHOD:REQUEST')
  await prospect.goto(linkOf(letter, '/b/'))
  await expect(prospect.getByRole('heading', { name: 'Så er mødet aftalt' })).toBeVisible()
})

test('a no brings the consultant’s word and three times; opening one reserves nothing', async ({ browser }) => {
  const [prospect, answers] = [await newPage(browser), somebody()]
  await ask(prospect, answers)
  await desk.goto(`${product.url}/desk`)
  await desk.getByRole('link', { name: `Svar ${answers.name}` }).first().click()
  await desk.getByText('Sig nej').click()
  await desk.getByLabel(/Et par ord til/).fill('Den dag er jeg i Aarhus.')
  await desk.getByRole('button', { name: 'Ja, send et nej' }).click()
  await expect(desk.getByText('Den dag er jeg i Aarhus.')).toBeVisible()
  const no = await letterTo(sink, answers.email, /^Ikke den tid/)
  expect(no.text).toContain('Den dag er jeg i Aarhus.')
  const links = no.links.filter((link) => new URL(link).searchParams.has('at'))
  expect(links).toHaveLength(3)
  const before = await readStarts(product.url)
  await prospect.goto(links[0] ?? '')
  await expect(prospect.getByRole('heading', { name: /^Tiden er ledig/ })).toBeVisible()
  expect(await readStarts(product.url)).toEqual(before)
})

test('whoever withdraws is told so, and the time is free again', async ({ browser }) => {
  const [prospect, answers] = [await newPage(browser), somebody()]
  const before = await readStarts(product.url)
  await ask(prospect, answers)
  expect((await readStarts(product.url)).length).toBeLessThan(before.length)
  await prospect.getByText('Træk forespørgslen tilbage').click()
  await prospect.getByRole('button', { name: 'Ja, træk den tilbage' }).click()
  await expect(prospect.getByRole('heading', { name: 'Din forespørgsel er trukket tilbage' })).toBeVisible()
  expect(await readStarts(product.url)).toEqual(before)
  await setApproval(false)
})

test('none of the times fits: three are proposed without a script, one is picked at the desk, and it is a meeting', async ({ browser }) => {
  const [prospect, answers] = [await newPage(browser, { javaScriptEnabled: false, width: 360, height: 780 }), somebody()]
  await prospect.goto(`${product.url}/book/intro`)
  await prospect.getByRole('link', { name: 'Ingen af tiderne passer' }).click()
  await prospect.locator('#date-1').fill(dateIn(3))
  await prospect.locator('#time-1').fill('20.30')
  await prospect.locator('#date-2').fill(dateIn(4))
  await prospect.locator('#time-2').fill('7')
  await fillBooking(prospect, answers)
  await prospect.getByRole('button', { name: 'Send forslaget' }).click()
  await expect(prospect.getByText(/kl\. 20\.30/)).toBeVisible()
  await desk.goto(linkOf(await letterTo(sink, CAST.consultant.email, /foreslår 2 tider/), '/desk/proposals/'))
  await desk.getByRole('button', { name: /^Vælg .*20\.30/ }).click()
  await expect(desk).toHaveURL(/\/desk\/meetings\//)
  const invited = await letterTo(sink, answers.email, /^Aftalt.*20\.30/)
  expect(invited.calendar).toContain('METHOD:REQUEST')
})

test('a link for one person opens for its holder alone, books with one press, and is closed after it', async ({ browser }) => {
  const link = await makeLink('Amina Yusuf')
  const [amina, stranger] = [await newPage(browser, { javaScriptEnabled: false, width: 360, height: 780 }), await newPage(browser)]
  await amina.goto(link)
  expect(new URL(amina.url()).pathname).toMatch(/^\/o\/[0-9a-f-]{36}$/)
  await stranger.goto(amina.url())
  await expect(stranger.getByRole('heading', { name: 'Linket åbner ikke' })).toBeVisible()
  await expect(amina.locator('[name="name"]')).toHaveValue('Amina Yusuf')
  await amina.locator('[name="diagnosis"]').first().check()
  await amina.getByRole('button', { name: /kl\. 21\.15/ }).click()
  await expect(amina.getByRole('heading', { name: 'Så er mødet aftalt' })).toBeVisible()
  const again = await (await browser.newContext()).newPage()
  await again.goto(link)
  await expect(again.getByRole('heading', { name: 'Linket er brugt' })).toBeVisible()
  await again.getByRole('link', { name: 'Se alle ledige tider' }).click()
  await expect(again).toHaveURL(/\/book\/intro$/)
})

test('a link that is taken back says so to whoever has it', async ({ browser }) => {
  const link = await makeLink('Bo Lund', 6)
  await desk.getByRole('button', { name: 'Træk tilbage: linket til Bo Lund' }).click()
  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Linket gælder ikke længere' })).toBeVisible()
})

async function ask(page: Page, answers: Answers): Promise<void> {
  await page.goto(`${product.url}/book/intro`)
  await page.locator('button[name="start"]').nth(4).click()
  await fillBooking(page, answers)
  await page.getByRole('button', { name: 'Spørg om mødet' }).click()
  await expect(page).toHaveURL(/\/booking\/[0-9a-f-]{36}$/)
}

async function makeLink(name: string, days = 5): Promise<string> {
  await desk.goto(`${product.url}/desk/links`)
  await desk.getByLabel('Navn', { exact: true }).fill(name)
  await desk.getByLabel('Mail', { exact: true }).fill(somebody().email)
  await desk.getByLabel('Virksomhed').fill('Havnens Logistik')
  await desk.locator('#date-1').fill(dateIn(days))
  await desk.locator('#time-1').fill('21.15')
  await desk.getByRole('button', { name: 'Lav linket' }).click()
  return desk.getByLabel(`Link til ${name}`).inputValue()
}

/** The switch itself is proven where the kinds of meeting are; here it only has to be set. */
async function setApproval(isNeeded: boolean): Promise<void> {
  const sql = postgres(product.databaseUrl(), { max: 1, onnotice: () => undefined })
  await sql`UPDATE meeting_type SET needs_approval = ${isNeeded} WHERE slug = 'intro'`
  await sql`UPDATE consultant SET calendar_version = calendar_version + 1`
  await sql.end()
}

/** A date so many days ahead, as a date field takes it. */
function dateIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
