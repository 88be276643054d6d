import { expect, test, type Page } from '@playwright/test'
import { CAST } from '#db/seeds/cast.ts'
import { openSetting, readOfferedOn, signInAtDesk } from '../support/desk.ts'
import { tabTo } from '../support/keyboard.ts'
import { bookFirstTime, newPage, PASSWORD, setUpConsultant } from '../support/people.ts'
import { startProduct, type Product } from '../support/product.ts'
import { somebody, type Answers } from '../support/prospect.ts'

let product: Product

test.beforeAll(async ({ browser }) => {
  product = await startProduct({ BOOKING_LIMIT_PER_HOUR: '1000', SIGN_IN_LIMIT_PER_HOUR: '1000' })
  await setUpConsultant(browser, product)
})
test.afterAll(() => product.stop())

test('the link that the start printed gives one person the desk, once', async ({ browser }) => {
  const fresh = await startProduct()
  try {
    const link = /https?:\/\/\S+\/setup\/\S+/.exec(fresh.output())?.[0] ?? ''
    const desk = await setUpConsultant(browser, fresh)
    await expect(desk.getByText(`Logget ind som ${CAST.consultant.name}`)).toBeVisible()
    const late = await newPage(browser)
    expect((await late.goto(link))?.status()).toBe(409)
    await expect(late.getByRole('heading', { name: 'Skrivebordet er allerede taget i brug' })).toBeVisible()
    await late.getByRole('link', { name: 'Log ind' }).click()
    await expect(late).toHaveURL(/\/desk\/sign-in$/)
  } finally {
    await fresh.stop()
  }
})

test('the consultant signs out and signs in by keyboard alone', async ({ browser }) => {
  const page = await signInAtDesk(browser, product.url)
  await tabTo(page, page.getByRole('button', { name: 'Log ud' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/desk\/sign-in$/)
  await page.goto(`${product.url}/desk/hours`)
  await expect(page).toHaveURL(/\/desk\/sign-in\?/)
  await tabTo(page, page.getByLabel('Mail'))
  await page.keyboard.type(CAST.consultant.email)
  await tabTo(page, page.getByLabel('Adgangskode'))
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/desk\/hours$/)
  for (const name of ['Indstillinger', 'Dagsordener']) {
    await tabTo(page, page.getByRole('link', { name }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name })).toBeVisible()
  }
})

test('a wrong password lets nobody in, says so, and keeps the address', async ({ browser }) => {
  const page = await newPage(browser, { javaScriptEnabled: false })
  await page.goto(`${product.url}/desk/sign-in`)
  await page.getByLabel('Mail').fill(CAST.consultant.email)
  await page.getByLabel('Adgangskode').fill('en helt anden sætning')
  await page.getByRole('button', { name: 'Log ind' }).click()
  await expect(page.getByRole('alert')).toContainText('passer ikke sammen')
  await expect(page.getByLabel('Mail')).toHaveValue(CAST.consultant.email)
  await page.goto(`${product.url}/desk`)
  await expect(page).toHaveURL(/\/desk\/sign-in/)
})

test('one button takes the example world away, and leaves the consultant’s own meetings', async ({ browser }) => {
  const answers = await book(await newPage(browser))
  const page = await signInAtDesk(browser, product.url)
  await expect(page.getByRole('heading', { name: 'Du ser en eksempelverden' })).toBeVisible()
  const meetings = page.locator('a[href*="/desk/meetings/"]')
  const before = await meetings.count()
  await page.getByRole('button', { name: 'Fjern eksemplerne' }).click()
  await expect(page.getByText('Eksemplerne er fjernet. Skrivebordet er dit.')).toBeVisible()
  await expect.poll(() => meetings.count()).toBeLessThan(before)
  await page.goto(`${product.url}/desk`)
  await expect(page.getByRole('button', { name: 'Fjern eksemplerne' })).toHaveCount(0)
  for (const { name } of [CAST.amina, CAST.thomas, CAST.claire]) await expect(page.getByText(name)).toHaveCount(0)
  await openMeeting(page, answers)
})

