import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMediaDesk } from '#app/domain/meeting/ui/device/media-desk.ts'
import { startMedia, stopMedia } from '#app/domain/meeting/ui/device/local-media.ts'
import { devicesOf, reviveEnded } from '#app/domain/meeting/ui/device/revive.ts'
import { FakeBrowser } from './fake-devices.ts'

let browser: FakeBrowser
vi.mock('livekit-client', async (load) => ({
  ...await load<typeof import('livekit-client')>(),
  createLocalTracks: (wish: { audio: unknown; video: unknown }) => browser.createLocalTracks(wish),
}))

beforeEach(() => {
  browser = new FakeBrowser()
  vi.useFakeTimers()
  vi.stubGlobal('navigator', {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('both start at once, and are let go of together', async () => {
  const desk = createMediaDesk(null)
  await startMedia(desk)
  expect(browser.live()).toEqual(['audio', 'video'])
  stopMedia(desk)
  expect(browser.live()).toEqual([])
})

test('whoever leaves while the browser still asks is neither filmed nor heard once it is answered', async () => {
  const desk = createMediaDesk(null)
  const answer = browser.ask()
  const started = startMedia(desk)
  stopMedia(desk)
  answer()
  await started
  expect([browser.given.length, browser.live()]).toEqual([2, []])
  expect(desk.store.read()).toMatchObject({ camera: { state: 'off', track: null }, isAsking: false })
})

test('whoever has come back by the time the browser is answered gets what was asked for', async () => {
  const desk = createMediaDesk(null)
  const answer = browser.ask()
  const started = startMedia(desk)
  stopMedia(desk)
  await startMedia(desk)
  answer()
  await started
  expect(browser.live()).toEqual(['audio', 'video'])
})

test('a camera that ended runs again after a while, and is forgotten: nothing starts once media is stopped', async () => {
  const desk = createMediaDesk(null)
  await startMedia(desk)
  browser.given.find(({ kind }) => kind === 'video')?.end()
  await vi.advanceTimersByTimeAsync(1_500)
  expect(browser.live()).toEqual(['audio', 'video'])
  expect([...desk.ended]).toEqual([])
  stopMedia(desk)
  await reviveEnded(desk.ended, devicesOf(desk))
  expect(browser.live()).toEqual([])
})

test('what ended and was not started again yet stays off when media is stopped meanwhile, and when the page is seen again', async () => {
  const desk = createMediaDesk(null)
  await startMedia(desk)
  for (const track of browser.given) track.end()
  stopMedia(desk)
  desk.ended.add('camera')
  await vi.advanceTimersByTimeAsync(1_500)
  await reviveEnded(desk.ended, devicesOf(desk))
  expect([browser.given.length, browser.live()]).toEqual([2, []])
})

test('a track that was let go of has nothing to say any more', async () => {
  const desk = createMediaDesk(null)
  await startMedia(desk)
  stopMedia(desk)
  for (const track of browser.given) {
    await track.unmute()
    track.end()
  }
  expect(desk.store.read()).toMatchObject({ camera: { state: 'off', track: null }, microphone: { state: 'off', track: null } })
  expect([...desk.ended]).toEqual([])
})
