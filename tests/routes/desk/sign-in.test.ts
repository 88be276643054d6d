import { beforeAll, expect, test } from 'vitest'
import { isDeskClaimed, makeSetUpLink } from '#app/domain/people/set-up.server.ts'
import { findHost } from '#app/guards.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { setUpCookie } from '#app/set-up-cookie.server.ts'
import * as setUp from '../../../app/routes/desk/set-up.tsx'
import * as signIn from '../../../app/routes/desk/sign-in.tsx'
import { useDatabase } from '../../support/database.ts'
import { NOW } from '../../support/meetings.ts'
import { drawn, thrownBy } from '../../support/routes.ts'

useDatabase()

const PASSWORD = 'seks klare søer i regn'
const ANSWERS = {
  name: 'Mette Holm', title: 'Salgsrådgiver', email: 'mette@example.com', phone: '', password: PASSWORD, locale: 'da', timeZone: 'Europe/Copenhagen',
}
let key: string

beforeAll(async () => {
  setNow(NOW)
  key = (await makeSetUpLink(NOW)) ?? ''
})

function asked(path: string, { cookie = '', form }: { cookie?: string; form?: Record<string, string> } = {}) {
  const body = form && new URLSearchParams(form)
  const request = new Request(`http://localhost${path}`, { method: form ? 'POST' : 'GET', body, headers: { Cookie: cookie } })
  return { request, params: {}, context: { clientAddress: newId(), isLocalPeer: false, requestId: 'x' } }
}

const withKey = (given = key) => ({ cookie: setUpCookie(given).split(';')[0] ?? '' })

async function stateOf(cookie?: string) {
  const page = await setUp.loader(asked('/setup', { cookie }))
  return [page.data.state, typeof page.init === 'number' ? page.init : page.init?.status]
}

test('without the key of the set-up link the page says so and takes nothing', async () => {
  expect(await stateOf()).toEqual(['refused', 410])
  expect(await stateOf(withKey('A'.repeat(32)).cookie)).toEqual(['refused', 410])
  const refused = await thrownBy(() => setUp.action(asked('/setup', { form: ANSWERS })))
  expect([refused.status, refused.headers.get('Location')]).toEqual([303, '/setup'])
  expect(await isDeskClaimed()).toBe(false)
})

test('wrong answers come back with everything but the password', async () => {
  expect(await stateOf(withKey().cookie)).toEqual(['open', undefined])
  const answered = drawn(await setUp.action(asked('/setup', { ...withKey(), form: { ...ANSWERS, email: 'mette', password: 'kort' } })))
  expect(answered.init?.status).toBe(422)
  expect(answered.data.faults).toEqual({ email: 'bad-email', password: 'short-password' })
  expect(answered.data.typed).toMatchObject({ name: 'Mette Holm', email: 'mette' })
  expect(JSON.stringify(answered.data.typed)).not.toContain('kort')
})

test('the right answers claim the desk, sign in and use the key up', async () => {
  const answered = await setUp.action(asked('/setup', { ...withKey(), form: ANSWERS }))
  if (!(answered instanceof Response)) throw new Error('it was refused')
  expect([answered.status, answered.headers.get('Location')]).toEqual([303, '/desk'])
  const cookies = answered.headers.getSetCookie()
  expect(cookies.some((cookie) => /^fremmode_setup=;.*Max-Age=0/.test(cookie))).toBe(true)
  const session = cookies.find((cookie) => cookie.startsWith('fremmode.session_token='))
  expect(session).toMatch(/HttpOnly/)
  expect(session).toMatch(/SameSite=Lax/i)
  expect(await findHost(new Request('http://localhost/desk', { headers: { Cookie: session?.split(';')[0] ?? '' } }))).toMatchObject({ name: 'Mette Holm' })
  expect(await stateOf(withKey().cookie)).toEqual(['claimed', 409])
})

test('a wrong password and an unknown address get the same answer, and the address is kept', async () => {
  for (const form of [{ email: ANSWERS.email, password: 'forkert ord her' }, { email: 'nobody@example.com', password: PASSWORD }]) {
    const answered = drawn(await signIn.action(asked('/desk/sign-in', { form })))
    expect([answered.init?.status, answered.data]).toEqual([401, { email: form.email, fault: 'refused' }])
  }
})

test('whoever signs in comes to the page that was asked for, but never to another site', async () => {
  const form = { email: ANSWERS.email, password: PASSWORD }
  const targets = {
    '/desk/hours': '/desk/hours', '//evil.example': '/desk', '/\\evil.example': '/desk', 'https://evil.example': '/desk', '/a\\b': '/desk', '': '/desk',
  }
  for (const [to, expected] of Object.entries(targets)) {
    const answered = await signIn.action(asked(`/desk/sign-in?${new URLSearchParams({ to })}`, { form }))
    if (!(answered instanceof Response)) throw new Error('it was refused')
    expect([to, answered.status, answered.headers.get('Location')]).toEqual([to, 303, expected])
  }
})

test('too many tries from one address are told when to come again', async () => {
  const clientAddress = '203.0.113.77'
  const tryOnce = () => {
    const { request, params, context } = asked('/desk/sign-in', { form: { email: 'x@example.com', password: 'y' } })
    return signIn.action({ request, params, context: { ...context, clientAddress } })
  }
  for (let count = 0; count < 20; count += 1) await tryOnce()
  const answered = drawn(await tryOnce())
  expect([answered.init?.status, answered.data.fault]).toEqual([429, 'tooMany'])
  expect(Number(new Headers(answered.init?.headers).get('Retry-After'))).toBeGreaterThan(0)
})
