import { EventEmitter } from 'node:events'
import { RoomEvent } from 'livekit-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { publishInOrder, publishOwn } from '#app/domain/meeting/ui/call/publish.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the microphone goes out once the camera is out, and no sooner: the others are asked to negotiate once', async () => {
  const { cameraIsOut, microphone, done } = publishing()
  await vi.advanceTimersByTimeAsync(999)
  expect(microphone).not.toHaveBeenCalled()
  cameraIsOut()
  await done
  expect(microphone).toHaveBeenCalledOnce()
})

test('a camera that does not come out holds the sound back for a second', async () => {
  const { microphone } = publishing()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(microphone).toHaveBeenCalledOnce()
})

test('a track that is asked for again while it is on its way goes out once', async () => {
  const { room, publish, publishTrack } = inside()
  publish()
  publish()
  room.emit(RoomEvent.TrackSubscribed)
  await vi.advanceTimersByTimeAsync(99)
  expect(publishTrack).toHaveBeenCalledOnce()
  await vi.advanceTimersByTimeAsync(2_000)
  publish()
  await vi.advanceTimersByTimeAsync(0)
  expect(publishTrack).toHaveBeenCalledTimes(2)
})

test('whoever comes in sees the others first, and nothing is waited for when there is nobody', async () => {
  const { publish, publishTrack } = inside()
  publish()
  await vi.advanceTimersByTimeAsync(249)
  expect(publishTrack).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(publishTrack).toHaveBeenCalledOnce()
})

function inside() {
  const publishTrack = vi.fn(() => new Promise((resolve) => setTimeout(resolve, 100)))
  const room = Object.assign(new EventEmitter(), { localParticipant: { publishTrack, getTrackPublications: () => [] } })
  const camera = { track: {} }
  const desk = { store: { read: () => ({ camera, microphone: { track: null } }) } }
  return { room, publishTrack, publish: () => publishOwn(room as never, desk as never) }
}

function publishing() {
  let cameraIsOut = () => {}
  const camera = new Promise<void>((resolve) => { cameraIsOut = resolve })
  const microphone = vi.fn(() => Promise.resolve())
  return { cameraIsOut, microphone, done: publishInOrder(() => camera, microphone) }
}
