import { createHash } from 'node:crypto'
import { AccessToken, TokenVerifier } from 'livekit-server-sdk'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { publishEnv } from '#app/platform/env.server.ts'
import {
  admitParticipant, browserUrl, createRoom, deleteRoom, listParticipants, listRooms, mintToken, muteParticipant,
  readLiveKitState, readWebhook, removeParticipant, setLiveKitState, TOKEN_LASTS_MS, watchLiveKitState, type LiveKitReport,
} from '#app/platform/livekit.server.ts'
import {
  API_KEY, API_SECRET, findLiveKitProgram, startLiveKitServer, takeWebhooks, type LiveKitServer,
} from '../support/livekit-server.ts'
import { startBrowser } from '../support/participants.ts'

const keys = { LIVEKIT_API_KEY: API_KEY, LIVEKIT_API_SECRET: API_SECRET }
const waiting = { roomName: 'room-a', identity: 'guest-a', name: 'Søren', isAdmitted: false }

describe('tokens', () => {
  beforeEach(() => publishEnv(keys))

  test('a waiting guest\'s token opens one room, unseen and without any right', async () => {
    expect(await claimsOf(waiting)).toEqual({
      iss: API_KEY, sub: 'guest-a', name: 'Søren', exp: expect.any(Number), nbf: expect.any(Number),
      video: {
        roomJoin: true, room: 'room-a', hidden: true,
        canSubscribe: false, canPublish: false, canPublishData: false, canUpdateOwnMetadata: false,
      },
    })
  })

  test('an admitted one may hear, see and send camera, microphone and screen, and nothing else', async () => {
    expect((await claimsOf({ ...waiting, isAdmitted: true })).video).toEqual({
      roomJoin: true, room: 'room-a', hidden: false, canSubscribe: true, canPublish: true, canPublishData: false, canUpdateOwnMetadata: false,
      canPublishSources: ['camera', 'microphone', 'screen_share', 'screen_share_audio'],
    })
  })

  test('a token lasts ten minutes', async () => {
    const { exp = 0, nbf = 0 } = await claimsOf(waiting)
    expect(exp - nbf).toBe(TOKEN_LASTS_MS / 1_000)
    expect(TOKEN_LASTS_MS).toBe(600_000)
  })

  test('there is no token without a server to ask', async () => {
    publishEnv({ LIVEKIT_API_KEY: '', LIVEKIT_API_SECRET: '' })
    expect(await mintToken(waiting)).toBeNull()
  })
})

describe('webhooks', () => {
  beforeEach(() => publishEnv(keys))
  const body = '{"event":"participant_joined","id":"EV_1","createdAt":"1790000000","unknownField":1,'
    + '"room":{"name":"room-a"},"participant":{"sid":"PA_1","identity":"guest-a","permission":{"hidden":true},"joinedAt":"1790000001"}}'

  test('a signed report is read', async () => {
    expect(await readWebhook(body, await sign(body))).toEqual({
      id: 'EV_1', kind: 'participant_joined', roomName: 'room-a', at: 1_790_000_000_000,
      participant: { identity: 'guest-a', sid: 'PA_1', isHidden: true, isActive: false, joinedAt: 1_790_000_001_000 },
    })
  })

  test.each([
    ['without a signature', async () => readWebhook(body, null)],
    ['with a signature over another body', async () => readWebhook(body.replace('PA_1', 'PA_2'), await sign(body))],
    ['whose body was written anew', async () => readWebhook(JSON.stringify(JSON.parse(body), null, 1), await sign(body))],
    ['signed with another secret', async () => readWebhook(body, await sign(body, 'another-secret-another-secret-another'))],
    ['signed for another key', async () => readWebhook(body, await sign(body, API_SECRET, 'another-key'))],
    ['with a token that lets into a room', async () => readWebhook(body, await mintToken(waiting))],
    ['that is no JSON', async () => readWebhook('<xml/>', await sign('<xml/>'))],
  ])('a report %s is nothing', async (_, reading) => {
    expect(await reading()).toBeNull()
  })
})

test.each([
  ['/livekit', undefined, 'http://localhost:3000/room/x', 'ws://localhost:3000/livekit'],
  ['/livekit', 'https://meet.example.com', 'http://meet.example.com/room/x', 'wss://meet.example.com/livekit'],
  ['/livekit', 'https://meet.example.com', 'http://192.168.1.7:3000/room/x', 'ws://192.168.1.7:3000/livekit'],
  ['https://sfu.example.com', undefined, 'http://localhost:3000/', 'wss://sfu.example.com'],
  ['wss://sfu.example.com', 'https://meet.example.com', 'https://meet.example.com/', 'wss://sfu.example.com'],
])('with LiveKit at %s and the site at %s, a page at %s connects to %s', (livekit, site, page, expected) => {
  publishEnv({ LIVEKIT_PUBLIC_URL: livekit, PUBLIC_URL: site ?? '' })
  expect(browserUrl(new Request(page))).toBe(expected)
  publishEnv({ LIVEKIT_PUBLIC_URL: '', PUBLIC_URL: '' })
})

