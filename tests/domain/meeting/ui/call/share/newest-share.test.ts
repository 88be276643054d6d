import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNewerShare, latestTurn, shareName, type ShareMark } from '#app/domain/meeting/ui/call/share/newest-share.ts'

test('a share that takes over is newer than all that it takes over from', () => {
  const others = [{ sid: 'TR_z', name: 'share-3' }, { sid: 'TR_y', name: 'share-7' }, { sid: 'TR_x', name: '' }]
  const taken = { sid: 'TR_a', name: shareName(latestTurn(0, others) + 1) }
  expect(taken.name).toBe('share-8')
  for (const other of others) {
    expect(isNewerShare(taken, other)).toBe(true)
    expect(isNewerShare(other, taken)).toBe(false)
  }
})

test('a share that begins while an older one is away for a moment is newer than it, whatever ids both get', () => {
  const away = { sid: 'TR_a', name: shareName(1) }
  const seen = latestTurn(0, [away])
  const taken = { sid: 'TR_b', name: shareName(latestTurn(seen, []) + 1) }
  const back = { sid: 'TR_c', name: away.name }
  expect(isNewerShare(taken, back)).toBe(true)
  expect(isNewerShare(back, taken)).toBe(false)
})

test('the first share of a call has a turn too', () => {
  expect(latestTurn(0, [])).toBe(0)
  expect(shareName(1)).toBe('share-1')
})

test('of two shares exactly one is newer, whatever they are called', () => {
  const name = fc.constantFrom('share-1', 'share-2', '', undefined, 'share-', 'share-x', 'share-1e99', 'skærm')
  const marks: fc.Arbitrary<ShareMark> = fc.record({ sid: fc.constantFrom('TR_a', 'TR_b', 'TR_c'), name })
  fc.assert(fc.property(marks, marks, (one, other) => {
    fc.pre(one.sid !== other.sid)
    expect(isNewerShare(one, other)).toBe(!isNewerShare(other, one))
  }))
})
