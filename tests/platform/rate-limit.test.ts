import { expect, test } from 'vitest'
import { newId } from '#app/kernel/ids.ts'
import { checkRate } from '#app/platform/rate-limit.server.ts'

const tries = async (bucket: string, address: string, count: number, limit = 3) => {
  const rates = []
  for (let index = 0; index < count; index += 1) rates.push(await checkRate(bucket, address, limit))
  return rates.map((rate) => rate.isWithin)
}

test('as many tries as the limit says are let through, and the next is told when to come again', async () => {
  const bucket = newId()
  expect(await tries(bucket, '203.0.113.1', 4)).toEqual([true, true, true, false])
  const refused = await checkRate(bucket, '203.0.113.1', 3)
  expect(refused).toMatchObject({ isWithin: false })
  if (!refused.isWithin) expect(refused.retryAfterSeconds).toBeGreaterThan(3_500)
})

test('each address and each thing that is tried has a count of its own', async () => {
  const bucket = newId()
  await tries(bucket, '203.0.113.1', 3)
  expect(await tries(bucket, '203.0.113.2', 1)).toEqual([true])
  expect(await tries(newId(), '203.0.113.1', 1)).toEqual([true])
})

test('a subscriber with a whole IPv6 network is one visitor', async () => {
  const bucket = newId()
  await tries(bucket, '2001:db8:1:2::1', 2)
  expect(await tries(bucket, '2001:db8:1:2:ffff::9', 2)).toEqual([true, false])
  expect(await tries(bucket, '2001:db8:1:3::1', 1)).toEqual([true])
})
