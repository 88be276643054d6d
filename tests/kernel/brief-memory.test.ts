import { expect, test } from 'vitest'
import { createBriefMemory } from '#app/kernel/brief-memory.ts'

let at = 0
const memoryOf = () => {
  at = 0
  return createBriefMemory<string>(1_000, () => at)
}

test('what is kept is recalled for its time and no longer', () => {
  const memory = memoryOf()
  memory.keep('a', '1')
  at = 999
  expect([memory.recall('a'), memory.recall('b')]).toEqual(['1', undefined])
  at = 1_000
  expect(memory.recall('a')).toBeUndefined()
})

test('what is kept again counts from then on, and recalling prolongs nothing', () => {
  const memory = memoryOf()
  memory.keep('a', '1')
  memory.keep('b', '1')
  at = 600
  memory.keep('a', '2')
  memory.recall('b')
  at = 1_100
  memory.keep('c', '3')
  expect(['a', 'b', 'c'].map(memory.recall)).toEqual(['2', undefined, '3'])
})

test('all of it is forgotten at once', () => {
  const memory = memoryOf()
  memory.keep('a', '1')
  memory.forgetAll()
  expect(memory.recall('a')).toBeUndefined()
})