test('one press copies the booking link and says so, and no button promises it where no script runs', async ({ browser }) => {
  const page = await signInAtDesk(browser, product.url)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const link = page.getByLabel('Et første møde', { exact: true })
  const copy = page.getByRole('button', { name: 'Kopiér Et første møde' })
  await copy.click()
  await expect(page.getByRole('button', { name: 'Kopieret Et første møde' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Kopieret' })).toHaveCount(1)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue())
  await expect(copy).toBeVisible()
  const plain = await signInAtDesk(browser, product.url, { javaScriptEnabled: false })
  await expect(plain.getByLabel('Et første møde', { exact: true })).toHaveValue(/\/book\/intro$/)
  await expect(plain.getByRole('button', { name: /^Kopiér/ })).toHaveCount(0)
})

/** Both ways on one product, so each has a weekday and an agenda of its own. */
const ways = [
  { how: 'with JavaScript', javaScriptEnabled: true, weekday: 1, day: 'Mandag', diagnosis: 'theory-into-practice', agenda: 'Fra teori til praksis' },
  { how: 'without JavaScript', javaScriptEnabled: false, weekday: 2, day: 'Tirsdag', diagnosis: 'more-courses', agenda: 'Mere salgstræning' },
] as const

for (const { how, weekday, day, diagnosis, agenda, javaScriptEnabled } of ways) {
  test(`hours that the consultant saves ${how} are the times that visitors are offered`, async ({ browser }) => {
    const page = await signInAtDesk(browser, product.url, { javaScriptEnabled })
    await page.getByRole('link', { name: 'Arbejdstider' }).click()
    await expect(page.getByText('på dit eget ur (København)')).toBeVisible()
    expect(await readOfferedOn(product.url, weekday)).not.toContain('07.00')
    await page.getByLabel(`${day}, fra, 1`).fill('7')
    await page.getByLabel(`${day}, til, 1`).fill('8.30')
    await page.getByRole('button', { name: `Fjern 13.00–16.00 ${day.toLowerCase()}` }).click()
    await expect(page.getByText('Ændringen er ikke gemt endnu.')).toBeVisible()
    await expect(page.getByLabel(`${day}, fra, 1`)).toHaveValue('7')
    await page.getByRole('button', { name: 'Gem arbejdstider' }).click()
    await expect(page.getByText('Dine arbejdstider er gemt.')).toBeVisible()
    await expect(page.getByLabel(`${day}, fra, 1`)).toHaveValue('07.00')
    expect(await readOfferedOn(product.url, weekday)).toEqual(['07.00', '07.30', '08.00'])
  })

  test(`hours that can’t be read ${how} are refused by name, keep what was typed and change nothing`, async ({ browser }) => {
    const page = await signInAtDesk(browser, product.url, { javaScriptEnabled })
    await page.goto(`${product.url}/desk/hours`)
    const before = await readOfferedOn(product.url, 4)
    await page.getByLabel('Torsdag, fra, 1').fill('10.15')
    await page.getByLabel('Torsdag, til, 1').fill('kvart i tolv')
    const wrong = page.getByLabel('Torsdag, fra, 2')
    await wrong.fill('25.00')
    const answer = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: 'Gem arbejdstider' }).click()
    expect((await answer).status()).toBe(422)
    await expect(page.getByRole('alert')).toContainText('Torsdag: Skriv tiden som 9.00 eller 13.30.')
    await expect(page.getByLabel('Torsdag, fra, 1')).toHaveValue('10.15')
    await expect(wrong).toHaveValue('25.00')
    await expect(wrong).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel('Onsdag, fra, 1')).not.toHaveAttribute('aria-invalid')
    await page.getByRole('alert').getByRole('link').last().click()
    await expect(wrong).toBeFocused()
    expect(await readOfferedOn(product.url, 4)).toEqual(before)
  })

  test(`an agenda that the consultant edits ${how} is the agenda of the next booking, and of none before it`, async ({ browser }) => {
    const [earlier, later] = [await newPage(browser, { javaScriptEnabled }), await newPage(browser, { javaScriptEnabled })]
    await book(earlier, { diagnosis })
    const page = await signInAtDesk(browser, product.url, { javaScriptEnabled })
    await openSetting(page, 'Dagsordener')
    await expect(page.getByRole('button', { name: 'Lav den på engelsk' })).toBeVisible()
    await expect(page.locator('.template-list').first()).toContainText('Engelsk')
    await page.getByRole('link', { name: `Ret ${agenda}, dansk` }).click()
    await page.getByRole('textbox', { name: 'Punkt' }).first().fill('Kaffe og fælles mål')
    await page.getByRole('button', { name: 'Tilføj punkt' }).click()
    await page.getByRole('textbox', { name: 'Punkt' }).last().fill('Hvem skal høre om det?')
    await page.getByRole('button', { name: 'Gem dagsordenen' }).click()
    await expect(page.getByText('Dagsordenen er gemt. Den gælder for nye bookinger.')).toBeVisible()
    await book(later, { diagnosis })
    const points = later.locator('.booked-points h3')
    await expect(points.first()).toHaveText('Kaffe og fælles mål')
    await expect(points.last()).toHaveText('Hvem skal høre om det?')
    await earlier.reload()
    await expect(earlier.getByRole('heading', { name: 'Velkommen' })).toBeVisible()
    await expect(earlier.getByRole('heading', { name: 'Kaffe og fælles mål' })).toHaveCount(0)
  })

  test(`a meeting that the consultant calls off ${how} is called off for the guest too`, async ({ browser }) => {
    const guest = await newPage(browser)
    const answers = await book(guest)
    const page = await signInAtDesk(browser, product.url, { javaScriptEnabled })
    await openMeeting(page, answers)
    await page.locator('summary', { hasText: 'Aflys mødet' }).click()
    await page.getByRole('button', { name: 'Ja, aflys mødet' }).click()
    await expect(page.getByRole('heading', { name: 'Mødet er aflyst' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Ja, aflys mødet' })).toHaveCount(0)
    await guest.reload()
    await expect(guest.getByRole('heading', { name: 'Mødet er aflyst' })).toBeVisible()
  })
}

/** Books the first free time under a name that no other meeting has. */
async function book(page: Page, given: Partial<Answers> = {}): Promise<Answers> {
  const answers = somebody({ name: `Gæst ${crypto.randomUUID().slice(0, 8)}`, ...given })
  await bookFirstTime(page, product.url, answers)
  return answers
}

async function openMeeting(page: Page, { name }: Answers): Promise<void> {
  await page.locator('a[href*="/desk/meetings/"]', { hasText: name }).or(page.locator('.desk-focus', { hasText: name }).getByRole('link', { name: 'Se mødet' })).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
}
