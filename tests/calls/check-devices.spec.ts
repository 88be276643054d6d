import { expect, test, type Page, type Request } from '@playwright/test'
import { CAST } from '#db/seeds/cast.ts'
import { bookCall, knockAndWait, letIn, letterTo, openDoorNow, type BookedCall } from '../support/call.ts'
import { linkOf } from '../support/letters.ts'
import { expectMovingPicture } from '../support/media.ts'
import { newPage } from '../support/people.ts'
import { closeMediaWays, listenToPage, mendDevices, takeLoudest, troubleDevices } from '../support/stubborn-devices.ts'

test.describe.configure({ mode: 'serial' })

let call: BookedCall
let door: string

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  call = await bookCall(browser)
  door = linkOf(await letterTo(call.sink, call.answers.email), '/j/')
})
test.afterAll(() => call.stop())

test('who has just booked checks everything on a page of its own, and nothing of it leaves the machine', async () => {
  const { guest } = call
  const sent: Request[] = []
  guest.on('request', (request) => sent.push(request))
  await listenToPage(guest)
  await guest.getByRole('link', { name: 'Prøv kamera og lyd' }).click()
  await expect(guest).toHaveURL(/\/room\/[0-9a-f-]{36}\/check$/)
  const start = guest.getByRole('button', { name: 'Tjek kamera og mikrofon' })
  await expect(start).toBeVisible()
  expect(sent.filter((request) => request.url().includes('livekit-client'))).toEqual([])

  await start.click()
  await expect(guest.getByText('Vi kan høre dig')).toBeVisible()
  await expect(guest.getByText(/^Hurtig forbindelse: \d+ ms frem og tilbage\.$/)).toBeVisible({ timeout: 30_000 })
  for (const way of ['Direkte (UDP)', 'Direkte (TCP)', 'Over en mellemstation (TURN)']) {
    await expect(guest.getByRole('listitem').filter({ hasText: way })).toContainText(/åben, \d+ ms/)
  }
  await expect(guest.getByText('Det, du har prøvet, virker. Mangler: højttaler.')).toBeVisible()

  await takeLoudest(guest)
  await guest.getByRole('button', { name: 'Spil en lyd' }).click()
  await expect(guest.getByText('Hørte du lyden?')).toBeVisible()
  expect(await takeLoudest(guest)).toBeGreaterThan(0.05)
  await guest.getByRole('button', { name: 'Nej' }).click()
  await expect(guest.getByRole('heading', { name: 'Lyden nåede ikke frem' })).toBeVisible()
  await guest.getByRole('button', { name: 'Spil lyden igen' }).click()
  await guest.getByRole('button', { name: 'Ja' }).click()
  await expect(guest.getByText('Alt er klar til mødet.')).toBeVisible()

  await guest.getByRole('button', { name: 'Optag fire sekunder' }).click()
  await expect(guest.getByText('Nu hører du dig selv …')).toBeVisible()
  await expect(guest.getByText('Lød det godt?')).toBeVisible({ timeout: 15_000 })
  expect(await takeLoudest(guest)).toBeGreaterThan(0.01)
  const posted = sent.filter((request) => request.method() === 'POST')
  expect(posted.every((request) => /\/check\/(found|probe)$/.test(request.url()))).toBe(true)
  expect(Math.max(...posted.map((request) => request.postDataBuffer()?.length ?? 0))).toBeLessThan(500)
})

test('the consultant reads what was found at the desk', async () => {
  await call.host.goto(linkOf(await letterTo(call.sink, CAST.consultant.email), '/desk/meetings/'))
  await expect(call.host.getByText(/^Tjekket i dag kl\. [\d.]+: alt klar$/)).toBeVisible()
})

test('a browser that can hold no call says so on both pages, and where to go instead of a knock that leads nowhere', async ({ browser }) => {
  const page = await newPage(browser)
  await page.addInitScript(() => Reflect.deleteProperty(window, 'RTCPeerConnection'))
  for (const address of [`${door}?to=check`, door]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'Denne browser kan ikke holde mødet' })).toBeVisible()
    await expect(page.getByText('Åbn linket fra din mail i Chrome, Edge, Firefox eller Safari')).toBeVisible()
    await expect(page.getByRole('button', { name: /Tjek kamera|Bank på/ })).toHaveCount(0)
  }
  await expect(page.getByRole('heading', { name: 'Dagsorden' })).toBeVisible()
  await page.context().close()
})

