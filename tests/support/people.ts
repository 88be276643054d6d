import { expect, type Browser, type Locator, type Page } from '@playwright/test'
import { CAST } from '#db/seeds/cast.ts'
import { pause, type Product } from './product.ts'
import type { Answers } from './prospect.ts'

export const PASSWORD = 'en god lang sætning'
/** More than `FORM_LEAST_MS` is unless it is set. */
const LEAST_FILLING_MS = 400

/** Uses the set-up link that the start printed; ends signed in at the desk. */
export async function setUpConsultant(browser: Browser, product: Product): Promise<Page> {
  const link = /https?:\/\/\S+\/setup\/\S+/.exec(product.output())?.[0]
  if (!link) throw new Error(`No set-up link in:\n${product.output()}`)
  const page = await newPage(browser)
  await page.goto(link)
  await page.getByLabel('Navn').fill(CAST.consultant.name)
  await page.getByLabel('Titel').fill(CAST.consultant.title)
  await page.getByLabel('Mail').fill(CAST.consultant.email)
  await page.getByLabel('Adgangskode').fill(PASSWORD)
  await page.getByRole('button', { name: 'Tag skrivebordet i brug' }).click()
  await expect(page).toHaveURL(/\/desk$/)
  return page
}

type PageSettings = { javaScriptEnabled?: boolean; hasTouch?: boolean; width?: number; height?: number }

/** A browser of its own, as another person has; with a camera and a microphone that are allowed. */
export async function newPage(browser: Browser, settings: PageSettings = {}): Promise<Page> {
  const { width = 1280, height = 800, javaScriptEnabled = true, hasTouch = false } = settings
  const context = await browser.newContext({
    viewport: { width, height }, javaScriptEnabled, hasTouch,
    locale: 'da-DK', timezoneId: 'Europe/Copenhagen', permissions: ['camera', 'microphone'],
  })
  return context.newPage()
}

/** What a page's browser shows to whoever it asks, as the Cookie header has it. */
export async function cookiesOf(page: Page): Promise<string> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** Books the first free time as a visitor does, and ends on the booking's own page. */
export async function bookFirstTime(page: Page, siteUrl: string, answers: Answers, path = '/book/intro'): Promise<void> {
  await page.goto(siteUrl + path)
  await page.locator('button[name="start"]').first().click()
  await fillBooking(page, answers)
  await page.locator('form[method="post"] button[type="submit"]').last().click()
  await expect(page).toHaveURL(/\/booking\/[0-9a-f-]{36}$/)
}

/** As a person does it: never within the time that the product takes for a program's. */
export async function fillBooking(page: Page, answers: Answers): Promise<void> {
  await Promise.all([pause(LEAST_FILLING_MS), fillFields(page, answers)])
}

/** On a guest's own page, while the agenda is prepared. @returns the point, with the question at it. */
export async function askAtPoint(page: Page, title: string, question: string): Promise<Locator> {
  const point = page.getByRole('listitem').filter({ hasText: title })
  await point.getByText('Stil et spørgsmål til punktet').click()
  await point.getByLabel('Dit spørgsmål').fill(question)
  await point.getByRole('button', { name: 'Skriv spørgsmålet på' }).click()
  await expect(point.getByText(question)).toBeVisible()
  return point
}

async function fillFields(page: Page, answers: Answers): Promise<void> {
  await page.locator('[name="name"]').fill(answers.name)
  await page.locator('[name="email"]').fill(answers.email)
  await page.locator('[name="company"]').fill(answers.company)
  await page.locator('[name="phone"]').fill(answers.phone)
  await page.locator(`[name="diagnosis"][value="${answers.diagnosis}"]`).check()
  if (answers.diagnosisText) await page.locator('[name="diagnosisText"]').fill(answers.diagnosisText)
  await page.locator('[name="message"]').fill(answers.message)
}
