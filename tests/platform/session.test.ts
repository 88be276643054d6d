import { beforeAll, describe, expect, test } from 'vitest'
import { publishEnv } from '#app/platform/env.server.ts'
import { createAccount, findSessionUserId, PROVEN_FOR_MS, signIn, signOut } from '#app/platform/session.server.ts'
import { hashToken } from '#app/platform/session-tokens.server.ts'
import { db, sqlClient, transaction } from '#db/client.server.ts'
import { useDatabase } from '../support/database.ts'
import { pause } from '../support/product.ts'

const PASSWORD = 'seks klare søer i regn'
const ada = { name: 'Ada Holm', email: 'Ada@Fremmode.example', password: PASSWORD }

useDatabase()

beforeAll(async () => {
  await createAccount(db(), ada)
})

/** A request as a browser sends it after the answer that carried these headers. */
function requestWith(headers: Headers | null, url = 'http://127.0.0.1/desk'): Request {
  const cookies = (headers?.getSetCookie() ?? []).map((cookie) => cookie.split(';')[0]).join('; ')
  return new Request(url, { headers: cookies ? { Cookie: cookies } : {} })
}

async function signInAs(email: string, password: string, url = 'http://127.0.0.1/desk/sign-in'): Promise<Headers> {
  const result = await signIn({ email, password, request: new Request(url, { method: 'POST' }) })
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

test('the right password opens a session, whatever the letter case of the address', async () => {
  const headers = await signInAs('ADA@fremmode.example', PASSWORD)
  const [account] = await sqlClient()`select id from auth_user`
  expect(await findSessionUserId(requestWith(headers))).toBe(account?.id)
})

test.each([
  ['a wrong password', ada.email, 'seks klare søer i sol'],
  ['an unknown address', 'nobody@fremmode.example', PASSWORD],
  ['something that is no address', 'ada', PASSWORD],
  ['an empty password', ada.email, ''],
  ['a password that is far too long', ada.email, 'x'.repeat(5_000)],
])('%s is refused with the same word', async (_case, email, password) => {
  const request = new Request('http://127.0.0.1/desk/sign-in', { method: 'POST' })
  expect(await signIn({ email, password, request })).toEqual({ ok: false, reason: 'wrong-credentials' })
})

test('signing out ends the session on the server, so that a copied cookie is worth nothing', async () => {
  const headers = await signInAs(ada.email, PASSWORD)
  const cleared = await signOut(requestWith(headers))
  expect(cleared.getSetCookie().every((cookie) => cookie.includes('Max-Age=0'))).toBe(true)
  expect(await findSessionUserId(requestWith(headers))).toBeNull()
})

test('signing out one browser leaves the other signed in', async () => {
  const [here, there] = [await signInAs(ada.email, PASSWORD), await signInAs(ada.email, PASSWORD)]
  await signOut(requestWith(here))
  expect(await findSessionUserId(requestWith(there))).not.toBeNull()
})

test('no cookie, a forged cookie and a hash from the database open nothing', async () => {
  await signInAs(ada.email, PASSWORD)
  const [stored] = await sqlClient()`select token from auth_session limit 1`
  const forged = [null, 'fremmode.session_token=made.up', `fremmode.session_token=${stored?.token}`]
  for (const cookie of forged) {
    const request = new Request('http://127.0.0.1/desk', { headers: cookie ? { Cookie: cookie } : {} })
    expect(await findSessionUserId(request)).toBeNull()
  }
})

test('a database dump holds neither a live token nor a plain password', async () => {
  const headers = await signInAs(ada.email, PASSWORD)
  const token = decodeURIComponent(requestWith(headers).headers.get('Cookie') ?? '').split('=')[1]?.split('.')[0] ?? ''
  expect(token.length).toBeGreaterThanOrEqual(32)
  const dump = await dumpDatabase()
  expect(dump).toContain(hashToken(token))
  expect(dump).not.toContain(token)
  expect(dump).not.toContain(PASSWORD)
})

test('a session in use is prolonged to 30 days from then, and an unused one ends', async () => {
  const headers = await signInAs(ada.email, PASSWORD)
  const sql = sqlClient()
  await sql`update auth_session set expires_at = now() + interval '5 days'`
  expect(await findSessionUserId(requestWith(headers))).not.toBeNull()
  const [prolonged] = await sql`select expires_at > now() + interval '29 days' as is_long from auth_session where expires_at > now() + interval '6 days'`
  expect(prolonged?.is_long).toBe(true)
  await sql`update auth_session set expires_at = now() - interval '1 second'`
  await pause(PROVEN_FOR_MS)
  expect(await findSessionUserId(requestWith(headers))).toBeNull()
})

test('a session is proven once a second, by the same cookies alone', async () => {
  const headers = await signInAs(ada.email, PASSWORD)
  expect(await findSessionUserId(requestWith(headers))).not.toBeNull()
  await sqlClient()`delete from auth_session`
  expect(await findSessionUserId(requestWith(headers))).not.toBeNull()
  const others = requestWith(headers)
  others.headers.set('Cookie', `${others.headers.get('Cookie')}; a=b`)
  expect(await findSessionUserId(others)).toBeNull()
  await pause(PROVEN_FOR_MS)
  expect(await findSessionUserId(requestWith(headers))).toBeNull()
})

test('an address has one account, and a rolled back account is none', async () => {
  expect(await createAccount(db(), { ...ada, email: ada.email.toLowerCase() })).toEqual({ ok: false, reason: 'email-taken' })
  const bo = { name: 'Bo', email: 'bo@fremmode.example', password: PASSWORD }
  const rolledBack = transaction(async (tx) => {
    await createAccount(tx, bo)
    throw new Error('the rest failed')
  })
  await expect(rolledBack).rejects.toThrow('the rest failed')
  expect(await sqlClient()`select 1 from auth_user where email = ${bo.email}`).toHaveLength(0)
})

describe('the cookie', () => {
  test('is out of reach for scripts and for other sites', async () => {
    const [cookie] = (await signInAs(ada.email, PASSWORD)).getSetCookie()
    expect(cookie).toMatch(/^fremmode\.session_token=/)
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/)
    expect(cookie).not.toMatch(/; Secure/)
  })

  test('is bound to this host and to https where the public address is https', async () => {
    publishEnv({ PUBLIC_URL: 'https://meet.fremmode.example' })
    try {
      const headers = await signInAs(ada.email, PASSWORD)
      expect(headers.getSetCookie()[0]).toMatch(/^__Host-fremmode\.session_token=.*; Path=\/;.*; Secure/)
      expect(headers.getSetCookie()[0]).not.toMatch(/Domain/)
      expect(await findSessionUserId(requestWith(headers))).not.toBeNull()
    } finally {
      publishEnv({ PUBLIC_URL: '' })
    }
  })
})

async function dumpDatabase(): Promise<string> {
  const sql = sqlClient()
  const tables = await sql`select table_name as name from information_schema.tables where table_schema = 'public'`
  const rows = await Promise.all(tables.map((table) => sql`select to_jsonb(t) as row from ${sql(table.name)} t`))
  return JSON.stringify(rows)
}
