import { afterEach, expect, test } from 'vitest'
import { ask, openSite, type OpenSite } from '../support/site.ts'

const sites: OpenSite[] = []
afterEach(async () => { await Promise.all(sites.splice(0).map((site) => site.end())) })

async function site(...options: Parameters<typeof openSite>): Promise<OpenSite> {
  const opened = await openSite(...options)
  sites.push(opened)
  return opened
}

const PUBLIC = { publicUrl: new URL('https://meet.example.com') }

test('a form from our own page is taken, one from elsewhere is not', async () => {
  const { port } = await site()
  const post = (headers: Record<string, string>, path = '/form') => ask(port, path, { method: 'POST', headers })
  expect((await post({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200)
  for (const from of ['cross-site', 'same-site', 'none']) {
    expect((await post({ 'Sec-Fetch-Site': from, Origin: `http://127.0.0.1:${port}` })).status, from).toBe(403)
  }
})

test('an old browser is known by its Origin; nobody without either header changes anything', async () => {
  const { port } = await site()
  const post = (headers: Record<string, string>) => ask(port, '/form', { method: 'POST', headers })
  expect((await post({ Origin: `http://127.0.0.1:${port}` })).status).toBe(200)
  expect((await post({ Origin: `https://127.0.0.1:${port}` })).status).toBe(403)
  expect((await post({ Origin: 'http://evil.example' })).status).toBe(403)
  expect((await post({ Origin: 'null' })).status).toBe(403)
  expect((await post({})).status).toBe(403)
})

test('every method that may change something is held to this, reading is not', async () => {
  const { port } = await site()
  const headers = { 'Sec-Fetch-Site': 'cross-site' }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    expect((await ask(port, '/form', { method, headers })).status, method).toBe(403)
  }
  expect((await ask(port, '/form', { headers })).status).toBe(200)
})

test('signed hooks need no page, and no path that only looks like a hook gets by', async () => {
  const { port } = await site()
  const post = (path: string) => ask(port, path, { method: 'POST', body: '{}' })
  expect((await post('/hooks/livekit')).status).toBe(200)
  for (const path of ['/hooks', '/hooksy', '/hooks/../book', '/hooks/%2e%2e/book', '/x/hooks/livekit', '/?/hooks/']) {
    expect((await post(path)).status, path).toBe(403)
  }
})

test('behind the public address its origin counts', async () => {
  const { port } = await site(PUBLIC)
  const post = (origin: string) => ask(port, '/form', { method: 'POST', headers: { Origin: origin } })
  expect((await post('https://meet.example.com')).status).toBe(200)
  expect((await post('http://meet.example.com')).status).toBe(403)
})

test('the mailbox opens to whoever sits at this machine', async () => {
  const { port } = await site()
  expect((await ask(port, '/dev/mail')).status).toBe(200)
  expect((await ask(port, '/dev/mail', { headers: { Host: `localhost:${port}` } })).status).toBe(200)
})

test('a forwarded, renamed or public request finds no mailbox, however it spells it', async () => {
  const { port } = await site()
  const spellings = ['/dev', '/dev/mail', '/DEV/mail', '/%64ev/mail', '//dev/mail', '/x/../dev/mail', '/dev.data', '/dev/mail.data?x']
  for (const path of spellings) {
    for (const name of ['X-Forwarded-For', 'X-Forwarded-Proto', 'Forwarded', 'Via', 'X-Real-IP']) {
      expect((await ask(port, path, { headers: { [name]: '1' } })).status, `${path} ${name}`).toBe(404)
    }
    expect((await ask(port, path, { headers: { Host: 'rebound.example' } })).status, path).toBe(404)
  }
  const inPublic = await site(PUBLIC)
  for (const path of spellings) expect((await ask(inPublic.port, path)).status, path).toBe(404)
})

test('a proxy is believed only when the settings say so', async () => {
  const headers = { 'X-Forwarded-For': '203.0.113.7', 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'meet.example.com' }
  const doubting = await site(PUBLIC)
  const plain = JSON.parse((await ask(doubting.port, '/a', { headers })).text)
  expect(plain).toMatchObject({ url: `http://127.0.0.1:${doubting.port}/a`, context: { clientAddress: '127.0.0.1' } })
  const trusting = await site({ ...PUBLIC, isProxyTrusted: true })
  const told = JSON.parse((await ask(trusting.port, '/a', { headers })).text)
  expect(new URL(told.url).protocol).toBe('https:')
  expect(new URL(told.url).hostname).toBe('meet.example.com')
  expect(told.context).toMatchObject({ clientAddress: '203.0.113.7', isLocalPeer: false })
})
