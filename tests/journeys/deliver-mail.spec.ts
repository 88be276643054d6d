import { expect, test, type Locator, type Page } from '@playwright/test'
import { letterTo } from '../support/call.ts'
import { openSetting } from '../support/desk.ts'
import { startNameServer, type NameServer } from '../support/name-server.ts'
import { newPage, setUpConsultant } from '../support/people.ts'
import { until, type Product } from '../support/product.ts'
import { startProductWithMail, type ProductWithMail } from '../support/product-with-mail.ts'
import { readStarts, somebody, submitBooking } from '../support/prospect.ts'
import type { SmtpSink } from '../support/smtp-sink.ts'

let world: ProductWithMail
let product: Product
let sink: SmtpSink
let server: NameServer
let desk: Page

test.beforeAll(async ({ browser }) => {
  server = await startNameServer()
  world = await startProductWithMail({ DNS_SERVER: server.address, MAIL_FROM: 'moeder@meet.example.com' })
  ;({ product, sink } = world)
  const signedIn = await setUpConsultant(browser, product)
  desk = await newPage(browser, { javaScriptEnabled: false })
  await desk.context().addCookies(await signedIn.context().cookies())
})
test.afterEach(() => {
  sink.decide(() => 'accept')
  sink.refuseRecipients(null)
})
test.afterAll(async () => {
  await world.stop()
  await server.stop()
})

test('the consultant sets the records that the desk shows, has them checked, and tries the way with a mail', async () => {
  await desk.goto(`${product.url}/desk`)
  await openSetting(desk, 'Mail')
  await expect(desk.getByRole('heading', { name: 'Mail', exact: true })).toBeVisible()
  await desk.getByRole('button', { name: 'Tjek nu' }).click()
  await expect(desk.getByText('Mangler', { exact: true })).toHaveCount(4)
  const cards = desk.locator('.mail-record')
  const shown = async (kind: string, what: string) => desk.locator(`#${kind}-${what}`).inputValue()
  server.say({
    [await shown('dkim', 'name')]: { TXT: [await shown('dkim', 'value')] },
    [await shown('dmarc', 'name')]: { TXT: [await shown('dmarc', 'value')] },
    [await shown('mx', 'name')]: { TXT: ['v=spf1 mx -all'], MX: ['10 mail.example.com'] },
  })
  await desk.getByRole('button', { name: 'Tjek nu' }).click()
  await expect(desk.getByRole('status')).toContainText('3 af 4 er, som de skal være')
  await expect(cards.nth(1)).toContainText('v=spf1 mx -all')
  await desk.getByRole('button', { name: 'Send prøvemailen' }).click()
  await expect(desk.getByRole('status')).toContainText('Mailserveren har taget imod prøvemailen')
  const letter = await letterTo(sink, 'mette@example.com', /Prøvemail/)
  expect(letter.text).toContain('/desk/mail')
  expect(sink.accepted().every(({ raw }) => raw.toString().startsWith('DKIM-Signature: '))).toBe(true)
})

test('a guest who mistyped the address is invited at the right one, by one button beside the mail that came to nobody', async () => {
  const [start = ''] = await readStarts(product.url)
  const wrong = somebody({ name: 'Amina Yusuf', email: 'amina@exmaple.com' })
  sink.refuseRecipients({ code: 550, text: '5.1.2 Domain not found' })
  expect((await submitBooking(product.url, start, { answers: wrong })).status).toBe(303)
  await until(() => sink.refused() >= 2, 'the mail server has refused both mails')
  sink.refuseRecipients(null)
  await until(async () => {
    await desk.goto(`${product.url}/desk`)
    return desk.getByText('En mail er ikke nået frem').isVisible()
  }, 'the desk says that a mail did not arrive')
  await desk.getByRole('link', { name: 'Se, hvad du kan gøre' }).click()
  await expect(desk.getByText('Domænet i adressen findes ikke, eller det tager ikke imod mail.').first()).toBeVisible()
  const again = desk.locator('form', { has: desk.getByLabel('Modtagerens mail') })
  await again.getByLabel('Modtagerens mail').fill('amina@example')
  await again.getByRole('button').click()
  await expect(again.getByText('Se mailadressen efter')).toBeVisible()
  await expect(again.getByLabel('Modtagerens mail')).toHaveValue('amina@example')
  await again.getByLabel('Modtagerens mail').fill('amina@example.com')
  await again.getByRole('button').click()
  await expect(desk).toHaveURL(/\/desk\/meetings\/[0-9a-f-]{36}#mails$/)
  const letter = await letterTo(sink, 'amina@example.com')
  expect(letter.calendar).toContain('METHOD:REQUEST')
  expect(letter.calendar).toContain('SEQUENCE:1')
  await untilItSays(desk.getByText('Der er en nyere mail i stedet.').first())
  await expect(desk.getByRole('link', { name: 'amina@example.com' })).toBeVisible()
  await desk.goto(`${product.url}/desk`)
  await expect(desk.getByText('En mail er ikke nået frem')).toHaveCount(0)
})

test('a mail that the server puts off says when it is tried again', async () => {
  const [start = ''] = await readStarts(product.url)
  const answers = somebody({ name: 'Thomas Brandt' })
  sink.decide(() => ({ code: 451, text: '4.2.2 Over quota' }))
  await submitBooking(product.url, start, { answers })
  await until(() => sink.mails.some(({ to, verdict }) => to[0] === answers.email && verdict !== 'accept'), 'the mail was put off')
  await desk.goto(`${product.url}/desk`)
  await desk.getByRole('link', { name: /Thomas Brandt/ }).first().click()
  await untilItSays(desk.getByText(/Ikke fremme endnu efter \d+ forsøg\. Næste forsøg/).first())
  await expect(desk.getByText('Modtagerens indbakke er fuld.').first()).toBeVisible()
})

/** What came of a mail is written down after the mail server's answer, and this page has no script that would show it. */
async function untilItSays(words: Locator): Promise<void> {
  await until(async () => {
    await desk.reload()
    return words.isVisible()
  }, 'the desk says what came of the mail')
}
