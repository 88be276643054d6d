import { expect, test, type Page } from '@playwright/test'
import postgres from 'postgres'
import { bookLiveCall, type BookedCall } from '../support/call.ts'
import { BROKEN_PDF, pdfOf } from '../support/pdf.ts'

let call: BookedCall
let host: Page
let guest: Page
const complaints: string[] = []
/** Each file that left the host's browser, by the name under which it did, and each document that either browser asked for. */
const sent: string[] = []
const fetched: { host: number; guest: number } = { host: 0, guest: 0 }
/** The second point of the agenda. */
const POINT = 'Hvad kan jeres sælgere allerede?'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  call = await bookLiveCall(browser, prepareDocument)
  ;({ host, guest } = call)
  for (const page of [host, guest]) {
    page.on('console', (message) => { if (/Content Security Policy|eval/i.test(message.text())) complaints.push(message.text()) })
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('request', (request) => { if (request.url().includes('/documents/')) fetched[page === host ? 'host' : 'guest'] += 1 })
  }
  host.on('request', (request) => {
    const { 'content-type': type = '' } = request.headers()
    if (/octet-stream|multipart|pdf/.test(type)) sent.push(new URL(request.url()).searchParams.get('name') ?? request.url())
  })
})

test.afterAll(() => call.stop())

test('what can not be shown is refused in words to the host, and is sent to nobody', async () => {
  const refused: [string, Buffer, string][] = [
    ['Brev.pdf', BROKEN_PDF, 'Filen er ikke en PDF'],
    ['Program.pdf', Buffer.from('MZ\u0090\u0000\u0003'), 'Filen er ikke en PDF'],
    ['Laast.pdf', pdfOf(2, { isLocked: true }), 'låst med en adgangskode'],
    ['Telefonbog.pdf', pdfOf(10_000), 'mere end 500 sider'],
  ]
  await openChoice(host)
  for (const [name, content, words] of refused) {
    await choose(host, name, content)
    await expect(host.getByRole('dialog').getByRole('alert')).toContainText(words)
  }
  await host.getByRole('dialog').getByRole('button', { name: 'Luk' }).click()
  await expect(paper(guest)).toHaveCount(0)
  expect({ sent, fetched }).toEqual({ sent: [], fetched: { host: 0, guest: 0 } })
  expect(await keptFiles()).toEqual([])
})

test('the host shows a document, and the guest sees its first page, sharp and with its words', async () => {
  await openChoice(host)
  await choose(host, 'Tilbud.pdf', pdfOf(5))
  for (const page of [host, guest]) await expectPage(page, 1)
  await expect(guest.locator('[data-person="document"]')).toHaveAttribute('data-large', '')
  await expect(guest.getByRole('button', { name: 'Stop visningen' })).toHaveCount(0)
  const sharpness = await guest.locator('.document-canvas').evaluate((canvas) => (
    canvas instanceof HTMLCanvasElement ? canvas.width / canvas.getBoundingClientRect().width / devicePixelRatio : 0))
  expect(sharpness).toBeGreaterThanOrEqual(0.99)
  // It was handed over once, and the host, whose browser has it open, asked for it no more.
  expect({ sent, fetched }).toEqual({ sent: ['Tilbud.pdf'], fetched: { host: 0, guest: 1 } })
  expect(await keptFiles()).toEqual(['Tilbud.pdf'])
})

test('closing the choice stops what is being opened: it comes before nobody, then or later', async () => {
  let goOn = () => {}
  const held = new Promise<void>((resolve) => { goOn = resolve })
  await host.getByRole('button', { name: 'Stop visningen' }).click()
  await host.route('**/documents/*', async (route) => {
    await held
    await route.continue().catch(() => {})
  })
  await openChoice(host)
  const stopped = host.waitForEvent('requestfailed', (request) => request.url().includes('/documents/'))
  await host.getByRole('button', { name: 'Vis Tilbud.pdf' }).click()
  await expect(host.getByText('Åbner Tilbud.pdf …')).toBeVisible()
  await host.keyboard.press('Escape')
  await stopped
  goOn()
  await host.unroute('**/documents/*')
  await openChoice(host)
  await expect(host.getByText('Åbner Tilbud.pdf …')).toHaveCount(0)
  await expect(host.locator('dialog[open] .field-error')).toBeEmpty()
  await expect(paper(host)).toHaveCount(0)
  await expect(paper(guest)).toHaveCount(0)
  const before = fetched.host
  await host.getByRole('button', { name: 'Vis Tilbud.pdf' }).click()
  for (const page of [host, guest]) await expectPage(page, 1)
  expect(fetched.host - before).toBe(1)
})

