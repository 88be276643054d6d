import type { Page } from '@playwright/test'
import {
  LocalVideoTrack, Room, TrackPublishOptions, TrackSource, VideoBufferType, VideoCodec, VideoFrame, VideoSource,
} from '@livekit/rtc-node'
import { CAST } from '#db/seeds/cast.ts'
import { knockAndWait, letterTo, openDoorNow, type BookedCall } from '../../support/call.ts'
import { linkOf } from '../../support/letters.ts'

const PICTURE = { width: 1280, height: 720, everyMs: 33 }
const SHADES = 8
const READY = { camera: 'ready', microphone: 'ready' }

type Leave = () => Promise<void>

/**
 * The host without a browser: LiveKit's native client sends the camera, with the product's own token. The guest's browser waits at
 * the door. `admit` asks the product what the host's page asks it.
 */
export async function comeAsNativeHost(call: BookedCall): Promise<{ admit: () => Promise<void>; leave: Leave }> {
  const { sink, guest, host, answers } = call
  const [invited, own] = await Promise.all([letterTo(sink, answers.email), letterTo(sink, CAST.consultant.email)])
  await openDoorNow(call.product)
  const ask = await asHolderOf(call, host, linkOf(own, '/room/'))
  await host.goto('about:blank')
  const { token } = await ask('token', { intent: 'knock', ...READY })
  const leave = await film(call, token)
  await guest.goto(linkOf(invited, '/j/'))
  await knockAndWait(guest)
  const seatId = guest.url().split('/').at(-1)
  return { admit: () => ask('door', { intent: 'admit', seatId }), leave }
}

/** Asks the product as this browser would, of the seat at whose page it is. */
async function asHolderOf({ product }: BookedCall, page: Page, room: string) {
  const { pathname, origin } = new URL(room)
  const jar = new Map((await page.context().cookies(room)).map(({ name, value }) => [name, value]))
  return async (what: 'token' | 'door', body: object) => {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const headers = { 'Content-Type': 'application/json', Origin: origin, Cookie: cookie }
    const answer = await fetch(`${product.url}${pathname}/${what}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`The product answered ${answer.status} to ${JSON.stringify(body)}`)
    for (const set of answer.headers.getSetCookie()) jar.set(...nameAndValue(set))
    return answer.json()
  }
}

function nameAndValue(setCookie: string): [string, string] {
  const [pair = ''] = setCookie.split(';')
  const at = pair.indexOf('=')
  return [pair.slice(0, at), pair.slice(at + 1)]
}

/** Sends a picture of a camera's size and rate, in the layers that browsers send. */
async function film({ product }: BookedCall, token: string): Promise<Leave> {
  const room = new Room()
  await room.connect(`${product.url.replace(/^http/, 'ws')}/livekit`, token, { autoSubscribe: true, dynacast: true })
  const camera = new VideoSource(PICTURE.width, PICTURE.height)
  const frames = Array.from({ length: SHADES }, (_, index) => paint(16 + index * 24))
  let shown = 0
  const filming = setInterval(() => {
    const frame = frames[shown % SHADES]
    shown += 1
    if (frame) camera.captureFrame(frame)
  }, PICTURE.everyMs)
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_CAMERA, simulcast: true, videoCodec: VideoCodec.VP8 })
  await room.localParticipant?.publishTrack(LocalVideoTrack.createVideoTrack('camera', camera), options)
  return async () => {
    clearInterval(filming)
    await room.disconnect()
  }
}

function paint(shade: number): VideoFrame {
  const { width, height } = PICTURE
  return new VideoFrame(new Uint8Array(width * height * 3 / 2).fill(shade), width, height, VideoBufferType.I420)
}
