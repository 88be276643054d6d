import { once } from 'node:events'
import { createServer } from 'node:http'
import { beforeEach, expect, test } from 'vitest'
import { recordLivekitEvent } from '#app/domain/meeting/attendance/attendance.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import type { LiveKitReport } from '#app/platform/livekit.server.ts'
import { db } from '#db/client.server.ts'
import { livekitEvent } from '#db/schema.server.ts'
import { action, loader } from '../../../app/routes/desk/connection/connection.tsx'
import { useDatabase } from '../../support/database.ts'
import { makeMeeting, NOW, signInHost } from '../../support/meetings.ts'
import { argumentsOf, drawn, thrownBy } from '../../support/routes.ts'

useDatabase()

const REPORT: LiveKitReport = { id: newId(), kind: 'room_started', roomName: 'probe', participant: null, at: NOW }

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
  expect(await loader(argumentsOf({ cookie }))).toMatchObject({ name: 'Mette Holm', locale: 'da', timeZone: 'Europe/Copenhagen' })
  const first = await press()
  expect(first.data.tested?.parts.map(({ state }) => state)).toEqual(['shut', 'elsewhere', 'elsewhere', 'elsewhere', 'elsewhere'])
  expect(first.data.tested?.at).toBeGreaterThanOrEqual(NOW)
  for (let tries = 1; tries < 60; tries += 1) await press()
  const last = await press()
  expect([last.init?.status, last.data.tested]).toEqual([429, null])
  expect(last.data.tooManyMinutes).toBeGreaterThan(0)
}, 30_000)

test('the desk says when the last report came, and where reports are to be sent', async () => {
  publishEnv({ PUBLIC_URL: 'http://meet.example.com' })
  await db().delete(livekitEvent)
  const hook = 'http://meet.example.com/hooks/livekit'
  expect(await loader(argumentsOf({ cookie }))).toMatchObject({ reports: { lastAt: null, hook } })
  await recordLivekitEvent(REPORT, NOW)
  expect(await loader(argumentsOf({ cookie }))).toMatchObject({ reports: { lastAt: NOW, hook } })
})

test('a test has the media server report something, and says whether that came', async () => {
  await db().delete(livekitEvent)
  let heard = false
  const server = createServer((_, response) => {
    if (heard) void recordLivekitEvent({ ...REPORT, id: newId() }, NOW)
    response.setHeader('Content-Type', 'application/json').end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  publishEnv({
    LIVEKIT_URL: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, PUBLIC_URL: 'http://meet.example.com',
  })
  const about = { part: 'reports', address: 'http://meet.example.com/hooks/livekit' }
  expect((await press()).data.tested?.parts).toContainEqual(expect.objectContaining({ ...about, state: 'shut' }))
  heard = true
  expect((await press()).data.tested?.parts).toContainEqual(expect.objectContaining({ ...about, state: 'open' }))
  server.close()
}, 20_000)

test('nobody but the consultant may ask', async () => {
  for (const handler of [loader, action]) {
    expect((await thrownBy(() => Promise.resolve(handler(argumentsOf({ method: 'POST', body: new FormData() }))))).status).toBe(403)
  }
})
