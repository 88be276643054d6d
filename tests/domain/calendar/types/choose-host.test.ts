import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseHost, type HostCandidate } from '#app/domain/calendar/types/choose-host.ts'

const host = (hostId: string, recentMeetings: number, weight = 1): HostCandidate => ({ hostId, recentMeetings, weight })

test('the host with the fewest recent meetings gets it', () => {
  expect(chooseHost([host('anna', 3), host('bo', 2), host('carl', 4)], null)).toBe('bo')
})

test('among equals the one who stands first gets it', () => {
  expect(chooseHost([host('bo', 2), host('anna', 2)], null)).toBe('bo')
  expect(chooseHost([host('bo', 0), host('anna', 0, 5)], null)).toBe('bo')
})

test('a host of twice the weight carries twice as much', () => {
  expect(chooseHost([host('anna', 3, 2), host('bo', 2)], null)).toBe('anna')
  expect(chooseHost([host('anna', 5, 2), host('bo', 2)], null)).toBe('bo')
})

test('a company that comes again meets the same host, when that one is free', () => {
  expect(chooseHost([host('anna', 0), host('bo', 9)], 'bo')).toBe('bo')
  expect(chooseHost([host('anna', 0), host('carl', 9)], 'bo')).toBe('anna')
})

test('over many bookings each host gets what the weights say, within one meeting', () => {
  const anyWeights = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 })
  fc.assert(fc.property(anyWeights, fc.integer({ min: 1, max: 20 }), (weights, rounds) => {
    const given = weights.map(() => 0)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    for (let turn = 0; turn < total * rounds; turn++) {
      const [first, ...rest] = weights.map((weight, index) => host(String(index), given[index] ?? 0, weight))
      const chosen = Number(chooseHost([first!, ...rest], null))
      given[chosen] = (given[chosen] ?? 0) + 1
    }
    for (const [index, weight] of weights.entries()) expect(Math.abs((given[index] ?? 0) - weight * rounds)).toBeLessThanOrEqual(1)
  }))
})
