import { expect, test } from 'vitest'
import { shareNext } from '#app/domain/booking/offer/share-next.ts'

function makeAsked() {
  const open: ((answer: number) => void)[] = []
  const ask = shareNext<number>(() => new Promise((resolve) => open.push(resolve)))
  return { open, ask }
}

test('who asks while a question is under way shares the next one, never the one before', async () => {
  const { open, ask } = makeAsked()
  const first = ask('intro')
  const [second, third] = [ask('intro'), ask('intro')]
  expect(open).toHaveLength(1)
  open[0]?.(1)
  expect(await first).toBe(1)
  await Promise.resolve().then(() => null).then(() => null)
  expect(open).toHaveLength(2)
  open[1]?.(2)
  expect(await Promise.all([second, third])).toEqual([2, 2])
})

test('different questions do not wait for each other', () => {
  const { open, ask } = makeAsked()
  void ask('intro')
  void ask('sparring')
  expect(open).toHaveLength(2)
})

test('a question that fails fails for its own askers only', async () => {
  let count = 0
  const ask = shareNext(async () => {
    count += 1
    if (count === 1) throw new Error('lost')
    return count
  })
  const [first, second] = [ask('intro'), ask('intro')]
  await expect(first).rejects.toThrow('lost')
  expect(await second).toBe(2)
})
