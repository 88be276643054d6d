import { createSocket } from 'node:dgram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseEnv } from '#app/platform/env.server.ts'
import { checkLiveKitSettings, planLiveKit } from '../../server/livekit.ts'
import { clearDataFolder, makeDataFolder } from '../support/started.ts'

let folder: string
beforeEach(() => { folder = makeDataFolder() })
afterEach(() => clearDataFolder(folder))

const ANY_PORTS = { LIVEKIT_PORT: '0', LIVEKIT_TCP_PORT: '0', LIVEKIT_UDP_PORT: '0', LIVEKIT_TURN_PORT: '0' }

async function plan(settings: Record<string, string>) {
  const place = { dataFolder: folder, apiSecret: 's'.repeat(43), webhookUrl: 'http://127.0.0.1:1/hooks/livekit' }
  return planLiveKit(parseEnv({ ...ANY_PORTS, ...settings }), place)
}

async function media(settings: { PUBLIC_URL?: string; LIVEKIT_NODE_IP?: string; LIVEKIT_UDP_PORT?: string }) {
  const { own } = await plan(settings)
  return JSON.parse(own?.config ?? '{}').rtc
}

test('on one machine nothing outside it is asked', async () => {
  for (const settings of [{}, { PUBLIC_URL: 'http://localhost:3000' }, { PUBLIC_URL: 'http://127.0.0.1:3000' }]) {
    const rtc = await media(settings)
    expect(rtc).toMatchObject({ use_external_ip: false, enable_loopback_candidate: true })
  }
})

test('browsers ask the relay for their address: no port of the media is named as a STUN server, and no stranger', async () => {
  const open = { PUBLIC_URL: 'https://meet.example.com' }
  const cases: Record<string, string>[] = [{}, open, { ...open, LIVEKIT_NODE_IP: '203.0.113.7' }]
  for (const settings of cases) {
    const { rtc, turn } = JSON.parse((await plan(settings)).own?.config ?? '{}')
    expect(rtc).not.toHaveProperty('stun_servers')
    // Only with these does the server name none of Google's (roommanager.go, iceServersForParticipant).
    expect(turn).toMatchObject({ enabled: true, udp_port: expect.any(Number) })
  }
})

test('a known address is announced, an unknown one is discovered', async () => {
  expect(await media({ PUBLIC_URL: 'https://meet.example.com', LIVEKIT_NODE_IP: '203.0.113.7' }))
    .toMatchObject({ node_ip: '203.0.113.7', use_external_ip: false })
  expect(await media({ PUBLIC_URL: 'https://203.0.113.9' })).toMatchObject({ node_ip: '203.0.113.9' })
  expect(await media({ LIVEKIT_NODE_IP: '203.0.113.7' })).not.toHaveProperty('ips')
  const discovering = await media({ PUBLIC_URL: 'https://meet.example.com' })
  expect(discovering.use_external_ip).toBe(true)
  expect(discovering).not.toHaveProperty('node_ip')
})

test('what the app makes something of is reported, and of tracks nothing', async () => {
  const { webhook } = JSON.parse((await plan({})).own?.config ?? '{}')
  expect(webhook.filter_params.include_events.toSorted()).toEqual([
    'participant_connection_aborted', 'participant_joined', 'participant_left', 'room_finished', 'room_started',
  ])
})

test('a relay stands beside the media server and reaches nothing private but it', async () => {
  const turnOf = async (settings: Record<string, string>) => JSON.parse((await plan(settings)).own?.config ?? '{}').turn
  const alone = await turnOf({})
  expect(alone).toMatchObject({ enabled: true, udp_port: expect.any(Number) })
  expect(alone.allow_restricted_peer_cidrs).toContain('127.0.0.1/32')
  expect(alone.allow_restricted_peer_cidrs.every((peer: string) => peer.endsWith('/32'))).toBe(true)
  const known = await turnOf({ PUBLIC_URL: 'https://meet.example.com', LIVEKIT_NODE_IP: '192.168.1.5' })
  expect(known.allow_restricted_peer_cidrs).toEqual(['192.168.1.5/32'])
  expect((await turnOf({ PUBLIC_URL: 'https://meet.example.com' })).allow_restricted_peer_cidrs).toEqual([])
})

test('TURN over TLS needs a name, and a certificate unless something before it ends TLS', async () => {
  const turnOf = async (settings: Record<string, string>) => JSON.parse((await plan(settings)).own?.config ?? '{}').turn
  expect(await turnOf({})).not.toHaveProperty('tls_port')
  const named = { TURN_DOMAIN: 'turn.example.com' }
  expect(await turnOf(named)).toMatchObject({ domain: 'turn.example.com', tls_port: 5349, external_tls: true })
  const own = await turnOf({ ...named, TURN_TLS_PORT: '443', TURN_CERT_FILE: '/keys/chain.pem', TURN_KEY_FILE: '/keys/key.pem' })
  expect(own).toMatchObject({ tls_port: 443, cert_file: '/keys/chain.pem', key_file: '/keys/key.pem' })
  expect(own).not.toHaveProperty('external_tls')
  expect(() => checkLiveKitSettings(parseEnv({ TURN_CERT_FILE: '/keys/chain.pem' }))).toThrow('TURN_KEY_FILE belong together')
  expect(() => checkLiveKitSettings(parseEnv({}))).not.toThrow()
})

test('ports stay the same from start to start', async () => {
  expect((await plan({})).own?.config).toBe((await plan({})).own?.config)
})

test('a taken media port is replaced where nobody sees it, and named where a firewall knows it', async () => {
  const taker = createSocket('udp4')
  await new Promise<void>((resolve) => taker.bind(0, resolve))
  const { port } = taker.address()
  const settings = { LIVEKIT_UDP_PORT: String(port) }
  expect((await media(settings)).udp_port).not.toBe(port)
  const blocked = await plan({ ...settings, PUBLIC_URL: 'https://meet.example.com' })
  expect(blocked.own).toBeNull()
  expect(blocked.blockedBecause).toContain(`UDP port ${port}, which another program holds. Free it, or set LIVEKIT_UDP_PORT`)
  taker.close()
})

test('a LiveKit of others is taken as it is, and browsers go to it directly', async () => {
  const settings = { LIVEKIT_URL: 'wss://sfu.example.com', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 'secret' }
  expect(await plan(settings)).toMatchObject({
    url: 'https://sfu.example.com', publicUrl: 'wss://sfu.example.com', apiKey: 'key', apiSecret: 'secret', own: null,
  })
  const inside = { ...settings, LIVEKIT_URL: 'http://10.0.0.5:7880', LIVEKIT_PUBLIC_URL: 'wss://sfu.example.com' }
  expect(await plan(inside)).toMatchObject({ url: 'http://10.0.0.5:7880', publicUrl: 'wss://sfu.example.com' })
})

test('an announced address that this machine has itself is the only one that media are taken on', async () => {
  expect(await media({ LIVEKIT_NODE_IP: '127.0.0.1' })).toMatchObject({ node_ip: '127.0.0.1', ips: { includes: ['127.0.0.1/32'] } })
  expect(await media({ LIVEKIT_NODE_IP: '::1' })).toMatchObject({ ips: { includes: ['::1/128'] } })
})
