import { expect, test, type Page as ChromiumPage } from '@playwright/test'
import type { Browser, Page } from 'puppeteer-core'
import { CAST } from '#db/seeds/cast.ts'
import { letterTo, openDoorNow } from '../support/call.ts'
import { newFirefoxPage, pressNamed, seeMovingPicture, seeText, soundEnergy, startFirefox, whyNoFirefox } from '../support/firefox.ts'
import { linkOf } from '../support/letters.ts'
import { expectMovingPicture, expectSound } from '../support/media.ts'
import { setUpConsultant } from '../support/people.ts'
import { pause, untilLiveKitReady } from '../support/product.ts'
import { startProductWithMail, type ProductWithMail } from '../support/product-with-mail.ts'
import { somebody } from '../support/prospect.ts'

test.describe.configure({ mode: 'serial' })
test.skip(whyNoFirefox !== null, whyNoFirefox ?? '')

const answers = somebody()
let world: ProductWithMail
let firefox: Browser
let guest: Page
let host: ChromiumPage

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  world = await startProductWithMail()
  await untilLiveKitReady(world.product)
  host = await setUpConsultant(browser, world.product)
  firefox = await startFirefox()
  guest = await newFirefoxPage(firefox)
})
test.afterAll(async () => {
  await firefox?.close()
  await world?.stop()
})

test('a prospect books in Firefox', async () => {
  await guest.goto(`${world.product.url}/book/intro`)
  await guest.locator('button[name="start"]').click()
  for (const name of ['name', 'email', 'company', 'phone'] as const) await guest.locator(`[name="${name}"]`).fill(answers[name])
  await guest.locator(`[name="diagnosis"][value="${answers.diagnosis}"]`).click()
  await pressNamed(guest, 'Book mødet')
  await seeText(guest, answers.email)
  // The driver hears of a navigation a little after the page has been drawn.
  await expect.poll(() => guest.url()).toMatch(/\/booking\/[0-9a-f-]{36}$/)
})

test('holds the meeting in Firefox, seen and heard both ways with a host in Chromium', async () => {
  const letters = await Promise.all([letterTo(world.sink, answers.email), letterTo(world.sink, CAST.consultant.email)])
  await openDoorNow(world.product)
  await guest.goto(linkOf(letters[0], '/j/'))
  await pressNamed(guest, 'Bank på')
  await seeText(guest, 'Du er ved døren')
  await host.goto(linkOf(letters[1], '/room/'))
  await host.getByRole('button', { name: 'Åbn mødet' }).click()
  await host.getByRole('button', { name: `Luk ind: ${answers.name}` }).click()
  expect(await seeMovingPicture(guest)).toBeGreaterThan(0)
  await expectMovingPicture(host)
  await expectSound(host)
  await expect.poll(() => soundEnergy(guest), { message: 'the host is heard in Firefox', timeout: 20_000 }).toBeGreaterThan(0.001)
})

test('shares the agenda: what the host begins and writes stands in Firefox, and what the guest writes on the other screen', async () => {
  await host.getByRole('button', { name: 'Begynd mødet' }).click()
  await seeText(guest, 'tilbage')
  await guest.locator('textarea').fill('Skrevet i Firefox.')
  await expect(host.getByLabel(/^Fælles noter til /).last()).toHaveValue('Skrevet i Firefox.')
})

test('a tab that is hidden stays in the call, and shows at once what happened meanwhile when it is looked at again', async () => {
  const other = await guest.browserContext().newPage()
  await other.bringToFront()
  await expect.poll(() => guest.evaluate(() => document.visibilityState)).toBe('hidden')
  await host.getByRole('button', { name: 'Næste punkt' }).click()
  const title = await host.locator('.panel-now-title').innerText()
  await pause(6_000)
  await expectMovingPicture(host)
  await expect(host.locator('.stall-word'), 'nobody is told that a line broke').toHaveCount(0)
  await other.close()
  await guest.bringToFront()
  await expect.poll(() => guest.evaluate(() => document.visibilityState)).toBe('visible')
  await seeText(guest, title)
  await seeMovingPicture(guest)
  expect(await guest.$eval('.panel-now-title', (heading) => heading.textContent)).toBe(title)
})

test('comes back by itself when the media server is killed', async () => {
  const killed = world.product.running().livekitPid
  if (killed === null) throw new Error('our own LiveKit server runs')
  process.kill(killed, 'SIGKILL')
  await seeText(guest, 'afbrudt')
  await guest.waitForFunction(() => !document.body.innerText.includes('afbrudt'), { timeout: 30_000 })
  await seeMovingPicture(guest)
  await expectMovingPicture(host)
})
