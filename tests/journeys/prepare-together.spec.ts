import { expect, test, type Browser, type Page } from '@playwright/test'
import { PDF } from '../support/files.ts'
import { untilPainted } from '../support/keyboard.ts'
import { askAtPoint, bookFirstTime, newPage, setUpConsultant } from '../support/people.ts'
import { startProduct, type Product } from '../support/product.ts'
import { somebody } from '../support/prospect.ts'
import { signInAtDesk } from '../support/desk.ts'

let product: Product
let desk: Page

test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  desk = await setUpConsultant(browser, product)
})
test.afterAll(() => product.stop())

const SECRET = 'Spørg til lederen, og tål pausen bagefter'
const PLAIN = { javaScriptEnabled: false, width: 360, height: 780 }

/** The page of the meeting that this guest has booked, as the consultant finds it. */
async function openMeeting(page: Page, name: string): Promise<void> {
  await page.goto(`${product.url}/desk`)
  // What is next stands above the list, with a link of its own.
  const isNext = await page.locator('.desk-focus').filter({ hasText: name }).count() > 0
  await page.getByRole('link', { name: isNext ? 'Se mødet' : name }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
}

async function book(browser: Browser, name: string, settings = {}): Promise<Page> {
  const page = await newPage(browser, settings)
  await bookFirstTime(page, product.url, somebody({ name }))
  return page
}

test('guest and consultant prepare one agenda together, both without JavaScript, and what is private stays so', async ({ browser }) => {
  const guest = await book(browser, 'Anna Lund', PLAIN)
  await guest.getByLabel('Dit punkt').fill('Vores nye CRM')
  await guest.getByRole('button', { name: 'Sæt på dagsordenen' }).click()
  await guest.getByRole('button', { name: /^Det her er vigtigst.*Én vane at begynde med$/ }).click()
  await expect(guest.getByText('Vigtigst for dig')).toBeVisible()
  await askAtPoint(guest, 'Hvad står i vejen?', 'Hvem skal følge op hos os?')
  await guest.getByLabel('Vælg en fil').setInputFiles({ name: 'Salgstal.pdf', mimeType: 'application/pdf', buffer: PDF })
  await guest.getByRole('button', { name: 'Læg filen ved' }).click()
  await expect(guest.getByRole('link', { name: 'Salgstal.pdf' })).toBeVisible()

  const host = await signInAtDesk(browser, product.url, PLAIN)
  await openMeeting(host, 'Anna Lund')
  await expect(host.getByText('Vores nye CRM').first()).toBeVisible()
  await expect(host.getByText('Vigtigst for Anna Lund')).toBeVisible()
  await expect(host.getByText('Tilføjet af Anna Lund')).toBeVisible()
  await expect(host.getByText('Hvem skal følge op hos os?')).toBeVisible()
  const [download] = await Promise.all([host.waitForEvent('download'), host.getByRole('link', { name: 'Salgstal.pdf' }).click()])
  expect(download.suggestedFilename()).toBe('Salgstal.pdf')
  const prepared = host.getByRole('listitem').filter({ hasText: 'Hvad står i vejen?' })
  await prepared.getByText('Kun for dig').click()
  await expect(prepared.getByLabel('Spørgsmål, du vil stille')).toHaveValue(/Hvad bliver de målt på/)
  await prepared.getByLabel('Noter', { exact: true }).fill(SECRET)
  await prepared.getByRole('button', { name: 'Gem noterne' }).click()
  await expect(host).toHaveURL(/#note-/)
  await host.getByRole('button', { name: 'Flyt Vores nye CRM op' }).click()
  await expect(host.locator('.desk-agenda-title').nth(-2)).toHaveText('Vores nye CRM')

  await guest.reload()
  await expect(guest.locator('.booked-points h3').nth(-2)).toHaveText('Vores nye CRM')
  expect(await guest.content()).not.toContain(SECRET)
  expect(await guest.content()).not.toContain('Hvad bliver de målt på')
})

test('what was written in two windows meets: nothing is written over, nothing typed is lost', async ({ browser }) => {
  await book(browser, 'Bo Krag')
  const [one, two] = [await signInAtDesk(browser, product.url), await signInAtDesk(browser, product.url)]
  const notes = (page: Page) => page.getByRole('region', { name: 'Noter til hele mødet' })
  for (const page of [one, two]) await openMeeting(page, 'Bo Krag')
  for (const [page, text] of [[one, 'Fra den ene fane'], [two, 'Fra den anden fane']] as const) {
    await notes(page).getByLabel('Noter', { exact: true }).fill(text)
    await notes(page).getByRole('button', { name: 'Gem noterne' }).click()
  }
  await expect(two.getByRole('status').filter({ hasText: 'ændret et andet sted imens' })).toBeVisible()
  await expect(notes(two).locator('.host-only-newest')).toContainText('Fra den ene fane')
  await expect(notes(two).getByLabel('Noter', { exact: true })).toHaveValue('Fra den anden fane')
  await notes(two).getByRole('button', { name: 'Gem noterne' }).click()
  await expect(notes(two).getByLabel('Noter', { exact: true })).toHaveValue('Fra den anden fane')
})

test('the host has the notes at hand in the room and writes there, and no guest’s room has them', async ({ browser }) => {
  const guest = await book(browser, 'Eva Holt')
  await openMeeting(desk, 'Eva Holt')
  await desk.getByRole('link', { name: 'Gå til mødet' }).or(desk.locator('a[href^="/room/"]').first()).first().click()
  const mine = desk.getByRole('region', { name: 'Kun for dig' })
  await expect(mine.getByText('Hvad skulle der ske i det her møde')).toBeVisible()
  await mine.getByText('Noter', { exact: true }).click()
  await mine.getByRole('button', { name: 'Ret noterne' }).click()
  await mine.getByLabel('Noter', { exact: true }).fill(SECRET)
  await mine.getByRole('button', { name: 'Gem noterne' }).click()
  await expect(mine.getByText(SECRET)).toBeVisible()
  await desk.reload()
  await mine.getByText('Noter', { exact: true }).click()
  await expect(mine.getByText(SECRET)).toBeVisible()
  const asked: string[] = []
  guest.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await guest.locator('a[href^="/j/"]').first().click()
  await expect(guest.getByRole('heading', { name: 'Dagsorden' })).toBeVisible()
  await expect(guest.getByRole('region', { name: 'Kun for dig' })).toHaveCount(0)
  expect(await guest.content()).not.toContain(SECRET)
  expect(asked.filter((path) => path.endsWith('-notes'))).toEqual([])
})

test('a template is put in order with the keyboard and with the mouse, and keeps what was prepared for each point', async ({ browser }) => {
  const host = await signInAtDesk(browser, product.url)
  // A page that glides to what has the focus is not where it was measured.
  await host.emulateMedia({ reducedMotion: 'reduce' })
  await host.goto(`${product.url}/desk/templates`)
  await host.getByRole('link', { name: /Ret Fra teori til praksis på dansk|Fra teori til praksis.*dansk/ }).first().click()
  const titles = () => host.locator('[name="itemTitle"]').evaluateAll((fields) => fields.map((field) => (field instanceof HTMLInputElement ? field.value : '')))
  await host.getByRole('button', { name: 'Flyt punkt 2' }).first().waitFor()
  const before = await titles()
  await untilPainted(host)
  await host.getByRole('button', { name: 'Flyt punkt 2' }).first().focus()
  await host.keyboard.press('ArrowUp')
  await expect(host.getByRole('status').filter({ hasText: 'Punktet er nu nummer 1' })).toHaveCount(1)
  expect((await titles()).slice(0, 2)).toEqual([before[1], before[0]])
  const [handle, target] = [host.locator('.drag-handle').nth(0), host.locator('.point').nth(1)]
  await handle.hover()
  const box = await target.boundingBox()
  await host.mouse.down()
  for (const part of [0.2, 0.4, 0.5]) await host.mouse.move(box?.x ?? 0, (box?.y ?? 0) + (box?.height ?? 0) * part)
  await host.mouse.up()
  expect((await titles()).slice(0, 2)).toEqual(before.slice(0, 2))
  await host.getByRole('button', { name: 'Flyt punkt 2' }).first().focus()
  await host.keyboard.press('ArrowUp')
  await host.getByRole('button', { name: 'Gem dagsordenen' }).last().click()
  await expect(host.getByText('Dagsordenen er gemt')).toBeVisible()
  expect((await titles()).slice(0, 2)).toEqual([before[1], before[0]])
  await host.locator('.point').first().getByText(/^Noter, spørgsmål og dokument/).click()
  await expect(host.locator('.point').first().getByLabel('Spørgsmål, du vil stille')).toHaveValue(/Hvad kan de, når du hører dem øve/)
})
