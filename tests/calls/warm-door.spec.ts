import { expect, test, type Page } from '@playwright/test'
import postgres from 'postgres'
import { CAST } from '#db/seeds/cast.ts'
import { bookCall, knockAndWait, letIn, letterTo, type BookedCall } from '../support/call.ts'
import { linkOf } from '../support/letters.ts'
import { expectMovingPicture } from '../support/media.ts'
import { startBrowser } from '../support/participants.ts'
import { newPage } from '../support/people.ts'
import { somebody } from '../support/prospect.ts'

test.describe.configure({ mode: 'serial' })

type Notice = { text: string; tag: string }

/** A system that has allowed to be told and writes down what it is told, in a window that can be looked away from. */
const RECORD_NOTIFICATIONS = `
  globalThis.told = []
  globalThis.isAway = false
  document.hasFocus = () => !isAway
  globalThis.Notification = class extends EventTarget {
    static permission = 'granted'
    constructor(text, { tag }) {
      super()
      told.push({ text, tag })
    }
  }
`

/** Every track that the page got from a camera or a microphone. */
const RECORD_DEVICES = `
  globalThis.devices = []
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = async (wish) => {
    const stream = await open(wish)
    devices.push(...stream.getTracks())
    return stream
  }
`
const told = (page: Page) => page.evaluate<Notice[]>('told')
const lookAway = (page: Page) => page.evaluate('isAway = true')
const lookBack = (page: Page) => page.evaluate('isAway = false; dispatchEvent(new Event("focus"))')

const answers = somebody()
let call: BookedCall
let host: Page
/** The guest's own computer, and a browser that has the same link. */
let guest: Page
let phone: Page

/** What the system was told of the knock on the desk. */
let knocked: Notice | undefined

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  call = await bookCall(browser, answers)
  ;({ host, guest } = call)
  await guest.addInitScript(RECORD_DEVICES)
  phone = await newPage(browser, { width: 360, height: 740 })
})
test.afterAll(() => call.stop())

