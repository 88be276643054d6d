import { ConnectionState, RoomEvent, Track, type Room } from 'livekit-client'
import { EventEmitter } from 'node:events'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sendFirstLook } from '#app/domain/meeting/ui/call/line/first-look.ts'
import { heedWishes } from '#app/domain/meeting/ui/call/line/layer-wishes.ts'

const PARAMETERS = { encodings: [{ rid: 'q', active: true }, { rid: 'h', active: false }] }
const WHOLE = { encodingOptions: [{ keyFrame: true }, { keyFrame: false }] }
const SMALL = [{ quality: 0, enabled: true }, { quality: 2, enabled: false }]
const LARGE = [{ quality: 0, enabled: true }, { quality: 2, enabled: true }]
const WISH = [{ codec: 'vp8', qualities: LARGE, clone: () => ({ qualities: structuredClone(LARGE) }) }]
const NOBODY_LOOKS = [{ codec: 'vp8', qualities: [{ quality: 0, enabled: false }] }]

class FakeRoom extends EventEmitter {
  state = ConnectionState.Connected
  engine = new EventEmitter()
  remoteParticipants = new Map<string, object>()
  sender = { getParameters: () => PARAMETERS, setParameters: vi.fn(() => Promise.resolve()) }
  setPublishingCodecs = vi.fn((_wish: object[]) => Promise.resolve([]))
  camera = { source: Track.Source.Camera, trackSid: 'TR_camera', videoTrack: { sender: this.sender, setPublishingCodecs: this.setPublishingCodecs } }
  localParticipant = { getTrackPublication: () => this.camera }

  comes(identity: string) {
    this.remoteParticipants.set(identity, {})
    this.emit(RoomEvent.ParticipantConnected, {})
  }

  goes(identity: string) {
    this.remoteParticipants.delete(identity)
    this.emit(RoomEvent.ParticipantDisconnected, {})
  }

  says(trackSid: string, subscribedCodecs: object[] = WISH) {
    this.engine.emit('subscribedQualityUpdate', { trackSid, subscribedCodecs })
  }
}

let room: FakeRoom
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', { userAgentData: {} })
  room = new FakeRoom()
  sendFirstLook(room as unknown as Room)
  heedWishes(room as unknown as Room)
})
afterEach(() => { vi.useRealTimers() })
afterAll(() => vi.unstubAllGlobals())

test('who comes gets a whole picture of the layers that run, at once and when they can take it', async () => {
  room.comes('guest')
  await vi.advanceTimersByTimeAsync(149)
  expect(room.sender.setParameters).toHaveBeenCalledExactlyOnceWith(PARAMETERS, WHOLE)
  await vi.advanceTimersByTimeAsync(1)
  expect(room.sender.setParameters).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(room.sender.setParameters).toHaveBeenCalledTimes(3)
})

test('who has gone may be back at once: until then, and for three seconds at most, whole pictures are sent', async () => {
  room.comes('guest')
  await vi.advanceTimersByTimeAsync(1_000)
  room.sender.setParameters.mockClear()
  room.goes('guest')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(room.sender.setParameters).toHaveBeenCalledTimes(10)
  await vi.advanceTimersByTimeAsync(9_000)
  expect(room.sender.setParameters).toHaveBeenCalledTimes(29)
})

test('whole pictures for somebody who has gone end when they are back, or the line ends', async () => {
  room.goes('guest')
  await vi.advanceTimersByTimeAsync(200)
  room.remoteParticipants.set('guest', {})
  await vi.advanceTimersByTimeAsync(1_000)
  expect(room.sender.setParameters).toHaveBeenCalledTimes(2)
  room.goes('guest')
  room.state = ConnectionState.Disconnected
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
  const other = new FakeRoom()
  sendFirstLook(other as unknown as Room)
  other.comes('guest')
  await vi.advanceTimersByTimeAsync(1_000)
  other.goes('guest')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(other.sender.setParameters).not.toHaveBeenCalled()
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

test('in a call of two, who comes gets the smallest layer for a second, and then what they look at', async () => {
  room.emit(RoomEvent.LocalTrackPublished, room.camera)
  room.comes('guest')
  await vi.advanceTimersByTimeAsync(300)
  await room.camera.videoTrack.setPublishingCodecs(WISH)
  expect(qualitiesSet()).toEqual([SMALL])
  await vi.advanceTimersByTimeAsync(699)
  expect(qualitiesSet()).toEqual([SMALL])
  await vi.advanceTimersByTimeAsync(1)
  expect(qualitiesSet()).toEqual([SMALL, LARGE])
})

test('the larger layers end when the other goes, and are back a second after them if the server says nothing new', async () => {
  room.emit(RoomEvent.SignalConnected)
  room.says('TR_camera')
  room.emit(RoomEvent.LocalTrackPublished, room.camera)
  room.comes('guest')
  room.goes('guest')
  room.comes('guest')
  expect(qualitiesSet()).toEqual([LARGE, SMALL, SMALL])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(qualitiesSet()).toEqual([LARGE, SMALL, SMALL, LARGE])
})

test('what the server said meanwhile is not undone by whoever comes back', () => {
  room.emit(RoomEvent.SignalConnected)
  room.says('TR_camera')
  room.emit(RoomEvent.LocalTrackPublished, room.camera)
  room.comes('guest')
  room.goes('guest')
  room.says('TR_camera', NOBODY_LOOKS)
  room.comes('guest')
  expect(qualitiesSet()).toEqual([LARGE, SMALL])
})

test('a third person takes no layer from those who look', async () => {
  room.emit(RoomEvent.LocalTrackPublished, room.camera)
  room.remoteParticipants.set('first', {})
  room.comes('second')
  await room.camera.videoTrack.setPublishingCodecs(WISH)
  expect(qualitiesSet()).toEqual([LARGE])
})

test('a camera that is published again is held back once', async () => {
  room.remoteParticipants.set('host', {})
  room.emit(RoomEvent.LocalTrackPublished, room.camera)
  room.emit(RoomEvent.LocalTrackPublished, room.camera)
  await room.camera.videoTrack.setPublishingCodecs(WISH)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(qualitiesSet()).toEqual([SMALL, LARGE])
})

function qualitiesSet() {
  return room.setPublishingCodecs.mock.calls.map(([[first]]) => (first as { qualities: object }).qualities)
}
