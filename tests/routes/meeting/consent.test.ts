import { beforeAll, expect, test } from 'vitest'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import * as consent from '../../../app/routes/meeting/consent.ts'
import * as door from '../../../app/routes/meeting/door.ts'
import * as token from '../../../app/routes/meeting/token.ts'
import { useDatabase } from '../../support/database.ts'
import { browserOf, makeMeeting, NOW, READY, signInHost } from '../../support/meetings.ts'
import { post } from '../../support/routes.ts'

useDatabase()

beforeAll(() => {
  setNow(NOW)
  publishEnv({ LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 'secret-secret-secret-secret-secret' })
})

test('asked, answered, begun and taken back through the endpoint, and each answer is the door as that seat sees it', async () => {
  const { asHost, asGuest } = await makeCall()
  const asked = await (await post(consent.action, { ...asHost, body: { intent: 'ask' } })).json()
  expect(asked.recording).toMatchObject({ stage: 'asked', isMine: true, missing: ['Søren Kjær'] })
  const recordingId = asked.recording.id
  const answered = await (await post(consent.action, { ...asGuest, body: { intent: 'answer', recordingId, isYes: true } })).json()
  expect(answered.recording).toMatchObject({ stage: 'asked', isMine: false, answer: 'yes' })
  const begun = await (await post(consent.action, { ...asHost, body: { intent: 'start', recordingId } })).json()
  expect(begun.recording).toMatchObject({ stage: 'running' })
  const withdrawn = await (await post(consent.action, { ...asGuest, body: { intent: 'withdraw', recordingId } })).json()
  expect(withdrawn.recording).toMatchObject({ stage: 'ended', reason: 'withdrawn', answer: 'withdrawn', endedBy: null })
  const kept = await (await post(consent.action, { ...asHost, body: { intent: 'keep' } })).json()
  expect(kept.recording).toMatchObject({ stage: 'ended', reason: 'withdrawn', endedBy: 'Søren Kjær' })
})

test('each refusal has its status and its reason', async () => {
  const { asHost, asGuest } = await makeCall()
  const { recording: { id: recordingId } } = await (await post(consent.action, { ...asHost, body: { intent: 'ask' } })).json()
  const refusals: [typeof asHost, object, number, string][] = [
    [asGuest, { intent: 'ask' }, 403, 'not-allowed'],
    [asHost, { intent: 'ask' }, 409, 'already-asked'],
    [asHost, { intent: 'start', recordingId }, 409, 'not-agreed'],
    [asGuest, { intent: 'start', recordingId }, 403, 'not-allowed'],
    [asGuest, { intent: 'stop', recordingId }, 403, 'not-allowed'],
    [asGuest, { intent: 'withdraw', recordingId }, 409, 'not-agreed'],
    [asGuest, { intent: 'answer', recordingId: newId(), isYes: true }, 404, 'no-such-recording'],
    [asGuest, { intent: 'answer', recordingId, isYes: 'yes' }, 400, 'malformed'],
    [asGuest, { intent: 'answer', recordingId: 'x', isYes: true }, 400, 'malformed'],
  ]
  for (const [as, body, status, reason] of refusals) {
    const response = await post(consent.action, { ...as, body })
    expect([body, response.status, await response.json()]).toEqual([body, status, { reason }])
  }
})

async function makeCall() {
  const world = await makeMeeting()
  const asGuest = { seatId: world.guest.seat.id, cookie: browserOf(world.guest) }
  const asHost = { seatId: world.host.seat.id, cookie: await signInHost(world.hostId) }
  for (const who of [asHost, asGuest]) await post(token.action, { ...who, body: { intent: 'knock', ...READY } })
  await post(door.action, { ...asHost, body: { intent: 'admit', seatId: asGuest.seatId } })
  return { asHost, asGuest }
}