test('who watches hears of each change of the state once', () => {
  const heard = vi.fn()
  const unwatch = watchLiveKitState(heard)
  setLiveKitState('building', '10 s')
  setLiveKitState('building', '10 s')
  expect(readLiveKitState()).toEqual({ state: 'building', note: '10 s' })
  unwatch()
  setLiveKitState('ready')
  expect(heard).toHaveBeenCalledOnce()
  expect(readLiveKitState()).toEqual({ state: 'ready', note: null })
})

describe('a server that does not answer is a value', () => {
  test.each([['one that is not set', ''], ['one that is down', 'http://127.0.0.1:9']])('%s', async (_, LIVEKIT_URL) => {
    publishEnv({ ...keys, LIVEKIT_URL })
    const down = { ok: false, reason: 'down' }
    const place = { roomName: 'room-a', identity: 'guest-a' }
    const asked = [createRoom('room-a'), deleteRoom('room-a'), listRooms(), listParticipants('room-a'), admitParticipant(place), removeParticipant(place)]
    expect(await Promise.all(asked)).toEqual([down, down, down, down, down, down])
  })
})

const program = await findLiveKitProgram()

describe.skipIf(program === null)('a real LiveKit server (skipped where none is installed or built)', () => {
  const reports: LiveKitReport[] = []
  let server: LiveKitServer
  let browser: Awaited<ReturnType<typeof startBrowser>>
  let hooks: Awaited<ReturnType<typeof takeWebhooks>>

  beforeAll(async () => {
    hooks = await takeWebhooks(async ({ body, authorization }) => {
      const report = await readWebhook(body, authorization)
      if (!report) throw new Error('LiveKit sent what it did not sign')
      reports.push(report)
    })
    server = await startLiveKitServer(program ?? '', hooks.url)
    browser = await startBrowser()
  }, 60_000)

  afterAll(async () => {
    await browser.stop()
    await server.stop()
    await hooks.stop()
  })

  test('a room that nobody made is not there, one that was made is, twice made is once made', async () => {
    expect(await deleteRoom('never-made')).toEqual({ ok: false, reason: 'not-there' })
    expect(await createRoom('made')).toEqual({ ok: true, value: null })
    expect(await createRoom('made')).toEqual({ ok: true, value: null })
    expect(await listRooms()).toEqual({ ok: true, value: ['made'] })
    expect(await admitParticipant({ roomName: 'made', identity: 'nobody' })).toEqual({ ok: false, reason: 'not-there' })
    expect(await removeParticipant({ roomName: 'made', identity: 'nobody' })).toEqual({ ok: false, reason: 'not-there' })
    expect(await deleteRoom('made')).toEqual({ ok: true, value: null })
    expect(await listRooms()).toEqual({ ok: true, value: [] })
  })

  test('a waiting guest is connected unseen and without rights; admission gives the exact rights and shows the guest', async () => {
    const [host, guest] = [await browser.participant(), await browser.participant()]
    expect(await host.join(server.url, await tokenOf('warm', 'host', true))).toBe('connected')
    expect(await guest.join(server.url, await tokenOf('warm', 'guest', false))).toBe('connected')
    expect(await guest.rights()).toEqual({ canPublish: false, canSubscribe: false, canPublishData: false, hidden: true })
    expect(await host.others()).toEqual([])
    const listed = await listParticipants('warm')
    expect(listed.ok && listed.value.map(({ identity, isHidden }) => [identity, isHidden]).sort()).toEqual([['guest', true], ['host', false]])

    const admitted = await admitParticipant({ roomName: 'warm', identity: 'guest' })
    expect(admitted).toMatchObject({ ok: true, value: { identity: 'guest', isHidden: false } })
    const full = { canPublish: true, canSubscribe: true, canPublishData: false, hidden: false }
    await vi.waitFor(async () => expect(await guest.rights()).toEqual(full), 5_000)
    await vi.waitFor(async () => expect(await host.others()).toEqual(['guest']), 10_000)
    await guest.leave()
    await host.leave()
  })

  test('a hidden guest is reported as joined and as left, so strangers are found and waiting must not count as attendance', async () => {
    const guest = await browser.participant()
    await guest.join(server.url, await tokenOf('hidden', 'waiting-guest', false))
    const joined = await vi.waitFor(() => reportOf('participant_joined', 'waiting-guest'), 10_000)
    expect(joined).toMatchObject({ roomName: 'hidden', participant: { isHidden: true } })
    await guest.leave()
    expect(await vi.waitFor(() => reportOf('participant_left', 'waiting-guest'), 10_000)).toMatchObject({ participant: { sid: joined.participant?.sid } })
  })

  test('whoever was removed is out, and walks back in with the same token: removal has to be repeated', async () => {
    const guest = await browser.participant()
    const token = await tokenOf('thrown', 'thrown-guest', false)
    await guest.join(server.url, token)
    expect(await removeParticipant({ roomName: 'thrown', identity: 'thrown-guest' })).toEqual({ ok: true, value: null })
    await vi.waitFor(async () => expect(await guest.state()).toBe('disconnected'), 5_000)
    expect(await guest.join(server.url, token)).toBe('connected')
    await guest.leave()
  })

  test('what somebody sends is turned off by kind, they may turn it on again, and nothing else of theirs is touched', async () => {
    const [roomName, identity] = ['muted', 'loud-guest']
    const guest = await browser.participant()
    await guest.join(server.url, await tokenOf(roomName, identity, true))
    await guest.send()
    const mute = (kind: 'microphone' | 'camera' | 'share') => muteParticipant({ roomName, identity, kind })
    await vi.waitFor(async () => expect(await mute('microphone')).toEqual({ ok: true, value: 1 }), 5_000)
    await vi.waitFor(async () => expect(await guest.sends()).toEqual({ microphone: false, camera: true }), 5_000)
    expect(await mute('microphone')).toEqual({ ok: true, value: 0 })
    await guest.unmute()
    expect(await guest.sends()).toEqual({ microphone: true, camera: true })
    expect(await mute('camera')).toEqual({ ok: true, value: 1 })
    expect(await mute('share')).toEqual({ ok: true, value: 0 })
    await vi.waitFor(async () => expect(await guest.sends()).toEqual({ microphone: true, camera: false }), 5_000)
    expect(await muteParticipant({ roomName, identity: 'nobody', kind: 'camera' })).toEqual({ ok: false, reason: 'not-there' })
    await guest.leave()
  })

  test('an admitted guest\'s token lets its holder turn off, remove, end or list nothing', async () => {
    const token = await tokenOf('muted', 'guest', true)
    await createRoom('muted')
    const call = (method: string, body: object) => fetch(`${server.url}/twirp/livekit.RoomService/${method}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }, body: JSON.stringify(body),
    })
    const someone = { room: 'muted', identity: 'host' }
    const asked: [string, object][] = [
      ['MutePublishedTrack', { ...someone, track_sid: 'TR_x', muted: true }], ['RemoveParticipant', someone], ['UpdateParticipant', someone],
      ['ListParticipants', { room: 'muted' }], ['DeleteRoom', { room: 'muted' }], ['SendData', { room: 'muted', data: 'eA==' }], ['ListRooms', {}],
    ]
    for (const [method, body] of asked) expect([method, (await call(method, body)).status]).toEqual([method, 401])
    expect(await listRooms()).toMatchObject({ value: expect.arrayContaining(['muted']) })
  })

  test('a killed server is down for every question, and knows nothing when it is back', async () => {
    await createRoom('forgotten')
    await server.kill()
    expect(await listRooms()).toEqual({ ok: false, reason: 'down' })
    await server.start()
    expect(await listRooms()).toEqual({ ok: true, value: [] })
  })

  function reportOf(kind: string, identity: string): LiveKitReport {
    const found = reports.find((report) => report.kind === kind && report.participant?.identity === identity)
    if (!found) throw new Error(`${kind} of ${identity} has not come yet`)
    return found
  }
})

async function tokenOf(roomName: string, identity: string, isAdmitted: boolean): Promise<string> {
  return (await mintToken({ roomName, identity, name: identity, isAdmitted })) ?? ''
}

async function claimsOf(place: Parameters<typeof mintToken>[0]) {
  return new TokenVerifier(API_KEY, API_SECRET).verify((await mintToken(place)) ?? '')
}

async function sign(body: string, secret = API_SECRET, key = API_KEY): Promise<string> {
  const token = new AccessToken(key, secret, { ttl: 300 })
  token.sha256 = createHash('sha256').update(body).digest('base64')
  return token.toJwt()
}