test('the host turns by button, key and number, and the guest follows in step', async () => {
  const first = await pictureOf(guest)
  await host.getByRole('button', { name: 'Næste side' }).click()
  await expectPage(guest, 2)
  expect(await pictureOf(guest)).not.toBe(first)
  await host.keyboard.press('ArrowRight')
  await expectPage(guest, 3)
  await host.getByRole('textbox', { name: 'Side, af 5' }).fill('99')
  await host.keyboard.press('Enter')
  await expectPage(guest, 5)
  await host.getByRole('textbox', { name: 'Side, af 5' }).fill('2')
  await host.keyboard.press('Enter')
  await Promise.all([host, guest].map((page) => expectPage(page, 2)))
})

test('a guest looks at another page without turning it for the host, and follows again', async () => {
  await guest.getByRole('button', { name: 'Næste side' }).click()
  await guest.getByRole('button', { name: 'Næste side' }).click()
  await expectPage(guest, 4)
  await expectPage(host, 2)
  await expect(guest.getByText('Værten er på side 2.')).toBeVisible()
  await host.getByRole('button', { name: 'Næste side' }).click()
  await expect(guest.getByText('Værten er på side 3.')).toBeVisible()
  await expectPage(guest, 4)
  await guest.getByRole('button', { name: 'Følg igen' }).click()
  await expectPage(guest, 3)
})

test('a reload comes back to the page', async () => {
  await guest.reload()
  await expectPage(guest, 3)
  await host.reload()
  await expectPage(host, 3)
})

test('pages are turned in step while there is no media server', async () => {
  const killed = call.product.running().livekitPid
  if (killed === null) throw new Error('our own LiveKit server runs')
  process.kill(killed, 'SIGKILL')
  await host.getByRole('button', { name: 'Næste side' }).click()
  await expectPage(guest, 4)
})

test('a page can be read on a phone, upright and held sideways, and enlarged', async () => {
  for (const [width, height] of [[360, 740], [740, 360]] as const) {
    await guest.setViewportSize({ width, height })
    await expectPage(guest, 4)
    const box = await paper(guest).boundingBox()
    expect(box?.width).toBeGreaterThan(width === 360 ? 320 : 280)
    expect(box?.height).toBeGreaterThan(120)
  }
  const before = await guest.locator('.document-canvas').evaluate((canvas) => canvas.getBoundingClientRect().width)
  await guest.locator('.document-bar').getByRole('button', { name: /Vis i bredden|Vis dobbelt/ }).click()
  await expect.poll(() => guest.locator('.document-canvas').evaluate((canvas) => canvas.getBoundingClientRect().width)).toBeGreaterThan(before * 1.2)
  await guest.setViewportSize({ width: 1280, height: 800 })
})

test('the host puts the document away, and can show it again from the list', async () => {
  await host.getByRole('button', { name: 'Stop visningen' }).click()
  await expect(paper(guest)).toHaveCount(0)
  await openChoice(host)
  await host.getByRole('button', { name: 'Vis Tilbud.pdf' }).click()
  // Where it was left.
  await expectPage(guest, 4)
  await host.getByRole('button', { name: 'Stop visningen' }).click()
  await expect(paper(guest)).toHaveCount(0)
})