test('the desk rings when a guest knocks, and says who it is and where to let them in', async () => {
  const sql = postgres(call.product.databaseUrl(), { max: 1 })
  await sql`UPDATE meeting SET starts_at = now() - interval '6 minutes', ends_at = now() + interval '24 minutes' WHERE NOT is_demo`
  await sql.end()
  await host.addInitScript(RECORD_NOTIFICATIONS)
  await host.addInitScript(() => {
    const make = AudioContext.prototype.createOscillator
    AudioContext.prototype.createOscillator = function counted() {
      document.documentElement.dataset.tones = String(Number(document.documentElement.dataset.tones ?? 0) + 1)
      return make.call(this)
    }
  })
  await host.goto(`${call.product.url}/desk`)
  await host.getByLabel('Ring, når nogen banker på').uncheck()
  await host.getByLabel('Ring, når nogen banker på').check()
  const title = await host.title()
  await lookAway(host)
  await guest.goto(linkOf(await letterTo(call.sink, answers.email), '/j/'))
  await knockAndWait(guest)
  await expect(guest.getByText(`${CAST.consultant.name} får besked om, at du er her. Bliv bare på siden.`)).toBeVisible()
  const bell = host.getByRole('region', { name: 'Dørklokke' })
  await expect(bell.getByText(`${answers.name} venter ved døren.`)).toBeVisible({ timeout: 3_000 })
  await expect(host.locator('html')).toHaveAttribute('data-tones', '2')
  await expect(bell.getByRole('link', { name: 'Åbn mødet' })).toHaveAttribute('href', /^\/room\//)
  ;[knocked] = await told(host)
  expect(knocked).toMatchObject({ text: `${answers.name} venter ved døren.` })
  await expect(host, 'until it is seen').toHaveTitle(`(1) venter · ${title}`)
  await lookBack(host)
  await expect(host).toHaveTitle(title)
})

test('a guest whose host is late gets the number to ring and other times, and stays at the door', async () => {
  await expect(guest.getByRole('heading', { name: `${CAST.consultant.name} er ikke kommet endnu` })).toBeVisible()
  await guest.getByRole('button', { name: 'Flyt mødet til en anden tid' }).click()
  await expect(guest.getByRole('button', { name: /^Flyt til / }).first()).toBeVisible()
  await guest.route('**/times', (route) => route.abort())
  await guest.getByRole('button', { name: /^Flyt til / }).first().click()
  await expect(guest.getByText('Det gik ikke igennem. Du står stadig ved døren.')).toBeVisible()
  await guest.unroute('**/times')
})

test('the same link in another browser waits as another device, sees no live agenda, and disturbs nobody', async () => {
  await phone.goto(linkOf(await letterTo(call.sink, answers.email), '/j/'))
  await phone.getByRole('button', { name: 'Bank på' }).click()
  await expect(phone.getByRole('heading', { name: 'Linket er i brug på en anden enhed' })).toBeVisible()
  await expect(guest.getByText('Du er ved døren')).toBeVisible()
})

test('the host sees both apart, and what the host says is read at the door', async () => {
  await host.getByRole('region', { name: 'Dørklokke' }).getByRole('link', { name: 'Åbn mødet' }).first().click()
  await host.getByRole('button', { name: 'Åbn mødet' }).click()
  await expect(host.getByText(`${answers.name}s link, på en anden enhed`)).toBeVisible()
  await host.getByRole('button', { name: `Bed om at vente: ${answers.name}` }).click()
  await host.getByRole('button', { name: 'Giv mig fem minutter.' }).click()
  await expect(guest.getByText(`${CAST.consultant.name} siger: Giv mig fem minutter.`)).toBeVisible()
  await expect(phone.getByText('Giv mig fem minutter.')).toHaveCount(0)
})

test('the code that is mailed to the invited address makes the phone the guest\'s device', async () => {
  await phone.getByRole('button', { name: 'Send mig en kode' }).click()
  const { text } = await letterTo(call.sink, answers.email, /^Din kode/)
  await phone.getByLabel('Kode på seks cifre').fill('000000')
  await phone.getByRole('button', { name: 'Brug koden' }).click()
  await expect(phone.getByText('Koden passer ikke.').first()).toBeVisible()
  await phone.getByLabel('Kode på seks cifre').fill(/(\d{3} \d{3})/.exec(text)?.[1] ?? 'no code in the mail')
  await phone.getByRole('button', { name: 'Brug koden' }).click()
  await expect(phone.getByRole('heading', { name: 'Du er ved døren' })).toBeVisible()
  await expect(guest.getByRole('heading', { name: 'Mødet er åbent et andet sted' })).toBeVisible()
  await letIn(call)
  await Promise.all([expectMovingPicture(phone), expectMovingPicture(host)])
})

test('the host lets the guest in on the first device again, and the other one is out', async () => {
  await guest.getByRole('button', { name: 'Tag mødet her' }).click()
  await host.getByRole('button', { name: `Luk ind på en anden enhed: ${answers.name}` }).click()
  await Promise.all([expectMovingPicture(guest), expectMovingPicture(host)])
  await expect(phone.getByRole('heading', { name: 'Mødet er åbent et andet sted' })).toBeVisible()
})

test('a second tab of the same browser takes the meeting over, the first says so and sends nothing, and takes it back by one press', async () => {
  const second = await guest.context().newPage()
  await second.goto(guest.url())
  await Promise.all([expectMovingPicture(second), expectMovingPicture(host)])
  await expect(guest.getByRole('heading', { name: 'Mødet er åbent et andet sted' })).toBeVisible()
  await expect.poll(() => guest.evaluate('devices.length > 0 && devices.every(({ readyState }) => readyState === "ended")'), 'its devices are off').toBe(true)
  await expect(host.locator('[data-person="other"]'), 'one guest, however many tabs').toHaveCount(1)
  await guest.bringToFront()
  await guest.getByRole('button', { name: 'Tag mødet her' }).click()
  await Promise.all([expectMovingPicture(guest), expectMovingPicture(host)])
  await expect(second.getByRole('heading', { name: 'Mødet er åbent et andet sted' })).toBeVisible()
  await second.close()
  await expectMovingPicture(host)
})

test('whoever is turned away gets no further with a token from before, and comes in by itself when called back', async () => {
  const page = await (await guest.reload())?.text() ?? ''
  const { livekit: { grant: { token }, url } } = JSON.parse(/<script type="application\/json" id="room-data">(.*?)<\/script>/s.exec(page)?.[1] ?? '')
  await expectMovingPicture(guest)
  expect(await guest.content(), 'what lets somebody in stands in no page that runs').not.toContain(token)
  await guest.getByRole('button', { name: 'Forlad' }).click()
  await lookAway(host)
  await guest.getByRole('button', { name: 'Gå ind igen' }).click()
  await expect(guest.getByText('Du er ved døren')).toBeVisible()
  await expect.poll(() => told(host), 'once, under the name by which the desk tells it').toEqual([{ text: expect.stringContaining(answers.name), tag: knocked?.tag }])
  await lookBack(host)
  await host.getByRole('button', { name: `Afvis ${answers.name}` }).click()
  await host.getByRole('dialog').getByRole('button', { name: 'Afvis' }).click()
  await expect(guest.getByRole('heading', { name: 'Du er ikke med i mødet' })).toBeVisible()
  const thieves = await startBrowser()
  const thief = await thieves.participant()
  await thief.join(new URL(url).href.replace(/^ws/, 'http'), token)
  await expect.poll(thief.state, { timeout: 10_000 }).toBe('disconnected')
  await expect(host.getByText(answers.name).and(host.locator('.tile *'))).toHaveCount(0)
  await thieves.stop()
  await host.getByText('Afvist', { exact: true }).click()
  await host.getByRole('button', { name: `Luk ${answers.name} ind alligevel` }).click()
  await expect(guest.getByRole('status').filter({ hasText: 'Du er lukket ind.' })).toBeVisible({ timeout: 12_000 })
  await Promise.all([expectMovingPicture(guest), expectMovingPicture(host)])
})

test('the desk says whether the meeting was held, and when each came and went', async () => {
  const desk = await host.context().newPage()
  await desk.goto(linkOf(await letterTo(call.sink, CAST.consultant.email), '/desk/meetings/'))
  await expect(desk.getByText(`${answers.name}`).first()).toBeVisible()
  await expect(desk.getByText(/Mødet blev holdt\.|i et helt minut/)).toBeVisible()
  await desk.getByText('Hvornår hver kom og gik').click()
  await expect(desk.locator('.desk-stays').getByText(answers.name).first()).toBeVisible()
})
