import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFeedStream, pauseMs } from '#app/domain/agenda/ui/feed/feed-stream.ts'

const opened: FakeSource[] = []

class FakeSource extends EventTarget {
  close = vi.fn()

  constructor() {
    super()
    opened.push(this)
  }
}

const nothing = () => {}
const onLive = vi.fn()
const handlers = {
  onStep: nothing, onWhole: nothing, onDoor: nothing, onLine: nothing, onSaid: nothing, onSilenced: nothing, onLive,
  version: () => 0, heardUpTo: () => 0,
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeSource)
  opened.length = 0
  onLive.mockClear()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the pause before another try grows to five seconds, and stays there', () => {
  const pauses = [0, 1, 2, 3, 4, 5, 50].map((failures) => pauseMs(failures, 0))
  expect(pauses).toEqual([200, 500, 1_000, 2_000, 3_000, 5_000, 5_000])
})

test('chance takes at most a quarter off, so that not all come back in the same moment', () => {
  expect(pauseMs(2, 1)).toBe(750)
  expect(pauseMs(2, 0.5)).toBe(875)
})

test('a stream that breaks is told of in the next turn, which a page that is left never has, and opened anew', () => {
  createFeedStream('/feed', handlers).open()
  opened[0]?.dispatchEvent(new Event('error'))
  expect(opened[0]?.close).toHaveBeenCalled()
  expect(onLive).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(onLive).toHaveBeenCalledExactlyOnceWith(false)
  vi.advanceTimersByTime(200)
  expect(opened).toHaveLength(2)
})

test('a stream that is closed after it broke is not opened again', () => {
  const stream = createFeedStream('/feed', handlers)
  stream.open()
  opened[0]?.dispatchEvent(new Event('error'))
  stream.close()
  vi.advanceTimersByTime(10_000)
  expect(opened).toHaveLength(1)
})
