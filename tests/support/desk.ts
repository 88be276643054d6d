import { expect, type Browser, type Page } from '@playwright/test'
import { CAST } from '#db/seeds/cast.ts'
import { DAY_MS, isoDate, parseInstant, wallTime } from '#app/kernel/time.ts'
import { newPage, PASSWORD } from './people.ts'
import { readStarts } from './prospect.ts'

const ZONE = 'Europe/Copenhagen'

type SignIn = Parameters<typeof newPage>[1] & { email?: string }

/** A browser in which the consultant has signed in, or another with this address and the same password. */
export async function signInAtDesk(
  browser: Browser, siteUrl: string, { email = CAST.consultant.email, ...settings }: SignIn = {},
): Promise<Page> {
  const page = await newPage(browser, settings)
  await page.goto(`${siteUrl}/desk`)
  await page.getByLabel('Mail').fill(email)
  await page.getByLabel('Adgangskode').fill(PASSWORD)
  await page.getByRole('button', { name: 'Log ind' }).click()
  await expect(page).toHaveURL(/\/desk$/)
  return page
}

/** Goes to a page of the settings as the consultant does: by the desk's own links. */
export async function openSetting(desk: Page, name: string): Promise<void> {
  await desk.getByRole('link', { name: 'Indstillinger' }).click()
  await desk.getByRole('link', { name, exact: true }).click()
}

/** The wall times, as `09.30`, that the booking page offers on this weekday (1 is Monday) of the week after next. */
export async function readOfferedOn(siteUrl: string, weekday: number): Promise<string[]> {
  const inTwoWeeks = Date.now() + 14 * DAY_MS
  const date = isoDate(inTwoWeeks + (weekday - wallTime(inTwoWeeks, ZONE).weekday) * DAY_MS, ZONE)
  const starts = (await readStarts(siteUrl, `/book/intro?${new URLSearchParams({ zone: ZONE, from: date })}`)).map((start) => parseInstant(start) ?? 0)
  return starts.filter((at) => isoDate(at, ZONE) === date).map((at) => {
    const { hour, minute } = wallTime(at, ZONE)
    return [hour, minute].map((part) => String(part).padStart(2, '0')).join('.')
  })
}
