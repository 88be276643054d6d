import { expect, test, type Page } from '@playwright/test'
import { CAST } from '#db/seeds/cast.ts'
import { bookCall, letterTo, openDoorNow, type BookedCall } from '../support/call.ts'
import { linkOf } from '../support/letters.ts'
import { expectMovingPicture, expectSound } from '../support/media.ts'
import { untilLiveKitReady } from '../support/product.ts'
import { somebody } from '../support/prospect.ts'

test.describe.configure({ mode: 'serial' })

const answers = somebody()
let call: BookedCall
let host: Page
let guest: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  call = await bookCall(browser, answers)
  ;({ host, guest } = call)
})
test.afterAll(() => call.stop())

test('a prospect books, and both get an invitation of their own', async () => {
  await expect(guest).toHaveURL(/\/booking\/[0-9a-f-]{36}$/)
  const letter = await letterTo(call.sink, answers.email)
  const own = await letterTo(call.sink, CAST.consultant.email)
  for (const calendar of [letter.calendar, own.calendar]) {
    expect(calendar).toContain('METHOD:REQUEST')
    expect(calendar).toContain(`mailto:${answers.email}`)
    expect(calendar).toContain('SEQUENCE:0')
  }
})

test('the guest follows the link, checks the devices, knocks and waits', async () => {
  const letter = await letterTo(call.sink, answers.email)
  await openDoorNow(call.product)
  await guest.goto(linkOf(letter, '/j/'))
  await expect(guest).toHaveURL(/\/room\/[0-9a-f-]{36}$/)
  await guest.getByRole('button', { name: 'Tjek kamera og mikrofon' }).or(guest.getByRole('button', { name: 'Bank på' })).first().click()
  const knock = guest.getByRole('button', { name: 'Bank på' })
  if (await knock.isVisible()) await knock.click()
  await expect(guest.getByText('Du er ved døren')).toBeVisible()
  // The stage is prepared, and nobody finds it before they are let in.
  await expect(guest.locator('.call')).toBeAttached()
  await expect(guest.locator('.call')).toBeHidden()
  await expect(guest.getByRole('button', { name: 'Forlad mødet' })).toHaveCount(0)
})

test('the consultant opens the room, sees who waits and lets the guest in; both see and hear each other', async () => {
  const own = await letterTo(call.sink, CAST.consultant.email)
  await host.goto(linkOf(own, '/room/'))
  await host.getByRole('button', { name: 'Åbn mødet' }).click()
  await host.getByRole('button', { name: `Luk ind: ${answers.name}` }).click()
  await Promise.all([expectMovingPicture(guest), expectMovingPicture(host)])
  await expect(guest.locator('.call')).toBeFocused()
  await Promise.all([expectSound(guest), expectSound(host)])
})

test('a face that is shown large becomes sharp', () => expectSharpFaces())

test('what one writes on the agenda stands on the other screen', async () => {
  await host.getByRole('button', { name: 'Begynd mødet' }).click()
  await expect(guest.getByText(/\d+:\d\d tilbage/)).toBeVisible()
  await writeEntry(guest, 'Beslutning', 'Vi begynder med et hold på seks.')
  await expect(host.getByText('Vi begynder med et hold på seks.')).toBeVisible()
  await writeEntry(host, 'Næste skridt', 'Mette sender et udkast.')
  await expect(guest.getByText('Mette sender et udkast.')).toBeVisible()
})

test('after a reload each comes back to where they were, to faces that become sharp again', async () => {
  test.setTimeout(180_000)
  await guest.reload()
  await expectMovingPicture(guest)
  await expectSharpFaces()
  await host.reload()
  await Promise.all([expectMovingPicture(host), expectMovingPicture(guest)])
  await expectSharpFaces()
})

test('when LiveKit is killed the agenda goes on, and the pictures return within 15 seconds', async () => {
  const killed = call.product.running().livekitPid
  if (killed === null) throw new Error('our own LiveKit server runs')
  process.kill(killed, 'SIGKILL')
  await writeEntry(guest, 'Beslutning', 'Skrevet uden video.')
  await expect(host.getByText('Skrevet uden video.')).toBeVisible({ timeout: 2_000 })
  await Promise.all([expectMovingPicture(guest, 15_000), expectMovingPicture(host, 15_000)])
})

test('when the app is killed and started again, nothing that was written is lost', async () => {
  await call.product.kill()
  await writeEntry(guest, 'Beslutning', 'Skrevet mens serveren var væk.')
  await guest.getByLabel(/^Fælles noter til /).last().pressSequentially('Noteret mens serveren var væk.')
  await call.product.startAgain()
  await expect(host.getByText('Skrevet mens serveren var væk.')).toBeVisible({ timeout: 20_000 })
  await expect(host.getByText('Vi begynder med et hold på seks.')).toBeVisible()
  await expect(host.getByLabel(/^Fælles noter til /).last()).toHaveValue('Noteret mens serveren var væk.', { timeout: 20_000 })
})

test('the consultant ends it for all, and both get the summary', async () => {
  await untilLiveKitReady(call.product)
  await host.getByRole('button', { name: 'Forlad mødet' }).click()
  await host.getByRole('button', { name: 'Slut for alle' }).click()
  await expect(guest.getByText('Tak for mødet')).toBeVisible()
  await expect(host.getByText('Tak for mødet')).toBeVisible()
  const summaries = await Promise.all([letterTo(call.sink, answers.email, /^Det aftalte/), letterTo(call.sink, CAST.consultant.email, /^Det aftalte/)])
  for (const summary of summaries) {
    expect(summary.text).toContain('Vi begynder med et hold på seks.')
    expect(summary.text).toContain('Mette sender et udkast.')
    expect(summary.text).toContain('Noteret mens serveren var væk.')
    expect(summary.links.some((link) => /\/next$|\?to=next$/.test(link))).toBe(true)
  }
})

async function expectSharpFaces(): Promise<void> {
  for (const page of [guest, host]) {
    const width = () => page.locator('[data-person="other"] video').evaluate((video: HTMLVideoElement) => video.videoWidth)
    await expect.poll(width, { timeout: 30_000 }).toBeGreaterThanOrEqual(640)
  }
}

async function writeEntry(page: Page, kind: string, text: string): Promise<void> {
  await page.getByRole('button', { name: kind, exact: true }).click()
  await page.getByRole('form', { name: kind }).getByRole('textbox').first().fill(text)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
}
