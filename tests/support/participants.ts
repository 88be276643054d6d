import { chromium, type Browser, type Page } from '@playwright/test'
import { createRequire } from 'node:module'
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts'

const CLIENT = createRequire(import.meta.url).resolve('livekit-client')

export type Participant = {
  /** Joins with a token; gives how it ended: `connected`, or why not. */
  join: (url: string, token: string) => Promise<string>
  /** What the server grants this connection now. */
  rights: () => Promise<{ canPublish: boolean; canSubscribe: boolean; canPublishData: boolean; hidden: boolean }>
  /** Identities of the others that it can see. */
  others: () => Promise<string[]>
  state: () => Promise<string>
  leave: () => Promise<void>
}

/** A real LiveKit client in a real browser: the only thing that a LiveKit server takes for a participant. */
export async function startBrowser(): Promise<{ participant: () => Promise<Participant>; stop: () => Promise<void> }> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
  return { participant: () => participantIn(browser), stop: () => browser.close() }
}

async function participantIn(browser: Browser): Promise<Participant> {
  const page = await browser.newPage()
  await page.addScriptTag({ path: CLIENT })
  await page.addScriptTag({ content: 'window.room = new LivekitClient.Room()' })
  return {
    join: (url, token) => ask(page, `room.connect('${url.replace(/^http/, 'ws')}', '${token}')
      .then(() => 'connected', (error) => String(error.message))`),
    rights: () => ask(page, `(({ canPublish, canSubscribe, canPublishData, hidden }) =>
      ({ canPublish, canSubscribe, canPublishData, hidden }))(room.localParticipant.permissions)`),
    others: () => ask(page, '[...room.remoteParticipants.keys()]'),
    state: () => ask(page, 'room.state'),
    leave: () => page.close(),
  }
}

function ask<Value>(page: Page, expression: string): Promise<Value> {
  return page.evaluate<Value>(expression)
}
