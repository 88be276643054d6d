import { expect, test, type Page } from '@playwright/test'
import { CAST } from '#db/seeds/cast.ts'
import { bookCall, comeToMeeting, letIn, type BookedCall } from '../../support/call.ts'
import { liveKinds, noteCaptured } from '../../support/captured.ts'
import { watchFrames, type Frames } from '../../support/frames.ts'
import { endCamera } from '../../support/media.ts'
import { pause, untilLiveKitReady } from '../../support/product.ts'

test.describe.configure({ mode: 'serial' })

/** The promise on a media server that is killed: everybody sees everybody again within this time. */
const BACK_WITHIN_MS = 12_000

/** By then whoever tries again by themselves, without the page being seen, has done so. */
const TRIED_AGAIN_MS = 3_500

let call: BookedCall
let host: Page
let guest: Page
let seen: { guest: Frames; host: Frames }

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  call = await bookCall(browser)
  ;({ host, guest } = call)
  await noteCaptured(guest)
  await comeToMeeting(call)
  await letIn(call)
  seen = { guest: await watchFrames(guest), host: await watchFrames(host) }
  await Promise.all([seen.guest.untilNext(30_000), seen.host.untilNext(30_000)])
})
test.afterAll(() => call?.stop())

test('the app is killed and started again, and the picture does not so much as blink', async () => {
  await Promise.all([seen.guest.untilNext(5_000), seen.host.untilNext(5_000)])
  await Promise.all([seen.guest.longestGapMs(), seen.host.longestGapMs()])
  await call.product.kill()
  await pause(3_000)
  const gaps = await Promise.all([seen.guest.longestGapMs(), seen.host.longestGapMs()])
  for (const gap of gaps) expect(gap).toBeLessThan(1_500)
  await call.product.startAgain()
  await untilLiveKitReady(call.product)
  await Promise.all([seen.guest.untilNext(5_000), seen.host.untilNext(5_000)])
})

test('a page that was frozen, as on a phone, comes back by itself', async () => {
  const session = await guest.context().newCDPSession(guest)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  await pause(4_000)
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  await Promise.all([seen.guest.untilNext(BACK_WITHIN_MS), seen.host.untilNext(BACK_WITHIN_MS)])
  await expect(guest.locator('.stall-word')).toHaveCount(0, { timeout: 8_000 })
})

test('a camera that ended and could not be had meanwhile, as on a locked phone, runs again when the page is seen', async () => {
  const giveBack = await withholdDevices(guest)
  await endCamera(guest)
  await pause(TRIED_AGAIN_MS)
  await expect(guest.getByRole('button', { name: 'Tænd kameraet' })).toBeVisible()
  await giveBack()
  await pause(TRIED_AGAIN_MS)
  await expect(guest.getByRole('button', { name: 'Tænd kameraet' })).toBeVisible()
  await guest.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(guest.getByRole('button', { name: 'Sluk kameraet' })).toBeVisible()
  await seen.host.untilNext(BACK_WITHIN_MS)
})

test('the media server is killed outright: the agenda stays, and everybody is back within twelve seconds', async () => {
  killMediaServer()
  const [guestMs, hostMs] = await Promise.all([seen.guest.untilNext(BACK_WITHIN_MS), seen.host.untilNext(BACK_WITHIN_MS)])
  console.log(`back after ${Math.round(guestMs)} ms at the guest, ${Math.round(hostMs)} ms at the host`)
  for (const page of [guest, host]) await expect(page.getByRole('heading', { name: 'Dagsorden' })).toBeVisible()
})

test('a shared screen goes on when the media server is killed: the other side sees it again, and nothing is captured twice', async () => {
  await guest.getByRole('button', { name: 'Del skærm' }).click()
  const before = await untilScreen(host)
  killMediaServer()
  await untilScreen(host, before)
  await expect(guest.getByText('Du deler din skærm', { exact: true })).toBeVisible()
  expect((await liveKinds(guest, 'screen')).filter((kind) => kind === 'video')).toHaveLength(1)
})

test('a share whose turn somebody else took while the line was away stops, and its owner is told', async () => {
  await guest.evaluate(() => window.dispatchEvent(new Event('pagehide')))
  await expect(host.locator('[data-person="screen"] video')).toHaveCount(0)
  await host.getByRole('button', { name: 'Del skærm' }).click()
  await expect(host.getByText('Du deler din skærm', { exact: true })).toBeVisible()
  await guest.evaluate(() => window.dispatchEvent(new Event('pageshow')))
  await expect(guest.getByText(`${CAST.consultant.name} deler nu skærm, og din deling er stoppet.`)).toBeVisible({ timeout: BACK_WITHIN_MS })
  // Both are said in one moment, and neither takes the other's place.
  await expect(guest.getByRole('status').getByText('Forbindelsen er tilbage.').last()).toBeVisible()
  await untilScreen(guest)
  expect(await liveKinds(guest, 'screen')).toEqual([])
  await expect(guest.getByText('Du deler din skærm', { exact: true })).toHaveCount(0)
  await host.getByRole('button', { name: 'Stop deling' }).first().click()
})

test('whoever is sent away reads why, with one way on', async () => {
  const takeOut = `Tag ud af mødet: ${call.answers.name}`
  await host.getByRole('button', { name: 'Mere', exact: true }).click()
  await host.getByRole('button', { name: 'Folk i mødet' }).click()
  await host.getByRole('button', { name: takeOut }).click()
  await host.getByRole('group', { name: takeOut }).getByRole('button', { name: 'Tag ud af mødet' }).click()
  await expect(guest.getByRole('heading', { name: 'Du er ikke med i mødet' })).toBeVisible()
  await expect(guest.locator('.farewell').getByRole('link')).toHaveCount(1)
})

/** The browser gives no device until the answer is called. */
async function withholdDevices(page: Page): Promise<() => Promise<void>> {
  const given = await page.evaluateHandle(() => {
    const { getUserMedia } = navigator.mediaDevices
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotReadableError'))
    return getUserMedia
  })
  return () => given.evaluate((getUserMedia) => { navigator.mediaDevices.getUserMedia = getUserMedia })
}

function killMediaServer(): void {
  const killed = call.product.running().livekitPid
  if (killed === null) throw new Error('our own media server runs')
  process.kill(killed, 'SIGKILL')
}

/** Waits until the other's screen is seen, and not the one of `before`. The answer names it. */
async function untilScreen(page: Page, before = ''): Promise<string> {
  const look = () => page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('[data-person="screen"] video')
    const [track] = video?.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks() : []
    return video && track && video.videoWidth > 0 ? track.id : ''
  })
  await expect.poll(async () => ['', before].includes(await look()), { message: 'the shared screen is seen', timeout: 20_000 }).toBe(false)
  return look()
}
