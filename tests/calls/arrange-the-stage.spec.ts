import { expect as expectSoon, test, type Locator, type Page } from '@playwright/test'
import { CAST } from '#db/seeds/cast.ts'
import { bookCall, comeToMeeting, letIn, pressKey, type BookedCall } from '../support/call.ts'
import { captured, liveKinds, noteCaptured, type Captured } from '../support/captured.ts'
import { joinCrowd } from '../support/crowd.ts'
import { endCamera } from '../support/media.ts'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

/** Six people on two cores take their time. */
const expect = expectSoon.configure({ timeout: 30_000 })

let call: BookedCall
let host: Page
let guest: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  call = await bookCall(browser)
  ;({ host, guest } = call)
  for (const page of [host, guest]) await noteCaptured(page)
  await comeToMeeting(call)
  await letIn(call)
  await Promise.all([expectPicture(guest), expectPicture(host)])
})
test.afterAll(() => call.stop())

test('side by side is chosen from the list, both pictures get the same size, and a reload remembers it', async () => {
  await choose(host, 'Visning')
  await host.getByRole('radio', { name: 'Side om side' }).check()
  await expect(host.getByRole('status').filter({ hasText: 'Visning: Side om side.' })).toBeVisible()
  await host.getByRole('button', { name: 'Færdig' }).click()
  await expectEvenTiles(host)
  await host.reload()
  await expectPicture(host)
  await expectEvenTiles(host)
})

test('the own picture is folded away by keyboard for its owner alone, and comes back', async () => {
  await host.getByRole('button', { name: 'Skjul mit billede' }).focus()
  await host.keyboard.press('Enter')
  await expect(host.locator('[data-person="you"]')).toHaveCount(0)
  await expectPicture(guest)
  await host.getByRole('button', { name: 'Vis mig' }).click()
  await expect(host.locator('[data-person="you"]')).toBeVisible()
})

test('single keys do what their buttons do, hold-to-talk is heard only while it is held, and a switch turns them off', async () => {
  await pressKey(host, 'm')
  await expect(plateOf(guest, CAST.consultant.name)).toContainText('Mikrofonen er slået fra')
  const spaces = await notePresses(host, ' ')
  await host.keyboard.down('Space')
  await expect(plateOf(guest, CAST.consultant.name)).not.toContainText('Mikrofonen er slået fra')
  for (let repeats = 0; repeats < 2; repeats += 1) await host.keyboard.down('Space')
  await host.keyboard.up('Space')
  // None of them is left to the browser, which would scroll.
  expect(await spaces()).toEqual(['prevented', 'prevented', 'prevented'])
  await expect(plateOf(guest, CAST.consultant.name)).toContainText('Mikrofonen er slået fra')
  await host.keyboard.press('d')
  await expect(host.getByRole('button', { name: 'Vis dagsorden' })).toBeVisible()
  await host.keyboard.press('d')
  await host.getByRole('textbox').first().pressSequentially('mdc')
  await expect(host.getByRole('textbox').first()).toHaveValue('mdc')
  await expect(host.getByRole('button', { name: 'Sluk kameraet' })).toBeVisible()
  await host.getByRole('textbox').first().fill('')
  await pressKey(host, '?')
  await host.getByRole('checkbox', { name: /Brug taster som genveje/ }).uncheck()
  await host.keyboard.press('Escape')
  await pressKey(host, 'c')
  await host.waitForTimeout(500)
  await expect(host.getByRole('button', { name: 'Sluk kameraet' })).toBeVisible()
  await host.getByRole('button', { name: 'Slå mikrofonen til' }).click()
})

test('another microphone is told by name, and one press goes back', async () => {
  await choose(guest, 'Udstyr')
  await guest.getByLabel('Mikrofon', { exact: true }).selectOption({ label: 'Fake Audio Input 1' })
  await guest.getByRole('button', { name: 'Luk', exact: true }).click()
  await expect(guest.getByText('Nu bruges Fake Audio Input 1.')).toBeVisible()
  await choose(guest, 'Udstyr')
  const before = await guest.getByLabel('Mikrofon', { exact: true }).inputValue()
  await guest.getByLabel('Mikrofon', { exact: true }).selectOption({ label: 'Fake Audio Input 2' })
  await guest.getByRole('button', { name: 'Luk', exact: true }).click()
  await expect(guest.getByText('Nu bruges Fake Audio Input 2.')).toBeVisible()
  await guest.getByRole('button', { name: 'Fortryd' }).click()
  await choose(guest, 'Udstyr')
  await expect(guest.getByLabel('Mikrofon', { exact: true })).toHaveValue(before)
  await guest.getByRole('button', { name: 'Luk', exact: true }).click()
})

