import { expect, test, type Page } from '@playwright/test'
import { comeToMeeting, letIn } from '../../support/call.ts'
import { watchFrames } from '../../support/frames.ts'
import { bookCallOverLine, type CallOverLine } from '../../support/network/call-over-line.ts'
import { mediaPaths, notePaths, offeredCodecs, putInSections, sentSections, type SentSection } from '../../support/network/media-path.ts'
import { BLACKOUT, GOOD_LINE, whyNoLine } from '../../support/network/network-line.ts'

test.describe.configure({ mode: 'serial' })

const missing = whyNoLine()
test.skip(missing !== null, missing ?? '')

const READ_WITHIN_MS = 2_000
const SEEN_WITHIN_MS = 30_000
/** The watch over the line is loaded after the first picture. */
const WATCH_IS_UP_MS = 4_000

let call: CallOverLine
let host: Page
let guest: Page
let atTheDoor: SentSection[]

test.beforeAll(async () => {
  test.setTimeout(300_000)
  call = await bookCallOverLine({ delayMs: 40 })
  ;({ host, guest } = call)
  for (const page of [guest, host]) await notePaths(page)
  // Who knocks before the camera has started sends it as ever.
  await comeToMeeting(call, () => guest.waitForFunction(() => [...document.querySelectorAll('video')].some(({ videoWidth }) => videoWidth > 0)))
  await expect.poll(() => putInSections(guest)).toEqual(['nothing', 'dark', 'nothing'])
  atTheDoor = await sentSections(guest)
  await letIn(call)
  await untilWatched()
})
test.afterAll(() => call?.stop())

test('media goes straight to the media server by UDP, over no relay', async () => {
  // A pair of candidates that is being looked at again counts as none for a moment.
  await expect.poll(() => mediaPaths(guest)).toEqual([{ way: 'direct', protocol: 'udp' }])
})

test('both offer the codecs of this room alone: a longer offer is a later picture', async () => {
  for (const page of [guest, host]) expect(await offeredCodecs(page)).toEqual(['opus', 'red', 'rtx', 'vp8'])
})

test('the camera of a guest has its section at the door, in which a dark picture was sent for a moment, and goes out in that one', async () => {
  expect(atTheDoor).toEqual([{ kind: 'video', codec: 'video/vp8', packets: expect.any(Number) }])
  expect(await putInSections(guest)).toEqual(['nothing', 'dark', 'nothing', 'open'])
  const inside = await sentSections(guest)
  expect(inside.map(({ kind }) => kind)).toEqual(['video', 'audio'])
  for (const { packets } of inside) expect(packets).toBeGreaterThan(0)
})

test('nothing is said while all is well, nor when a camera is turned off', async () => {
  const heard = [guest, host].map((page) => collectWords(page))
  await guest.getByRole('button', { name: 'Sluk kameraet' }).click()
  await guest.getByRole('button', { name: 'Slå mikrofonen fra' }).click()
  await guest.waitForTimeout(5_000)
  await guest.getByRole('button', { name: 'Tænd kameraet' }).click()
  await guest.getByRole('button', { name: 'Slå mikrofonen til' }).click()
  await guest.waitForTimeout(5_000)
  for (const words of heard) expect(await (await words)()).toEqual([])
})

test('when only what the guest sends is lost, the guest reads that it is theirs and the host too', async () => {
  const reads = [firstWords(guest, 'Din forbindelse sender ikke'), firstWords(host, `Forbindelsen hos ${call.answers.name} er faldet ud`)]
  await guest.waitForTimeout(300)
  const cutAt = Date.now()
  await call.line.set({ udp: 'to-them' })
  for (const at of await Promise.all(reads)) expect(at - cutAt).toBeLessThan(READ_WITHIN_MS)
  await untilAllIsWell()
})

test('when only what the guest would receive is lost, the host reads that the guest sees nothing', async () => {
  const read = firstWords(host, `${call.answers.name} kan ikke se og høre dig lige nu`)
  await guest.waitForTimeout(300)
  const cutAt = Date.now()
  await call.line.set({ udp: 'to-us' })
  expect(await read - cutAt).toBeLessThan(READ_WITHIN_MS)
  await untilAllIsWell()
})

test('when the guest\'s line is dead both read within two seconds whose it is; after eight a number to ring, and what is typed', async () => {
  const reads = [
    firstWords(guest, 'Din forbindelse er faldet ud'), firstWords(host, `Forbindelsen hos ${call.answers.name} er faldet ud. Din er i orden.`),
  ]
  await guest.waitForTimeout(300)
  const cutAt = Date.now()
  await call.line.set(BLACKOUT)
  for (const at of await Promise.all(reads)) expect(at - cutAt).toBeLessThan(READ_WITHIN_MS)
  await expect(host.getByRole('link', { name: `Ring til ${call.answers.name}` })).toBeVisible({ timeout: 12_000 })
  await host.getByRole('button', { name: 'Skriv til hinanden' }).click()
  await expect(host.getByRole('textbox', { name: 'Besked' })).toBeVisible()
  await untilAllIsWell()
})

test('with UDP shut the guest is in the call all the same, by TCP', async () => {
  await call.line.set({ ...GOOD_LINE, delayMs: 40, udp: 'none' })
  await guest.reload()
  for (const page of [guest, host]) await (await watchFrames(page)).untilNext(SEEN_WITHIN_MS)
})

/** Both see each other, and the watch over that is loaded. */
async function untilWatched(): Promise<void> {
  for (const page of [guest, host]) await (await watchFrames(page)).untilNext(SEEN_WITHIN_MS)
  await guest.waitForTimeout(WATCH_IS_UP_MS)
}

/** The line is good again, nothing is said any more, and the guest comes in anew: what was lost on UDP may have moved to TCP. */
async function untilAllIsWell(): Promise<void> {
  await call.line.set(GOOD_LINE)
  for (const page of [guest, host]) await (await watchFrames(page)).untilNext(SEEN_WITHIN_MS)
  for (const page of [guest, host]) await expect(page.locator('.stall-word')).toHaveText([], { timeout: 15_000 })
  await guest.reload()
  await untilWatched()
}

/** When the words stand on the page for the first time, epoch milliseconds. */
function firstWords(page: Page, words: string): Promise<number> {
  return page.evaluate((wanted) => new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Never read: ${wanted}. But: ${document.querySelector('.stage')?.textContent}`)), 10_000)
    const look = () => {
      if (!document.querySelector('.stall-word')?.textContent?.includes(wanted)) return requestAnimationFrame(look)
      clearTimeout(timer)
      resolve(Date.now())
    }
    look()
  }), words)
}

/** Everything that stands above the pictures from now on; the answer gives it. */
async function collectWords(page: Page): Promise<() => Promise<string[]>> {
  const seen = await page.evaluateHandle(() => {
    const words: string[] = []
    new MutationObserver(() => {
      const text = document.querySelector('.stall-word')?.textContent
      if (text && words.at(-1) !== text) words.push(text)
    }).observe(document.body, { childList: true, subtree: true })
    return words
  })
  return () => seen.jsonValue()
}
