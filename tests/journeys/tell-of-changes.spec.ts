import { expect, test, type Page } from '@playwright/test'
import postgres from 'postgres'
import { CAST } from '#db/seeds/cast.ts'
import { DAY_MS, HOUR_MS } from '#app/kernel/time.ts'
import { letterTo } from '../support/call.ts'
import { linkOf, readLetters } from '../support/letters.ts'
import { signInAtDesk } from '../support/desk.ts'
import { askAtPoint, bookFirstTime, newPage, setUpConsultant } from '../support/people.ts'
import { until } from '../support/product.ts'
import { startProductWithMail, type ProductWithMail } from '../support/product-with-mail.ts'
import { somebody } from '../support/prospect.ts'

test.describe.configure({ mode: 'serial' })

const answers = somebody({ name: 'Anna Lund' })
const PLAIN = { javaScriptEnabled: false, width: 360, height: 780 }
const ABOUT = { host: /^Anna Lund, .+ har ændret dagsordenen$/, guest: /^Nyt på dagsordenen/ }

let world: ProductWithMail
let guest: Page
let host: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  world = await startProductWithMail()
  await setUpConsultant(browser, world.product)
  host = await signInAtDesk(browser, world.product.url, PLAIN)
  guest = await newPage(browser, PLAIN)
  await bookFirstTime(guest, world.product.url, answers)
  await letterTo(world.sink, CAST.consultant.email, /^Nyt møde/)
})
test.afterAll(() => world.stop())

test('what a guest changes is gathered for an hour and told to the host in one mail, without what came and went', async () => {
  await addPoint('Vores nye CRM')
  await addPoint('En tanke, der gik igen')
  await guest.getByRole('button', { name: 'Fjern En tanke, der gik igen' }).click()
  await expect(guest.getByText('En tanke, der gik igen')).toHaveCount(0)
  await askAtPoint(guest, 'Hvad står i vejen?', 'Hvem skal følge op hos os?')
  expect(await toldIn('host')).toBeGreaterThan(HOUR_MS / 2)
  expect(await lettersAbout('host')).toEqual([])

  await letTimePass('host', HOUR_MS)
  const letter = await letterTo(world.sink, CAST.consultant.email, ABOUT.host)
  for (const text of ['Vores nye CRM', 'Hvem skal følge op hos os?', 'Spørgsmål til Hvad står i vejen?']) expect(letter.text).toContain(text)
  expect(letter.text).not.toContain('En tanke, der gik igen')
  await host.goto(linkOf(letter, '/desk/'))
  await expect(host.getByText('Vores nye CRM').first()).toBeVisible()
})

test('what is changed the same day waits until a day has gone, and the mail then tells of that alone', async () => {
  await addPoint('Holdets størrelse')
  expect(await toldIn('host')).toBeGreaterThan(DAY_MS - HOUR_MS)
  expect(await lettersAbout('host')).toHaveLength(1)
  await letTimePass('host', DAY_MS)
  await until(async () => (await lettersAbout('host')).length === 2, 'the host is told again')
  const since = (await lettersAbout('host'))[1]?.text.split('Siden sidst')[1]?.split('Se og forbered mødet')[0]
  expect(since).toContain('Holdets størrelse')
  expect(since).not.toContain('Vores nye CRM')
})

test('the other way round the guest gets one mail about all that the host changed, and nobody a mail about their own', async () => {
  await host.reload()
  for (const title of ['Prisen', 'Hvornår begynder vi?']) {
    await host.locator('summary', { hasText: 'Tilføj punkt' }).click()
    await host.getByLabel('Punkt', { exact: true }).last().fill(title)
    await host.getByRole('button', { name: 'Tilføj punkt' }).click()
    await expect(host.getByText(title).first()).toBeVisible()
  }
  await host.getByRole('listitem').filter({ hasText: 'Vores nye CRM' }).getByText('Ret punktet').click()
  await host.getByRole('button', { name: 'Flyt Vores nye CRM op' }).click()
  await expect(host.locator('.desk-agenda-title').nth(-5)).toHaveText('Vores nye CRM')
  expect(await lettersAbout('guest')).toEqual([])
  await letTimePass('guest', HOUR_MS)
  const letter = await letterTo(world.sink, answers.email, ABOUT.guest)
  for (const text of ['Prisen', 'Hvornår begynder vi?', 'Punkterne står i en ny rækkefølge']) expect(letter.text).toContain(text)
  await guest.goto(linkOf(letter, '/b/'))
  await expect(guest.getByRole('heading', { name: 'Hvornår begynder vi?' })).toBeVisible()
  await until(async () => await waitingJobs() === 0, 'nothing waits to be told')
  expect([await lettersAbout('guest'), await lettersAbout('host')].map(({ length }) => length)).toEqual([1, 2])
})

async function addPoint(title: string): Promise<void> {
  await guest.getByLabel('Dit punkt').fill(title)
  await guest.getByRole('button', { name: 'Sæt på dagsordenen' }).click()
  await expect(guest.getByText(title).first()).toBeVisible()
}

async function lettersAbout(side: 'host' | 'guest') {
  return (await readLetters(world.sink)).filter(({ subject }) => ABOUT[side].test(subject))
}

/** Milliseconds until a side is told. */
async function toldIn(side: 'host' | 'guest'): Promise<number> {
  const [row] = await run((sql) => sql`SELECT extract(epoch FROM due_at - now()) * 1000 AS wait FROM agenda_digest WHERE side = ${side}`)
  return Number(row?.wait)
}

async function waitingJobs(): Promise<number> {
  return (await run((sql) => sql`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier IN ('agenda.tell', 'mail.send')`)).length
}

/** As if what is noted for a side had been noted so long ago: its job is due, and the worker takes it. */
async function letTimePass(side: 'host' | 'guest', milliseconds: number): Promise<void> {
  const gone = `${milliseconds} milliseconds`
  await run((sql) => sql`UPDATE agenda_digest SET due_at = due_at - ${gone}::interval, told_at = told_at - ${gone}::interval WHERE side = ${side}`)
  await run((sql) => sql`SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) FROM graphile_worker.jobs WHERE key LIKE ${`agenda:%:${side}`}`)
}

async function run(work: (sql: postgres.Sql) => Promise<postgres.Row[]>): Promise<postgres.Row[]> {
  const sql = postgres(world.product.databaseUrl(), { max: 1 })
  const rows = await work(sql)
  await sql.end()
  return rows
}
