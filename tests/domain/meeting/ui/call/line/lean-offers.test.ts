import { afterAll, expect, test, vi } from 'vitest'
import { offerOnlyWhatIsUsed } from '#app/domain/meeting/ui/call/line/lean-offers.ts'

type Codec = { mimeType: string }

class FakeTransceiver {
  preferred: Codec[] = []
  constructor(public direction: string, public receiver: { track: { kind: string } }) {}

  setCodecPreferences(codecs: Codec[]) {
    this.preferred = codecs
  }
}

/** As much of a connection as sections need. */
class FakeConnection {
  made: FakeTransceiver[] = []

  addTransceiver(given: string | { kind: string }, init: { direction?: string } = {}) {
    const kind = typeof given === 'string' ? given : given.kind
    const made = new FakeTransceiver(init.direction ?? 'sendrecv', { track: { kind } })
    this.made.push(made)
    return made
  }

  getTransceivers() {
    return this.made
  }
}

const { addTransceiver: browsersOwn } = FakeConnection.prototype
const KNOWN = ['VP8', 'rtx', 'VP9', 'AV1', 'opus', 'red', 'PCMU'].flatMap((name) => [`video/${name}`, `audio/${name}`])
const CAMERA = { kind: 'video' }
const RECEIVES = { direction: 'recvonly' }

vi.stubGlobal('RTCRtpTransceiver', FakeTransceiver)
vi.stubGlobal('RTCPeerConnection', FakeConnection)
vi.stubGlobal('RTCRtpReceiver', {
  getCapabilities: (kind: string) => ({ codecs: KNOWN.filter((name) => name.startsWith(kind)).map((mimeType) => ({ mimeType })) }),
})
vi.stubGlobal('navigator', { userAgentData: {} })
offerOnlyWhatIsUsed()
afterAll(() => vi.unstubAllGlobals())

test('each section names the codecs of this room', () => {
  const { made } = begun()
  expect(made.map(({ preferred }) => preferred.map(({ mimeType }) => mimeType))).toEqual([
    ['audio/opus', 'audio/red'], ['video/VP8', 'video/rtx'],
  ])
})

test('a connection begins with one section of each kind for what others send, however many are asked for', () => {
  expect(begun().made.map(({ direction, receiver }) => [direction, receiver.track.kind])).toEqual([['recvonly', 'audio'], ['recvonly', 'video']])
})

test('whoever asks for more is given the one that is there', () => {
  const connection = begun()
  expect(connection.addTransceiver('video', RECEIVES)).toBe(connection.made[1])
})

test('what is sent has a section of its own', () => {
  const connection = begun()
  expect(connection.addTransceiver(CAMERA, { direction: 'sendonly' })).toBe(connection.made[2])
  expect(connection.addTransceiver('video', { direction: 'sendonly' })).toBe(connection.made[3])
})

test('a section that sends is not given for one that receives', () => {
  const connection = new FakeConnection()
  const camera = connection.addTransceiver(CAMERA, { direction: 'sendonly' })
  expect(connection.addTransceiver('video', RECEIVES)).not.toBe(camera)
})

test('what the server asks for is made, though nothing may have been answered yet', async () => {
  const connection = begun()
  await Promise.resolve()
  connection.addTransceiver('video', RECEIVES)
  connection.addTransceiver('video', RECEIVES)
  expect(connection.made).toHaveLength(4)
})

test('a browser that is not Chromium begins with all that LiveKit asks for: Firefox decodes nothing that comes later', () => {
  class OtherConnection extends FakeConnection {}
  OtherConnection.prototype.addTransceiver = browsersOwn
  vi.stubGlobal('RTCPeerConnection', OtherConnection)
  vi.stubGlobal('navigator', {})
  offerOnlyWhatIsUsed()
  expect(begun(new OtherConnection()).made).toHaveLength(6)
})

/** As LiveKit's client begins one. */
function begun(connection = new FakeConnection()): FakeConnection {
  for (const kind of ['audio', 'audio', 'audio', 'video', 'video', 'video']) connection.addTransceiver(kind, RECEIVES)
  return connection
}
