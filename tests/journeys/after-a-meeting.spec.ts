import { expect, test, type Page } from '@playwright/test'
import postgres from 'postgres'
import { CAST } from '#db/seeds/cast.ts'
import { updateToText } from '#app/domain/agenda/notes/crdt.server.ts'
import { base64Of } from '#app/domain/agenda/notes/note.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, isoDate } from '#app/kernel/time.ts'
import { letterTo } from '../support/call.ts'
import { openSetting } from '../support/desk.ts'
import { linkOf, readLetters } from '../support/letters.ts'
import { bookFirstTime, newPage, setUpConsultant } from '../support/people.ts'
import { until } from '../support/product.ts'
import { startProductWithMail, type ProductWithMail } from '../support/product-with-mail.ts'
import { somebody } from '../support/prospect.ts'

test.describe.configure({ mode: 'serial' })

const answers = somebody()
const OLD = 'Vi begynder med seks.'
const POLL = 'Skal vi begynde i januar?'
const NEW = 'Vi begynder med et hold på otte.'
const NOTES = 'Mål: ti møder.\nPris: ?'
const MERGED = 'Mål: ni møder.\nPris: ?\nStart: mandag'
const STEP = { id: newId(), text: 'Send udkastet til forløbet' }
const TODAY = isoDate(Date.now(), 'Europe/Copenhagen')
const TOMORROW = isoDate(Date.now() + DAY_MS, 'Europe/Copenhagen')

let world: ProductWithMail
let host: Page
let guest: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  world = await startProductWithMail()
  host = await setUpConsultant(browser, world.product)
  // 360 px and no script: what a reader of mail opens on a phone.
  guest = await newPage(browser, { javaScriptEnabled: false, width: 360, height: 780 })
  await bookFirstTime(guest, world.product.url, answers)
  await holdMeeting()
})
test.afterAll(() => world.stop())

test('both read the same summary, each by their own link', async () => {
  await guest.goto(`${linkOf(await letterTo(world.sink, answers.email), '/j/')}?to=summary`)
  await expect(guest).toHaveURL(/\/room\/[0-9a-f-]{36}\/summary$/)
  await host.goto(`${linkOf(await letterTo(world.sink, CAST.consultant.email), '/room/')}/summary`)
  for (const page of [guest, host]) {
    await expect(lineOf(page, OLD)).toBeVisible()
    await expect(lineOf(page, STEP.text)).toBeVisible()
    await expect(page.getByRole('row', { name: /Prisen/ })).toContainText('4 min.')
    await expect(pollOf(page).getByRole('row', { name: 'Ja 2' })).toBeVisible()
    await expect(page.getByText('2 har svaret, ikke lukket')).toBeVisible()
  }
})

test('the guest puts a line right without a script, and the host reads who did it and what stood before', async () => {
  await guest.locator('.line-edit summary', { hasText: OLD }).click()
  await guest.locator('.line-edit[open] textarea').fill(NEW)
  await guest.locator('.line-edit[open]').getByRole('button', { name: 'Gem rettelsen' }).click()
  await expect(lineOf(guest, NEW)).toBeVisible()
  await host.reload()
  await expect(host.locator('.line-history > p')).toContainText(`rettet af ${answers.name}`)
  await host.getByText('Se, hvad der stod før').click()
  await expect(host.locator('del', { hasText: OLD })).toBeVisible()
})

test('both put right what they wrote together, from pages of the same moment: what lies apart is merged, one line is asked about', async () => {
  await host.reload()
  await guest.reload()
  await correctNote(guest, 'Mål: tolv møder.\nPris: ?')
  await correctNote(host, 'Mål: ti møder.\nPris: ?\nStart: mandag')
  await expect(lineOf(host, 'Mål: tolv møder.\nPris: ?\nStart: mandag')).toBeVisible()
  await correctNote(host, 'Mål: elleve møder.\nPris: ?\nStart: mandag')
  await expect(lineOf(host, 'Mål: elleve møder.')).toBeVisible()
  await correctNote(guest, 'Mål: ni møder.\nPris: ?')
  await expect(guest.getByText('Det blev ikke gemt')).toBeVisible()
  await guest.getByRole('link', { name: 'Gå til det, du skrev' }).click()
  await expect(lineOf(guest, 'Start: mandag').first()).toBeVisible()
  const field = guest.locator('.line-edit[open] textarea')
  await expect(field).toHaveValue('Mål: ni møder.\nPris: ?')
  await expect(field).toHaveAccessibleDescription(/En anden har imens rettet de samme linjer/)
  await field.fill(MERGED)
  await guest.getByRole('button', { name: 'Gem rettelsen' }).click()
  await expect(lineOf(guest, MERGED)).toBeVisible()
  await guest.locator('.summary-notes').getByText('Se, hvad der stod før').click()
  await expect(guest.locator('.summary-notes del')).toContainText(['Mål: ti møder.', 'Mål: tolv møder.', 'Start: mandag', 'Mål: elleve møder.'])
})

