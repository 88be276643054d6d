import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNewerShare, nextShareName, type ShareMark } from '#app/domain/meeting/ui/call/share/newest-share.ts'

test('a share that takes over is newer than all that it takes over from', () => {
  const others = [{ sid: 'TR_z', name: 'share-3' }, { sid: 'TR_y', name: 'share-7' }, { sid: 'TR_x', name: '' }]
  const taken = { sid: 'TR_a', name: nextShareName(others) }
  expect(taken.name).toBe('share-8')
  for (const other of others) {
    expect(isNewerShare(taken, other)).toBe(true)
    expect(isNewerShare(other, taken)).toBe(false)
  }
})

test('the first share of a call has a name too', () => {
  expect(nextShareName([])).toBe('share-1')
})

test('of two shares exactly one is newer, whatever they are called', () => {
  const name = fc.constantFrom('share-1', 'share-2', '', undefined, 'share-', 'share-x', 'share-1e99', 'skærm')
  const marks: fc.Arbitrary<ShareMark> = fc.record({ sid: fc.constantFrom('TR_a', 'TR_b', 'TR_c'), name })
  fc.assert(fc.property(marks, marks, (one, other) => {
    fc.pre(one.sid !== other.sid)
    expect(isNewerShare(one, other)).toBe(!isNewerShare(other, one))
  }))
})
