import type { Browser } from '@playwright/test'
import {
  LocalVideoTrack, Room, TrackPublishOptions, TrackSource, VideoBufferType, VideoCodec, VideoFrame, VideoSource,
} from '@livekit/rtc-node'
import { CAST } from '#db/seeds/cast.ts'
import { bookCall, knockAndWait, letterTo, openDoorNow, type BookedCall } from '../../support/call.ts'
import { linkOf } from '../../support/letters.ts'
import { cookiesOf } from '../../support/people.ts'
import { pause } from '../../support/product.ts'
import { comeAgain, firstRemoteFrame, letScriptsRun } from './admission.ts'

const PICTURE = { width: 1280, height: 720, everyMs: 33 }
const SHADES = 8
const SETTLED_MS = 1_500

/**
 * Admit to the guest's first frame with one browser on the machine, as each person has: the host's camera is sent by LiveKit's
 * native client, with the product's own token, and the product is asked what the host's page asks it. Milliseconds.
 */
export async function measureAdmissionsOfOneBrowser(browser: Browser, count: number): Promise<number[]> {
  const call = await bookCall(browser)
  const room = new Room()
  try {
    await letScriptsRun(call.guest)
    const askAsHost = await comeWithoutBrowser(call, room)
    const times: number[] = []
    while (times.length < count) {
      if (times.length > 0) await comeAgain(call)
      times.push(await admitOnce(call, askAsHost))
    }
    return times
  } finally {
    await room.disconnect()
    await call.stop()
  }
}

type Ask = (what: 'token' | 'door', body: object) => Promise<{ token: string }>

/** The host is inside and filmed, the guest's browser waits at the door. */
async function comeWithoutBrowser({ product, sink, guest, host, answers }: BookedCall, room: Room): Promise<Ask> {
  const [invited, own] = await Promise.all([letterTo(sink, answers.email), letterTo(sink, CAST.consultant.email)])
  await openDoorNow(product)
  const headers = { 'Content-Type': 'application/json', Origin: product.url, Cookie: await cookiesOf(host) }
  const askAsHost: Ask = async (what, body) => {
    const answer = await fetch(`${linkOf(own, '/room/')}/${what}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`The product answered ${answer.status} to ${JSON.stringify(body)}`)
    return answer.json()
  }
  await host.goto('about:blank')
  const { token } = await askAsHost('token', { intent: 'knock', camera: 'ready', microphone: 'ready' })
  await room.connect(`${product.url.replace(/^http/, 'ws')}/livekit`, token, { autoSubscribe: true, dynacast: true })
  await film(room)
  await guest.goto(linkOf(invited, '/j/'))
  await knockAndWait(guest)
  return askAsHost
}

async function admitOnce({ guest }: BookedCall, askAsHost: Ask): Promise<number> {
  const seatId = guest.url().split('/').at(-1)
  const frame = firstRemoteFrame(guest)
  await pause(SETTLED_MS)
  const from = Date.now()
  await askAsHost('door', { intent: 'admit', seatId })
  return await frame - from
}

/** Sends a picture of a camera's size and rate, in the layers that browsers send, for as long as the room is connected. */
async function film(room: Room): Promise<void> {
  const camera = new VideoSource(PICTURE.width, PICTURE.height)
  const frames = Array.from({ length: SHADES }, (_, index) => paint(16 + index * 24))
  let shown = 0
  const filming = setInterval(() => {
    if (!room.isConnected) return clearInterval(filming)
    const frame = frames[shown % SHADES]
    shown += 1
    if (frame) camera.captureFrame(frame)
  }, PICTURE.everyMs)
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_CAMERA, simulcast: true, videoCodec: VideoCodec.VP8 })
  await room.localParticipant?.publishTrack(LocalVideoTrack.createVideoTrack('camera', camera), options)
}

function paint(shade: number): VideoFrame {
  const { width, height } = PICTURE
  return new VideoFrame(new Uint8Array(width * height * 3 / 2).fill(shade), width, height, VideoBufferType.I420)
}
