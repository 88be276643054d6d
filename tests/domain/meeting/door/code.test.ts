import { expect, test } from 'vitest'
import { codeOf } from '#app/domain/meeting/door/code.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { NOW } from '../../../support/meetings.ts'

test('a code is the same for the same asking alone', () => {
  const source = { deviceId: newId(), askedAt: NOW }
  expect(codeOf(source)).toBe(codeOf({ ...source }))
  expect(new Set([codeOf(source), codeOf({ ...source, askedAt: NOW + 1 }), codeOf({ ...source, deviceId: newId() })]).size).toBe(3)
})
