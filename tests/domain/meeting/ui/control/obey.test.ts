import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chooseSpeaker, setDeviceOn, startMedia } from '#app/domain/meeting/ui/device/local-media.ts'
import { createMediaDesk } from '#app/domain/meeting/ui/device/media-desk.ts'
import { obey } from '#app/domain/meeting/ui/control/obey.ts'
import { aCall } from '../call/a-call.ts'
import { FakeBrowser } from '../device/fake-devices.ts'
import { memoryStorage } from '../device/memory-storage.ts'

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

test.each(['microphone', 'camera'] as const)('a host\'s turning off the %s holds for this meeting: the next begins as the person chose', async (kind) => {
  const storage = memoryStorage()
  const desk = createMediaDesk(storage)
  await startMedia(desk)
  await obey(aCall(desk), { kind, by: 'Mette' })
  expect(desk.store.read()[kind].state).toBe('off')
  expect(desk.store.read().choices[kind].isOn).toBe(false)
  // What is chosen after it is remembered alone.
  chooseSpeaker(desk, 'speaker')
  expect(createMediaDesk(storage).store.read().choices).toMatchObject({ [kind]: { isOn: true }, speakerId: 'speaker' })
})

test('what the person turns off is remembered, and a host has no part in it', async () => {
  const storage = memoryStorage()
  const desk = createMediaDesk(storage)
  await startMedia(desk)
  await setDeviceOn(desk, 'camera', false)
  await obey(aCall(desk), { kind: 'microphone', by: 'Mette' })
  const { camera, microphone } = createMediaDesk(storage).store.read().choices
  expect([camera.isOn, microphone.isOn]).toEqual([false, true])
})
