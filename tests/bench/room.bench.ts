import type { Browser, Page } from '@playwright/test'
import { bookCall, comeToMeeting, knockAndWait, letIn, type BookedCall } from '../support/call.ts'
import { expectMovingPicture } from '../support/media.ts'
import { median } from './http.bench.ts'
import type { BenchRow } from './row.ts'

const ADMISSIONS = 7
const CHANGES = 60

/** A real call on loopback: how soon the two see each other after Admit, and how soon a written line stands on the other screen. */
export async function benchRoom(browser: Browser): Promise<BenchRow[]> {
  const call = await bookCall(browser)
  try {
    // tsx names functions through a function of its own, which pages don't have.
    for (const page of [call.guest, call.host]) await page.addInitScript('globalThis.__name = (named) => named')
    const scripts = countScripts(call.guest)
    await comeToMeeting(call)
    const admissions = [await measureAdmission(call)]
    const scriptKilobytes = await scripts()
    for (let round = 1; round < ADMISSIONS; round += 1) {
      await comeAgain(call)
      admissions.push(await measureAdmission(call))
    }
    return [
      row('admit -> guest sees host, median', median(admissions.map(({ guestMs }) => guestMs)), 'ms', 350),
      row('admit -> host sees guest, median', median(admissions.map(({ hostMs }) => hostMs)), 'ms'),
      row('room JavaScript before the first remote frame, gz', scriptKilobytes, 'kB', 230),
      ...await measureChanges(call),
    ]
  } finally {
    await call.stop()
  }
}

function row(name: string, value: number, unit: string, most?: number): BenchRow {
  return most === undefined ? { name, value, unit } : { name, value, unit, target: `<= ${most}`, isWithin: value <= most }
}

/** From the press of Admit to the first frame of the other's picture, on both sides. All pages read one machine's clock. */
async function measureAdmission(call: BookedCall): Promise<{ guestMs: number; hostMs: number }> {
  const frames = [call.guest, call.host].map(firstRemoteFrame)
  const pressedAt = call.host.evaluate(() => new Promise<number>((resolve) => {
    document.addEventListener('click', () => resolve(Date.now()), { capture: true, once: true })
  }))
  await call.host.waitForTimeout(500)
  await letIn(call)
  const [from, guestAt = Number.NaN, hostAt = Number.NaN] = await Promise.all([pressedAt, ...frames])
  return { guestMs: guestAt - from, hostMs: hostAt - from }
}

function firstRemoteFrame(page: Page): Promise<number> {
  return page.evaluate(() => new Promise<number>((resolve) => {
    let watched: HTMLVideoElement | null = null
    const look = () => {
      const video = document.querySelector<HTMLVideoElement>('[data-person="other"] video')
      if (video && video !== watched) {
        watched = video
        video.requestVideoFrameCallback(() => resolve(Date.now()))
      }
      requestAnimationFrame(look)
    }
    look()
  }))
}

async function comeAgain({ guest }: BookedCall): Promise<void> {
  await expectMovingPicture(guest)
  const heard = guest.waitForResponse((response) => response.url().endsWith('/door'))
  await guest.getByRole('button', { name: 'Forlad mødet' }).click()
  await heard
  await guest.getByText('Du har forladt mødet').waitFor()
  await guest.reload()
  await knockAndWait(guest)
  await guest.waitForTimeout(1_000)
}

async function measureChanges({ guest, host }: BookedCall): Promise<BenchRow[]> {
  const times: number[] = []
  for (let index = 0; index < CHANGES; index += 1) {
    const text = `Linje ${index} ${Math.random().toString(36).slice(2)}`
    const seenAt = guest.evaluate((wanted) => new Promise<number>((resolve) => {
      const watching = new MutationObserver(() => {
        if (!document.body.textContent?.includes(wanted)) return
        watching.disconnect()
        resolve(Date.now())
      })
      watching.observe(document.body, { childList: true, subtree: true, characterData: true })
    }), text)
    await host.locator('textarea').filter({ visible: true }).first().fill(text)
    const pressedAt = await host.getByRole('button', { name: 'Gem', exact: true }).evaluate((button: HTMLButtonElement) => {
      const at = Date.now()
      button.click()
      return at
    })
    times.push(await seenAt - pressedAt)
  }
  const sorted = times.toSorted((one, other) => one - other)
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN
  return [
    row('agenda change -> other screen, median', median(times), 'ms'),
    row('agenda change -> other screen, p95', p95, 'ms', 100),
  ]
}

/** Bytes of scripts as sent over the line until it is asked, kB. */
function countScripts(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    const isRoom = page.url().includes('/room/') && request.resourceType() === 'script'
    if (isRoom) sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000
}
