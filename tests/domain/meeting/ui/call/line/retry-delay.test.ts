import { expect, test } from 'vitest'
import { nextRetryDelayInMs, retryDelayMs } from '#app/domain/meeting/ui/call/line/retry-delay.ts'

const TRIES = Array.from({ length: 30 }, (_, tries) => tries)

test('the first try comes at once', () => {
  expect([retryDelayMs(0, 0), retryDelayMs(0, 1)]).toEqual([0, 0])
})

test('pauses grow with each try and stay at five seconds', () => {
  const delays = TRIES.map((tries) => retryDelayMs(tries, 0.5))
  expect(delays).toEqual([...delays].sort((a, b) => a - b))
  expect(new Set(delays.slice(9))).toEqual(new Set([5_000]))
})

test('chance spreads a pause by a quarter each way', () => {
  expect([retryDelayMs(3, 0), retryDelayMs(3, 0.5), retryDelayMs(3, 1)]).toEqual([750, 1_000, 1_250])
})

test('ten tries fit in the time in which a killed server is back', () => {
  const sum = TRIES.slice(0, 8).reduce((total, tries) => total + retryDelayMs(tries, 1), 0)
  expect(sum).toBeLessThan(15_000)
})

test('LiveKit\'s client hands over to the app after a minute and a half', () => {
  expect(nextRetryDelayInMs({ retryCount: 0, elapsedMs: 0 })).toBe(0)
  expect(nextRetryDelayInMs({ retryCount: 25, elapsedMs: 90_000 })).toBeGreaterThanOrEqual(3_750)
  expect(nextRetryDelayInMs({ retryCount: 25, elapsedMs: 90_001 })).toBeNull()
})
