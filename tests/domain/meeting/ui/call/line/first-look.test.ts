import { ConnectionState, RoomEvent, Track, type Room } from 'livekit-client'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sendFirstLook } from '#app/domain/meeting/ui/call/line/first-look.ts'
import { PeopledRoom } from '../../../../../support/peopled-room.ts'

const PARAMETERS = { encodings: [{ rid: 'q', active: true }, { rid: 'h', active: false }] }
const WHOLE = { encodingOptions: [{ keyFrame: true }, { keyFrame: false }] }

class FakeRoom extends PeopledRoom {
  state = ConnectionState.Connected
  sender = { getParameters: () => PARAMETERS, setParameters: vi.fn(() => Promise.resolve()) }
  camera = { source: Track.Source.Camera, videoTrack: { sender: this.sender } }
  localParticipant = { getTrackPublication: () => this.camera }
}

let room: FakeRoom
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', { userAgentData: {} })
  room = new FakeRoom()
  sendFirstLook(room as unknown as Room)
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

test('who has gone may be back soon: until then, and for three seconds at most, whole pictures are sent', async () => {
  room.comes('guest')
  await vi.advanceTimersByTimeAsync(1_000)
  room.sender.setParameters.mockClear()
  room.goes('guest')
  await vi.advanceTimersByTimeAsync(299)
  expect(room.sender.setParameters).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(701)
  expect(room.sender.setParameters).toHaveBeenCalledTimes(8)
  await vi.advanceTimersByTimeAsync(9_000)
  expect(room.sender.setParameters).toHaveBeenCalledTimes(27)
})

test('whole pictures for somebody who has gone end when they are back, or the line ends', async () => {
  room.goes('guest')
  await vi.advanceTimersByTimeAsync(400)
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
  room.emit(RoomEvent.LocalTrackPublished, { ...room.camera, source: Track.Source.Microphone })
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
