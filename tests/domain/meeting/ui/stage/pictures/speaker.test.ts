import fc from 'fast-check'
import { expect, test } from 'vitest'
import { msUntilTurn, nextSpeaker, NOBODY_SPEAKS, type Speaking } from '#app/domain/meeting/ui/stage/pictures/speaker.ts'

/** Goes through moments of `[milliseconds, who speaks]` and tells who has the word after each. */
function follow(moments: [number, string[]][], from: Speaking = NOBODY_SPEAKS): (string | null)[] {
  let state = from
  return moments.map(([at, speaking]) => {
    state = nextSpeaker(state, speaking, at)
    return state.id
  })
}

const METTE_SPEAKS = { id: 'mette', since: 0, next: null }

test('nobody has the word until somebody has spoken for more than a moment', () => {
  expect(follow([[0, ['mette']], [1_100, ['mette']], [1_200, ['mette']]])).toEqual([null, null, 'mette'])
})

test('a cough takes no word', () => {
  expect(follow([[10_000, ['soren']], [10_600, []], [12_000, ['soren']], [12_500, []], [20_000, []]], METTE_SPEAKS)).toEqual(Array(5).fill('mette'))
})

test('who has the word keeps it while both speak, and loses it to whoever goes on alone', () => {
  expect(follow([[10_000, ['mette', 'soren']], [13_000, ['mette', 'soren']], [13_100, ['soren']], [14_300, ['soren']]], METTE_SPEAKS))
    .toEqual(['mette', 'mette', 'mette', 'soren'])
})

test('the word stays for two seconds at least', () => {
  const justTaken = { id: 'soren', since: 10_000, next: null }
  expect(follow([[10_100, ['mette']], [11_400, ['mette']], [11_999, ['mette']], [12_000, ['mette']]], justTaken))
    .toEqual(['soren', 'soren', 'soren', 'mette'])
})

test('the time until a turn is known while somebody is about to take it', () => {
  const about = nextSpeaker(METTE_SPEAKS, ['soren'], 10_000)
  expect(msUntilTurn(about, 10_200)).toBe(1_000)
  expect(msUntilTurn(about, 15_000)).toBe(0)
  expect(msUntilTurn(METTE_SPEAKS, 10_000)).toBeNull()
})

test('whoever speaks and whenever, changes are two seconds apart and each was meant', () => {
  const moment = fc.tuple(fc.integer({ min: 1, max: 900 }), fc.subarray(['mette', 'soren', 'amina']))
  fc.assert(fc.property(fc.array(moment, { maxLength: 60 }), (moments) => {
    let [state, now, changedAt]: [Speaking, number, number] = [NOBODY_SPEAKS, 100_000, 0]
    for (const [passed, speaking] of moments) {
      now += passed
      const next = nextSpeaker(state, speaking, now)
      if (next.id === state.id) { state = next; continue }
      expect(now - changedAt).toBeGreaterThanOrEqual(2_000)
      expect(speaking).toContain(next.id)
      expect(now - (state.next?.since ?? now)).toBeGreaterThanOrEqual(1_200)
      ;[state, changedAt] = [next, now]
    }
  }))
})
