import type { Browser } from '@playwright/test'
import { AccessToken } from 'livekit-server-sdk'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { BookedCall } from '../../support/call.ts'
import { pause } from '../../support/product.ts'
import type { BenchRow } from '../row.ts'
import { row } from './admission.ts'
import { residentMegabytes } from './process-use.ts'

const WAITING = 12
const JOINED = 4
const STREAMS = 100
const SETTLES_MS = 5_000

/** What the web server and the media server hold for each guest more, MB. */
export async function memoryRows(call: BookedCall, browser: Browser): Promise<BenchRow[]> {
  const { pid, livekitPid } = call.product.running()
  if (livekitPid === null) throw new Error('our own media server runs')
  const media = () => residentMegabytes(livekitPid)
  return [
    row('web server memory per open room', await perOne(STREAMS, () => residentMegabytes(pid), () => openStreams(call)), 'MB'),
    row('LiveKit memory per waiting guest', await perOne(WAITING, media, () => enterRoom(call, browser, { count: WAITING, isAdmitted: false })), 'MB'),
    row('LiveKit memory per guest inside', await perOne(JOINED, media, () => enterRoom(call, browser, { count: JOINED, isAdmitted: true })), 'MB'),
  ]
}

type Ending = () => Promise<void>

async function perOne(count: number, measure: () => number, begin: () => Promise<Ending>): Promise<number> {
  const before = measure()
  const end = await begin()
  await pause(SETTLES_MS)
  const after = measure()
  await end()
  return (after - before) / count
}

/** As many event streams as that many guests have open. */
async function openStreams({ guest, product }: BookedCall): Promise<Ending> {
  const cookies = (await guest.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const seatId = new URL(guest.url()).pathname.split('/')[2] ?? ''
  const aborting = new AbortController()
  const answers = await Promise.all(Array.from({ length: STREAMS }, () => (
    fetch(`${product.url}/room/${seatId}/feed`, { headers: { Cookie: cookies }, signal: aborting.signal })
  )))
  const refused = answers.find(({ ok }) => !ok)
  if (refused) throw new Error(`The feed answers ${refused.status}`)
  return async () => aborting.abort()
}

type Entering = { count: number; isAdmitted: boolean }

/** Real clients in a room that belongs to no meeting, so that nobody throws them out. */
async function enterRoom(call: BookedCall, browser: Browser, { count, isAdmitted }: Entering): Promise<Ending> {
  const page = await browser.newPage({ permissions: ['camera', 'microphone'] })
  await page.goto(call.product.url)
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('livekit-client'), 'utf8'))
  const tokens = await Promise.all(Array.from({ length: count }, (_, index) => mint(call, `bench-${index}`, isAdmitted)))
  await page.evaluate(`(async () => {
    window.rooms = []
    for (const token of ${JSON.stringify(tokens)}) {
      const room = new LivekitClient.Room()
      await room.connect(location.origin.replace(/^http/, 'ws') + '/livekit', token)
      if (${isAdmitted}) await room.localParticipant.enableCameraAndMicrophone()
      window.rooms.push(room)
    }
  })()`)
  return () => page.close()
}

function mint({ product }: BookedCall, identity: string, isAdmitted: boolean): Promise<string> {
  const { keys } = JSON.parse(readFileSync(join(product.dataFolder, 'livekit', 'livekit.yaml'), 'utf8'))
  const [key, secret] = Object.entries<string>(keys)[0] ?? []
  const token = new AccessToken(key, secret, { identity })
  token.addGrant({ roomJoin: true, room: 'bench', canPublish: isAdmitted, canSubscribe: isAdmitted, hidden: !isAdmitted })
  return token.toJwt()
}
