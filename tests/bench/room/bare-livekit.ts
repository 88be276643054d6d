import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { Browser, Page } from '@playwright/test'
import type * as LiveKitClient from 'livekit-client'
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk'
import { freeTcpPort } from '../../../server/machine/ports.ts'
import { API_KEY, API_SECRET, findLiveKitProgram, startLiveKitServer } from '../../support/livekit-server.ts'
import { admissionSince, leaveAlone, letScriptsRun, SEEN_WITHIN_MS, sharpFaceAt, type Admission } from './admission.ts'

const CLIENT = createRequire(import.meta.url).resolve('livekit-client')
const ROOM = 'bare'
const GUEST = 'guest'
/** As the product's door has it: the guest is connected for a while before somebody lets them in. */
const WAITS_MS = 1_500
const NO_RIGHTS = { canPublish: false, canSubscribe: false, canPublishData: false, hidden: true }
const RIGHTS = { canPublish: true, canSubscribe: true, canPublishData: true, hidden: false }

type Bare = { LivekitClient: typeof LiveKitClient; firstFrame: Promise<number> }

/** The floor under an admission: LiveKit alone, a guest who is connected without rights, and the word that gives them. */
export async function measureBareAdmissions(browser: Browser, count: number): Promise<Admission[]> {
  const program = await findLiveKitProgram()
  if (program === null) throw new Error('There is no LiveKit server on this machine')
  const server = await startLiveKitServer(program, 'http://127.0.0.1:9/')
  const site = await serveNothing()
  const pages = await Promise.all([openBare(browser, site.url), openBare(browser, site.url)])
  const [host, guest] = pages
  const service = new RoomServiceClient(server.url, API_KEY, API_SECRET)
  const admissions: Admission[] = []
  try {
    await come(host, server.url, await tokenFor('host', RIGHTS))
    while (admissions.length < count) admissions.push(await admitOnce({ host, guest, service, url: server.url }))
  } finally {
    for (const page of pages) await page.context().close()
    await site.stop()
    await server.stop()
  }
  return admissions
}

type Bareness = { host: Page; guest: Page; service: RoomServiceClient; url: string }

async function admitOnce({ host, guest, service, url }: Bareness): Promise<Admission> {
  await guest.reload()
  await guest.addScriptTag({ path: CLIENT })
  await come(guest, url, await tokenFor(GUEST, NO_RIGHTS))
  for (const page of [guest, host]) await page.evaluate(watchForFrame)
  await guest.waitForTimeout(WAITS_MS)
  const from = Date.now()
  await service.updateParticipant(ROOM, GUEST, { permission: RIGHTS })
  await leaveAlone(0, SEEN_WITHIN_MS)
  const seenAt = await Promise.all([guest, host].map((page) => page.evaluate(() => (globalThis as unknown as Bare).firstFrame)))
  return admissionSince(from, seenAt, await Promise.all([guest, host].map((page) => sharpFaceAt(page, 'video'))))
}

/** Connects with camera and microphone at hand, which are sent as soon as they may be. */
function come(page: Page, url: string, token: string): Promise<void> {
  return page.evaluate(async ([to, key]) => {
    const { Room, RoomEvent, createLocalTracks } = (globalThis as unknown as Bare).LivekitClient
    const tracks = await createLocalTracks({ audio: true, video: true })
    const room = new Room({ adaptiveStream: true, dynacast: true, publishDefaults: { videoCodec: 'vp8', simulcast: true, red: true, dtx: true } })
    const publish = () => {
      if (!room.localParticipant.permissions?.canPublish) return
      for (const track of tracks) void room.localParticipant.publishTrack(track)
    }
    room.on(RoomEvent.TrackSubscribed, (track) => {
      const element = track.attach()
      // As wide as a face in the product: by that the client asks for what it is sent (adaptive stream).
      element.style.width = '100vw'
      document.body.append(element)
    })
    room.on(RoomEvent.ParticipantPermissionsChanged, (_before, participant) => { if (participant === room.localParticipant) publish() })
    await room.connect(to ?? '', key ?? '')
    publish()
  }, [url.replace('http', 'ws'), token])
}

/** The host stays, and meets the guest anew each time. */
function watchForFrame(): void {
  const bare = globalThis as unknown as Bare
  for (const element of document.querySelectorAll('video, audio')) element.remove()
  bare.firstFrame = new Promise((resolve) => {
    new MutationObserver((_changes, observer) => {
      const video = document.querySelector('video')
      if (!video) return
      observer.disconnect()
      video.requestVideoFrameCallback(() => resolve(Date.now()))
    }).observe(document.body, { childList: true })
  })
}

async function openBare(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext({ permissions: ['camera', 'microphone'] })).newPage()
  await letScriptsRun(page)
  await page.goto(url)
  await page.addScriptTag({ path: CLIENT })
  return page
}

function tokenFor(identity: string, rights: object): Promise<string> {
  const token = new AccessToken(API_KEY, API_SECRET, { identity, name: identity })
  token.addGrant({ roomJoin: true, room: ROOM, ...rights })
  return token.toJwt()
}

/** A page of this machine may use the camera; a file may not. */
async function serveNothing(): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer((_request, response) => { response.setHeader('Content-Type', 'text/html').end('<!DOCTYPE html><title>Bare</title>') })
  const port = await freeTcpPort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${port}/`, stop: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections() }) }
}
