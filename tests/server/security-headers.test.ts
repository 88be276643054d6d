import { afterAll, beforeAll, expect, test } from 'vitest'
import { policyOrigins } from '../../server/http/addresses.ts'
import { ask, openSite, type OpenSite } from '../support/site.ts'

let site: OpenSite
beforeAll(async () => { site = await openSite() })
afterAll(() => site.end())

function directives(policy: unknown): Record<string, string> {
  return Object.fromEntries(String(policy).split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ')
    return [name, sources.join(' ')]
  }))
}

test('the policy allows our own scripts, styles and sockets, and nothing inline or foreign', async () => {
  const { headers } = await ask(site.port, '/')
  expect(directives(headers['content-security-policy'])).toEqual({
    'default-src': "'none'", 'script-src': "'self'", 'style-src': "'self'", 'img-src': "'self' data: blob:",
    'font-src': "'self'", 'connect-src': `'self' ws://127.0.0.1:${site.port}`, 'media-src': "'self' blob: mediastream:",
    'worker-src': "'self' blob:", 'manifest-src': "'self'", 'form-action': "'self'", 'base-uri': "'none'",
    'frame-ancestors': "'none'",
  })
})

test('the room alone may compile WebAssembly, and no page may evaluate text as script', async () => {
  const scripts = async (path: string) => directives((await ask(site.port, path)).headers['content-security-policy'])['script-src']
  for (const path of ['/room/0a5e6c1e', '/room/0a5e6c1e/']) expect(await scripts(path), path).toBe("'self' 'wasm-unsafe-eval'")
  for (const path of ['/', '/room', '/room/0a5e6c1e/summary', '/desk/room/x', '/j/0a5e6c1e/key']) expect(await scripts(path), path).toBe("'self'")
})

test('every answer carries the headers: pages, files, refusals, health', async () => {
  for (const path of ['/', '/robots.txt', '/assets/hello-1a2b3c.js', '/%E0%A4', '/assets/gone.js', '/health', '/fails']) {
    const { headers } = await ask(site.port, path)
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers['permissions-policy'], path).toContain('camera=(self), microphone=(self), display-capture=(self)')
    expect(headers['content-security-policy'], path).toContain("default-src 'none'")
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
})

test('a page that brings its own policy replaces ours', async () => {
  const { headers } = await ask(site.port, '/own-policy')
  expect(headers['content-security-policy']).toBe("default-src 'self'")
})

test('browsers are held to https once the public address has it', async () => {
  const secure = await openSite({ publicUrl: new URL('https://meet.example.com') }, { liveKitOrigins: policyOrigins('wss://sfu.example.com/x') })
  const { headers } = await ask(secure.port, '/')
  expect(headers['strict-transport-security']).toBe('max-age=31536000')
  expect(directives(headers['content-security-policy'])['connect-src'])
    .toBe("'self' wss://meet.example.com https://sfu.example.com wss://sfu.example.com")
  await secure.end()
  expect((await ask(site.port, '/')).headers['strict-transport-security']).toBeUndefined()
})
