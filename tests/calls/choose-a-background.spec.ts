import { expect, test, type Page } from '@playwright/test'
import { bookLiveCall, type BookedCall } from '../support/call.ts'
import { expectMovingPicture } from '../support/media.ts'

test.describe.configure({ mode: 'serial' })

/** The sky of the dunes above and its farthest ridge below, as they are drawn. */
const SKY = [233, 226, 211]
const NEAR = 24

let call: BookedCall
let host: Page
let guest: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  call = await bookLiveCall(browser)
  ;({ host, guest } = call)
})
test.afterAll(() => call.stop())

test('whoever wants no background loads nothing for it', async () => {
  expect(await loadedForBackgrounds(host)).toEqual([])
  expect(distance(await corner(host, '[data-person="you"]'), SKY)).toBeGreaterThan(NEAR)
})

test('a picture is put behind the host, and the guest sees it too; all that it needs comes from our own server', async () => {
  await chooseBackground('Billede: klitter')
  // On both sides at once: a computer without a graphics card may take it back after ten seconds.
  const seen = await Promise.all([seesDunes(host, '[data-person="you"]'), seesDunes(guest, '[data-person="other"]')])
  expect(seen.every((isSeen) => isSeen) || await gaveUp(), 'the picture is seen on both sides, or it is said why not').toBe(true)
  await expect(host.getByText('Nu bruges'), 'the camera is the same').toHaveCount(0)
  const origin = new URL(host.url()).origin
  const loaded = await loadedForBackgrounds(host)
  expect(loaded.some((url) => url.endsWith('.wasm'))).toBe(true)
  expect(loaded.filter((url) => !url.startsWith(`${origin}/assets/`))).toEqual([])
})

test('it keeps up with fifteen pictures a second, or says that it could not and shows the room again', async () => {
  test.setTimeout(90_000)
  await host.waitForTimeout(14_000)
  if (!await gaveUp()) return expect(await framesPerSecond(host)).toBeGreaterThanOrEqual(13)
  await expect(host.getByLabel('Baggrund')).toHaveValue('none')
  await expect.poll(async () => distance(await corner(guest, '[data-person="other"]'), SKY)).toBeGreaterThan(NEAR)
  await expectMovingPicture(guest)
})

test('blurred is blurred: the sharp edges of the room are gone, or it is said why they are not', async () => {
  await chooseBackground('Som den er')
  await expect.poll(async () => distance(await corner(host, '[data-person="you"]'), SKY)).toBeGreaterThan(NEAR)
  const sharp = await sharpness(host)
  await chooseBackground('Meget sløret')
  await expect.poll(async () => await sharpness(host) < sharp / 2 || gaveUp(), { timeout: 40_000, intervals: [250] }).toBe(true)
})

test('what was chosen is remembered, and noise is a choice that the microphone follows', async () => {
  await chooseBackground('Som den er')
  const isReduced = () => guest.evaluate(() => JSON.parse(localStorage.getItem('fremmode.devices') ?? '{}').isNoiseReduced)
  await openDevices(guest)
  await guest.getByLabel(/Dæmp støj/).uncheck()
  await expect.poll(isReduced).toBe(false)
  await guest.reload()
  await expectMovingPicture(guest)
  await openDevices(guest)
  await expect(guest.getByLabel(/Dæmp støj/)).not.toBeChecked()
})

async function openDevices(page: Page): Promise<void> {
  if (await page.getByRole('dialog', { name: 'Udstyr' }).isVisible()) return
  await page.getByRole('button', { name: 'Mere', exact: true }).click()
  await page.getByRole('button', { name: 'Udstyr' }).click()
}

async function chooseBackground(label: string): Promise<void> {
  await openDevices(host)
  await host.getByLabel('Baggrund').selectOption({ label })
}

function loadedForBackgrounds(page: Page): Promise<string[]> {
  return page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)
    .filter((name) => /selfie_segmentation|background-processor/.test(name)))
}

/** Whether they come to be seen, before it is said that this computer can't. */
async function seesDunes(page: Page, of: string): Promise<boolean> {
  const see = async () => distance(await corner(page, of), SKY) < NEAR
  await expect.poll(async () => await see() || gaveUp(), { timeout: 60_000, intervals: [250] }).toBe(true)
  return see()
}

function gaveUp(): Promise<boolean> {
  return host.getByText('kunne ikke følge med').first().isVisible()
}

/** The colour, as three numbers from 0 to 255, a little in from the upper left corner of somebody's picture. */
function corner(page: Page, of: string): Promise<number[]> {
  return page.locator(`${of} video`).first().evaluate((video: HTMLVideoElement) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 })
    const context = canvas.getContext('2d')
    context?.drawImage(video, 0, 0, 64, 36)
    return [...(context?.getImageData(4, 3, 1, 1).data.slice(0, 3) ?? [])]
  })
}

/** How much neighbouring points of the host's own picture differ at the most. */
function sharpness(page: Page): Promise<number> {
  return page.locator('[data-person="you"] video').evaluate((video: HTMLVideoElement) => {
    const [width, height] = [320, 180]
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')
    context?.drawImage(video, 0, 0, width, height)
    const points = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray()
    let steepest = 0
    for (let at = 4; at < points.length; at += 4) {
      if ((at / 4) % width !== 0) steepest = Math.max(steepest, Math.abs((points[at] ?? 0) - (points[at - 4] ?? 0)))
    }
    return steepest
  })
}

function framesPerSecond(page: Page): Promise<number> {
  return page.locator('[data-person="you"] video').evaluate(async (video: HTMLVideoElement) => {
    let frames = 0
    const count = () => { frames += 1; video.requestVideoFrameCallback(count) }
    video.requestVideoFrameCallback(count)
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    return frames / 3
  })
}

function distance(colour: readonly number[], from: readonly number[]): number {
  return Math.max(...from.map((value, at) => Math.abs(value - (colour[at] ?? 0))))
}
