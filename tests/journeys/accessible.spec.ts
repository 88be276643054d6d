import { test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { CAST } from '#db/seeds/cast.ts'
import { expectNoFault, lookWithAxe } from '../support/axe.ts'
import { linkOf } from '../support/letters.ts'
import { bookFirstTime, setUpConsultant } from '../support/people.ts'
import { until, untilLiveKitReady, type Product } from '../support/product.ts'
import { startProductWithMail, type ProductWithMail } from '../support/product-with-mail.ts'
import { letReservationsLapse, readStarts, somebody, submitBooking } from '../support/prospect.ts'
import { letterTo } from '../support/call.ts'
import type { SmtpSink } from '../support/smtp-sink.ts'

let world: ProductWithMail
let sink: SmtpSink
let product: Product
let desk: Page
/** Closed after each test, for a page that stays open goes on working. */
const visits: BrowserContext[] = []

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  // A name server that is not there, so that no test asks the world.
  world = await startProductWithMail({ DNS_SERVER: '127.0.0.1:9' })
  ;({ product, sink } = world)
  await untilLiveKitReady(product)
  desk = await setUpConsultant(browser, product)
  await lookWithAxe(desk.context())
})
test.afterEach(async () => {
  for (const visit of visits.splice(0)) await visit.close()
  await letReservationsLapse(product.databaseUrl())
})
test.afterAll(() => world.stop())

test('the public pages have no fault, in both languages', async ({ browser }) => {
  const visitor = await openFor(browser)
  for (const path of ['/', '/en', '/book/intro', '/en/book/intro', '/book/sparring', '/no-such-page', '/en/book/no-such-type']) {
    await expectNoFault(visitor, product.url + path)
  }
  for (const path of ['/book/intro', '/en/book/intro']) {
    await visitor.goto(product.url + path)
    await visitor.locator('button[name="start"]').first().click()
    await expectNoFault(visitor, visitor.url())
    await visitor.locator('#booking-form').evaluate((form: HTMLFormElement) => { form.noValidate = true })
    await visitor.locator('form[method="post"] button[type="submit"]').last().click()
    await expectNoFault(visitor)
  }
})

test('a time that is the visitor’s, that somebody else is booking, or of which too many are reserved, has no fault', async ({ browser }) => {
  const [holder, other] = [await openFor(browser), await openFor(browser)]
  for (const path of ['/book/intro', '/en/book/intro']) {
    await holder.goto(product.url + path)
    await holder.locator('.slot-list button[name="start"]').first().click()
    await holder.locator('.keep-time, .held-time').evaluateAll((parts) => parts.forEach((part) => part.setAttribute('data-stage', 'lapsing')))
    await expectNoFault(holder)
    await expectNoFault(holder, product.url + path)
    await other.goto(product.url + path)
    await other.locator('a[data-reserved]').first().click()
    await expectNoFault(other)
    await other.locator('#watch-email').fill('bo@firma')
    await other.locator('[name="intent"][value="watch"]').click()
    await expectNoFault(other)
  }
  await expectDayToFillUp(browser)
})

test('a prospect’s own pages have no fault', async ({ browser }) => {
  for (const path of ['/book/intro', '/en/book/intro']) {
    const answers = somebody()
    const visitor = await openFor(browser)
    await bookFirstTime(visitor, product.url, answers, path)
    const booking = visitor.url()
    for (const address of [booking, `${booking}/move`]) await expectNoFault(visitor, address)
    await visitor.goto(linkOf(await letterTo(sink, answers.email), '/j/'))
    await expectNoFault(visitor)
  }
})

test('the desk has no fault', async ({ browser }) => {
  await bookFirstTime(await openFor(browser), product.url, somebody())
  await expectNoFault(desk, `${product.url}/desk`)
  const rules = ['', '/days', '/off', '/holidays', '/travel', '/blocked', '/caps', '/schedules', '/why'].map((path) => `/desk/hours${path}`)
  for (const path of [...rules, '/desk/links', '/desk/settings', '/desk/types', '/desk/templates', '/desk/mail', '/desk/person', '/desk/connection', '/desk/calendar-feed']) await expectNoFault(desk, product.url + path)
  await desk.getByRole('button', { name: 'Lav en adresse' }).click()
  await expectNoFault(desk)
  await desk.goto(`${product.url}/desk/types`)
  const type = await desk.locator('a[href*="/desk/types/"]').first().evaluate((link: HTMLAnchorElement) => link.href)
  for (const part of ['', '/times', '/limits', '/hosts']) await expectNoFault(desk, type + part)
  await desk.goto(`${product.url}/desk/templates`)
  await expectNoFault(desk, await desk.locator('a[href*="/desk/templates/"]').first().evaluate((link: HTMLAnchorElement) => link.href))
  const letter = await letterTo(sink, CAST.consultant.email)
  await expectNoFault(desk, linkOf(letter, '/desk/meetings/'))
  const room = linkOf(letter, '/room/')
  await expectNoFault(desk, room)
  for (const part of ['/summary', '/next']) await expectNoFault(desk, room + part)
})

test('mail that did not arrive, and what DNS lacks, have no fault', async () => {
  const [start = ''] = await readStarts(product.url)
  sink.refuseRecipients({ code: 550, text: '5.1.1 No such user' })
  await submitBooking(product.url, start)
  await until(() => sink.refused() >= 2, 'both mails were refused')
  sink.refuseRecipients(null)
  await expectNoFault(desk, `${product.url}/desk`)
  await desk.getByRole('link', { name: 'Se, hvad du kan gøre' }).first().click()
  await expectNoFault(desk)
  await desk.goto(`${product.url}/desk/mail`)
  for (const press of ['Tjek nu', 'Send prøvemailen']) {
    await desk.getByRole('button', { name: press }).click()
    await desk.getByRole('status').waitFor()
    await expectNoFault(desk)
  }
})

test('signing in and being refused have no fault', async ({ browser }) => {
  const visitor = await openFor(browser)
  for (const path of ['/desk/sign-in', '/setup', '/setup/a-key-that-was-never-made-by-anybody']) await expectNoFault(visitor, product.url + path)
  await visitor.goto(`${product.url}/desk/sign-in`)
  await visitor.getByLabel('Mail').fill('mette@example.com')
  await visitor.getByRole('button', { name: 'Send mig et link' }).click()
  await expectNoFault(visitor)
  await visitor.goto(`${product.url}/desk/sign-in/${'x'.repeat(32)}`)
  await expectNoFault(visitor)
  await visitor.getByRole('button', { name: 'Log ind' }).click()
  await expectNoFault(visitor)
})

/** Visitors reserve times of one day until the next is told that half of it is reserved. */
async function expectDayToFillUp(browser: Browser): Promise<void> {
  for (let tries = 0; tries < 12; tries += 1) {
    const visitor = await openFor(browser)
    await visitor.goto(`${product.url}/book/intro`)
    await visitor.locator('.slot-day').nth(2).locator('button[name="start"]').first().click()
    if (await visitor.getByRole('link', { name: 'Fortsæt uden reservation' }).count() === 0) continue
    return expectNoFault(visitor)
  }
  throw new Error('Half of a day was never reserved')
}

async function openFor(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'da-DK', permissions: ['camera', 'microphone'], reducedMotion: 'reduce' })
  visits.push(context)
  await lookWithAxe(context)
  return context.newPage()
}
