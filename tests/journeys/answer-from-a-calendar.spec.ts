import { expect, test, type Browser, type Page } from '@playwright/test'
import { CAST } from '#db/seeds/cast.ts'
import { parseInstant } from '#app/kernel/time.ts'
import { startProductWithInbox, whyNoInbox, type ProductWithInbox } from '../support/answering-calendar.ts'
import { letterTo } from '../support/call.ts'
import { linkOf, type Letter } from '../support/letters.ts'
import { bookFirstTime, newPage, setUpConsultant } from '../support/people.ts'
import { pause } from '../support/product.ts'
import { readStarts, somebody, type Answers } from '../support/prospect.ts'

test.describe.configure({ mode: 'serial' })
test.skip(whyNoInbox !== null, whyNoInbox ?? '')

let world: ProductWithInbox
let desk: Page

test.beforeAll(async ({ browser }) => {
  if (whyNoInbox !== null) return
  world = await startProductWithInbox()
  desk = await setUpConsultant(browser, world.product)
})
test.afterAll(() => world?.stop())

test('a yes from a calendar stands at the desk in seconds, with its words', async ({ browser }) => {
  const { answers, letter } = await book(browser)
  await world.answer(letter, { comment: 'Jeg glæder mig' })
  await desk.goto(linkOf(await letterTo(world.sink, CAST.consultant.email, subjectOf(answers)), '/desk/meetings/'))
  await expectSoon(desk, 'Kommer (')
  await expect(desk.getByText('Jeg glæder mig')).toBeVisible()
  await desk.goto(`${world.product.url}/desk`)
  await expect(desk.getByText('Ja i kalenderen').first()).toBeVisible()
})

test('a no takes the meeting from nobody: the consultant is told, with two ways on', async ({ browser }) => {
  const { answers, letter } = await book(browser)
  await world.answer(letter, { partstat: 'DECLINED' })
  const told = await letterTo(world.sink, CAST.consultant.email, new RegExp(`^Nej i kalenderen: ${answers.name}.*${answers.company}`))
  expect(told.calendar).toBe(null)
  linkOf(told, '/desk/links')
  await desk.goto(linkOf(told, '/desk/meetings/'))
  await expect(desk.getByText('Siger nej')).toBeVisible()
  await expect(desk.getByText('Aftalt', { exact: false }).first()).toBeVisible()
})

test('an answer that nobody signed asks the one whose name it came in, whose one press without a script makes it theirs', async ({ browser }) => {
  const { answers, letter } = await book(browser)
  await world.answer(letter, { partstat: 'TENTATIVE', isSigned: false, sender: 'assistent@example.net' })
  const asked = await letterTo(world.sink, answers.email, /^Er det dit svar/)
  const page = await newPage(browser, { javaScriptEnabled: false, width: 360, height: 780 })
  await page.goto(linkOf(asked, '/answer/'))
  await expect(page.getByRole('heading', { name: 'Er det dit svar?' })).toBeVisible()
  await desk.goto(linkOf(await letterTo(world.sink, CAST.consultant.email, subjectOf(answers)), '/desk/meetings/'))
  await expect(desk.getByText('Intet svar endnu')).toBeVisible()
  await page.getByRole('button', { name: 'Ja, det er mit svar' }).click()
  await expect(page.getByText('Du har sagt, at du måske kommer.')).toBeVisible()
  await desk.reload()
  await expect(desk.getByText('Kommer måske')).toBeVisible()
  await page.goto(linkOf(asked, '/answer/').replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))
  await expect(page.getByRole('button')).toHaveCount(0)
})

test('a proposed time is moved to with one press, and everybody’s calendar gets it at the next SEQUENCE', async ({ browser }) => {
  const { answers, letter } = await book(browser)
  const [proposed = ''] = (await readStarts(world.product.url)).slice(6)
  await world.answer(letter, { method: 'COUNTER', partstat: 'TENTATIVE', startsAt: parseInstant(proposed) ?? 0, comment: 'Hellere her' })
  const told = await letterTo(world.sink, CAST.consultant.email, new RegExp(`^${answers.name} foreslår`))
  expect(told.text).toContain('Tiden er ledig')
  await desk.goto(`${world.product.url}/desk`)
  await desk.getByRole('button', { name: /^Flyt mødet til/ }).first().click()
  await expect(desk).toHaveURL(/\/desk\/meetings\//)
  await expect(desk.getByText('Intet svar endnu')).toBeVisible()
  for (const address of [answers.email, CAST.consultant.email]) {
    const update = await letterTo(world.sink, address, /^Flyttet/)
    expect(update.calendar).toContain('METHOD:REQUEST')
    expect(update.calendar).toContain('SEQUENCE:1')
    expect(update.calendar).toContain(`DTSTART:${proposed.replaceAll(/[-:]/g, '')}`)
  }
})

test('a no to a proposed time keeps it, and tells the calendar that proposed another', async ({ browser }) => {
  const { answers, letter } = await book(browser)
  const [proposed = ''] = (await readStarts(world.product.url)).slice(9)
  await world.answer(letter, { method: 'COUNTER', partstat: 'TENTATIVE', startsAt: parseInstant(proposed) ?? 0 })
  await desk.goto(linkOf(await letterTo(world.sink, CAST.consultant.email, new RegExp(`^${answers.name} foreslår`)), '/desk/meetings/'))
  await desk.getByRole('button', { name: /^Nej, behold tiden/ }).click()
  await expect(desk.getByRole('button', { name: /^Nej, behold tiden/ })).toHaveCount(0)
  const declined = await letterTo(world.sink, answers.email, /^Tiden er den samme/)
  expect(declined.calendar).toContain('METHOD:DECLINECOUNTER')
  expect(declined.calendar).toContain('SEQUENCE:0')
  expect(declined.calendar).not.toContain('VALARM')
})

async function book(browser: Browser): Promise<{ answers: Answers; letter: Letter }> {
  const given = somebody()
  const answers = { ...given, name: `Søren ${given.email.slice(0, 8)}` }
  await bookFirstTime(await newPage(browser), world.product.url, answers)
  return { answers, letter: await letterTo(world.sink, answers.email, /^Aftalt/) }
}

function subjectOf({ name }: Answers): RegExp {
  return new RegExp(`^Nyt møde.*${name}`)
}

/** A page of the desk is as it was when it was asked for. */
async function expectSoon(page: Page, text: string): Promise<void> {
  for (let tries = 0; tries < 20 && await page.getByText(text).count() === 0; tries += 1) {
    await pause(250)
    await page.reload()
  }
  await expect(page.getByText(text)).toBeVisible()
}
