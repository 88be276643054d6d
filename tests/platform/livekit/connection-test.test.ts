import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishEnv } from '#app/platform/env.server.ts'
import { testConnection } from '#app/platform/livekit/connection-test.server.ts'
import { freeTcpPort, freeUdpPort } from '../../../server/machine/ports.ts'
import { API_KEY, API_SECRET, findLiveKitProgram, startLiveKitServer, type LiveKitServer } from '../../support/livekit-server.ts'

const keys = { LIVEKIT_API_KEY: API_KEY, LIVEKIT_API_SECRET: API_SECRET, TURN_DOMAIN: '' }

test('where nothing runs everything is shut, and each names what was asked', async () => {
  const ports = { LIVEKIT_TCP_PORT: await freeTcpPort(), LIVEKIT_UDP_PORT: await freeUdpPort(), LIVEKIT_TURN_PORT: await freeUdpPort() }
  const texts = Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)]))
  publishEnv({ ...keys, ...texts, LIVEKIT_URL: 'http://127.0.0.1:9', TURN_DOMAIN: 'turn.localhost' })
  const tested = await testConnection()
  expect(tested.map(({ part, state }) => [part, state])).toEqual([
    ['signal', 'shut'], ['udp', 'shut'], ['tcp', 'shut'], ['turn', 'shut'], ['turn-tls', 'shut'],
  ])
  expect(tested.find(({ part }) => part === 'turn')?.address).toBe(`127.0.0.1:${ports.LIVEKIT_TURN_PORT}`)
}, 20_000)

test('of a server that others run only the signal is asked', async () => {
  publishEnv({ ...keys, LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_TCP_PORT: '0', LIVEKIT_UDP_PORT: '0', LIVEKIT_TURN_PORT: '0' })
  expect((await testConnection()).map(({ state }) => state)).toEqual(['shut', 'elsewhere', 'elsewhere', 'elsewhere', 'elsewhere'])
})

const program = await findLiveKitProgram()

describe.skipIf(program === null)('on a real LiveKit server', () => {
  let server: LiveKitServer

  beforeAll(async () => {
    server = await startLiveKitServer(program ?? '', 'http://127.0.0.1:9/')
    const { tcpPort, udpPort, turnPort } = server.ports
    publishEnv({
      ...keys, LIVEKIT_URL: server.url,
      LIVEKIT_TCP_PORT: String(tcpPort), LIVEKIT_UDP_PORT: String(udpPort), LIVEKIT_TURN_PORT: String(turnPort),
    })
  }, 60_000)
  afterAll(() => server.stop())

  test('all of it answers, and after a kill none of it does', async () => {
    const statesNow = async () => (await testConnection()).map(({ state }) => state)
    expect(await statesNow()).toEqual(['open', 'listening', 'open', 'open', 'not-set'])
    await server.kill()
    expect(await statesNow()).toEqual(['shut', 'shut', 'shut', 'shut', 'not-set'])
  }, 20_000)
})
