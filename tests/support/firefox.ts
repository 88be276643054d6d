import { existsSync } from 'node:fs'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'

const PROGRAM = '/usr/bin/firefox-esr'
const PATIENCE_MS = 20_000

/** Why Firefox can't be driven here; null when it can. */
export const whyNoFirefox: string | null = existsSync(PROGRAM) || process.env.REQUIRE_ALL === '1'
  ? null
  : `no Firefox: apt-get install firefox-esr puts it at ${PROGRAM}`

/** Debian's Firefox over WebDriver BiDi, with its own fake camera and microphone, in Danish. */
export async function startFirefox(): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: PROGRAM,
    headless: true,
    defaultViewport: { width: 1280, height: 800 },
    protocolTimeout: 60_000,
    extraPrefsFirefox: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      // Firefox gathers no candidates of loopback by itself, and everything here is on loopback.
      'media.peerconnection.ice.loopback': true,
      'media.peerconnection.ice.obfuscate_host_addresses': false,
      'media.autoplay.default': 0,
      'intl.accept_languages': 'da-DK, da',
      // Its own decoder of H.264 would be fetched from the net; the calls are VP8.
      'media.gmp-manager.updateEnabled': false,
    },
  })
}

/** A person's page: what is slow or never comes is an error with its name. */
export async function newFirefoxPage(browser: Browser): Promise<Page> {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.evaluateOnNewDocument(watchConnections)
  return page
}

export async function pressNamed(page: Page, name: string): Promise<void> {
  await page.locator(`::-p-aria([name="${name}"][role="button"])`).click()
}

/** Waits for words that stand on the page. */
export async function seeText(page: Page, words: string): Promise<void> {
  await page.waitForFunction((wanted: string) => document.body.innerText.includes(wanted), {}, words)
}

/** Waits until a picture of somebody else has shown five frames. @returns its width in pixels. */
export async function seeMovingPicture(page: Page): Promise<number> {
  await page.waitForFunction(() => (document.querySelector<HTMLVideoElement>('[data-person="other"] video')?.videoWidth ?? 0) > 0)
  return page.evaluate((limitMs) => new Promise<number>((resolve, reject) => {
    const video = document.querySelector<HTMLVideoElement>('[data-person="other"] video')
    let left = 5
    const count = () => {
      left -= 1
      if (left === 0) resolve(video?.videoWidth ?? 0)
      else video?.requestVideoFrameCallback(count)
    }
    video?.requestVideoFrameCallback(count)
    setTimeout(() => reject(new Error('The picture stands still')), limitMs)
  }), PATIENCE_MS)
}

/** How much sound of others has come (W3C webrtc-stats, `totalAudioEnergy`): an audio context would wait for a loudspeaker. */
export async function soundEnergy(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const lines: RTCPeerConnection[] = Reflect.get(globalThis, 'peerConnections')
    const reports = await Promise.all(lines.map(async (line) => [...(await line.getStats()).values()]))
    return reports.flat().filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio')
      .reduce((sum, report) => sum + (report.totalAudioEnergy ?? 0), 0)
  })
}

/** Lets a page tell of its connections. */
function watchConnections(): void {
  const lines: RTCPeerConnection[] = []
  Reflect.set(globalThis, 'peerConnections', lines)
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...given: ConstructorParameters<typeof RTCPeerConnection>) {
      super(...given)
      lines.push(this)
    }
  }
}
