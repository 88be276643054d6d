import { expect, test } from 'vitest'
import { createPace } from '#app/domain/meeting/ui/effects/pace.ts'

test.each([24, 16])('%i pictures a second are enough for as long as it takes', (rate) => {
  expect(firstComplaint(rate, 60)).toBeNull()
})

test.each([14, 8, 1])('%i pictures a second are too few, which is said after the second slow stretch', (rate) => {
  const at = firstComplaint(rate, 60)
  expect(at).toBeGreaterThanOrEqual(10)
  expect(at).toBeLessThanOrEqual(13)
})

test('what is slow while it loads is forgiven, and so is one slow stretch', () => {
  const pace = createPace()
  const complaints = [[0, 3.9, 4], [4, 12, 24], [12, 14.5, 5], [14.5, 40, 24]].flatMap(([from = 0, to = 0, rate = 1]) => (
    moments(from, to, rate).filter((at) => pace.note(at * 1000, 40))
  ))
  expect(complaints).toEqual([])
})

test('three pictures in a row that keep the page from answering are enough, the first of all aside', () => {
  const pace = createPace()
  const took = [2_000, 900, 900, 60, 900, 900, 900]
  expect(took.map((tookMs, index) => pace.note(index * 1000, tookMs))).toEqual([false, false, false, false, false, false, true])
})

/** @returns the second at which it is said to be too slow. */
function firstComplaint(rate: number, seconds: number): number | null {
  const pace = createPace()
  return moments(0, seconds, rate).find((at) => pace.note(at * 1000, 40)) ?? null
}

function moments(from: number, to: number, rate: number): number[] {
  return Array.from({ length: Math.floor((to - from) * rate) }, (_, index) => from + index / rate)
}