test('without a script the page says what is needed', async ({ browser }) => {
  const plain = await newPage(browser, { javaScriptEnabled: false })
  await plain.goto(`${door}?to=check`)
  await expect(plain.getByRole('heading', { name: 'Det skal du bruge' })).toBeVisible()
  // Playwright finds no text inside noscript, though the browser shows it: the picture of it has a height.
  const notice = await plain.locator('noscript').boundingBox()
  expect(notice?.height).toBeGreaterThan(40)
  expect(await plain.content()).toContain('Tjekket kræver JavaScript.')
})

test('where UDP is closed the check finds the detour, and says that it works', async ({ browser }) => {
  const page = await newPage(browser)
  await closeMediaWays(page, 'tcp')
  await beginCheck(page)
  await expect(page.getByText('Det virker, men over en omvej')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('listitem').filter({ hasText: 'Direkte (UDP)' })).toContainText('lukket')
  await expect(page.getByRole('listitem').filter({ hasText: 'Direkte (TCP)' })).toContainText('åben')
  await page.close()
})

test('where nothing comes through, it says what to ask for and whom to call', async ({ browser }) => {
  const page = await newPage(browser)
  await closeMediaWays(page, 'none')
  await beginCheck(page)
  await expect(page.getByRole('heading', { name: 'Lyd og billede kan ikke komme igennem på dette netværk' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/^Videomøder på 127\.0\.0\.1:\d+ kræver udgående UDP [1-9]\d+ og [1-9]\d+ eller TCP [1-9]\d+\.$/)).toBeVisible()
  await expect(page.getByText('Der er noget at ordne: forbindelse.')).toBeVisible()
})

test('each trouble with a device has its own words, and a refusal that is taken back closes them by itself', async ({ browser }) => {
  const troubles = [['NotFoundError', 'Der er ikke noget kamera'], ['NotReadableError', 'Kameraet er i brug i et andet program']] as const
  for (const [trouble, words] of troubles) {
    const page = await newPage(browser)
    await troubleDevices(page, trouble)
    await beginCheck(page)
    await expect(page.getByRole('heading', { name: words })).toBeVisible()
    await page.close()
  }
  const refused = await newPage(browser)
  await troubleDevices(refused, 'NotAllowedError')
  await beginCheck(refused)
  await expect(refused.getByRole('heading', { name: /^Kameraet er blokeret i browseren/ })).toBeVisible()
  const picture = refused.getByRole('img', { name: 'Her skal du trykke i adresselinjen.' })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await mendDevices(refused)
  await expect(picture).toBeHidden()
  await expect(refused.getByText('Vi kan høre dig')).toBeVisible()
  await refused.close()
})

test('a guest at the door tries loudspeaker and network there too, and the result stands beside Admit', async () => {
  const { guest, host } = call
  await openDoorNow(call.product)
  await host.goto(linkOf(await letterTo(call.sink, CAST.consultant.email), '/room/'))
  await host.getByRole('button', { name: 'Åbn mødet' }).click()
  await guest.goto(door)
  await guest.getByText('Prøv højttaler, lyd og forbindelse').click()
  await expect(guest.getByText(/^Hurtig forbindelse/)).toBeVisible({ timeout: 30_000 })
  await knockAndWait(guest)
  await expect(host.getByText(/^Hurtig forbindelse \(\d+ ms\)$/)).toBeVisible()
  await guest.getByRole('button', { name: 'Gå fra døren' }).click()
  // Until the app has heard it, whoever comes back is where they were.
  await expect(host.getByRole('button', { name: `Luk ind: ${call.answers.name}` })).toHaveCount(0)
})

test('a guest whose devices are refused listens in with one press, and the host sees how ready they are', async () => {
  const { guest, host } = call
  await troubleDevices(guest, 'NotAllowedError')
  await guest.goto(door)
  await guest.getByRole('button', { name: 'Lyt med, og ordn det imens' }).click()
  await expect(guest.getByText('Du er ved døren')).toBeVisible()
  await expect(host.getByText(/^Tjekket i dag kl\. [\d.]+: klar, men uden at prøve højttaler$/)).toBeVisible()
  await expect(host.getByText('Kameraet er slukket')).toBeVisible()
  await letIn(call)
  await expectMovingPicture(guest)
})

async function beginCheck(page: Page): Promise<void> {
  await page.goto(`${door}?to=check`)
  await page.getByRole('button', { name: 'Tjek kamera og mikrofon' }).click()
}
