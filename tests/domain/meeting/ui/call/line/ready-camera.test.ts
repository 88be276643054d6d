import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepCameraReady } from '#app/domain/meeting/ui/call/line/ready-camera.ts'

type Encodings = RTCRtpEncodingParameters[]

type Made = {
  given: unknown
  sendEncodings: Encodings
  currentDirection: string | null
  sender: { replaceTrack: ReturnType<typeof vi.fn> }
}

/** As much of a connection as sections need; `agree` is what an offer and its answer do. */
class FakeConnection {
  made: Made[] = []
  currentLocalDescription: { sdp: string } | null = null
  connectionState = 'connecting'
  private heard = () => {}

  addTransceiver(given: unknown, { sendEncodings = [] }: RTCRtpTransceiverInit = {}) {
    const made = { given, sendEncodings, currentDirection: null, sender: { replaceTrack: vi.fn(() => Promise.resolve()) } }
    this.made.push(made)
    return made
  }

  addEventListener(_kind: string, heard: () => void) {
    this.heard = heard
  }

  connect() {
    this.connectionState = 'connected'
    this.heard()
  }

  agree(sdp: string) {
    this.currentLocalDescription = { sdp }
    for (const made of this.made) made.currentDirection = typeof made.given === 'string' ? 'inactive' : 'sendonly'
  }
}

const DARK = { enabled: true, stop: vi.fn() }
const CAMERA = { id: 'camera-id', kind: 'video', getSettings: () => ({ width: 1280, height: 720 }), clone: () => DARK }
const MICROPHONE = { id: 'microphone-id', kind: 'audio' }
/** What livekit-client 2.23 asks for, for a camera of this size. */
const LAYERS: Encodings = [
  { rid: 'q', scaleResolutionDownBy: 4, maxBitrate: 160_000, maxFramerate: 20 },
  { rid: 'h', scaleResolutionDownBy: 2, maxBitrate: 450_000, maxFramerate: 20 },
  { rid: 'f', scaleResolutionDownBy: 1, maxBitrate: 1_700_000, maxFramerate: 30 },
]

let atHand: object | undefined
vi.stubGlobal('RTCPeerConnection', FakeConnection)
keepCameraReady(() => atHand as MediaStreamTrack | undefined)
afterAll(() => vi.unstubAllGlobals())
beforeEach(() => {
  atHand = CAMERA
  DARK.enabled = true
  DARK.stop.mockClear()
})
afterEach(() => { vi.useRealTimers() })

test('the first section that is asked for brings that of the camera before it, emptied', () => {
  const { made } = begun()
  expect(made.map(({ given }) => given)).toEqual([CAMERA, 'audio', 'video'])
  expect(made[0]?.sender.replaceTrack).toHaveBeenCalledExactlyOnceWith(null)
})

test('of its layers the smallest runs: the others begin when somebody looks that closely', () => {
  expect(begun().made[0]?.sendEncodings.map(({ rid, active }) => [rid, active])).toEqual([['q', true], ['h', false], ['f', false]])
})

test('once connected, a dark picture is sent in it for a moment, and nothing after it', async () => {
  const connection = connected()
  await vi.advanceTimersByTimeAsync(399)
  const { replaceTrack } = connection.made[0]?.sender ?? {}
  expect(replaceTrack).toHaveBeenLastCalledWith(DARK)
  expect(DARK.enabled).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(replaceTrack).toHaveBeenLastCalledWith(null)
  expect(replaceTrack).toHaveBeenCalledTimes(3)
  expect(DARK.stop).toHaveBeenCalledOnce()
})

test('whoever is let in meanwhile keeps the camera in it', async () => {
  const connection = connected()
  await vi.advanceTimersByTimeAsync(100)
  ask(connection, CAMERA, LAYERS)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(connection.made[0]?.sender.replaceTrack).toHaveBeenLastCalledWith(CAMERA)
  expect(DARK.stop).toHaveBeenCalledOnce()
})

test('a section that was not agreed on, or is taken already, stays without a dark picture', async () => {
  vi.useFakeTimers()
  const [refused, taken] = [begun(), begun()]
  taken.agree('camera-id')
  ask(taken, CAMERA, LAYERS)
  for (const connection of [refused, taken]) connection.connect()
  await vi.advanceTimersByTimeAsync(1_000)
  for (const { made } of [refused, taken]) expect(made[0]?.sender.replaceTrack).not.toHaveBeenCalledWith(DARK)
})

test('who asks for a section for the camera is given the agreed one, with the track in it', () => {
  const connection = begun()
  connection.agree('a=msid:- camera-id')
  expect(ask(connection, CAMERA, LAYERS)).toBe(connection.made[0])
  expect(connection.made[0]?.sender.replaceTrack).toHaveBeenLastCalledWith(CAMERA)
  expect(connection.made).toHaveLength(3)
})

test('it is given once', () => {
  const connection = begun()
  connection.agree('camera-id')
  ask(connection, CAMERA, LAYERS)
  expect(ask(connection, CAMERA, LAYERS)).toBe(connection.made[3])
})

test.each([
  ['has not been answered', () => {}, CAMERA, LAYERS],
  ['is named otherwise in the offer', (one: FakeConnection) => one.agree('another-id'), CAMERA, LAYERS],
  ['is for another camera', (one: FakeConnection) => one.agree('camera-id'), { ...CAMERA }, LAYERS],
  ['is not for the microphone', (one: FakeConnection) => one.agree('camera-id'), MICROPHONE, []],
  ['sends fewer layers', (one: FakeConnection) => one.agree('camera-id'), CAMERA, LAYERS.slice(1)],
  ['sends layers of another size', (one: FakeConnection) => one.agree('camera-id'), CAMERA, LAYERS.map((one) => ({ ...one, scaleResolutionDownBy: 1 }))],
  ['may send more', (one: FakeConnection) => one.agree('camera-id'), CAMERA, LAYERS.map((layer) => ({ ...layer, priority: 'high' as const }))],
])('a section that %s is left, and another is made as ever', (_why, happen, track, encodings) => {
  const connection = begun()
  happen(connection)
  expect(ask(connection, track, encodings)).toBe(connection.made[3])
})

test('without a camera there is nothing to agree upon', () => {
  atHand = undefined
  expect(begun().made).toHaveLength(2)
})

test('a camera of another size, whose layers are others, brings no section that would stay empty; one held upright does', () => {
  atHand = { ...CAMERA, getSettings: () => ({ width: 640, height: 480 }) }
  expect(begun().made).toHaveLength(2)
  atHand = { ...CAMERA, getSettings: () => ({ width: 720, height: 1280 }) }
  expect(begun().made).toHaveLength(3)
})

/** One that waits, by a clock that the test moves. */
function connected(): FakeConnection {
  vi.useFakeTimers()
  const connection = begun()
  connection.agree('camera-id')
  connection.connect()
  return connection
}

function begun(): FakeConnection {
  const connection = new RTCPeerConnection()
  connection.addTransceiver('audio', { direction: 'recvonly' })
  connection.addTransceiver('video', { direction: 'recvonly' })
  return connection as unknown as FakeConnection
}

function ask(connection: FakeConnection, track: object, sendEncodings: Encodings) {
  return (connection as unknown as RTCPeerConnection).addTransceiver(track as MediaStreamTrack, { direction: 'sendonly', streams: [], sendEncodings })
}
