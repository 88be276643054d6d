import { expect, test, type Page } from '@playwright/test'
import { CAST } from '#db/seeds/cast.ts'
import { letterTo } from '../support/call.ts'
import { PDF } from '../support/files.ts'
import { linkOf } from '../support/letters.ts'
import { askAtPoint, bookFirstTime, newPage, setUpConsultant } from '../support/people.ts'
import type { Product } from '../support/product.ts'
import { startProductWithMail, type ProductWithMail } from '../support/product-with-mail.ts'
import { somebody } from '../support/prospect.ts'
import type { SmtpSink } from '../support/smtp-sink.ts'

let world: ProductWithMail
let sink: SmtpSink
let product: Product

test.beforeAll(async () => {
  world = await startProductWithMail()
  ;({ product, sink } = world)
})
test.afterAll(() => world.stop())

for (const [who, settings] of [['with JavaScript', {}], ['without JavaScript', { javaScriptEnabled: false, width: 360, height: 780 }]] as const) {
  test(`a prospect ${who} brings a colleague, who reads who added them and says no with one press`, async ({ browser }) => {
    const page = await newPage(browser, settings)
    const booker = somebody()
    await bookFirstTime(page, product.url, booker)
    const email = `${who.toLowerCase().replace(/\W/g, '-')}@example.com`
    await invite(page, email)
    await expect(page.getByRole('listitem').filter({ hasText: email })).toBeVisible()
    const letter = await letterTo(sink, email, /^Invitation/)
    expect(letter.text).toContain(`${CAST.soren.name}, ${CAST.soren.company} har booket et møde`)
    expect(letter.calendar).toContain('METHOD:REQUEST')
    const guest = await newPage(browser, settings)
    await guest.goto(linkOf(letter, '/b/'))
    await expect(guest.getByRole('heading', { name: 'Du er inviteret med til et møde' })).toBeVisible()
    await guest.getByRole('button', { name: 'Meld mig fra' }).click()
    await expect(guest.getByRole('heading', { name: 'Du er meldt fra' })).toBeVisible()
    const last = await letterTo(sink, email, /^Du er ikke længere med/)
    expect(last.calendar).toContain('METHOD:CANCEL')
    expect(last.calendar).not.toContain('STATUS:')
    expect((await letterTo(sink, booker.email, / kommer ikke: /)).text).toContain('Mødet står ved magt')
    await page.reload()
    await expect(page.getByText(email)).toHaveCount(0)
    await invite(page, email)
    await expect(page.getByRole('alert')).toContainText('har selv meldt fra')
  })
}

test('a colleague prepares on a page of their own, without JavaScript, and all see whose it is', async ({ browser }) => {
  const plain = { javaScriptEnabled: false, width: 360, height: 780 }
  const page = await newPage(browser, plain)
  await bookFirstTime(page, product.url, somebody())
  await page.getByLabel('Dit punkt').fill('Vores nye CRM')
  await page.getByRole('button', { name: 'Sæt på dagsordenen' }).click()
  await invite(page, 'forberedt@example.com', 'Ida Holm')
  const guest = await newPage(browser, plain)
  await guest.goto(linkOf(await letterTo(sink, 'forberedt@example.com', /^Invitation/), '/b/'))
  await expect(guest.getByRole('listitem').filter({ hasText: 'Vores nye CRM' }).getByText('Fra Søren Kjær')).toBeVisible()
  await guest.getByLabel('Dit punkt').fill('Kundelisten')
  await guest.getByRole('button', { name: 'Sæt på dagsordenen' }).click()
  await expect(guest.getByRole('listitem').filter({ hasText: 'Kundelisten' }).getByText('Fra dig')).toBeVisible()
  await guest.getByRole('button', { name: /^Det her er vigtigst.*Én vane at begynde med$/ }).click()
  await expect(guest.getByText('Vigtigst for dig')).toBeVisible()
  const point = await askAtPoint(guest, 'Hvad står i vejen?', 'Hvem skal følge op hos os?')
  await expect(point.getByText('Ida Holm spørger')).toBeVisible()
  await guest.getByLabel('Vælg en fil').setInputFiles({ name: 'side.html', mimeType: 'text/html', buffer: Buffer.from('<script>') })
  await guest.getByRole('button', { name: 'Læg filen ved' }).click()
  await expect(guest.getByText('Den slags fil kan ikke lægges ved')).toBeVisible()
  // On the page that says so the other forms do what they say.
  await guest.getByLabel('Dit punkt').fill('Prisen')
  await guest.getByRole('button', { name: 'Sæt på dagsordenen' }).click()
  await expect(guest.getByRole('heading', { name: 'Prisen' })).toBeVisible()
  await guest.getByLabel('Vælg en fil').setInputFiles({ name: 'Salgstal.pdf', mimeType: 'application/pdf', buffer: PDF })
  await guest.getByRole('button', { name: 'Læg filen ved' }).click()
  await expect(guest.getByRole('link', { name: 'Salgstal.pdf' })).toBeVisible()
  await page.reload()
  await expect(page.getByText('Vigtigst for Ida Holm')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Kundelisten' }).getByText('Fra Ida Holm')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Salgstal.pdf' }).getByText('Fra Ida Holm')).toBeVisible()
})

