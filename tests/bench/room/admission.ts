import type { Page } from '@playwright/test'
import { admitButton, knockAndWait, type BookedCall } from '../../support/call.ts'
import { expectMovingPicture } from '../../support/media.ts'
import { median } from '../http.bench.ts'
import type { BenchRow } from '../row.ts'

/** To the first frame of the other's picture, and to one that is sharp. */
export type Admission = { guestMs: number; hostMs: number; guestSharpMs: number; hostSharpMs: number }

/** From this width on, pixels, a face that fills the screen looks sharp: the middle one of a camera's three layers. */
const SHARP_PX = 640
const FACE = '[data-person="other"] video'

const PRESS_AFTER_MS = 500
/** By then most have seen a picture; a later one is measured as well. */
export const SEEN_WITHIN_MS = 700

/** What both sides are promised after Admit, milliseconds. */
export type AdmissionTargets = { guest: number; host: number }

/** tsx names functions through a function of its own, which pages don't have. */
export async function letScriptsRun(...pages: Page[]): Promise<void> {
  for (const page of pages) await page.addInitScript('globalThis.__name = (named) => named')
}

/**
 * From the press of Admit to the first frame of the other's picture, and to a sharp one, on both sides. All pages read one machine's
 * clock.
 * @param whenSeen what is looked at between the two.
 */
export async function measureAdmission(call: BookedCall, whenSeen: () => Promise<void> = () => Promise.resolve()): Promise<Admission> {
  const frames = [call.guest, call.host].map(firstRemoteFrame)
  // Playwright's own press moves a mouse and looks whether it hit, by the cores that are measured.
  const pressedAt = admitButton(call).evaluate((button: HTMLButtonElement, pressAfterMs) => new Promise<number>((resolve) => {
    setTimeout(() => {
      resolve(Date.now())
      button.click()
    }, pressAfterMs)
  }), PRESS_AFTER_MS)
  await leaveAlone(PRESS_AFTER_MS, SEEN_WITHIN_MS)
  const [from, ...seenAt] = await Promise.all([pressedAt, ...frames])
  await whenSeen()
  return admissionSince(from, seenAt, await Promise.all([call.guest, call.host].map((page) => sharpFaceAt(page, FACE))))
}

/** What is seen at the guest and at the host, each by this machine's clock. */
export function admissionSince(from: number, seenAt: readonly number[], sharpAt: readonly number[]): Admission {
  const times = [...seenAt, ...sharpAt].map((at) => at - from)
  const [guestMs = Number.NaN, hostMs = Number.NaN, guestSharpMs = Number.NaN, hostSharpMs = Number.NaN] = times
  return { guestMs, hostMs, guestSharpMs, hostSharpMs }
}

/** Since when a face is seen to be sharp, by this machine's clock; infinite after half a minute without. */
export function sharpFaceAt(page: Page, face: string): Promise<number> {
  return page.evaluate(async ([selector, width]) => {
    for (const until = Date.now() + 30_000; Date.now() < until;) {
      if ((document.querySelector<HTMLVideoElement>(selector)?.videoWidth ?? 0) >= width) return Date.now()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return Number.POSITIVE_INFINITY
  }, [face, SHARP_PX] as const)
}

/**
 * Holds this process still while the pages are measured. It hears of each of their requests and of each message on their sockets,
 * and takes a tenth of the cores for it. What is asked of them has to be on its way, which the first half of `beforeMs` is for.
 */
export async function leaveAlone(beforeMs: number, ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, beforeMs / 2))
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, beforeMs / 2 + ms)
}

/** The guest leaves, and stands at the door again. */
export async function comeAgain({ guest }: BookedCall): Promise<void> {
  await expectMovingPicture(guest)
  const heard = guest.waitForResponse((response) => response.url().endsWith('/door'))
  await guest.getByRole('button', { name: 'Forlad mødet' }).click()
  await heard
  await guest.getByText('Du har forladt mødet').waitFor()
  await guest.reload()
  await knockAndWait(guest)
  await guest.waitForTimeout(1_000)
}

/** One more admission than there are in `first`, until there are `count`. */
export async function measureAdmissions(call: BookedCall, first: Admission[], count: number): Promise<Admission[]> {
  const admissions = [...first]
  while (admissions.length < count) {
    await comeAgain(call)
    admissions.push(await measureAdmission(call))
  }
  return admissions
}

export function admissionRows(admissions: Admission[], where: string, targets: AdmissionTargets): BenchRow[] {
  return [
    ...sightRows('guest sees host', admissions.map(({ guestMs }) => guestMs), where, targets.guest),
    ...sightRows('host sees guest', admissions.map(({ hostMs }) => hostMs), where, targets.host),
    row(`admit -> guest sees host sharp, median${where}`, median(admissions.map(({ guestSharpMs }) => guestSharpMs)), 'ms'),
    row(`admit -> host sees guest sharp, median${where}`, median(admissions.map(({ hostSharpMs }) => hostSharpMs)), 'ms'),
  ]
}

/** @param most what is promised of the middle, milliseconds. */
export function sightRows(who: string, times: number[], where: string, most: number): BenchRow[] {
  return [
    row(`admit -> ${who}, median${where}`, median(times), 'ms', most),
    row(`admit -> ${who}, p95${where}`, p95(times), 'ms', 1_000),
  ]
}

export function row(name: string, value: number, unit: string, most?: number): BenchRow {
  return most === undefined ? { name, value, unit } : { name, value, unit, target: `<= ${most}`, isWithin: value <= most }
}

export function p95(numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN
}

/** When the next picture of somebody else is first drawn, by this machine's clock. */
export function firstRemoteFrame(page: Page): Promise<number> {
  return page.evaluate(seeRemoteFrame)
}

/** In the page; also for a page that is about to be loaded. */
export function seeRemoteFrame(): Promise<number> {
  return new Promise<number>((resolve) => {
    let watched: HTMLVideoElement | null = null
    const look = () => {
      const video = document.querySelector<HTMLVideoElement>('[data-person="other"] video')
      if (!video || video === watched) return
      watched = video
      video.requestVideoFrameCallback(() => {
        watching.disconnect()
        resolve(Date.now())
      })
    }
    // Looking at each frame would have both pages drawn sixty times a second, by the cores that are measured.
    const watching = new MutationObserver(look)
    watching.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-person'] })
    look()
  })
}
