import { expect, test } from 'vitest'
import { createTurns } from '#app/kernel/in-turn.ts'

test('under one key one runs after the other, in their order, and one that fails holds nobody up', async () => {
  const inTurn = createTurns()
  const seen: string[] = []
  const run = (name: string, fails = false) => inTurn('a', async () => {
    seen.push(`${name} begins`)
    await new Promise((resolve) => setTimeout(resolve, 5))
    seen.push(`${name} ends`)
    if (fails) throw new Error(name)
    return name
  })
  const all = await Promise.allSettled([run('1'), run('2', true), run('3')])
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(seen).toEqual(['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends'])
})

test('under another key nobody waits', async () => {
  const inTurn = createTurns()
  let finish = (): void => undefined
  const held = inTurn('a', () => new Promise<void>((resolve) => { finish = resolve }))
  expect(await inTurn('b', async () => 'through')).toBe('through')
  finish()
  await held
})
