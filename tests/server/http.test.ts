import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSite } from '../../server/http.ts'
import { ask, askRaw, listenAnywhere, openSite, type OpenSite } from '../support/site.ts'

let site: OpenSite
beforeAll(async () => { site = await openSite() })
afterAll(() => site.end())

test('a page is asked for with its visitor and a request id that the answer names too', async () => {
  const answer = await ask(site.port, '/book/intro?at=1')
  const { url, context } = JSON.parse(answer.text)
  expect(url).toBe(`http://127.0.0.1:${site.port}/book/intro?at=1`)
  expect(context).toEqual({ clientAddress: '127.0.0.1', isLocalPeer: true, requestId: answer.headers['x-request-id'] })
})

test('escapes that mean nothing are refused with 400, in paths and in addresses of any kind', async () => {
  for (const path of ['/%E0%A4', '/book/%', '/a%00b', '/a?b=%00']) {
    expect((await ask(site.port, path)).status, path).toBe(400)
  }
  for (const line of ['GET http://elsewhere/ HTTP/1.1', 'OPTIONS * HTTP/1.1']) {
    expect(await askRaw(site.port, `${line}\r\nHost: localhost\r\n\r\n`), line).toContain(' 400 ')
  }
})

test('a host that is none is refused before it can end up in a header', async () => {
  for (const host of ['a b', 'a;script-src *', 'a/b', '']) {
    expect(await askRaw(site.port, `GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`), host).toContain(' 400 ')
  }
})

test('odd methods and endless addresses are refused', async () => {
  expect((await ask(site.port, '/', { method: 'TRACE' })).status).toBe(405)
  expect((await ask(site.port, '/', { method: 'PROPFIND' })).status).toBe(405)
  expect((await ask(site.port, `/${'a'.repeat(5_000)}`)).status).toBe(414)
})

const OURS = { 'Sec-Fetch-Site': 'same-origin' }

test('a body of 1 MB goes through, a larger one is refused with 413 and human words', async () => {
  const whole = await ask(site.port, '/form', { method: 'POST', headers: OURS, body: 'x'.repeat(1_000_000) })
  expect(JSON.parse(whole.text).length).toBe(1_000_000)
  const larger = await ask(site.port, '/form', { method: 'POST', headers: OURS, body: 'x'.repeat(1_000_001) })
  expect(larger.status).toBe(413)
  expect(larger.text).toContain('for stort')
})

test('a file that is handed over in a meeting may be larger, and has a limit too; no other address takes one', async () => {
  const post = (path: string, bytes: number) => ask(site.port, path, { method: 'POST', headers: OURS, body: 'x'.repeat(bytes) })
  expect((await post('/room/some-seat/files', 10_000_001)).status).not.toBe(413)
  expect((await post('/room/some-seat/files', 20_000_001)).status).toBe(413)
  for (const path of ['/room/some-seat/chat', '/room/some-seat/files/x', '/files']) expect((await post(path, 1_000_001)).status).toBe(413)
})

test('a body that does not say its length is refused with 411', async () => {
  const headers = { ...OURS, 'Transfer-Encoding': 'chunked' }
  expect((await ask(site.port, '/form', { method: 'POST', headers, body: 'x' })).status).toBe(411)
})

test('built files are kept for a year, other files for an hour, and a missing one is a plain 404', async () => {
  const built = await ask(site.port, '/assets/hello-1a2b3c.js')
  expect(built.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect((await ask(site.port, '/robots.txt')).headers['cache-control']).toBe('public, max-age=3600')
  expect((await ask(site.port, '/assets/gone.js')).status).toBe(404)
})

test('a built file comes in the fewest bytes that the browser takes, under its own type', async () => {
  const plain = await ask(site.port, '/assets/hello-1a2b3c.js')
  expect(plain.headers).toMatchObject({ 'content-type': expect.stringMatching(/^application\/javascript; charset=utf-8$/i), vary: 'Accept-Encoding' })
  for (const [accepted, encoding] of [['gzip, deflate, br', 'br'], ['gzip', 'gzip'], ['br;q=0, gzip', 'gzip']] as const) {
    const answer = await fetch(`${site.url}/assets/hello-1a2b3c.js`, { headers: { 'Accept-Encoding': accepted } })
    expect(Object.fromEntries(answer.headers), accepted).toMatchObject({
      'content-encoding': encoding, 'content-type': expect.stringMatching(/^application\/javascript; charset=utf-8$/i),
      'cache-control': plain.headers['cache-control'],
    })
    expect(await answer.text(), accepted).toBe(plain.text)
  }
  expect(plain.headers['content-encoding']).toBeUndefined()
})

test('pages are compressed, a live feed is not and its first event comes at once', async () => {
  const page = await ask(site.port, `/${'long/'.repeat(300)}`, { headers: { 'Accept-Encoding': 'gzip' } })
  expect(page.headers['content-encoding']).toBe('gzip')
  const feed = await fetch(`${site.url}/feed`)
  expect(feed.headers.get('content-encoding')).toBeNull()
  const reader = feed.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('id: 1\ndata: first\n\n')
  await reader?.cancel()
})

test('a fault of ours is a 500 that names nothing of the inside', async () => {
  const answer = await ask(site.port, '/fails')
  expect(answer.status).toBe(500)
  expect(answer.text).not.toMatch(/as asked|node_modules|at /)
})

test('health tells apart that the process lives and that visitors can book', async () => {
  expect((await ask(site.port, '/health/live')).status).toBe(200)
  const ready = await ask(site.port, '/health/ready')
  expect(ready.status).toBe(200)
  expect(JSON.parse(ready.text)).toMatchObject({ isReady: true, database: 'ok', oldestUnsentMailSeconds: null })
  const unready = await openSite({}, {
    readHealth: async () => ({ isReady: false, database: 'down', jobs: 'ok', livekit: 'ready', oldestUnsentMailSeconds: 9, inbox: 'off' }),
  })
  expect((await ask(unready.port, '/health')).status).toBe(503)
  expect((await ask(unready.port, '/health/live')).status).toBe(200)
  await unready.end()
})

test('before the product is there, visitors are asked to wait and health says not ready', async () => {
  const early = createSite({ publicUrl: null, isProxyTrusted: false, isDevelopment: false })
  const port = await listenAnywhere(early.server)
  const page = await ask(port, '/')
  expect([page.status, page.headers['retry-after']]).toEqual([503, '2'])
  expect((await ask(port, '/health/ready')).status).toBe(503)
  expect((await ask(port, '/health/live')).status).toBe(200)
  await early.close(100)
})

test('closing ends live feeds at once and lets a running answer finish', async () => {
  const closing = await openSite({}, {
    pages: (request, response) => {
      if (request.path === '/feed') response.type('text/event-stream').write('data: 1\n\n')
      else setTimeout(() => response.send('whole'), 150)
    },
  })
  const slow = ask(closing.port, '/slow')
  const feed = await fetch(`${closing.url}/feed`)
  const feedEnd = feed.text().then(() => 'ended', () => 'cut')
  await new Promise((resolve) => setTimeout(resolve, 50))
  await closing.close(2_000)
  expect((await slow).text).toBe('whole')
  expect(await feedEnd).toBe('cut')
  await expect(ask(closing.port, '/')).rejects.toThrow('ECONNREFUSED')
})
