import { expect, test, type Page } from '@playwright/test'
import { CAST } from '#db/seeds/cast.ts'
import { bookLiveCall, letterTo, type BookedCall } from '../support/call.ts'
import { readLetters } from '../support/letters.ts'
import { until } from '../support/product.ts'

test.describe.configure({ mode: 'serial' })

let call: BookedCall
let host: Page
let guest: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  call = await bookLiveCall(browser)
  ;({ host, guest } = call)
})
test.afterAll(() => call.stop())

test('at the last point the panel finds free times by itself, and the guest sees those that the host proposes', async () => {
  await expect(host.getByRole('heading', { name: 'Det næste møde' })).toHaveCount(0)
  await host.getByRole('button', { name: 'Begynd mødet' }).click()
  // The first point stays open, so that there is something to take along.
  const last = host.locator('.panel-item').last()
  await last.getByRole('button', { name: /^Flere valg for/ }).click()
  await last.getByRole('button', { name: 'Begynd her' }).click()
  await expect(host.getByRole('heading', { name: 'Det næste møde' })).toBeVisible()
  const times = host.locator('.next-choice')
  await expect(times.first()).toBeVisible()
  // The next one may be of another kind than this one, and its times are that kind's.
  await host.getByLabel('Mødetype').selectOption({ label: 'Sparring, 60 min.' })
  await expect(times.first()).toBeVisible()
  await times.nth(0).click()
  await times.nth(1).click()
  await host.getByRole('button', { name: 'Foreslå de valgte tider' }).click()
  await expect(host.getByText('Gæsten har fået tiderne')).toBeVisible()
  await expect(guest.locator('.next-times button')).toHaveCount(2)
  await expect(guest.getByText('Sparring, 60 min.')).toBeVisible()
})

test('one press books it: both see when, and both have the invitation at once', async () => {
  await guest.locator('.next-times button').first().click()
  for (const page of [guest, host]) await expect(page.getByRole('heading', { name: 'Jeres næste møde er booket' })).toBeVisible()
  expect(await guest.locator('.next-when').textContent()).toBe(await host.locator('.next-when').textContent())
  for (const address of [call.answers.email, CAST.consultant.email]) {
    await until(async () => (await invitationsTo(address)).length === 2, `${address} is invited again`)
    expect((await invitationsTo(address)).at(-1)?.text).toContain('Velkommen')
    expect((await invitationsTo(address)).at(-1)?.calendar).toContain('Sparring')
  }
})

test('after a reload it still stands there', async () => {
  await guest.reload()
  await expect(guest.getByRole('heading', { name: 'Jeres næste møde er booket' })).toBeVisible()
})

test('the summary that both get at the end names it', async () => {
  await host.getByRole('button', { name: 'Forlad mødet' }).click()
  await host.getByRole('button', { name: 'Slut for alle' }).click()
  await expect(guest.getByText('Tak for mødet')).toBeVisible()
  for (const address of [call.answers.email, CAST.consultant.email]) {
    expect((await letterTo(call.sink, address, /^Det aftalte/)).text).toMatch(/I mødes igen/i)
  }
  await guest.getByRole('link', { name: 'Se opsummeringen' }).click()
  await expect(guest.getByRole('heading', { name: 'Næste møde' })).toBeVisible()
})

async function invitationsTo(address: string) {
  return (await readLetters(call.sink)).filter(({ to, calendar }) => to === address && calendar?.includes('METHOD:REQUEST'))
}
