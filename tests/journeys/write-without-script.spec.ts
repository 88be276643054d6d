import { expect, test, type Page } from '@playwright/test'
import postgres from 'postgres'
import { CAST } from '#db/seeds/cast.ts'
import { letterTo } from '../support/call.ts'
import { signInAtDesk } from '../support/desk.ts'
import { tabTo } from '../support/keyboard.ts'
import { linkOf } from '../support/letters.ts'
import { bookFirstTime, newPage, setUpConsultant } from '../support/people.ts'
import { startProductWithMail, type ProductWithMail } from '../support/product-with-mail.ts'
import { somebody } from '../support/prospect.ts'

test.describe.configure({ mode: 'serial' })

const PLAIN = { javaScriptEnabled: false, width: 360, height: 780 }
const POINT = 'Hvad står i vejen?'

let world: ProductWithMail
/** Writes in Danish. */
let host: Page
/** Reads and writes in English. */
let guest: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  world = await startProductWithMail()
  await setUpConsultant(browser, world.product)
  host = await signInAtDesk(browser, world.product.url, PLAIN)
  guest = await newPage(browser, PLAIN)
  const answers = somebody()
  await bookFirstTime(guest, world.product.url, answers, '/en/book/intro')
  await run((sql) => sql`UPDATE agenda SET state = jsonb_set(state, '{items,0,title}', ${sql.json(POINT)})`)
  await run((sql) => sql`UPDATE meeting SET state = 'live', starts_at = now(), ends_at = now() + interval '30 minutes' WHERE NOT is_demo`)
  await admitGuest(true)
  await guest.goto(linkOf(await letterTo(world.sink, answers.email), '/j/'))
  await host.goto(linkOf(await letterTo(world.sink, CAST.consultant.email), '/room/'))
})
test.afterAll(() => world.stop())

test('without a script the room leads both to a page for the notes, each in their language', async () => {
  await guest.getByRole('link', { name: 'Write notes on a page without a script' }).click()
  await expect(guest.getByRole('heading', { level: 1, name: 'Notes' })).toBeVisible()
  await host.getByRole('link', { name: 'Skriv noter på en side uden script' }).click()
  await expect(host.getByRole('heading', { level: 1, name: 'Noter' })).toBeVisible()
})

test('both write in the same text from pages of the same moment, and all of it stands', async () => {
  await write(guest, 'Three courses in two years.')
  await write(host, 'Ingen har fulgt op.')
  for (const text of ['Three courses in two years.', 'Ingen har fulgt op.']) await expect(fieldOf(host)).toHaveValue(new RegExp(text))
  await open(guest)
  await write(host, `${await fieldOf(host).inputValue()}\nMål: ti møder.`)
  await write(guest, (await fieldOf(guest).inputValue()).replace('Three', 'Four'))
  await expect(fieldOf(guest)).toHaveValue(/Four courses in two years\./)
  await expect(fieldOf(guest)).toHaveValue(/Mål: ti møder\./)
})

test('with nothing but the keyboard a text is written, saved and read on', async () => {
  const field = host.getByLabel('Hele mødet', { exact: true })
  await open(host)
  await tabTo(host, field)
  await host.keyboard.type('Direktøren vil med.')
  await host.keyboard.press('Tab')
  await expect(host.getByRole('button', { name: 'Gem noterne til hele mødet' })).toBeFocused()
  await host.keyboard.press('Enter')
  await expect(host.getByRole('status')).toContainText('Noterne er gemt')
  await expect(field).toHaveValue('Direktøren vil med.')
  await tabTo(host, host.getByRole('link', { name: 'Til mødet' }))
  await host.keyboard.press('Enter')
  await expect(host).toHaveURL(/\/room\/[0-9a-f-]{36}$/)
})

test('what is refused stays in its field, and what the other wrote meanwhile stays when it is sent again', async () => {
  await Promise.all([open(guest), open(host)])
  const before = await fieldOf(guest).inputValue()
  await admitGuest(false)
  await save(guest, `${before}\nFrom the guest.`)
  await expect(guest.getByRole('alert')).toContainText('You can write here once the host has let you in.')
  await expect(fieldOf(guest)).toHaveValue(`${before}\nFrom the guest.`)
  await guest.getByRole('alert').getByRole('link').click()
  await expect(fieldOf(guest)).toHaveAccessibleDescription(/let you in/)
  await write(host, `Fra værten.\n${before}`)
  await admitGuest(true)
  await guest.getByRole('button', { name: `Save the notes on ${POINT}` }).click()
  await expect(fieldOf(guest)).toHaveValue(`Fra værten.\n${before}\nFrom the guest.`)
})

test('once the meeting has ended the notes are read, and what came too late stands there to be copied', async () => {
  await run((sql) => sql`UPDATE meeting SET state = 'ended', ended_at = now() WHERE NOT is_demo`)
  await save(guest, 'Too late')
  await expect(guest.getByRole('status')).toContainText('You wrote: Too late')
  await expect(guest.getByText('Fra værten.')).toBeVisible()
  await guest.getByRole('link', { name: 'To the summary' }).click()
  await expect(guest).toHaveURL(/\/summary$/)
  await expect(guest.locator('.summary-notes').first()).toContainText('From the guest.')
})

test('who was sent away reads none of it', async () => {
  const address = guest.url().replace(/summary.*$/, 'notes')
  await run((sql) => sql`UPDATE seat SET door = 'removed' WHERE role = 'guest'`)
  expect((await guest.goto(address))?.status()).toBe(403)
  await expect(guest.getByText('Fra værten.')).toHaveCount(0)
})

function fieldOf(page: Page) {
  return page.getByLabel(POINT, { exact: true })
}

/** The page as it is now. */
async function open(page: Page): Promise<void> {
  await page.goto(`${page.url().replace(/\/notes.*$/, '')}/notes`)
}

async function save(page: Page, text: string): Promise<void> {
  await fieldOf(page).fill(text)
  await page.getByRole('button', { name: new RegExp(`(Gem noterne til|Save the notes on) ${POINT.replace('?', '\\?')}`) }).click()
}

async function write(page: Page, text: string): Promise<void> {
  await save(page, text)
  await expect(page.getByRole('status')).toBeVisible()
}

async function admitGuest(isAdmitted: boolean): Promise<void> {
  const door = isAdmitted ? 'admitted' : 'waiting'
  await run((sql) => sql`UPDATE seat SET door = ${door}, admitted_at = now() FROM meeting WHERE meeting.id = meeting_id AND role = 'guest' AND NOT is_demo`)
}

async function run(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(world.product.databaseUrl(), { max: 1 })
  await work(sql)
  await sql.end()
}