test('a shared screen arrives in the size in which it left, and whoever takes over stops the other’s share', async () => {
  await host.getByRole('button', { name: 'Del skærm' }).click()
  await expect(host.getByText('Du deler din skærm', { exact: true })).toBeVisible()
  const screen = guest.locator('[data-person="screen"] video')
  await expect.poll(() => sizeOf(screen)).toEqual((await sharedPicture(host))?.size)
  await guest.getByRole('button', { name: 'Del skærm' }).click()
  await expect(guest.getByRole('dialog')).toContainText(`${CAST.consultant.name} deler skærm`)
  await guest.getByRole('button', { name: 'Overtag' }).click()
  await expect(host.getByText(`${call.answers.name} deler nu skærm, og din deling er stoppet.`)).toBeVisible()
  await expect(host.locator('[data-person="screen"]')).toBeVisible()
  await expect(guest.locator('[data-person="screen"]')).toHaveCount(0)
  await expect(guest.getByText('Du deler din skærm', { exact: true })).toBeVisible()
  await guest.getByRole('button', { name: 'Stop deling' }).first().click()
  await expect(host.locator('[data-person="screen"]')).toHaveCount(0)
})

test('a share is asked for so that text stays sharp, nobody hears themselves, and this very page is not offered', async () => {
  await guest.getByRole('button', { name: 'Del skærm' }).click()
  await expect.poll(() => sharedPicture(guest)).toMatchObject({
    contentHint: 'text', wish: { audio: { restrictOwnAudio: true }, selfBrowserSurface: 'exclude' },
  })
  await guest.getByRole('button', { name: 'Stop deling' }).first().click()
  await expect.poll(() => liveKinds(guest, 'screen')).toEqual([])
  await expect(host.locator('[data-person="screen"]')).toHaveCount(0)
})

test('a share that is stopped before it is out never comes out', async () => {
  for (let wait = 0; wait <= 200; wait += 20) await shareForAMoment(guest, wait)
  await guest.getByRole('button', { name: 'Del skærm' }).click()
  await expect.poll(() => host.locator('[data-person="screen"] video').evaluateAll((videos) => (
    videos.map((video) => (video as HTMLVideoElement).videoWidth > 0)
  )), { message: 'one that was not stopped does' }).toEqual([true])
  await guest.getByRole('button', { name: 'Stop deling' }).first().click()
  await expect(host.locator('[data-person="screen"]')).toHaveCount(0)
})

test('with sound only no camera comes or goes, and one press brings the pictures back', async () => {
  await choose(guest, 'Spar data')
  await guest.getByRole('radio', { name: 'Kun lyd' }).check()
  await guest.getByRole('button', { name: 'Færdig' }).click()
  await expect(guest.locator('[data-person="other"] video')).toBeHidden()
  await expect(host.locator('[data-person="other"]')).toContainText('Kameraet er slukket')
  await guest.getByRole('button', { name: 'Vis fulde billeder' }).click()
  await Promise.all([expectPicture(guest), expectPicture(host)])
})

test('a small window over other programs carries the picture, the point and its clock, and goes with a press', async () => {
  await host.getByRole('button', { name: 'Begynd mødet' }).click()
  await choose(host, 'Lille vindue')
  const inWindow = () => host.evaluate(() => {
    const { documentPictureInPicture } = globalThis as unknown as { documentPictureInPicture: { window: Window | null } }
    const small = documentPictureInPicture.window?.document
    const video = small?.querySelector<HTMLVideoElement>('video')
    return { words: small?.body.innerText ?? '', isPlaying: video ? video.videoWidth > 0 && !video.paused : false }
  })
  await expect.poll(inWindow).toMatchObject({ words: expect.stringMatching(/Velkommen\s+\d+:\d\d tilbage/), isPlaying: true })
  await choose(host, 'Luk det lille vindue')
  await expect.poll(inWindow).toEqual({ words: '', isPlaying: false })
})

test('what a person chose at an item outlives a reload, although the item suggests otherwise, until the meeting moves on', async () => {
  await expectEvenTiles(host)
  await choose(host, 'Visning')
  await host.getByRole('radio', { name: /Den, der taler/ }).check()
  await host.getByRole('button', { name: 'Færdig' }).click()
  await expect(host.locator('.stage')).toHaveAttribute('data-layout', 'pair')
  await host.reload()
  await expectPicture(host)
  await expect(host.locator('.stage')).toHaveAttribute('data-layout', 'pair')
  await host.getByRole('button', { name: 'Næste punkt' }).click()
  await expectEvenTiles(host)
})

test('keys pressed in the small window lead the meeting on, and to the notes and a decision in the page', async () => {
  const title = host.locator('.panel-now-title')
  // The notes are fetched after the first picture, and a field that waits for them takes no focus.
  await expect(host.locator('.note-area')).toBeEnabled()
  await choose(host, 'Genveje')
  await host.getByRole('checkbox', { name: /Brug taster som genveje/ }).check()
  await host.keyboard.press('Escape')
  for (const [key, field] of [['t', host.locator('.note-area')], ['b', host.getByLabel('Hvad blev I enige om?')]] as const) {
    const opened = host.context().waitForEvent('page')
    await choose(host, 'Lille vindue')
    const small = await opened
    const before = await title.innerText()
    await small.keyboard.press('n')
    await expect(title).not.toHaveText(before)
    // The window goes with the key: nobody hears that it was let go.
    await Promise.all([small.waitForEvent('close'), small.keyboard.down(key).catch(() => null)])
    await expect(field).toBeFocused()
  }
})

