import { expect, test } from 'vitest'
import { pauseMs } from '#app/domain/agenda/ui/feed/feed-stream.ts'

test('the pause before another try grows to five seconds, and stays there', () => {
  const pauses = [0, 1, 2, 3, 4, 5, 50].map((failures) => pauseMs(failures, 0))
  expect(pauses).toEqual([200, 500, 1_000, 2_000, 3_000, 5_000, 5_000])
})

test('chance takes at most a quarter off, so that not all come back in the same moment', () => {
  expect(pauseMs(2, 1)).toBe(750)
  expect(pauseMs(2, 0.5)).toBe(875)
})
