import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNewerShare, type ShareMark } from '#app/domain/meeting/ui/call/share/newest-share.ts'

const mark = (sid: string, unixMicro?: bigint, ticks = 0): ShareMark => ({ sid, startedAt: unixMicro === undefined ? null : { unixMicro, ticks } })

test('the one that began later is newer', () => {
  expect(isNewerShare(mark('a', 20n), mark('b', 10n))).toBe(true)
  expect(isNewerShare(mark('a', 10n), mark('b', 20n))).toBe(false)
  expect(isNewerShare(mark('a', 10n, 2), mark('b', 10n, 1))).toBe(true)
})

test('of two shares exactly one is newer, whatever the server says of them', () => {
  const marks = fc.record({
    sid: fc.constantFrom('TR_a', 'TR_b', 'TR_c'),
    startedAt: fc.option(fc.record({ unixMicro: fc.bigInt(1n, 3n), ticks: fc.integer({ min: 0, max: 2 }) })),
  })
  fc.assert(fc.property(marks, marks, (one, other) => {
    fc.pre(one.sid !== other.sid)
    expect(isNewerShare(one, other)).toBe(!isNewerShare(other, one))
  }))
})
