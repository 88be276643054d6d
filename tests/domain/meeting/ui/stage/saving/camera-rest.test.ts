import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setDeviceOn, startMedia, stopMedia } from '#app/domain/meeting/ui/device/local-media.ts'
import { createMediaDesk } from '#app/domain/meeting/ui/device/media-desk.ts'
import { createCameraRest } from '#app/domain/meeting/ui/stage/saving/camera-rest.ts'
import { aCall } from '../../call/a-call.ts'
import { FakeBrowser } from '../../device/fake-devices.ts'
import { memoryStorage } from '../../device/memory-storage.ts'

let browser: FakeBrowser
vi.mock('livekit-client', async (load) => ({
  ...await load<typeof import('livekit-client')>(),
  createLocalTracks: (wish: { audio: unknown; video: unknown }) => browser.createLocalTracks(wish),
}))

beforeEach(() => {
  browser = new FakeBrowser()
  vi.stubGlobal('navigator', {})
})
afterEach(() => void vi.unstubAllGlobals())

async function inside() {
  const storage = memoryStorage()
  const desk = createMediaDesk(storage)
  await startMedia(desk)
  return { storage, desk, rest: createCameraRest(aCall(desk)), state: () => desk.store.read().camera.state }
}

test('the camera rests with sound only, and comes back with the pictures', async () => {
  const { rest, state } = await inside()
  rest.set('less')
  expect(state()).toBe('ready')
  rest.set('sound')
  expect(state()).toBe('off')
  rest.set('off')
  expect(state()).toBe('ready')
})

test('a reload in between ends the rest: the camera is on, as the person has chosen', async () => {
  const { rest, storage } = await inside()
  rest.set('sound')
  const reloaded = createMediaDesk(storage)
  await startMedia(reloaded)
  expect(reloaded.store.read().camera.state).toBe('ready')
})

test('a camera that the person turned off stays off, then and the next time', async () => {
  const { rest, state, desk, storage } = await inside()
  await setDeviceOn(desk, 'camera', false)
  rest.set('sound')
  rest.set('off')
  rest.end()
  expect(state()).toBe('off')
  expect(createMediaDesk(storage).store.read().choices.camera.isOn).toBe(false)
})

test('a camera that the person turned on and off again during the rest stays off after it', async () => {
  const { rest, state, desk } = await inside()
  rest.set('sound')
  await setDeviceOn(desk, 'camera', true)
  expect(state()).toBe('ready')
  await setDeviceOn(desk, 'camera', false)
  rest.set('off')
  expect(state()).toBe('off')
})

test('whoever leaves during the rest is not filmed outside, and is seen when they come back', async () => {
  const { rest, desk } = await inside()
  rest.set('sound')
  stopMedia(desk)
  rest.end()
  expect(browser.live()).toEqual([])
  await startMedia(desk)
  expect(desk.store.read().camera.state).toBe('ready')
})

test('whoever is put back outside the door sees their own camera again', async () => {
  const { rest, state } = await inside()
  rest.set('sound')
  rest.end()
  expect(state()).toBe('ready')
})
