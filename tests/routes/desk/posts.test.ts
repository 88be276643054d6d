import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { makeSetUpLink } from '#app/domain/people/set-up.server.ts'
import { findHost } from '#app/guards.server.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { readSetUpKey } from '#app/set-up-cookie.server.ts'
import { db } from '#db/client.server.ts'
import { company, meeting, person } from '#db/schema.server.ts'
import * as demo from '../../../app/routes/desk/demo.ts'
import { loader as openSetUp } from '../../../app/routes/desk/set-up-link.ts'
import * as signOut from '../../../app/routes/desk/sign-out.ts'
import { useDatabase } from '../../support/database.ts'
import { makeMeeting, NOW, signInHost } from '../../support/meetings.ts'
import { ask, post } from '../../support/routes.ts'

useDatabase()
beforeAll(() => setNow(NOW))

function openLink(key: string): Promise<Response> {
  return Promise.resolve(openSetUp({ request: new Request('http://localhost/setup/x'), params: { key }, context: {} }))
}

test('a set-up key becomes a cookie of the set-up page and leaves the address, as often as it is opened', async () => {
  const key = await makeSetUpLink(NOW)
  for (const response of [await openLink(key ?? ''), await openLink(key ?? '')]) {
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/setup'])
    const cookie = response.headers.get('Set-Cookie') ?? ''
    expect(cookie).toMatch(/; Path=\/setup; Max-Age=3600; HttpOnly; SameSite=Lax/)
    expect(readSetUpKey(new Request('http://localhost/setup', { headers: { Cookie: cookie.split(';')[0] ?? '' } }))).toBe(key)
  }
})

test('a wrong set-up key clears the cookie', async () => {
  expect((await openLink('made-up')).headers.get('Set-Cookie')).toMatch(/^fremmode_setup=; Path=\/setup; Max-Age=0/)
})

test('signing out and removing the examples are POST alone', async () => {
  for (const route of [signOut, demo]) {
    expect((await ask(route.loader, {})).headers.get('Allow')).toBe('POST')
    expect((await ask(route.action, { method: 'DELETE' })).status).toBe(405)
  }
})

test('whoever is not signed in removes nothing', async () => {
  expect((await post(demo.action, {})).status).toBe(403)
})

test('removing the examples takes the demo of this host alone, and people nobody else needs', async () => {
  const [mine, real, others] = [await makeMeeting(), await makeMeeting(), await makeMeeting()]
  await db().update(meeting).set({ isDemo: true })
  await db().update(meeting).set({ isDemo: false, hostId: mine.hostId }).where(eq(meeting.id, real.meetingId))
  await db().update(person).set({ isDemo: true })
  await db().insert(company).values({ id: crypto.randomUUID(), name: 'Ingen', nameKey: 'ingen', isDemo: true })
  const response = await post(demo.action, { cookie: await signInHost(mine.hostId) })
  expect([response.status, response.headers.get('Location')]).toEqual([303, '/desk?removed=1'])
  const left = (await db().select({ id: meeting.id }).from(meeting)).map((row) => row.id)
  expect(left.sort()).toEqual([real.meetingId, others.meetingId].sort())
  expect(await db().select().from(person)).toHaveLength(1)
  expect((await db().select().from(company)).map((row) => row.nameKey)).not.toContain('ingen')
})

test('signing out ends the session on the server', async () => {
  const { hostId } = await makeMeeting()
  const cookie = await signInHost(hostId)
  const signedIn = () => findHost(new Request('http://localhost/desk', { headers: { Cookie: cookie } }))
  expect((await signedIn())?.id).toBe(hostId)
  const response = await post(signOut.action, { cookie })
  expect([response.status, response.headers.get('Location')]).toEqual([303, '/desk/sign-in'])
  expect(await signedIn()).toBeNull()
})
