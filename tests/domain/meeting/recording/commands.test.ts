import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { askForCode, bindByCode, codeOf } from '#app/domain/meeting/door/code.server.ts'
import { admit, leaveDoor, openRoom, knock } from '#app/domain/meeting/door/door.server.ts'
import { admitOther } from '#app/domain/meeting/door/other-device.server.ts'
import { recordPresence } from '#app/domain/meeting/door/presence.server.ts'
import { getDoor } from '#app/domain/meeting/queries.server.ts'
import {
  answerRecording, askToRecord, startRecording, stopRecording, withdrawConsent, type RecordingRefusal,
} from '#app/domain/meeting/recording/commands.server.ts'
import { listConsents } from '#app/domain/meeting/recording/queries.server.ts'
import type { RecordingView } from '#app/domain/meeting/recording.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import type { Result } from '#app/kernel/result.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { db } from '#db/client.server.ts'
import { otherDevice, recording } from '#db/schema.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, makeMeeting, NOW, passOf, READY, type World } from '../../../support/meetings.ts'

useDatabase()

/** Nothing listens on port 9: consent is the app's, whatever LiveKit does. */
beforeEach(() => publishEnv({ LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 'secret-secret-secret-secret-secret' }))

test('asked, agreed, begun and stopped: each sees it, and what was answered is kept as proof', async () => {
  const { host, guest, meetingId } = await makeCall()
  expect(await said(askToRecord(host, NOW))).toBe('done')
  expect(await see(guest)).toMatchObject({ stage: 'asked', answer: 'open', askedBy: host.seat.name })
  expect(await see(host)).toMatchObject({ stage: 'asked', missing: [guest.seat.name] })
  expect(await start(host)).toBe('not-agreed')
  expect(await reply(guest, true, NOW + 5)).toBe('done')
  expect(await start(host)).toBe('done')
  expect(await see(guest)).toMatchObject({ stage: 'running', answer: 'yes' })
  expect(await stop(host)).toBe('done')
  expect(await see(guest)).toMatchObject({ stage: 'ended', reason: 'stopped' })
  expect(await listConsents(meetingId)).toEqual([
    { seatId: host.seat.id, name: host.seat.name, askedAt: NOW, answeredAt: NOW, isYes: true, withdrawnAt: null, wordingVersion: 1 },
    { seatId: guest.seat.id, name: guest.seat.name, askedAt: NOW, answeredAt: NOW + 5, isYes: true, withdrawnAt: null, wordingVersion: 1 },
  ])
})

test('a no ends the question for everybody, and the host may ask anew', async () => {
  const { host, guest } = await makeCall()
  await askToRecord(host, NOW)
  expect(await reply(guest, false)).toBe('done')
  expect(await see(host)).toMatchObject({ stage: 'ended', reason: 'refused', endedBy: guest.seat.name })
  expect(await start(host)).toBe('recording-ended')
  expect(await reply(guest, true)).toBe('recording-ended')
  expect(await said(askToRecord(host, NOW + 1))).toBe('done')
  expect(await see(guest)).toMatchObject({ stage: 'asked', answer: 'open' })
})

test('a yes that is taken back stops what runs, and stands in the proof', async () => {
  const { host, guest, meetingId } = await makeRunning()
  expect(await withdraw(guest, NOW + 9)).toBe('done')
  expect(await see(host)).toMatchObject({ stage: 'ended', reason: 'withdrawn', endedBy: guest.seat.name })
  expect(await withdraw(guest, NOW + 10)).toBe('done')
  const proof = (await listConsents(meetingId)).find(({ seatId }) => seatId === guest.seat.id)
  expect(proof).toMatchObject({ isYes: true, withdrawnAt: NOW + 9 })
  expect(await start(host)).toBe('recording-ended')
})

test('who is let in while it runs stops it, and a yes afterwards does not start it again', async () => {
  const { host, meetingId, guest } = await makeRunning()
  const colleague = await comeInside({ host }, await addGuest(meetingId))
  for (const pass of [host, guest]) expect(await see(pass)).toMatchObject({ stage: 'ended', reason: 'newcomer' })
  expect(await reply(colleague, true)).toBe('recording-ended')
  expect(await see(host)).toMatchObject({ stage: 'ended', reason: 'newcomer', endedBy: colleague.seat.name })
  expect(await said(askToRecord(host, NOW + 2))).toBe('done')
  expect((await see(host))?.missing.sort()).toEqual([colleague.seat.name, guest.seat.name].sort())
})

