import { expect, test } from 'vitest'
import { keepNewest } from '#app/platform/pages/keep-newest.ts'

test('the newest are kept, the oldest goes first, and what is kept is given back', () => {
  const kept = new Map<string, number>()
  const given = [1, 2, 3, 4].map((value) => keepNewest(kept, String(value), { value, most: 3 }))
  expect(given).toEqual([1, 2, 3, 4])
  expect([...kept.keys()]).toEqual(['2', '3', '4'])
})
