import { RoomEvent, Track, type Room } from 'livekit-client'
import { EventEmitter } from 'node:events'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sendFirstLook } from '#app/domain/meeting/ui/call/line/first-look.ts'
import { rememberWishes } from '#app/domain/meeting/ui/call/line/layer-wishes.ts'

const PARAMETERS = { encodings: [{ rid: 'q', active: true }, { rid: 'h', active: false }] }
const WHOLE = { encodingOptions: [{ keyFrame: true }, { keyFrame: false }] }
const WISH = [{ codec: 'vp8', qualities: [{ quality: 2, enabled: true }] }]

class FakeRoom extends EventEmitter {
  engine = new EventEmitter()
  remoteParticipants = new Map<string, object>()
  sender = { getParameters: () => PARAMETERS, setParameters: vi.fn(() => Promise.resolve()) }
  setPublishingCodecs = vi.fn(() => Promise.resolve([]))
  camera = { source: Track.Source.Camera, trackSid: 'TR_camera', videoTrack: { sender: this.sender, setPublishingCodecs: this.setPublishingCodecs } }
  localParticipant = { getTrackPublication: () => this.camera }

  comes(identity: string) {
    this.remoteParticipants.set(identity, {})
    this.emit(RoomEvent.ParticipantConnected, {})
  }

  says(trackSid: string) {
    this.engine.emit('subscribedQualityUpdate', { trackSid, subscribedCodecs: WISH })
  }
}

let room: FakeRoom
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', { userAgentData: {} })
  room = new FakeRoom()
  sendFirstLook(room as unknown as Room)
  rememberWishes(room as unknown as Room)
})
afterEach(() => { vi.useRealTimers() })
afterAll(() => vi.unstubAllGlobals())

test('who comes gets a whole picture of the layers that run, when they can take it and once more', async () => {
  room.comes('guest')
  await vi.advanceTimersByTimeAsync(149)
  expect(room.sender.setParameters).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(room.sender.setParameters).toHaveBeenCalledExactlyOnceWith(PARAMETERS, WHOLE)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(room.sender.setParameters).toHaveBeenCalledTimes(2)
})

test('a third person waits for the picture as ever', async () => {
  room.remoteParticipants.set('first', {})
  room.comes('second')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(room.sender.setParameters).not.toHaveBeenCalled()
})

test('a camera that is new is shown to whoever is there, a microphone needs no such thing', async () => {
  room.remoteParticipants.set('host', {})
  room.emit(RoomEvent.LocalTrackPublished, { ...room.camera, source: Track.Source.Microphone, trackSid: 'TR_other' })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(room.sender.setParameters).not.toHaveBeenCalled()
  room.emit(RoomEvent.LocalTrackPublished, room.camera)
  await vi.advanceTimersByTimeAsync(0)
  expect(room.sender.setParameters).toHaveBeenCalledExactlyOnceWith(PARAMETERS, WHOLE)
})

test('a browser that knows no such request is left alone', async () => {
  vi.stubGlobal('navigator', {})
  room.comes('guest')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(room.sender.setParameters).not.toHaveBeenCalled()
})

test('what is looked at, said before the camera is published, holds when it is', () => {
  room.emit(RoomEvent.SignalConnected)
  room.says('TR_camera')
  room.emit(RoomEvent.LocalTrackPublished, room.camera)
  expect(room.setPublishingCodecs).toHaveBeenCalledExactlyOnceWith(WISH)
})

test('a line that is mended is heard once', () => {
  room.emit(RoomEvent.SignalConnected)
  room.emit(RoomEvent.SignalConnected)
  expect(room.engine.listenerCount('subscribedQualityUpdate')).toBe(1)
})

test('of a track of which nothing was said, nothing is asked', () => {
  room.emit(RoomEvent.SignalConnected)
  room.says('TR_other')
  room.emit(RoomEvent.LocalTrackPublished, room.camera)
  expect(room.setPublishingCodecs).not.toHaveBeenCalled()
})
