import { RoomEvent, Track, type Room } from 'livekit-client'
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { heedWishes } from '#app/domain/meeting/ui/call/line/layer-wishes.ts'
import { PeopledRoom } from '../../../../../support/peopled-room.ts'

type Layer = { quality: number; enabled: boolean; clone: () => Layer }
type Codec = { codec: string; qualities: Layer[] }

const WISH = wishFor(true, true, true)
const NOBODY_LOOKS = wishFor(false, false, false)

/** As far as it bears on layers, what LiveKit's client does with them. */
class FakeTrack {
  encodings = ['q', 'h', 'f'].map((rid) => ({ rid, active: rid === 'q' }))
  sender = { getParameters: () => ({ encodings: this.encodings }) }
  remembered: Codec[] = []
  sent: string[] = []

  setPublishingCodecs(codecs: Codec[]): Promise<void> {
    this.remembered = codecs
    return this.setPublishingLayers(false, codecs[0]?.qualities ?? [])
  }

  setPublishingLayers(_isSvc: boolean, layers: Layer[]): Promise<void> {
    for (const { quality, enabled } of layers) this.encodings[quality] = { rid: 'qhf'[quality] ?? '', active: enabled }
    this.sent.push(this.running())
    return Promise.resolve()
  }

  /** After each negotiation. */
  refreshSubscribedCodecs(): Promise<void> {
    return this.setPublishingCodecs(this.remembered)
  }

  running(): string {
    return this.encodings.filter(({ active }) => active).map(({ rid }) => rid).join('')
  }
}

class FakeRoom extends PeopledRoom {
  engine = new EventEmitter()
  track = new FakeTrack()
  camera = { source: Track.Source.Camera, trackSid: 'TR_camera', videoTrack: this.track }

  publishes() {
    this.emit(RoomEvent.LocalTrackPublished, this.camera)
  }

  says(trackSid: string, subscribedCodecs: Codec[] = WISH) {
    this.engine.emit('subscribedQualityUpdate', { trackSid, subscribedCodecs })
  }
}

let room: FakeRoom
let isSomebodyAtDoor: boolean
beforeEach(() => {
  vi.useFakeTimers()
  room = new FakeRoom()
  isSomebodyAtDoor = false
  heedWishes(room as unknown as Room, () => isSomebodyAtDoor)
})
afterEach(() => { vi.useRealTimers() })

test('what is looked at, said before the camera is published, holds when it is', () => {
  room.emit(RoomEvent.SignalConnected)
  room.says('TR_camera')
  room.publishes()
  expect(room.track.running()).toBe('qhf')
})

test('a line that is mended is heard once', () => {
  room.emit(RoomEvent.SignalConnected)
  room.emit(RoomEvent.SignalConnected)
  expect(room.engine.listenerCount('subscribedQualityUpdate')).toBe(1)
})

test('of a track of which nothing was said, nothing is asked', () => {
  room.emit(RoomEvent.SignalConnected)
  room.says('TR_other')
  room.publishes()
  expect(room.track.sent).toEqual([])
})

test('in a call of two, who comes gets the smallest layer for a second, and then what they look at', async () => {
  room.publishes()
  room.comes('guest')
  await vi.advanceTimersByTimeAsync(300)
  await room.track.setPublishingCodecs(WISH)
  await vi.advanceTimersByTimeAsync(699)
  expect(room.track.running()).toBe('q')
  await vi.advanceTimersByTimeAsync(1)
  expect(room.track.running()).toBe('qhf')
})

test('a negotiation meanwhile makes nothing smaller of what they look at', async () => {
  room.publishes()
  room.comes('guest')
  await room.track.setPublishingCodecs(WISH)
  await room.track.refreshSubscribedCodecs()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(room.track.running()).toBe('qhf')
  await room.track.refreshSubscribedCodecs()
  expect(room.track.running()).toBe('qhf')
})

test('layers that run go on for whoever loads the page again', async () => {
  room.publishes()
  room.comes('guest')
  await room.track.setPublishingCodecs(WISH)
  await vi.advanceTimersByTimeAsync(1_000)
  room.track.sent = []
  room.goes('guest')
  room.comes('guest')
  await room.track.refreshSubscribedCodecs()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(room.track.sent).toEqual(['qhf', 'qhf'])
})

test('what nobody looks at ends at once', async () => {
  room.publishes()
  room.comes('guest')
  await room.track.setPublishingCodecs(WISH)
  await room.track.setPublishingCodecs(NOBODY_LOOKS)
  expect(room.track.running()).toBe('')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(room.track.running()).toBe('')
})

test('while somebody waits at the door the smallest layer stays awake, until they look elsewhere', async () => {
  room.publishes()
  isSomebodyAtDoor = true
  await room.track.setPublishingCodecs(NOBODY_LOOKS)
  expect(room.track.running()).toBe('q')
  room.remoteParticipants.set('guest', {})
  await vi.advanceTimersByTimeAsync(1_000)
  await room.track.setPublishingCodecs(NOBODY_LOOKS)
  expect(room.track.running()).toBe('')
})

test('a third person takes no layer from those who look', async () => {
  room.publishes()
  room.remoteParticipants.set('first', {})
  room.comes('second')
  await room.track.setPublishingCodecs(WISH)
  expect(room.track.running()).toBe('qhf')
})

test('a camera that is published again is held back once', async () => {
  room.remoteParticipants.set('host', {})
  room.publishes()
  room.publishes()
  await room.track.setPublishingCodecs(WISH)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(room.track.sent).toEqual(['q', 'qhf'])
})

function wishFor(...enabled: boolean[]): Codec[] {
  const layer = (quality: number, isEnabled: boolean): Layer => ({ quality, enabled: isEnabled, clone: () => layer(quality, isEnabled) })
  return [{ codec: 'vp8', qualities: enabled.map((isEnabled, quality) => layer(quality, isEnabled)) }]
}