test('a line is added, and what is no line is refused with what was typed', async () => {
  const add = guest.locator('.line-add')
  await add.getByLabel('Hvad er det?').selectOption('next-step')
  await add.getByLabel('Tekst').fill('Ring om prisen')
  await add.getByLabel('Hvem').fill(CAST.consultant.name)
  await add.getByRole('button', { name: 'Tilføj' }).click()
  await expect(lineOf(guest, 'Ring om prisen')).toBeVisible()
  await add.getByLabel('Tekst').fill('   ')
  await add.getByLabel('Hvem').fill('Søren')
  await add.getByRole('button', { name: 'Tilføj' }).click()
  await expect(guest.getByText('Det blev ikke gemt')).toBeVisible()
  await expect(add.getByLabel('Hvem')).toHaveValue('Søren')
})

test('it is taken along as text and as data, and strangers get neither', async ({ browser }) => {
  const address = guest.url().replace(/[#?].*$/, '')
  for (const type of ['md', 'json']) {
    const file = await guest.context().request.get(`${address}.${type}`)
    const text = await file.text()
    for (const said of [NEW, POLL, 'ni møder']) expect(text).toContain(said)
    expect((await (await newPage(browser)).context().request.get(`${address}.${type}`)).status()).toBe(403)
  }
})

test('on paper it is a document, without anything to press', async () => {
  await host.emulateMedia({ media: 'print' })
  await expect(host.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(lineOf(host, NEW)).toBeVisible()
  await expect(pollOf(host)).toBeVisible()
  for (const part of ['.page-head', '.line-add', '.line-edit', '.step-done .button', '.summary-take', '.summary-next']) {
    await expect(host.locator(part).filter({ visible: true })).toHaveCount(0)
  }
  expect((await host.pdf()).byteLength).toBeGreaterThan(5_000)
  await host.emulateMedia({ media: null })
})

test('on its day the owner of a next step is reminded once, and says that it is done by a press', async () => {
  test.setTimeout(180_000)
  await makeDueNow()
  const letter = await waitForStep()
  await host.goto(linkOf(letter, '/room/'))
  await host.getByRole('button', { name: `Gjort: ${STEP.text}` }).click()
  await expect(host.getByText(`Markeret som gjort af ${CAST.consultant.name}`)).toBeVisible()
  const reminders = (await readLetters(world.sink)).filter(({ subject }) => subject.startsWith('I dag:'))
  expect(reminders.map(({ to }) => to)).toEqual([CAST.consultant.email])
})

test('the next meeting is booked from the summary, and both are invited to it with what was left open', async () => {
  await guest.goto(`${guest.url().replace(/[#?].*$/, '')}`)
  await guest.getByRole('link', { name: 'Book næste møde' }).click()
  await guest.getByRole('button', { name: /^Book / }).first().click()
  await expect(guest.getByRole('heading', { name: 'Jeres næste møde er booket' })).toBeVisible()
  await until(async () => (await readLetters(world.sink)).filter(({ calendar }) => calendar !== null).length >= 4, 'both are invited')
  const second = (await readLetters(world.sink)).filter(({ to, calendar }) => to === answers.email && calendar !== null).at(-1)
  expect(second?.text).toContain('Ring om prisen')
  await guest.getByRole('link', { name: 'Til opsummeringen' }).click()
  await expect(guest.getByRole('heading', { name: 'Næste møde' })).toBeVisible()
})

test('a day later it is only read', async () => {
  await run((sql) => sql`UPDATE meeting SET ended_at = now() - interval '25 hours' WHERE state = 'ended'`)
  await guest.reload()
  await expect(lineOf(guest, NEW)).toBeVisible()
  await expect(guest.locator('.line-edit, .line-add')).toHaveCount(0)
})

test('asked for everything about a person, the consultant finds them by their address and fetches one file', async () => {
  await host.goto(`${world.product.url}/desk`)
  await openSetting(host, 'Persondata')
  await host.getByLabel('Mailadresse').fill(answers.email)
  await host.getByRole('button', { name: 'Find' }).click()
  const [download] = await Promise.all([host.waitForEvent('download'), host.getByRole('link', { name: 'Hent som JSON' }).click()])
  const file = await host.context().request.get(download.url())
  expect(await file.json()).toMatchObject({
    email: answers.email, bookings: [{}, {}], corrections: [{ before: { text: OLD } }, { before: { text: NOTES } }, {}, {}],
  })
})

/** What a line says, apart from what its buttons are called. */
function lineOf(page: Page, text: string) {
  return page.locator('p.said', { hasText: text })
}

function pollOf(page: Page) {
  return page.getByRole('table', { name: POLL })
}

/** What the page shows is what it showed when it was opened. */
async function correctNote(page: Page, text: string): Promise<void> {
  const place = page.locator('.summary-notes')
  if (await place.locator('.line-edit[open]').count() === 0) await place.locator('.line-edit summary').click()
  await place.locator('textarea').fill(text)
  await place.getByRole('button', { name: 'Gem rettelsen' }).click()
}

async function run(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(world.product.databaseUrl(), { max: 1 })
  await work(sql)
  await sql.end()
}

/** As if it had taken place just now: both were there, and this is what they wrote. */
async function holdMeeting(): Promise<void> {
  const author = { author: 'host', authorName: CAST.consultant.name, at: Date.now(), itemId: null }
  const point = { id: newId(), title: 'Prisen', purpose: '', minutes: 10, isDone: true, author: 'host', spentMs: 240_000 }
  const agenda = {
    items: [point], currentItemId: null, currentSince: null,
    polls: [{
      id: newId(), itemId: point.id, question: POLL, answers: [{ id: 'yes', text: 'Ja' }, { id: 'no', text: 'Nej' }],
      votes: { one: 'yes', two: 'yes' }, isClosed: false, at: author.at,
    }],
    entries: [
      { ...author, id: newId(), kind: 'decision', text: OLD, owner: '', due: '' },
      { ...author, ...STEP, kind: 'next-step', owner: CAST.consultant.name, due: TOMORROW },
    ],
  }
  const update = updateToText([], { itemId: null, text: NOTES }) ?? new Uint8Array()
  await run(async (sql) => {
    await sql`UPDATE meeting SET state = 'ended', starts_at = now() - interval '35 minutes', ends_at = now() - interval '5 minutes', ended_at = now() WHERE NOT is_demo`
    await sql`UPDATE seat SET door = 'admitted', admitted_at = now() FROM meeting WHERE meeting.id = meeting_id AND NOT is_demo`
    await sql`UPDATE agenda SET state = ${sql.json(agenda)}, version = 1 FROM meeting WHERE meeting.id = meeting_id AND NOT is_demo`
    const change = { kind: 'note-update', update: base64Of(update) }
    await sql`INSERT INTO agenda_note (meeting_id, state, log_bytes) SELECT id, ${Buffer.from(update)}, ${update.length} FROM meeting WHERE NOT is_demo`
    await sql`INSERT INTO agenda_event (meeting_id, version, change_id, seat_id, change, at)
      SELECT meeting.id, 1, ${newId()}, seat.id, ${sql.json(change)}, now() FROM meeting JOIN seat ON meeting_id = meeting.id WHERE NOT is_demo AND role = 'host'`
  })
}

/** Tomorrow morning is now: a correction has planned the mail. */
async function makeDueNow(): Promise<void> {
  await run(async (sql) => {
    await sql`UPDATE agenda SET state = replace(state::text, ${TOMORROW}, ${TODAY})::jsonb`
    await sql`UPDATE step_reminder SET day = ${TODAY}, due_at = now() WHERE settled_at IS NULL`
  })
}

async function waitForStep() {
  await until(async () => (await readLetters(world.sink)).some(({ subject }) => subject.startsWith('I dag:')), 'the step is told of', 90_000)
  return letterTo(world.sink, CAST.consultant.email, /^I dag:/)
}
