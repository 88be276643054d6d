import { beforeEach, expect, test } from 'vitest'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { action, loader } from '../../../app/routes/desk/connection/connection.tsx'
import { useDatabase } from '../../support/database.ts'
import { makeMeeting, NOW, signInHost } from '../../support/meetings.ts'
import { argumentsOf, drawn, thrownBy } from '../../support/routes.ts'

useDatabase()

let cookie: string
beforeEach(async () => {
  setNow(NOW)
  // A server that others run, so that nothing has to be waited for.
  publishEnv({
    LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 's'.repeat(40),
    LIVEKIT_TCP_PORT: '0', LIVEKIT_UDP_PORT: '0', LIVEKIT_TURN_PORT: '0',
  })
  cookie = await signInHost((await makeMeeting()).hostId)
})

const press = async () => drawn(await action(argumentsOf({ method: 'POST', body: new FormData(), cookie })))

test('looking tests nothing, pressing does, and sixty times an hour', async () => {
  expect(await loader(argumentsOf({ cookie }))).toEqual({ name: 'Mette Holm', locale: 'da', timeZone: 'Europe/Copenhagen' })
  const first = await press()
  expect(first.data.tested?.parts.map(({ state }) => state)).toEqual(['shut', 'elsewhere', 'elsewhere', 'elsewhere', 'elsewhere'])
  expect(first.data.tested?.at).toBeGreaterThanOrEqual(NOW)
  for (let tries = 1; tries < 60; tries += 1) await press()
  const last = await press()
  expect([last.init?.status, last.data.tested]).toEqual([429, null])
  expect(last.data.tooManyMinutes).toBeGreaterThan(0)
}, 30_000)

test('nobody but the consultant may ask', async () => {
  for (const handler of [loader, action]) {
    expect((await thrownBy(() => Promise.resolve(handler(argumentsOf({ method: 'POST', body: new FormData() }))))).status).toBe(403)
  }
})
