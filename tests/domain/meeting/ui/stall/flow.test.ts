import { expect, test } from 'vitest'
import { nextFlow, stillMs } from '#app/domain/meeting/ui/stall/flow.ts'

test('what never moved has not begun, so it does not stand still', () => {
  const first = nextFlow(null, 0, 1_000)
  expect(stillMs(first, 60_000)).toBe(0)
  expect(stillMs(nextFlow(first, 0, 1_500), 60_000)).toBe(0)
})

test('it stands still from its last movement on', () => {
  const moved = nextFlow(nextFlow(null, 5, 1_000), 9, 1_500)
  expect(moved).toEqual({ count: 9, movedAt: 1_500 })
  const still = nextFlow(moved, 9, 2_000)
  expect(stillMs(still, 2_500)).toBe(1_000)
  expect(stillMs(nextFlow(still, 10, 2_500), 2_500)).toBe(0)
})

test('a counter that begins anew with another track has moved', () => {
  expect(nextFlow({ count: 900, movedAt: 1_000 }, 3, 1_500)).toEqual({ count: 3, movedAt: 1_500 })
})

test('what is not due is forgotten, so that it does not come back as a stall', () => {
  const moved = nextFlow(nextFlow(null, 5, 1_000), 9, 1_500)
  const off = nextFlow(moved, null, 2_000)
  expect(off).toBeNull()
  expect(stillMs(off, 9_000)).toBe(0)
  expect(stillMs(nextFlow(off, 9, 9_000), 12_000)).toBe(0)
})
