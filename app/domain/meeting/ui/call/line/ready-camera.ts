import { VideoPresets } from 'livekit-client'

/** A section for the own camera, agreed upon before anything is sent in it. */
type ReadySender = { track: MediaStreamTrack; encodings: RTCRtpEncodingParameters[]; transceiver: RTCRtpTransceiver }

/** The encodings that LiveKit's client chooses for a camera of 1280 x 720, upright or sideways, smallest first. */
const LAYERS = [['q', VideoPresets.h180], ['h', VideoPresets.h360], ['f', VideoPresets.h720]] as const

/** Of each connection; null once it was taken, or where there was no camera when it began. */
const readyOn = new WeakMap<RTCPeerConnection, ReadySender | null>()

/**
 * Agrees with the media server on the section for one's own camera in a connection's first offer, with nothing in it. Whoever is
 * let in then sends at once: an offer, its answer and the start of the encoder would come one after another otherwise, a round
 * trip and more before the others see a face. The server takes media of nobody who has no right to send, whatever was agreed.
 *
 * LiveKit's client knows nothing of it: it asks for a section for a track, and is given the one that is there (W3C WebRTC §5.1,
 * addTransceiver). Where anything differs from what it asks for, it makes one of its own, as ever.
 *
 * @param cameraAtHand what could be published over a connection that is being made now.
 */
export function keepCameraReady(cameraAtHand: () => MediaStreamTrack | undefined): void {
  const { addTransceiver } = RTCPeerConnection.prototype
  RTCPeerConnection.prototype.addTransceiver = function addReadyTransceiver(trackOrKind, init) {
    if (typeof trackOrKind !== 'string') return takeReady(this, trackOrKind, init) ?? addTransceiver.call(this, trackOrKind, init)
    // LiveKit's client begins a connection with sections for what others send, by their kind.
    if (!readyOn.has(this)) {
      const camera = cameraAtHand()
      readyOn.set(this, camera ? makeReady(camera, addTransceiver.bind(this)) : null)
    }
    return addTransceiver.call(this, trackOrKind, init)
  }
}

function makeReady(track: MediaStreamTrack, addTransceiver: RTCPeerConnection['addTransceiver']): ReadySender {
  const encodings = layersOf(track)
  const transceiver = addTransceiver(track, { direction: 'sendonly', sendEncodings: encodings })
  // The section keeps the track's name, by which the server finds what LiveKit's client announces.
  void transceiver.sender.replaceTrack(null)
  return { track, encodings, transceiver }
}

/** The agreed section, taken once, if it is for this track and all that is asked for. */
function takeReady(connection: RTCPeerConnection, track: MediaStreamTrack, init: RTCRtpTransceiverInit = {}): RTCRtpTransceiver | null {
  const ready = readyOn.get(connection)
  if (ready?.track !== track || !isAgreed(connection, ready) || !areSame(ready.encodings, init.sendEncodings ?? [])) return null
  readyOn.set(connection, null)
  void ready.transceiver.sender.replaceTrack(track)
  return ready.transceiver
}

/** Some browsers name a section otherwise, and the server would take its layers for tracks of their own. */
function isAgreed({ currentLocalDescription }: RTCPeerConnection, { transceiver, track }: ReadySender): boolean {
  return transceiver.currentDirection === 'sendonly' && (currentLocalDescription?.sdp.includes(track.id) ?? false)
}

function areSame(one: RTCRtpEncodingParameters[], other: RTCRtpEncodingParameters[]): boolean {
  const names = new Set([...one, ...other].flatMap((encoding) => Object.keys(encoding))) as Set<keyof RTCRtpEncodingParameters>
  return one.length === other.length && one.every((encoding, index) => [...names].every((name) => encoding[name] === other[index]?.[name]))
}

function layersOf(track: MediaStreamTrack): RTCRtpEncodingParameters[] {
  const { width = 0, height = 0 } = track.getSettings()
  const side = Math.min(width, height)
  return LAYERS.map(([rid, { height: lines, encoding: { maxBitrate, maxFramerate } }]) => (
    { rid, scaleResolutionDownBy: Math.max(1, side / lines), maxBitrate, maxFramerate }
  ))
}
