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
  /** Sends a drawn picture as camera and a tone as microphone: a page without an address gets no devices. */
  send: () => Promise<void>
  /** What the own client takes to be on. */
  sends: () => Promise<{ microphone: boolean; camera: boolean }>
  unmute: () => Promise<void>
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
    send: () => ask(page, `(async () => {
      const canvas = document.createElement('canvas')
      canvas.getContext('2d').fillRect(0, 0, 10, 10)
      const context = new AudioContext()
      const sound = context.createMediaStreamDestination()
      const [picture] = canvas.captureStream(5).getVideoTracks()
      await room.localParticipant.publishTrack(picture, { source: 'camera' })
      await room.localParticipant.publishTrack(sound.stream.getAudioTracks()[0], { source: 'microphone' })
    })()`),
    sends: () => ask(page, '({ microphone: room.localParticipant.isMicrophoneEnabled, camera: room.localParticipant.isCameraEnabled })'),
    unmute: () => ask(page, 'room.localParticipant.setMicrophoneEnabled(true).then(() => undefined)'),
    leave: () => page.close(),
  }
}

function ask<Value>(page: Page, expression: string): Promise<Value> {
  return page.evaluate<Value>(expression)
}