test('who comes while the question stands is asked as well', async () => {
  const { host, guest, meetingId } = await makeCall()
  await askToRecord(host, NOW)
  await reply(guest, true)
  const colleague = await comeInside({ host }, await addGuest(meetingId))
  expect(await start(host)).toBe('not-agreed')
  expect(await reply(colleague, true, NOW + 3)).toBe('done')
  expect(await start(host)).toBe('done')
  expect((await listConsents(meetingId)).map(({ isYes }) => isYes)).toEqual([true, true, true])
})

test('another device that is let in for a guest has not said yes: what runs stops as for a newcomer', async () => {
  const { host, guest, meetingId } = await makeRunning({ device: 'own' })
  const stranger = await letInOther(host, guest)
  expect(await see(stranger)).toMatchObject({ stage: 'ended', reason: 'newcomer' })
  expect(await see(host)).toMatchObject({ stage: 'ended', reason: 'newcomer', endedBy: guest.seat.name })
  expect(await start(host)).toBe('recording-ended')
  expect(await listConsents(meetingId), 'what was recorded before, was agreed to').toMatchObject([{ isYes: true }, { isYes: true }])
  expect(await said(askToRecord(host, NOW + 2))).toBe('done')
  expect(await see(stranger)).toMatchObject({ stage: 'asked', answer: 'open' })
})

test('another device that takes the seat while it is asked is asked itself, and the yes of the one before is nobody\'s', async () => {
  const { host, guest, meetingId } = await makeCall({ device: 'own' })
  await askToRecord(host, NOW)
  await reply(guest, true)
  const stranger = await letInOther(host, guest)
  expect(await see(stranger)).toMatchObject({ stage: 'asked', answer: 'open' })
  expect(await start(host)).toBe('not-agreed')
  expect(await listConsents(meetingId)).toContainEqual(expect.objectContaining({ seatId: guest.seat.id, isYes: null, answeredAt: null }))
  expect(await reply(stranger, true, NOW + 3)).toBe('done')
  expect(await start(host)).toBe('done')
})

test('the code from the invited mailbox proves who it is, not that this device agreed', async () => {
  const { host, guest } = await makeRunning({ device: 'own' })
  const phone = { ...guest, device: 'phone' }
  await knock(phone, { readiness: READY, now: NOW })
  await askForCode(phone, NOW)
  const [row] = await db().select({ id: otherDevice.id }).from(otherDevice).where(eq(otherDevice.seatId, guest.seat.id))
  await bindByCode(phone, { code: codeOf({ deviceId: row?.id ?? '', askedAt: NOW }), now: NOW + 1 })
  expect(await see(host)).toMatchObject({ stage: 'ended', reason: 'newcomer' })
})

test('when the host leaves, nothing is recorded any more; who is left and comes back keeps the answer', async () => {
  const { host, guest } = await makeRunning()
  await leaveDoor(guest, NOW + 1)
  expect(await see(host)).toMatchObject({ stage: 'running' })
  await comeInside({ host }, guest)
  expect(await see(host)).toMatchObject({ stage: 'running' })
  await leaveDoor(host, NOW + 2)
  expect(await see(guest)).toMatchObject({ stage: 'ended', reason: 'gone' })
})

test('only a host asks, only somebody inside answers, and only who asked begins and ends it', async () => {
  const { host, guest, meetingId } = await makeCall()
  expect(await said(askToRecord(guest, NOW))).toBe('not-allowed')
  await askToRecord(host, NOW)
  for (const act of [start, stop]) expect(await act(guest, await idOf(host))).toBe('not-allowed')
  const outside = await addGuest(meetingId)
  expect(await reply(outside, true, NOW, await idOf(host))).toBe('not-inside')
  expect(await withdraw(outside, NOW, await idOf(host))).toBe('not-agreed')
  expect(await see(outside)).toBeNull()
  const elsewhere = await makeCall()
  expect(await reply(elsewhere.guest, true, NOW, await idOf(host))).toBe('no-such-recording')
  expect(await see(host)).toMatchObject({ stage: 'asked', missing: [guest.seat.name] })
})

