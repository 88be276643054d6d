import { readFile } from 'node:fs/promises'
import { expect, test, type Page, type Route } from '@playwright/test'
import { bookLiveCall, type BookedCall } from '../support/call.ts'
import { expectMovingPicture } from '../support/media.ts'
import type { Answers } from '../support/prospect.ts'

test.describe.configure({ mode: 'serial' })

let call: BookedCall
let host: Page
let guest: Page
let answers: Answers

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  call = await bookLiveCall(browser, async (booked) => {
    for (const page of [booked.host, booked.guest]) await page.addInitScript('globalThis.__name = (named) => named')
    // As in Firefox and Safari, which have no picker for where to save: the recording comes as a download.
    await booked.host.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
  })
  ;({ host, guest, answers } = call)
})
test.afterAll(() => call.stop())

test('the guest is asked, by whom and for what, and a no is the end of it', async () => {
  await ask()
  const question = guest.getByRole('region', { name: /vil gerne optage mødet/ })
  await expect(question).toContainText('Intet bliver optaget eller gemt på vores server')
  await question.getByRole('button', { name: 'Nej tak' }).press('Enter')
  await expect(question).toBeHidden()
  await expect(host.getByText(`${answers.name} vil helst ikke optages`).first()).toBeVisible()
  await expect(host.getByRole('button', { name: 'Start optagelsen' })).toBeHidden()
})

test('after a yes the host begins, and both see that it is recorded', async () => {
  await ask()
  await expect(host.getByText(`Vi venter på svar fra: ${answers.name}`)).toBeVisible()
  await guest.getByRole('button', { name: 'Ja, det er i orden' }).press('Space')
  await host.getByRole('button', { name: 'Start optagelsen' }).click()
  for (const page of [host, guest]) await expect(page.getByText('Optages', { exact: true })).toBeVisible()
})

test('a yes that is taken back stops it at once, and what was recorded until then can be watched', async () => {
  await host.waitForTimeout(4_000)
  // At once means that the recording browser is told, and does not wait until it asks again by itself: here it gets no answer.
  const asksAgain = (route: Route) => (route.request().postDataJSON()?.intent === 'keep' ? route.abort() : route.fallback())
  await host.route('**/consent', asksAgain)
  await guest.getByRole('button', { name: 'Træk samtykke tilbage' }).click()
  for (const page of [host, guest]) await expect(page.getByText('Optages', { exact: true })).toBeHidden()
  await host.unroute('**/consent', asksAgain)
  await expect(host.getByText(/har trukket sit samtykke tilbage/).first()).toBeVisible()
  const seen = await watch(await save())
  expect(seen.seconds).toBeGreaterThan(3)
  expect(seen.seconds).toBeLessThan(30)
  expect({ width: seen.width, height: seen.height }).toEqual({ width: 1280, height: 720 })
  expect(seen.loudest).toBeGreaterThan(0.001)
  expect(seen.colours).toBeGreaterThan(20)
  await remove()
})

test('a recording that a reload cut off is not lost: it is offered, saved and then deleted', async () => {
  await ask()
  await guest.getByRole('button', { name: 'Ja, det er i orden' }).click()
  await host.getByRole('button', { name: 'Start optagelsen' }).click()
  await expect(guest.getByText('Optages', { exact: true })).toBeVisible()
  await host.waitForTimeout(8_500)
  await host.reload()
  await expect(guest.getByText('Optages', { exact: true })).toBeHidden()
  await expect(host.getByRole('region', { name: 'Din optagelse' })).toBeVisible()
  const seen = await watch(await save())
  expect(seen.seconds).toBeGreaterThan(3)
  expect(seen.loudest).toBeGreaterThan(0.001)
  await remove()
  await host.reload()
  await expectMovingPicture(host, 60_000)
  await expect(host.getByRole('region', { name: 'Din optagelse' })).toBeHidden()
})

test('when the meeting is ended for all while it records, the recording is there to save', async () => {
  await ask()
  await guest.getByRole('button', { name: 'Ja, det er i orden' }).click()
  await host.getByRole('button', { name: 'Start optagelsen' }).click()
  await expect(guest.getByText('Optages', { exact: true })).toBeVisible()
  await host.waitForTimeout(4_000)
  await host.getByRole('button', { name: 'Forlad mødet' }).click()
  await host.getByRole('button', { name: 'Slut for alle' }).click()
  await expect(host.getByText('Tak for mødet')).toBeVisible()
  expect((await watch(await save())).seconds).toBeGreaterThan(2)
})

async function ask(): Promise<void> {
  await host.getByRole('button', { name: 'Mere', exact: true }).click()
  await host.getByRole('button', { name: 'Optag mødet' }).click()
  await host.getByRole('button', { name: 'Spørg alle' }).click()
}

/** @returns the file that the browser saved. */
async function save(): Promise<Buffer> {
  const [download] = await Promise.all([host.waitForEvent('download'), host.getByRole('button', { name: 'Gem på computeren' }).click()])
  expect(download.suggestedFilename()).toMatch(/^moede-\d{4}-\d\d-\d\d-\d{4}\.webm$/)
  return readFile(await download.path())
}

async function remove(): Promise<void> {
  const kept = host.getByRole('region', { name: 'Din optagelse' })
  await kept.getByRole('button', { name: 'Slet' }).click()
  await kept.getByRole('button', { name: 'Ja, slet den' }).click()
  await expect(kept).toBeHidden()
}

/** Plays a file as a person would: how long it is, how large, how loud at its loudest and how many colours a frame has. */
async function watch(file: Buffer): Promise<{ seconds: number; width: number; height: number; loudest: number; colours: number }> {
  const page = await guest.context().browser()?.newPage()
  if (!page) throw new Error('a browser runs')
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.goto('about:blank')
  const seen = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const sound = await new AudioContext().decodeAudioData(bytes.buffer.slice(0))
    const loudest = sound.getChannelData(0).reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    const video = Object.assign(document.createElement('video'), { muted: true, src: URL.createObjectURL(new Blob([bytes])) })
    await video.play()
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 })
    const context = canvas.getContext('2d')
    context?.drawImage(video, 0, 0, 64, 36)
    const pixels = context?.getImageData(0, 0, 64, 36).data ?? new Uint8ClampedArray()
    const colours = new Set<string>()
    for (let at = 0; at < pixels.length; at += 4) colours.add(pixels.slice(at, at + 3).join())
    return { seconds: sound.duration, width: video.videoWidth, height: video.videoHeight, loudest, colours: colours.size }
  }, file.toString('base64'))
  await page.close()
  return seen
}
