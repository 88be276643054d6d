import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
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
  await openTemplate(host)
  const before = await titlesIn(host)
  await untilPainted(host)
  await host.getByRole('button', { name: 'Flyt punkt 2' }).first().focus()
  await host.keyboard.press('ArrowUp')
  await expect(host.getByRole('status').filter({ hasText: 'Punktet er nu nummer 1' })).toHaveCount(1)
  expect((await titlesIn(host)).slice(0, 2)).toEqual([before[1], before[0]])
  const [handle, target] = [host.locator('.drag-handle').nth(0), host.locator('.point').nth(1)]
  await handle.hover()
  const box = await target.boundingBox()
  await host.mouse.down()
  for (const part of [0.2, 0.4, 0.5]) await host.mouse.move(box?.x ?? 0, (box?.y ?? 0) + (box?.height ?? 0) * part)
  await host.mouse.up()
  expect((await titlesIn(host)).slice(0, 2)).toEqual(before.slice(0, 2))
  await host.getByRole('button', { name: 'Flyt punkt 2' }).first().focus()
  await host.keyboard.press('ArrowUp')
  await host.getByRole('button', { name: 'Gem dagsordenen' }).last().click()
  await expect(host.getByText('Dagsordenen er gemt')).toBeVisible()
  expect((await titlesIn(host)).slice(0, 2)).toEqual([before[1], before[0]])
  await host.locator('.point').first().getByText(/^Noter, spørgsmål og dokument/).click()
  await expect(host.locator('.point').first().getByLabel('Spørgsmål, du vil stille')).toHaveValue(/Hvad kan de, når du hører dem øve/)
})

test('a finger puts a template in order by the handle, and the page stays where it is meanwhile', async ({ browser }) => {
  const host = await signInAtDesk(browser, product.url, { hasTouch: true, width: 820, height: 1180 })
  await openTemplate(host)
  const before = await titlesIn(host)
  const [handle, target] = [host.locator('.drag-handle').nth(1), host.locator('.point').nth(0)]
  await handle.scrollIntoViewIfNeeded()
  const scrolled = await host.evaluate('scrollY')
  const [from, to] = await Promise.all([middleOf(handle), middleOf(target)])
  const finger = await touchWith(host)
  await finger.down(from)
  await expect(host.locator('[data-dragging]')).toHaveCount(1)
  for (const part of [0.3, 0.6, 0.9, 1]) await finger.move({ x: from.x, y: from.y + (to.y - from.y) * part })
  await finger.up()
  await expect(host.locator('[data-dragging]')).toHaveCount(0)
  await expect(host.getByRole('status').filter({ hasText: 'Punktet er nu nummer 1' })).toHaveCount(1)
  expect((await titlesIn(host)).slice(0, 3)).toEqual([before[1], before[0], before[2]])
  expect(await host.evaluate('scrollY')).toBe(scrolled)
})

/** The consultant's first template, once its points can be dragged. */
async function openTemplate(host: Page): Promise<void> {
  // A page that glides to what has the focus is not where it was measured.
  await host.emulateMedia({ reducedMotion: 'reduce' })
  await host.goto(`${product.url}/desk/templates`)
  await host.getByRole('link', { name: /Ret Fra teori til praksis på dansk|Fra teori til praksis.*dansk/ }).first().click()
  await host.getByRole('button', { name: 'Flyt punkt 2' }).first().waitFor()
}

function titlesIn(host: Page): Promise<string[]> {
  return host.locator('[name="itemTitle"]').evaluateAll((fields) => fields.map((field) => (field instanceof HTMLInputElement ? field.value : '')))
}

type Spot = { x: number; y: number }

async function middleOf(element: Locator): Promise<Spot> {
  const { x, y, width, height } = await element.boundingBox() ?? { x: 0, y: 0, width: 0, height: 0 }
  return { x: x + width / 2, y: y + height / 2 }
}

/** A finger as the browser's own input has it: it begins to scroll wherever the page does not take it. */
async function touchWith(page: Page): Promise<{ down(at: Spot): Promise<void>; move(at: Spot): Promise<void>; up(): Promise<void> }> {
  const line = await page.context().newCDPSession(page)
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Spot[]) => {
    await line.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
  return { down: (at) => touch('touchStart', [at]), move: (at) => touch('touchMove', [at]), up: () => touch('touchEnd', []) }
}
