import { expect, test, type Locator, type Page } from '@playwright/test'
import postgres from 'postgres'
import { clockText, MINUTE_MS } from '#app/kernel/time.ts'
import { CAST } from '#db/seeds/cast.ts'
import { bookLiveCall, pressKey, type BookedCall } from '../support/call.ts'
import { signInAtDesk } from '../support/desk.ts'
import { expectMovingPicture } from '../support/media.ts'

/** Half a second is enough for whoever means to go on. */
const PRESSES_APART_MS = 500

let call: BookedCall

test.describe.configure({ mode: 'serial', timeout: 120_000 })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  call = await bookLiveCall(browser)
})

test.afterAll(() => call.stop())

test('a guest has a question: both see it in words, and the host takes it down', async () => {
  const { host, guest, answers } = call
  await choose(guest, 'Jeg har et spørgsmål')
  await expect(host.getByRole('list', { name: 'Spørgsmål' }).getByText(`${answers.name} har et spørgsmål.`)).toBeVisible()
  await expect(host.locator('figure', { hasText: answers.name }).getByText('har et spørgsmål')).toBeVisible()
  await expect(guest.getByRole('list', { name: 'Spørgsmål' })).toBeVisible()
  await host.getByRole('button', { name: `Fjern spørgsmålet fra ${answers.name}` }).click()
  for (const page of [host, guest]) await expect(page.getByRole('list', { name: 'Spørgsmål' })).toHaveCount(0)
})

test('the key Q says that a guest has a question, and takes it back', async () => {
  const { host, guest } = call
  const questions = (page: Page) => page.getByRole('list', { name: 'Spørgsmål' })
  await pressKey(guest, 'q')
  for (const page of [host, guest]) await expect(questions(page)).toBeVisible()
  await pressKey(guest, 'q')
  for (const page of [host, guest]) await expect(questions(page)).toHaveCount(0)
})

test('a double click leads one point on, and ticks none that nobody was at', async () => {
  const { host, guest } = call
  await stepOf(host, 'Begynd mødet').dblclick()
  await expect(host.locator('.panel-item').nth(0)).toHaveAttribute('data-now', 'true')
  await expect(doneOf(host)).toHaveCount(0)
  await host.waitForTimeout(PRESSES_APART_MS)
  await stepOf(host, 'Næste punkt').dblclick()
  for (const page of [host, guest]) {
    // The point that is left and the one that is come to are two changes: the guest's screen tells when both are made.
    await expect(page.locator('.panel-item').nth(1)).toHaveAttribute('data-now', 'true')
    await expect(doneOf(page)).toHaveCount(1)
  }
})

test('what an overrun takes from the later points stands before the host, point by point, and nowhere before the guest', async () => {
  const { host, guest } = call
  const end = clockText(await overrun(call), 'Europe/Copenhagen', 'da')
  await Promise.all([host.reload(), guest.reload()])
  await Promise.all([host, guest].map((page) => expectMovingPicture(page, 60_000)))
  for (const page of [host, guest]) await expect(page.getByRole('timer', { name: 'Tid på punktet' }).first()).toContainText('over tiden')
  await expect(host.locator('.trade')).toHaveText(new RegExp(`^I slutter stadig kl\\. ${end}\\. Der er taget \\d+ min\\. fra de næste punkter\\.$`))
  await expect(async () => {
    const taken = (await host.locator('.panel-item:not([data-now], [data-done]) .panel-facts').allInnerTexts()).map(takenFrom)
    expect(taken.filter((minutes) => minutes > 0)).toHaveLength(4)
    expect(await host.locator('.trade').innerText()).toContain(`taget ${taken.reduce((sum, minutes) => sum + minutes)} min.`)
  }).toPass()
  for (const words of ['slutter stadig', /får \d+ min\./, 'får ingen tid']) await expect(guest.getByText(words)).toHaveCount(0)
})

test('two presses half a second apart lead two points on, and a key held down on the button leads one on', async () => {
  const { host } = call
  for (let press = 0; press < 2; press += 1) {
    await host.waitForTimeout(PRESSES_APART_MS)
    await stepOf(host, 'Næste punkt').click()
  }
  await expect(doneOf(host)).toHaveCount(3)
  await host.waitForTimeout(PRESSES_APART_MS)
  await stepOf(host, 'Næste punkt').focus()
  await host.keyboard.down('Enter')
  await host.waitForTimeout(PRESSES_APART_MS)
  await host.keyboard.down('Enter')
  await host.keyboard.up('Enter')
  await expect(doneOf(host)).toHaveCount(4)
})

test('the host mutes a guest, who is told by whom and can speak again', async () => {
  const { host, guest, answers } = call
  await choose(host, 'Folk i mødet')
  await host.getByRole('button', { name: `Slå mikrofonen fra: ${answers.name}` }).click()
  await expect(guest.getByText('har slået din mikrofon fra. Du kan slå den til igen.')).toBeVisible()
  await guest.getByRole('button', { name: 'Slå mikrofonen til' }).click()
  await expect(host.getByRole('button', { name: `Slå mikrofonen fra: ${answers.name}` })).toBeVisible()
})

test('the host turns off a guest\'s camera, and their screen', async () => {
  const { host, guest, answers } = call
  await guest.getByRole('button', { name: 'Del skærm' }).click()
  const stop = host.getByRole('button', { name: `Stop delingen: ${answers.name}` })
  await stop.click({ timeout: 60_000 })
  await expect(guest.getByRole('button', { name: 'Del skærm' })).toBeVisible()
  await host.getByRole('button', { name: `Sluk kameraet: ${answers.name}` }).click()
  await expect(guest.getByRole('button', { name: 'Tænd kameraet' })).toBeVisible()
  await expect(host.getByRole('button', { name: `Sluk kameraet: ${answers.name}` })).toHaveCount(0)
})

