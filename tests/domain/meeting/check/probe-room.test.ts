import { expect, test } from 'vitest'
import { isSpentProbe, probeRoomName } from '#app/domain/meeting/check/probe-room.ts'
import { newOpaqueName } from '#app/kernel/ids.ts'
import { NOW } from '../../../support/meetings.ts'

test('each test has a room of its own, which is spent when its time is over and not before', () => {
  const [one, other] = [probeRoomName(NOW), probeRoomName(NOW)]
  expect(one).not.toBe(other)
  expect(isSpentProbe(one, NOW)).toBe(false)
  expect(isSpentProbe(one, NOW + 1)).toBe(true)
})

test('the room of a meeting is never taken for one', () => {
  for (const name of [newOpaqueName(), `meeting-${NOW}-x`, `probe-${newOpaqueName()}`, `x${probeRoomName(0)}`]) {
    expect(isSpentProbe(name, Number.MAX_SAFE_INTEGER), name).toBe(false)
  }
})
