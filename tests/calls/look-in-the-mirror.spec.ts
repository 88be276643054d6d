import { expect, test, type Page } from '@playwright/test'
import { bookCall, comeToMeeting, letIn, letterTo, openDoorNow, type BookedCall } from '../support/call.ts'
import { linkOf } from '../support/letters.ts'
import { expectMovingPicture, expectSound } from '../support/media.ts'

let call: BookedCall
let host: Page
let guest: Page
/** All that the guest's page was sent about speaking time. */
const sentToGuest: string[] = []

/** The fake microphone's beep is too short to count as speech, so a steady tone takes its place. */
const KEEP_TALKING = `
  const open = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices)
  if (open) navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await open(wanted)
    for (const track of stream.getAudioTracks()) {
      const audio = new AudioContext()
      const [tone, gain, out] = [new OscillatorNode(audio, { frequency: 300 }), new GainNode(audio, { gain: 0.5 }), audio.createMediaStreamDestination()]
      tone.connect(gain).connect(out)
      tone.start()
      stream.removeTrack(track)
      stream.addTrack(out.stream.getAudioTracks()[0])
    }
    return stream
  }
`

test.describe.configure({ mode: 'serial', timeout: 120_000 })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  call = await bookCall(browser)
  ;({ host, guest } = call)
  for (const page of [host, guest]) await page.context().addInitScript(KEEP_TALKING)
  guest.on('response', (response) => { if (/\/mirror/.test(response.url())) void response.text().then((text) => sentToGuest.push(text)).catch(() => null) })
})

test.afterAll(() => call.stop())

test('at the door a guest reads that speaking time is counted and what of it is kept, and may say no there', async () => {
  await openDoorNow(call.product)
  const letter = await letterTo(call.sink, call.answers.email)
  const told = guest.waitForResponse((response) => response.url().endsWith('/mirror/choice') && response.ok(), { timeout: 30_000 })
  await guest.goto(linkOf(letter, '/j/'))
  await guest.getByRole('button', { name: 'Bank på' }).scrollIntoViewIfNeeded()
  await expect(guest.getByText('kan se, hvor længe hver af jer taler: kun sekunder, aldrig lyd.')).toBeVisible()
  expect(await (await told).json()).toEqual({ isTold: true, isOn: true })
  const countMe = guest.getByRole('checkbox', { name: 'Tæl min taletid med' })
  const chosen = guest.waitForResponse((response) => response.url().endsWith('/mirror/choice'))
  await countMe.uncheck()
  await expect(guest.getByText('Din taletid tælles ikke.')).toBeVisible()
  await chosen
  await guest.reload()
  await expect(countMe).not.toBeChecked()
  await countMe.check()
  await expect(guest.getByText('Du kan slå det fra her og undervejs i mødet.')).toBeVisible()
})

test('while both speak the host sees how long each speaks at the point and the own share of it, in words and for the host alone', async () => {
  await comeToMeeting(call)
  await letIn(call)
  await Promise.all([host, guest].map((page) => expectMovingPicture(page, 60_000)))
  await Promise.all([expectSound(host), expectSound(guest)])
  await host.getByRole('button', { name: 'Begynd mødet' }).click()
  await expect(mirror(host).getByText(/^Velkommen: du \d+ %$/)).toBeVisible({ timeout: 60_000 })
  const percent = Number(/du (\d+) %/.exec(await mirror(host).innerText())?.[1])
  expect(percent).toBeGreaterThan(0)
  expect(percent).toBeLessThan(100)
  await expect(person('Du')).toHaveText(SPOKEN)
  await expect(person(call.answers.name)).toHaveText(SPOKEN)
  await expect(mirror(host).getByText('Én gæst er ikke talt med.')).toHaveCount(0)
})

test('the guest\'s page never holds it', async () => {
  expect(await mirror(guest).count()).toBe(0)
  expect(await guest.getByText(/: du \d+ %/).count()).toBe(0)
  expect(sentToGuest.length).toBeGreaterThan(0)
  for (const text of sentToGuest) expect(JSON.parse(text)).toEqual({ isTold: true, isOn: expect.any(Boolean) })
  const seatId = new URL(guest.url()).pathname.split('/')[2] ?? ''
  expect(await guest.evaluate(async (id) => (await fetch(`/room/${id}/mirror`)).status, seatId)).toBe(403)
})

test('a guest who turns it off in the call is counted no longer, and the host is told that somebody is not', async () => {
  await guest.getByRole('button', { name: 'Mere', exact: true }).click()
  await guest.getByRole('button', { name: 'Taletid' }).click()
  await guest.getByRole('dialog').getByRole('checkbox', { name: 'Tæl min taletid med' }).uncheck()
  await expect(guest.getByText('Din taletid tælles ikke.')).toBeVisible()
  await guest.getByRole('dialog').getByRole('button', { name: 'Luk' }).click()
  await expect(mirror(host).getByText('Én gæst er ikke talt med.')).toBeVisible({ timeout: 15_000 })
  await expect(person(call.answers.name), 'whoever is not counted is not named').toHaveCount(0)
  const [before, own] = [await othersMs(), await ownMs(host)]
  await host.waitForTimeout(8_000)
  expect(await othersMs()).toBe(before)
  expect(await ownMs(host), 'the host is counted on').toBeGreaterThan(own)
})

test('a host who reloads, or opens a second tab, counts on from there and no second twice', async () => {
  await host.reload()
  await expectMovingPicture(host)
  await expect(mirror(host).getByText(/^Velkommen: du \d+ %$/)).toBeVisible({ timeout: 20_000 })
  const second = await host.context().newPage()
  await second.goto(host.url())
  await expectMovingPicture(second, 30_000)
  const [startedAt, before] = [performance.now(), await ownMs(second)]
  await second.waitForTimeout(10_000)
  const heard = await ownMs(second) - before
  expect(heard).toBeLessThanOrEqual(performance.now() - startedAt + 5_000)
  expect(heard).toBeGreaterThan(0)
})

function mirror(page: Page) {
  return page.getByRole('region', { name: 'Taletid' })
}

/** As it is seen and, in words, as it is heard. */
const SPOKEN = /\d+:\d\d(\d+ min\. )?\d+ sek\.$/

/** One person's time at the point that the meeting is at. */
function person(name: string) {
  return mirror(host).getByRole('listitem').filter({ hasText: 'Velkommen' }).getByRole('listitem').filter({ hasText: name })
}

type Shares = { shares: { ownMs: number; allMs: number }[] }

async function readShares(page: Page): Promise<Shares['shares']> {
  const seatId = new URL(page.url()).pathname.split('/')[2] ?? ''
  const view: Shares = await page.evaluate(async (id) => (await fetch(`/room/${id}/mirror`)).json(), seatId)
  return view.shares
}

async function othersMs(): Promise<number> {
  return (await readShares(host)).reduce((sum, { ownMs: own, allMs }) => sum + allMs - own, 0)
}

async function ownMs(page: Page): Promise<number> {
  return (await readShares(page)).reduce((sum, { ownMs: own }) => sum + own, 0)
}
