import { TokenVerifier } from 'livekit-server-sdk'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { publishEnv } from '#app/platform/env.server.ts'
import { listRooms } from '#app/platform/livekit.server.ts'
import { openProbeRoom } from '#app/platform/livekit/probe.server.ts'
import { API_KEY, API_SECRET, findLiveKitProgram, startLiveKitServer, type LiveKitServer } from '../../support/livekit-server.ts'
import { startBrowser } from '../../support/participants.ts'

test('without a media server there is nothing to try, and no token', async () => {
  publishEnv({ LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_API_KEY: API_KEY, LIVEKIT_API_SECRET: API_SECRET })
  expect(await openProbeRoom('probe')).toEqual({ ok: false, reason: 'down' })
})

const program = await findLiveKitProgram()

describe.skipIf(program === null)('on a real LiveKit server', () => {
  let server: LiveKitServer
  let browser: Awaited<ReturnType<typeof startBrowser>>

  beforeAll(async () => {
    server = await startLiveKitServer(program ?? '', 'http://127.0.0.1:9/')
    browser = await startBrowser()
  }, 60_000)
  beforeEach(() => publishEnv({ LIVEKIT_URL: server.url }))
  afterAll(async () => {
    await browser.stop()
    await server.stop()
  })

  test('the token lasts a minute, lets its holder in, and gives no right there', async () => {
    const token = await tokenFor('probe-rights')
    const { exp = 0, nbf = 0, video } = await new TokenVerifier(API_KEY, API_SECRET).verify(token)
    expect(exp - nbf).toBe(60)
    expect(video).toMatchObject({ room: 'probe-rights', roomJoin: true })
    const participant = await browser.participant()
    expect(await participant.join(server.url, token)).toBe('connected')
    expect(await participant.rights()).toEqual({ canPublish: false, canSubscribe: false, canPublishData: false, hidden: true })
    await participant.leave()
  })

  test('a room that nobody is in any more goes by itself', async () => {
    const participant = await browser.participant()
    expect(await participant.join(server.url, await tokenFor('probe-left'))).toBe('connected')
    await participant.leave()
    await expect.poll(async () => {
      const rooms = await listRooms()
      return rooms.ok && rooms.value.includes('probe-left')
    }, { timeout: 45_000, interval: 1_000 }).toBe(false)
  }, 60_000)
})

async function tokenFor(roomName: string): Promise<string> {
  const opened = await openProbeRoom(roomName)
  if (!opened.ok) throw new Error(opened.reason)
  return opened.value
}
