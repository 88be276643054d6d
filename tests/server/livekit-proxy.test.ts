import { createServer, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createLiveKitProxy } from '../../server/http/livekit-proxy.ts'
import { ask, listenAnywhere, openSite, type OpenSite } from '../support/site.ts'

let behind: Server
let site: OpenSite
let seen: { url?: string; cookie?: string }[] = []

beforeAll(async () => {
  behind = createServer((request, response) => {
    seen.push({ url: request.url, cookie: request.headers.cookie })
    response.end('livekit')
  })
  behind.on('upgrade', (request, socket) => {
    seen.push({ url: request.url, cookie: request.headers.cookie })
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')
    socket.pipe(socket)
  })
  site = await openSite({}, { liveKitProxy: createLiveKitProxy(await listenAnywhere(behind)) })
})
beforeEach(() => { seen = [] })
afterAll(async () => {
  await site.end()
  behind.close()
  behind.closeAllConnections()
})

function upgrade(port: number, path: string): Promise<{ status: string; echo: string }> {
  return new Promise((resolve, reject) => {
    const lines = [`GET ${path} HTTP/1.1`, 'Host: localhost', 'Connection: Upgrade', 'Upgrade: websocket', 'Cookie: seat=secret', '', '']
    const socket = connect(port, '127.0.0.1', () => socket.write(lines.join('\r\n')))
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString()
      if (text.includes(' 101 ') && !text.includes('ping')) return void socket.write('ping')
      resolve({ status: text.split('\r\n')[0] ?? '', echo: text.split('\r\n\r\n')[1] ?? '' })
      socket.destroy()
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('closed')))
  })
}

test('what a client of a room asks for goes through, under its own path and without our cookies', async () => {
  for (const path of ['/rtc/validate', '/rtc/v1/validate?access_token=x', '/']) {
    expect((await ask(site.port, `/livekit${path}`, { headers: { Cookie: 'seat=secret' } })).text, path).toBe('livekit')
  }
  expect(seen).toEqual([
    { url: '/rtc/validate' }, { url: '/rtc/v1/validate?access_token=x' }, { url: '/' },
  ])
})

test('signal sockets go through both ways', async () => {
  for (const path of ['/livekit/rtc?access_token=x', '/livekit/rtc/v1?access_token=x']) {
    expect(await upgrade(site.port, path)).toEqual({ status: 'HTTP/1.1 101 Switching Protocols', echo: 'ping' })
  }
  expect(seen.map(({ url, cookie }) => [url, cookie])).toEqual([['/rtc?access_token=x', undefined], ['/rtc/v1?access_token=x', undefined]])
})

test('the administration of rooms can not be reached, by any spelling', async () => {
  const paths = [
    '/livekit/twirp/livekit.RoomService/ListRooms', '/livekit//twirp/x', '/livekit/rtc/../twirp/x', '/livekit/rtc/%2e%2e/twirp/x',
    '/livekit/./twirp/x', '/livekit/%74wirp/x', '/livekit/debug/pprof', '/livekit/metrics', '/livekit/rtcx', '/livekit/rtc/v2',
  ]
  for (const path of paths) {
    expect((await ask(site.port, path)).status, path).toBe(404)
    expect((await ask(site.port, path, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' } })).status, path).toBe(404)
    expect((await upgrade(site.port, path)).status, path).toContain(' 404 ')
  }
  expect((await ask(site.port, '/livekit/rtc', { method: 'POST' })).status).toBe(404)
  expect((await ask(site.port, '/twirp/livekit.RoomService/ListRooms')).text).not.toBe('livekit')
  expect(seen).toEqual([])
})

test('sockets may break off at any moment on either side without harm to the site', async () => {
  const faults: unknown[] = []
  const note = (fault: unknown) => void faults.push(fault)
  process.on('uncaughtException', note)
  const dying = createServer().on('upgrade', (_request, socket: Socket) => {
    socket.on('error', () => undefined)
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')
    const chatter = setInterval(() => socket.write('x'.repeat(1_000)), 1)
    socket.on('close', () => clearInterval(chatter))
    if (Math.random() < 0.3) setTimeout(() => socket.resetAndDestroy(), Math.random() * 10)
  })
  const place = await openSite({}, { liveKitProxy: createLiveKitProxy(await listenAnywhere(dying)) })
  const lines = 'GET /livekit/rtc HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
  await Promise.all(Array.from({ length: 150 }, () => new Promise((resolve) => {
    const socket = connect(place.port, '127.0.0.1', () => socket.write(lines))
    socket.on('error', () => undefined).on('data', () => undefined).on('close', resolve)
    setTimeout(() => socket.resetAndDestroy(), Math.random() * 60)
  })))
  expect((await ask(place.port, '/health/live')).status).toBe(200)
  await place.end()
  dying.closeAllConnections()
  process.off('uncaughtException', note)
  expect(faults).toEqual([])
})

test('while LiveKit is away its address says so, and no other socket is opened', async () => {
  const away = await openSite({}, { liveKitProxy: createLiveKitProxy(9) })
  expect((await ask(away.port, '/livekit/rtc/validate')).status).toBe(503)
  await expect(upgrade(away.port, '/livekit/rtc')).rejects.toThrow('closed')
  expect((await upgrade(away.port, '/')).status).toContain(' 404 ')
  await away.end()
})
