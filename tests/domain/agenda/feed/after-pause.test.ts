import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterPause } from '#app/domain/agenda/feed/one-at-a-time.server.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

test('what is asked within the pause is done once, at its end', () => {
  const work = vi.fn()
  const soon = afterPause(work, 250)
  soon.ask()
  vi.advanceTimersByTime(200)
  soon.ask()
  expect(work).not.toHaveBeenCalled()
  vi.advanceTimersByTime(50)
  expect(work).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1_000)
  expect(work).toHaveBeenCalledTimes(1)
})

test('what is asked after it is done again', () => {
  const work = vi.fn()
  const soon = afterPause(work, 250)
  soon.ask()
  vi.advanceTimersByTime(250)
  soon.ask()
  vi.advanceTimersByTime(250)
  expect(work).toHaveBeenCalledTimes(2)
})

test('nothing is done once it has ended', () => {
  const work = vi.fn()
  const soon = afterPause(work, 250)
  soon.ask()
  soon.end()
  vi.advanceTimersByTime(1_000)
  expect(work).not.toHaveBeenCalled()
})
