import { get } from 'node:http'
import type { Browser, Page } from '@playwright/test'
import { bookCall, comeToMeeting, type BookedCall } from '../support/call.ts'
import { median } from './http.bench.ts'
import { admissionRows, letScriptsRun, measureAdmission, measureAdmissions, p95, row, sightRows, type Admission } from './room/admission.ts'
import { measureBareAdmissions } from './room/bare-livekit.ts'
import { measureAdmissionsOfOneBrowser } from './room/one-browser.ts'
import type { BenchRow } from './row.ts'

/** Ours and the floor take turns, for a machine that is shared is slow for a minute and fast the next. */
const ROUNDS = 3
const ADMISSIONS = 5
const CHANGES = 20

type Round = { admissions: Admission[]; scripts: Scripts; changes: number[] }

/** A real call on loopback: how soon the two see each other after Admit, and how soon a written line stands on the other screen. */
export async function benchRoom(browser: Browser): Promise<BenchRow[]> {
  const rounds: Round[] = []
  const bare: Admission[] = []
  const oneBrowser: number[] = []
  while (rounds.length < ROUNDS) {
    rounds.push(await holdCall(browser))
    oneBrowser.push(...await measureAdmissionsOfOneBrowser(browser, ADMISSIONS))
    // Once the call is over: its two pages would take the cores from the floor.
    bare.push(...await measureBareAdmissions(browser, ADMISSIONS))
  }
  const admissions = rounds.flatMap((round) => round.admissions)
  return [
    ...admissionRows(admissions, '', { guest: 250, host: 400 }),
    ...sightRows('guest sees host', oneBrowser, ', one browser', 250),
    ...scriptRows(rounds.map(({ scripts }) => scripts)),
    ...changeRows(rounds.flatMap(({ changes }) => changes)),
    ...bareRows(admissions, bare),
  ]
}

async function holdCall(browser: Browser): Promise<Round> {
  const call = await bookCall(browser)
  try {
    await letScriptsRun(call.guest, call.host)
    const countLoaded = countScripts(call.guest)
    await comeToMeeting(call)
    let scripts: Scripts = { gzip: Number.NaN, brotli: Number.NaN }
    const first = await measureAdmission(call, async () => { scripts = await countLoaded() })
    return { admissions: await measureAdmissions(call, [first], ADMISSIONS), scripts, changes: await measureChanges(call) }
  } finally {
    await call.stop()
  }
}

function scriptRows(loaded: Scripts[]): BenchRow[] {
  return [
    row('room JavaScript before the first remote frame, gz', Math.max(...loaded.map(({ gzip }) => gzip)), 'kB', 220),
    row('the same as browsers on https get it, brotli', Math.max(...loaded.map(({ brotli }) => brotli)), 'kB'),
  ]
}

function changeRows(times: number[]): BenchRow[] {
  return [
    row('agenda change -> other screen, median', median(times), 'ms'),
    row('agenda change -> other screen, p95', p95(times), 'ms', 100),
  ]
}

/** The same on LiveKit alone, in the same minutes: what is above it is ours, the rest is the machine's. */
function bareRows(ours: Admission[], bare: Admission[]): BenchRow[] {
  const sights = [['guestMs', 'guest sees host'], ['hostMs', 'host sees guest'], ['guestSharpMs', 'guest sees host sharp'], ['hostSharpMs', 'host sees guest sharp']] as const
  return sights.flatMap(([key, sight]) => {
    const floor = median(bare.map((one) => one[key]))
    return [
      row(`bare LiveKit: rights given -> ${sight}, median`, floor, 'ms'),
      row(`admit -> ${sight} : bare LiveKit`, median(ours.map((one) => one[key])) / floor, 'x'),
    ]
  })
}

async function measureChanges({ guest, host }: BookedCall): Promise<number[]> {
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
    await host.getByRole('button', { name: 'Beslutning', exact: true }).click()
    await host.getByRole('form', { name: 'Beslutning' }).getByRole('textbox').first().fill(text)
    const pressedAt = await host.getByRole('button', { name: 'Gem', exact: true }).evaluate((button: HTMLButtonElement) => {
      const at = Date.now()
      button.click()
      return at
    })
    times.push(await seenAt - pressedAt)
  }
  return times
}

/** As they are sent in each encoding, kB. */
type Scripts = { gzip: number; brotli: number }

/** The scripts that a page has asked for until it is asked itself. */
function countScripts(page: Page): () => Promise<Scripts> {
  const addresses = new Set<string>()
  page.on('requestfinished', (request) => {
    const isRoom = page.url().includes('/room/') && request.resourceType() === 'script'
    if (isRoom) addresses.add(request.url())
  })
  const sizeOf = async (encoding: string) => {
    const sizes = await Promise.all([...addresses].map((address) => sentBytes(address, encoding)))
    return sizes.reduce((sum, size) => sum + size, 0) / 1000
  }
  return async () => ({ gzip: await sizeOf('gzip'), brotli: await sizeOf('br') })
}

function sentBytes(address: string, encoding: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'Accept-Encoding': encoding } }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => { bytes += chunk.length }).on('end', () => resolve(bytes)).on('error', reject)
    }).on('error', reject)
  })
}