test('a guest has none of this', async () => {
  const { guest } = call
  await guest.getByRole('button', { name: 'Mere' }).click()
  await expect(guest.getByRole('button', { name: 'Folk i mødet' })).toHaveCount(0)
  await guest.keyboard.press('Escape')
})

test('the host lets another host lead and is given the lead back; each time all three hear who leads', async ({ browser }) => {
  const { host, guest, product } = call
  await seatBo()
  const bo = await signInAtDesk(browser, product.url, { email: 'bo@fremmode.example' })
  await bo.goto(host.url().replace(/[^/]+$/, BO))
  await bo.getByRole('button', { name: 'Åbn mødet' }).click()
  await expectMovingPicture(bo, 60_000)
  await host.getByRole('button', { name: 'Lad Bo Krogh lede mødet' }).click()
  await expectNews(bo, 'Du leder mødet nu.')
  for (const page of [host, guest]) await expectNews(page, 'Bo Krogh leder mødet nu.')
  await expect(host.getByRole('button', { name: 'Lad Bo Krogh lede mødet' })).toHaveCount(0)
  await choose(bo, 'Folk i mødet')
  await bo.getByRole('button', { name: `Lad ${CAST.consultant.name} lede mødet` }).click()
  await expectNews(host, 'Du leder mødet nu.')
  for (const page of [bo, guest]) await expectNews(page, `${CAST.consultant.name} leder mødet nu.`)
  await bo.context().close()
  await expect(host.getByRole('button', { name: 'Slå mikrofonen fra: ' + call.answers.name })).toBeVisible()
})

test('the host locks the meeting, and takes a guest out who stays out', async () => {
  const { host, guest, answers } = call
  await host.getByRole('button', { name: 'Lås mødet', exact: true }).click()
  await expect(host.getByRole('button', { name: 'Lås mødet op' })).toBeVisible()
  await guest.reload()
  await expect(guest.getByRole('button', { name: 'Forlad mødet' })).toBeVisible({ timeout: 60_000 })
  await host.getByRole('button', { name: `Tag ud af mødet: ${answers.name}` }).click()
  await host.getByRole('group', { name: `Tag ud af mødet: ${answers.name}` }).getByRole('button', { name: 'Tag ud af mødet' }).click()
  await expect(guest.getByText('Du er ikke med i mødet')).toBeVisible()
  await guest.reload()
  await expect(guest.getByText('Du er ikke med i mødet')).toBeVisible()
})

function expectNews(page: Page, words: string): Promise<void> {
  return expect(page.getByRole('status').getByText(words)).toBeVisible()
}

const BO = '00000000-0000-4000-8000-0000000000b0'

/** Bo hosts this meeting as well, and signs in with an account of his own. */
async function seatBo(): Promise<void> {
  const sql = postgres(call.product.databaseUrl(), { max: 1, onnotice: () => undefined })
  await sql.begin(async (tx) => {
    await tx`INSERT INTO auth_user SELECT 'bo', 'Bo Krogh', 'bo@fremmode.example', true, image, created_at, updated_at FROM auth_user`
    await tx`INSERT INTO auth_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
      SELECT 'bo', 'bo', provider_id, 'bo', password, created_at, updated_at FROM auth_account`
    await tx`INSERT INTO consultant (id, user_id, name, title, email, locale, time_zone)
      SELECT ${BO}, 'bo', 'Bo Krogh', title, 'bo@fremmode.example', locale, time_zone FROM consultant WHERE user_id <> 'bo'`
    await tx`INSERT INTO seat (id, meeting_id, role, consultant_id, name, email, locale, time_zone, identity)
      SELECT ${BO}, meeting_id, 'host', ${BO}, 'Bo Krogh', 'bo@fremmode.example', seat.locale, seat.time_zone, 'bo-krogh'
      FROM seat JOIN meeting ON meeting.id = meeting_id WHERE role = 'host' AND NOT is_demo`
  })
  await sql.end()
}

async function choose(page: BookedCall['host'], entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Mere' }).click()
  await page.getByRole('button', { name: entry }).click()
}

function stepOf(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true })
}

function doneOf(page: Page): Locator {
  return page.locator('.panel-item[data-done]')
}

/** Minutes that a point gives, by what stands at it, such as `8 min. · får 3 min.` */
function takenFrom(facts: string): number {
  const [, planned, kept] = /^(\d+) min\..*får (?:(\d+) min\.|ingen tid)/s.exec(facts) ?? []
  return planned === undefined ? 0 : Number(planned) - Number(kept ?? 0)
}

/** The point that the meeting is at has run for twenty minutes, and the end is near. Gives when that is. */
async function overrun({ product }: BookedCall): Promise<number> {
  const sql = postgres(product.databaseUrl(), { max: 1 })
  await sql`UPDATE agenda SET state = jsonb_set(state, '{currentSince}', to_jsonb(${Date.now() - 20 * MINUTE_MS}::bigint)) WHERE state ->> 'currentItemId' IS NOT NULL`
  const [ended] = await sql<{ endsAt: Date }[]>`UPDATE meeting SET ends_at = now() + interval '9 minutes' WHERE NOT is_demo RETURNING ends_at AS "endsAt"`
  await sql.end()
  return ended?.endsAt.getTime() ?? 0
}