test('a colleague knocks with a link of their own, and the consultant sees both at the desk', async ({ browser }) => {
  const desk = await setUpConsultant(browser, product)
  const page = await newPage(browser)
  await bookFirstTime(page, product.url, somebody())
  await invite(page, 'kollega@example.com', 'Bo Lund')
  const letter = await letterTo(sink, 'kollega@example.com', /^Invitation/)
  const guest = await newPage(browser)
  await guest.goto(linkOf(letter, '/j/'))
  await expect(guest.getByRole('button', { name: 'Bank på' }).or(guest.getByText(/Døren|Mødet/).first()).first()).toBeVisible()
  const told = await letterTo(sink, CAST.consultant.email, /^Bo Lund kommer også/)
  await desk.goto(linkOf(told, '/desk/meetings/'))
  await expect(desk.getByRole('heading', { level: 1 })).toContainText('Bo Lund')
  await expect(desk.getByRole('link', { name: 'kollega@example.com' })).toBeVisible()
})

test('whoever waits for an earlier time turns it on and off with one press each', async ({ browser }) => {
  const page = await newPage(browser)
  await bookFirstTime(page, product.url, somebody())
  await page.getByRole('button', { name: 'Giv mig besked om tidligere tider' }).click()
  await expect(page.getByRole('button', { name: 'Giv mig ikke besked længere' })).toBeVisible()
  await page.getByRole('button', { name: 'Giv mig ikke besked længere' }).click()
  await expect(page.getByRole('button', { name: 'Giv mig besked om tidligere tider' })).toBeVisible()
})

test('what the first address says is filled in, and kept through the month, the times and the form', async ({ browser }) => {
  const page = await newPage(browser)
  await page.goto(`${product.url}/en?lang=da&utm_source=nyhedsbrev`)
  await expect(page).toHaveURL(`${product.url}/?utm_source=nyhedsbrev`)
  await page.goto(`${product.url}/book/intro?name=Anna+Lund&email=anna%40nordlys.example&company=Nordlys&utm_source=nyhedsbrev&utm_campaign=jul`)
  await page.getByRole('link', { name: 'Se hele måneden' }).click()
  await page.locator('.slot-list button[name="start"]').first().click()
  await expect(page.locator('[name="name"]')).toHaveValue('Anna Lund')
  await expect(page.locator('[name="email"]')).toHaveValue('anna@nordlys.example')
  await page.locator('[name="diagnosis"][value="more-courses"]').check()
  await page.getByRole('button', { name: 'Book mødet' }).click()
  await expect(page.getByRole('heading', { name: 'Så er mødet aftalt' })).toBeVisible()
})

async function invite(page: Page, email: string, name: string = CAST.amina.name): Promise<void> {
  await page.locator('#colleague-name').fill(name)
  await page.locator('#colleague-email').fill(email)
  await page.getByRole('button', { name: 'Send invitation' }).click()
}
