import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const WAKES_IN_MS = 50
/** The second tone begins 280 ms after the first, and fades for 900. */
const SOUNDS_FOR_MS = 1_180

/** What a ring does with its context: the tones that it starts while it runs, and how it goes to sleep. */
class FakeContext {
  state = 'suspended'
  currentTime = 0
  destination = {}
  heard = 0
  constructor() { contexts.push(this) }
  resume() {
    return new Promise<void>((resolve) => setTimeout(() => {
      this.state = 'running'
      resolve()
    }, WAKES_IN_MS))
  }
  suspend() {
    this.state = 'suspended'
    return Promise.resolve()
  }
  createGain() {
    const gain = { setValueAtTime: () => {}, linearRampToValueAtTime: () => {}, exponentialRampToValueAtTime: () => {} }
    return { gain, connect: (next: unknown) => next }
  }
  createOscillator() {
    return { frequency: { value: 0 }, connect: (next: unknown) => next, start: () => { this.heard += 1 }, stop: () => {} }
  }
}

let contexts: FakeContext[] = []

beforeEach(() => {
  contexts = []
  vi.useFakeTimers()
  vi.resetModules()
  vi.stubGlobal('AudioContext', FakeContext)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the bell lets the speaker go once it has faded', async () => {
  const { ring } = await import('#app/ui/browser/ring.ts')
  void ring()
  await vi.advanceTimersByTimeAsync(WAKES_IN_MS + SOUNDS_FOR_MS)
  expect(contexts[0]).toMatchObject({ state: 'running', heard: 2 })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(contexts[0]?.state).toBe('suspended')
})

test('a second ring is heard to its end, however soon it comes after the first', async () => {
  const { ring } = await import('#app/ui/browser/ring.ts')
  void ring()
  await vi.advanceTimersByTimeAsync(1_000)
  void ring()
  await vi.advanceTimersByTimeAsync(SOUNDS_FOR_MS)
  expect(contexts).toHaveLength(1)
  expect(contexts[0]).toMatchObject({ state: 'running', heard: 4 })
})
