import { expect, test } from 'vitest'
import { createPressGuard } from '#app/ui/island/use-single-press.ts'

const counted = (...times: number[]) => {
  const isNew = createPressGuard()
  return times.filter((at) => isNew(at))
}

test('the second press of a double click, and every one of a flurry, counts for nothing', () => {
  expect(counted(0, 1, 200)).toEqual([0])
  expect(counted(5_000, 5_200)).toEqual([5_000])
  expect(counted(0, 250, 500, 750)).toEqual([0])
})

test('two presses half a second apart are two', () => {
  expect(counted(0, 500, 1_000)).toEqual([0, 500, 1_000])
  expect(counted(0, 150, 600)).toEqual([0, 600])
})
