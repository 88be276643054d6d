import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { AccessToken } from 'livekit-server-sdk'
import postgres from 'postgres'
import type { Product } from './product.ts'

const CLIENT = createRequire(import.meta.url).resolve('livekit-client')

export type Crowd = {
  /** Lets one of them be heard, or fall silent. */
  speak: (name: string, isSpeaking: boolean) => Promise<void>
  leave: () => Promise<void>
}

/**
 * More people in the meeting of the product: real LiveKit clients in one page, each with a moving picture and a voice that can be turned
 * on. They come beside the guest's own connection, as `identity#name`, for which the guest's seat lets them stay.
 */
export async function joinCrowd(browser: Browser, product: Product, names: readonly string[]): Promise<Crowd> {
  const { room, identity } = await findGuest(product)
  const server = readServer(product)
  const page = await browser.newPage()
  await page.addScriptTag({ path: CLIENT })
  await page.addScriptTag({ content: 'window.crowd = {}' })
  for (const name of names) await joinOne(page, { name, url: server.url, token: await tokenFor(server, { room, identity: `${identity}#${name}`, name }) })
  return {
    speak: (name, isSpeaking) => page.evaluate(`crowd[${JSON.stringify(name)}].gain.gain.value = ${isSpeaking ? 0.5 : 0}`),
    leave: () => page.close(),
  }
}

async function joinOne(page: Page, { name, token, url }: { name: string; token: string; url: string }): Promise<void> {
  await page.evaluate(`(async () => {
    const room = new LivekitClient.Room()
    await room.connect('${url}', '${token}')
    const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 120 })
    const pen = canvas.getContext('2d')
    setInterval(() => { pen.fillStyle = 'hsl(' + (Date.now() / 20 % 360) + ' 60% 50%)'; pen.fillRect(0, 0, 160, 120) }, 200)
    const audio = new AudioContext()
    const [tone, gain, out] = [new OscillatorNode(audio, { frequency: 300 }), new GainNode(audio, { gain: 0 }), audio.createMediaStreamDestination()]
    tone.connect(gain).connect(out)
    tone.start()
    await room.localParticipant.publishTrack(canvas.captureStream(5).getVideoTracks()[0], { source: 'camera', simulcast: false })
    await room.localParticipant.publishTrack(out.stream.getAudioTracks()[0], { source: 'microphone', dtx: false })
    crowd[${JSON.stringify(name)}] = { room, gain }
  })()`)
}

async function findGuest(product: Product): Promise<{ room: string; identity: string }> {
  const sql = postgres(product.databaseUrl(), { max: 1 })
  const [row] = await sql`SELECT m.room_name, s.identity FROM seat s JOIN meeting m ON m.id = s.meeting_id WHERE s.role = 'guest' AND NOT m.is_demo`
  await sql.end()
  return { room: row?.room_name, identity: row?.identity }
}

type Server = { url: string; key: string; secret: string }

/** Where the product's own LiveKit server is, and with what it is asked. */
function readServer({ dataFolder }: Product): Server {
  const { port, keys }: { port: number; keys: Record<string, string> } = JSON.parse(readFileSync(join(dataFolder, 'livekit', 'livekit.yaml'), 'utf8'))
  const [[key, secret] = ['', '']] = Object.entries(keys)
  return { url: `ws://127.0.0.1:${port}`, key, secret }
}

function tokenFor({ key, secret }: Server, { room, identity, name }: { room: string; identity: string; name: string }): Promise<string> {
  const token = new AccessToken(key, secret, { identity, name })
  token.addGrant({ room, roomJoin: true, canPublish: true, canSubscribe: true })
  return token.toJwt()
}