test('six people are seen at once, whoever goes on speaking becomes large, and a pin goes before', async () => {
  const crowd = await joinCrowd(call.product, ['Amina', 'Thomas', 'Claire', 'Bo'])
  await expect(guest.locator('.tile')).toHaveCount(6)
  await expectPicture(guest)
  await choose(guest, 'Visning')
  await guest.getByRole('radio', { name: /Den, der taler/ }).check()
  await guest.getByRole('button', { name: 'Færdig' }).click()
  await host.getByRole('button', { name: 'Slå mikrofonen fra' }).click()
  crowd.speak('Claire', true)
  await expect(tileOf(guest, 'Claire')).toHaveAttribute('data-large', '')
  await guest.getByRole('button', { name: 'Fasthold Bo' }).focus()
  await guest.keyboard.press('Enter')
  await expect(tileOf(guest, 'Bo')).toHaveAttribute('data-large', '')
  await guest.getByRole('button', { name: 'Slip Bo' }).click()
  await expect(tileOf(guest, 'Claire')).toHaveAttribute('data-large', '')
  await crowd.leave()
  await expect(guest.locator('.tile')).toHaveCount(2)
})

test('whoever leaves while sharing is captured no longer: no screen, and no camera either when the page is seen again', async () => {
  await guest.getByRole('button', { name: 'Del skærm' }).click()
  await expect(host.locator('[data-person="screen"] video')).toBeVisible()
  expect(await liveKinds(guest, 'screen')).toContain('video')
  await endCamera(guest)
  await expectPicture(host)
  await guest.getByRole('button', { name: 'Forlad' }).click()
  await expect(guest.getByRole('button', { name: 'Gå ind igen' })).toBeVisible()
  await guest.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await guest.waitForTimeout(3_000)
  expect([await liveKinds(guest, 'screen'), await liveKinds(guest, 'devices')]).toEqual([[], []])
})

/** What becomes of each press of a key from now on, repeats included. */
async function notePresses(page: Page, key: string): Promise<() => Promise<string[]>> {
  const seen = await page.evaluateHandle((wanted) => {
    const presses: string[] = []
    window.addEventListener('keydown', (event) => {
      if (event.key === wanted) presses.push(event.defaultPrevented ? 'prevented' : 'left to the browser')
    })
    return presses
  }, key)
  return () => seen.jsonValue()
}

async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Mere', exact: true }).click()
  await page.getByRole('button', { name: entry, exact: true }).click()
}

async function expectEvenTiles(page: Page): Promise<void> {
  await expect.poll(async () => {
    const boxes = await Promise.all((await page.locator('.tile').all()).map((tile) => tile.boundingBox()))
    const [own, other, ...more] = boxes.map((box) => `${Math.round(box?.width ?? 0)} x ${Math.round(box?.height ?? 0)}`)
    return own === other && more.length === 0
  }, { message: 'both are as large' }).toBe(true)
}

/** The first other's picture goes on: one frame more than there were. */
async function expectPicture(page: Page): Promise<void> {
  const frames = () => page.locator('[data-person="other"] video').first().evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames)
  const before = await frames()
  await expect.poll(frames, { message: 'the picture goes on' }).toBeGreaterThan(before)
}

function tileOf(page: Page, name: string): Locator {
  return page.locator('[data-person="other"]').filter({ hasText: name })
}

function plateOf(page: Page, name: string): Locator {
  return tileOf(page, name).locator('figcaption')
}

function sizeOf(video: Locator): Promise<string> {
  return video.evaluate((element: HTMLVideoElement) => `${element.videoWidth} x ${element.videoHeight}`)
}

/** Shares, and stops so many milliseconds after there is a button for it. */
function shareForAMoment(page: Page, waitMs: number): Promise<void> {
  return page.evaluate(async (wait) => {
    const comes = async (words: string): Promise<HTMLButtonElement> => {
      for (;;) {
        const found = [...document.querySelectorAll('button')].find(({ textContent, ariaLabel }) => `${textContent}${ariaLabel ?? ''}`.includes(words))
        if (found) return found
        await new Promise(requestAnimationFrame)
      }
    }
    (await comes('Del skærm')).click()
    const stop = await comes('Stop deling')
    await new Promise((resolve) => setTimeout(resolve, wait))
    stop.click()
  }, waitMs)
}

/** What the browser captures for the share that goes on. */
async function sharedPicture(page: Page): Promise<Captured | undefined> {
  return (await captured(page, 'screen')).find(({ kind, isLive }) => kind === 'video' && isLive)
}