test('alone there is nobody to ask, and outside the room nobody asks', async () => {
  const { host, guest } = await makeMeeting()
  expect(await said(askToRecord(host, NOW))).toBe('not-inside')
  await openRoom(host, { readiness: READY, now: NOW })
  expect(await said(askToRecord(host, NOW))).toBe('nobody-there')
  await knock(guest, { readiness: READY, now: NOW })
  expect(await said(askToRecord(host, NOW))).toBe('nobody-there')
})

test('the first answer counts: repeated it changes nothing, turned around it is refused', async () => {
  const { host, guest } = await makeCall()
  await askToRecord(host, NOW)
  expect([await reply(guest, true), await reply(guest, true), await reply(guest, false)]).toEqual(['done', 'done', 'already-answered'])
})

test('two questions at the same moment are one', async () => {
  const { host, meetingId } = await makeCall()
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => said(askToRecord(host, NOW))))
  expect(outcomes.filter((one) => one === 'done')).toHaveLength(1)
  expect(outcomes.filter((one) => one === 'already-asked')).toHaveLength(7)
  expect(await db().$count(recording, eq(recording.meetingId, meetingId))).toBe(1)
})

test('a yes taken back at the very moment of the start leaves nothing running', async () => {
  for (let round = 0; round < 6; round += 1) {
    const { host, guest } = await makeCall()
    await askToRecord(host, NOW)
    await reply(guest, true)
    await Promise.all([start(host), withdraw(guest, NOW)])
    expect(await see(host)).toMatchObject({ stage: 'ended', reason: 'withdrawn' })
  }
})

/** Host and guest are inside, the guest by a browser that is known again where one is named. */
async function makeCall(browser: { device?: string } = {}): Promise<World> {
  const world = await makeMeeting()
  await openRoom(world.host, { readiness: READY, now: NOW })
  await comeInside(world, { ...world.guest, ...browser })
  return world
}

async function makeRunning(browser: { device?: string } = {}): Promise<World> {
  const world = await makeCall(browser)
  await askToRecord(world.host, NOW)
  await reply(world.guest, true)
  await start(world.host)
  return world
}

async function comeInside({ host }: Pick<World, 'host'>, pass: SeatPass): Promise<SeatPass> {
  await knock(pass, { readiness: READY, now: NOW })
  await admit(host, { guestSeatId: pass.seat.id, now: NOW })
  await recordPresence([pass.seat.id, host.seat.id], NOW)
  return passOf(pass.seat.id)
}

/** The guest's link was sent on, and the host takes that browser for the guest's. */
async function letInOther(host: SeatPass, guest: SeatPass): Promise<SeatPass> {
  const stranger = { ...guest, device: 'stranger' }
  await knock(stranger, { readiness: READY, now: NOW })
  const [row] = await db().select({ id: otherDevice.id }).from(otherDevice).where(eq(otherDevice.seatId, guest.seat.id))
  await admitOther(host, { guestSeatId: guest.seat.id, deviceId: row?.id ?? '', now: NOW + 1 })
  return stranger
}

async function see(pass: SeatPass): Promise<RecordingView | null> {
  return (await getDoor(pass, NOW)).recording
}

async function idOf(pass: SeatPass): Promise<string> {
  return (await see(pass))?.id ?? ''
}

async function reply(pass: SeatPass, isYes: boolean, now = NOW, recordingId?: string): Promise<RecordingRefusal | 'done'> {
  return said(answerRecording(pass, { recordingId: recordingId ?? await idOf(pass), isYes, now }))
}

async function withdraw(pass: SeatPass, now: number, recordingId?: string): Promise<RecordingRefusal | 'done'> {
  return said(withdrawConsent(pass, { recordingId: recordingId ?? await idOf(pass), now }))
}

async function start(pass: SeatPass, recordingId?: string): Promise<RecordingRefusal | 'done'> {
  return said(startRecording(pass, { recordingId: recordingId ?? await idOf(pass), now: NOW }))
}

async function stop(pass: SeatPass, recordingId?: string): Promise<RecordingRefusal | 'done'> {
  return said(stopRecording(pass, { recordingId: recordingId ?? await idOf(pass), now: NOW }))
}

async function said(work: Promise<Result<null, RecordingRefusal>>): Promise<RecordingRefusal | 'done'> {
  const result = await work
  return result.ok ? 'done' : result.reason
}
