import { expect, test, type Page } from '@playwright/test'
import postgres from 'postgres'
import { CAST } from '#db/seeds/cast.ts'
import { MINUTE_MS, SECOND_MS } from '#app/kernel/time.ts'
import { knockAndWait, letterTo, openDoorNow } from '../support/call.ts'
import { linkOf, readLetters, type Letter } from '../support/letters.ts'
import { bookFirstTime, newPage, setUpConsultant } from '../support/people.ts'
import { until, type Product } from '../support/product.ts'
import { startProductWithMail, type ProductWithMail } from '../support/product-with-mail.ts'
import { readStarts, somebody } from '../support/prospect.ts'

test.describe.configure({ mode: 'serial' })

const answers = somebody()
let world: ProductWithMail
let product: Product
let desk: Page
let guest: Page
let reminded: Letter

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  world = await startProductWithMail()
  ;({ product } = world)
  desk = await setUpConsultant(browser, product)
  // 360 px and no script: what a reader of mail opens on a phone.
  guest = await newPage(browser, { javaScriptEnabled: false, width: 360, height: 780 })
})
test.afterAll(() => world.stop())

test('a consultant sets how long before a meeting its guests are reminded', async () => {
  await desk.goto(`${product.url}/desk/types`)
  await desk.getByRole('link', { name: /^Ret Et første møde/ }).click()
  await desk.getByRole('link', { name: 'Påmindelser' }).click()
  await expect(desk.getByLabel('Hvor lang tid før mødet?')).toHaveValue('24 t, 1 t')
  await saveLeads('snart')
  await expect(desk.getByRole('alert')).toContainText('Skriv tider som 24 t, 1 t eller 15 min.')
  // Due within seconds: as many whole minutes as there are to the first free time, a few seconds from now.
  const [first = ''] = await readStarts(product.url)
  await saveLeads(`${Math.floor((Date.parse(first) - Date.now() - 12 * SECOND_MS) / MINUTE_MS)} min.`)
  await expect(desk.getByRole('status')).toContainText('Mødetypen er gemt')
})

test('who books is reminded once, with a link to one page', async () => {
  await bookFirstTime(guest, product.url, answers)
  const isReminder = (letter: Letter) => letter.to === answers.email && letter.subject.startsWith('Husk dit møde')
  await until(async () => (await readLetters(world.sink)).some(isReminder), 'the reminder has come', 100_000)
  reminded = await letterTo(world.sink, answers.email, /^Husk dit møde/)
  expect(reminded.calendar).toBeNull()
  expect((await readLetters(world.sink)).filter(isReminder)).toHaveLength(1)
})

test('the guest says "ten minutes late" with one press, and the desk and the door say so', async () => {
  await guest.goto(linkOf(reminded, '/b/'))
  await expect(guest.getByRole('heading', { level: 1, name: 'Kommer du?' })).toBeVisible()
  await guest.getByRole('button', { name: 'Jeg er 10 minutter forsinket' }).click()
  await expect(guest.getByRole('heading', { name: 'Du har sagt, at du er 10 minutter forsinket' })).toBeVisible()
  await desk.goto(`${product.url}/desk`)
  await expect(desk.getByText(`${answers.name} er 10 minutter forsinket.`)).toBeVisible()
  const door = await desk.context().newPage()
  const own = await letterTo(world.sink, CAST.consultant.email, /^Nyt møde/)
  await door.goto(linkOf(own, '/room/'))
  await expect(door.getByText(`${answers.name} kommer 10 minutter senere.`)).toBeVisible()
  await guest.getByRole('button', { name: 'Ja, jeg kommer' }).click()
  await expect(door.getByText(`${answers.name} kommer. Svarede kl.`)).toBeVisible()
  await door.close()
})

test('nobody came: one mail with the way in, the number and three times, of which one is taken with two presses', async () => {
  await letFiveMinutesPass()
  const letter = await letterTo(world.sink, answers.email, /^Er du på vej/)
  expect(letter.text).toContain('+45 20 00 00 01')
  expect(linkOf(letter, '/j/')).toBeTruthy()
  const times = letter.links.filter((link) => link.includes('?at='))
  expect(times).toHaveLength(3)
  await guest.goto(times[0] ?? '')
  await guest.getByRole('button', { name: 'Flyt mødet hertil' }).click()
  await expect(guest.getByRole('heading', { level: 1, name: 'Mødet har fået en ny tid' })).toBeVisible()
  expect((await readLetters(world.sink)).filter(({ subject }) => subject.startsWith('Er du på vej'))).toHaveLength(1)
})

test('a guest knocks while the consultant is away: the consultant gets one mail that leads to the room', async ({ browser }) => {
  await openDoorNow(product)
  const page = await newPage(browser)
  await page.goto(linkOf(reminded, '/j/'))
  await page.getByRole('button', { name: 'Tjek kamera og mikrofon' }).or(page.getByRole('button', { name: 'Bank på' })).first().click()
  if (await page.getByRole('button', { name: 'Bank på' }).isVisible()) await knockAndWait(page)
  const waiting = () => readLetters(world.sink).then((letters) => letters.filter(({ subject }) => subject.startsWith(`${answers.name} venter`)))
  await until(async () => (await waiting()).length === 1, 'the consultant is told', 60_000)
  const [told] = await waiting()
  await desk.goto(linkOf(told as Letter, '/room/'))
  await expect(desk.getByText(`${answers.name} venter`)).toBeVisible()
  expect((told as Letter).to).toBe(CAST.consultant.email)
})

async function saveLeads(text: string): Promise<void> {
  await desk.getByLabel('Hvor lang tid før mødet?').fill(text)
  await desk.getByRole('button', { name: 'Gem' }).click()
}

/** As if it had begun five minutes ago, with nobody at the door and nothing said; the consultant has a telephone. */
async function letFiveMinutesPass(): Promise<void> {
  const sql = postgres(product.databaseUrl(), { max: 1, onnotice: () => undefined })
  await sql.begin(async (tx) => {
    await tx`UPDATE consultant SET phone = '+45 20 00 00 01'`
    await tx`UPDATE seat SET late_minutes = NULL, answered_at = NULL`
    await tx`UPDATE meeting SET starts_at = date_trunc('milliseconds', now()) - interval '5 minutes', ends_at = now() + interval '25 minutes' WHERE NOT is_demo`
    await tx`UPDATE reminder SET starts_at = meeting.starts_at, due_at = meeting.starts_at + interval '5 minutes'
      FROM meeting WHERE meeting.id = reminder.meeting_id AND settled_at IS NULL AND minutes_before < 0`
  })
  await sql.end()
}