test('the document of a point is shown by one press at the point, and again where it was left', async () => {
  const point = host.getByRole('listitem').filter({ hasText: POINT })
  const show = point.getByRole('button', { name: `Vis dokument: ${POINT}` })
  const before = fetched.host
  await show.focus()
  await host.keyboard.press('Enter')
  for (const page of [host, guest]) await expectPage(page, 1)
  expect(fetched.host - before).toBe(1)
  await expect(guest.locator('.document-name')).toHaveText(POINT)
  const hide = point.getByRole('button', { name: `Stop visningen: ${POINT}` })
  await expect(hide).toBeFocused()
  await expect(point.getByText('Vises for alle')).toBeVisible()
  await expect(host.locator('.panel > [role=status]')).toHaveText(`${POINT} vises nu for alle, side 1 af 5.`)
  await host.getByRole('textbox', { name: 'Side, af 5' }).fill('3')
  await host.keyboard.press('Enter')
  await expectPage(guest, 3)
  await hide.focus()
  await host.keyboard.press('Enter')
  await expect(paper(guest)).toHaveCount(0)
  await expect(host.locator('.panel > [role=status]')).toHaveText(`${POINT} vises ikke længere.`)
  await host.reload()
  await show.click()
  for (const page of [host, guest]) await expectPage(page, 3)
  await expect(guest.getByRole('button', { name: /Vis dokument/ })).toHaveCount(0)
})

test('what was prepared is at hand for everybody inside, and the host shows it from there', async () => {
  for (const page of [host, guest]) {
    await expect(page.getByRole('listitem').filter({ hasText: POINT }).getByRole('link', { name: 'Priser.pdf' })).toBeVisible()
    const whole = page.getByRole('region', { name: 'Filer til mødet' }).getByRole('link')
    await expect(whole).toHaveText(['Salgstal.pdf', 'Noter.txt'])
    const [download] = await Promise.all([page.waitForEvent('download'), whole.first().click()])
    expect(download.suggestedFilename()).toBe('Salgstal.pdf')
  }
  await expect(host.getByRole('button', { name: 'Vis dokument: Noter.txt' })).toHaveCount(0)
  await host.getByRole('button', { name: 'Vis dokument: Salgstal.pdf' }).click()
  for (const page of [host, guest]) await expectPage(page, 1)
  await expect(guest.locator('.document-name')).toHaveText('Salgstal.pdf')
  await openChoice(host)
  await expect(host.locator('.document-choice-name')).toHaveText([`Vis ${POINT}`, 'Salgstal.pdf', 'Vis Tilbud.pdf'])
  expect(complaints).toEqual([])
})

/** The guest adds files to the booking, and a point of the agenda gets one, as it has one that came with its template. */
async function prepareDocument({ guest: page, product }: BookedCall): Promise<void> {
  for (const [name, buffer] of [['Priser.pdf', pdfOf(5)], ['Salgstal.pdf', pdfOf(5)], ['Noter.txt', Buffer.from('Husk prisen')]] as const) {
    await page.getByLabel('Vælg en fil').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await page.getByRole('button', { name: 'Læg filen ved' }).click()
    await expect(page.getByRole('link', { name })).toBeVisible()
  }
  const sql = postgres(product.databaseUrl(), { max: 1 })
  await sql`UPDATE agenda SET state = jsonb_set(state, '{items,1,documentId}', to_jsonb(file.id))
    FROM agenda_file file WHERE file.meeting_id = agenda.meeting_id AND file.name = 'Priser.pdf'`
  await sql.end()
}

async function openChoice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mere', exact: true }).click()
  await page.getByRole('button', { name: 'Vis et dokument' }).click()
  await expect(page.getByRole('dialog', { name: 'Vis et dokument' })).toBeVisible()
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer })
}

/** The names of the files that were handed over, as the server has them. */
async function keptFiles(): Promise<string[]> {
  const sql = postgres(call.product.databaseUrl(), { max: 1 })
  const rows = await sql<{ name: string }[]>`SELECT file_name AS name FROM chat_message WHERE file_name IS NOT NULL`
  await sql.end()
  return rows.map(({ name }) => name)
}

/** The page is drawn, and its words are there for whoever does not see it. */
async function expectPage(page: Page, number: number): Promise<void> {
  await expect(page.locator('.document-text')).toHaveText(`Side ${number} af 5`, { timeout: 30_000 })
  await expect.poll(() => inkOf(page), { timeout: 15_000 }).toBeGreaterThan(0)
}

function paper(page: Page) {
  return page.locator('.document-paper')
}

/** Dots that are not white. */
function inkOf(page: Page): Promise<number> {
  return page.locator('.document-canvas').evaluate((canvas) => {
    const dots = canvas instanceof HTMLCanvasElement && canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
    return dots ? dots.filter((value, index) => index % 4 === 0 && value < 200).length : 0
  })
}

function pictureOf(page: Page): Promise<string> {
  return page.locator('.document-canvas').evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''))
}
