import { createHash } from 'node:crypto'
import { AccessToken } from 'livekit-server-sdk'
import { beforeEach, expect, test } from 'vitest'
import { listAttendance } from '#app/domain/meeting/attendance/attendance.server.ts'
import { comeToDoor } from '#app/domain/meeting/door/door.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { db } from '#db/client.server.ts'
import { livekitEvent } from '#db/schema.server.ts'
import { action, loader } from '../../../app/routes/meeting/livekit-hook.ts'
import { useDatabase } from '../../support/database.ts'
import { makeMeeting, NOW, READY, type World } from '../../support/meetings.ts'
import { ask, post } from '../../support/routes.ts'

useDatabase()

const secret = 'a-livekit-secret-that-only-the-tests-know'

beforeEach(() => {
  setNow(NOW)
  publishEnv({ LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_API_KEY: 'test-key', LIVEKIT_API_SECRET: secret })
})

test('a signed report is taken in, twice as once', async () => {
  const world = await makeOpen()
  const body = reportOf(world)
  const answers = [await send(body, await sign(body)), await send(body, await sign(body))]
  expect(answers.map((response) => response.status)).toEqual([200, 200])
  expect(await listAttendance(world.meetingId)).toMatchObject([{ seatId: world.host.seat.id, leftAt: null }])
})

test.each([
  ['unsigned', async (body: string) => send(body)],
  ['signed by somebody else', async (body: string) => send(body, await sign(body, 'another-secret-another-secret-another'))],
  ['changed on its way', async (body: string) => send(body.replace('PA_', 'PB_'), await sign(body))],
])('a report that is %s gets 401 and leaves nothing behind', async (_, sending) => {
  const world = await makeOpen()
  const before = (await db().select().from(livekitEvent)).length
  expect((await sending(reportOf(world))).status).toBe(401)
  expect(await db().select().from(livekitEvent)).toHaveLength(before)
  expect(await listAttendance(world.meetingId)).toEqual([])
})

test('a stranger in a report is answered at once although LiveKit is away: the reconciler comes by', async () => {
  const world = await makeOpen()
  const body = reportOf(world).replace(world.host.seat.identity, 'stranger')
  expect((await send(body, await sign(body))).status).toBe(200)
  expect(await listAttendance(world.meetingId)).toEqual([])
})

test('only POST is taken', async () => {
  expect((await ask(loader, {})).status).toBe(405)
  expect((await ask(action, { method: 'PUT', body: '{}' })).status).toBe(405)
})

async function makeOpen(): Promise<World> {
  const world = await makeMeeting()
  await comeToDoor(world.host, { readiness: READY, now: NOW })
  return world
}

function reportOf({ host: { seat: { identity }, meeting: { roomName } } }: World): string {
  return JSON.stringify({
    event: 'participant_joined', id: `EV_${newId()}`, createdAt: String(NOW / 1_000), room: { name: roomName },
    participant: { sid: `PA_${newId()}`, identity, state: 'ACTIVE' },
  })
}

function send(body: string, authorization?: string): Promise<Response> {
  return post(action, { body, headers: { 'Content-Type': 'application/webhook+json', ...(authorization ? { Authorization: authorization } : {}) } })
}

async function sign(body: string, key = secret): Promise<string> {
  const token = new AccessToken('test-key', key, { ttl: 300 })
  token.sha256 = createHash('sha256').update(body).digest('base64')
  return token.toJwt()
}
