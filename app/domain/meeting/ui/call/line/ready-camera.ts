import { VideoPresets } from 'livekit-client'

/** A section for the own camera, agreed upon before anything is sent in it. */
type ReadySender = { track: MediaStreamTrack; transceiver: RTCRtpTransceiver }

/** What LiveKit's client asks for, for the camera that this room asks browsers for (h720), upright or sideways, smallest first. */
const { h180, h360, h720 } = VideoPresets
const LAYERS: readonly RTCRtpEncodingParameters[] = [
  { rid: 'q', scaleResolutionDownBy: 4, ...h180.encoding }, { rid: 'h', scaleResolutionDownBy: 2, ...h360.encoding },
  { rid: 'f', scaleResolutionDownBy: 1, ...h720.encoding },
]

/** So long a dark picture is sent: frames enough to make the encoder for the camera's size. */
const WARM_UP_MS = 400

/** Of each connection; null once it was taken, or where there was no usual camera when it began. */
const readyOn = new WeakMap<RTCPeerConnection, ReadySender | null>()

/**
 * Agrees with the media server on the section for one's own camera in a connection's first offer, and sends a dark picture in it for
 * a moment. Whoever is let in then sends at once: an offer, its answer and the start of the encoder would come one after another
 * otherwise, a round trip and more before the others see a face. Nothing of the camera is sent before, and the server takes media of
 * nobody who has no right to send, whatever was agreed.
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
      readyOn.set(this, camera && isUsual(camera) ? makeReady(camera, this, addTransceiver) : null)
    }
    return addTransceiver.call(this, trackOrKind, init)
  }
}

function makeReady(
  track: MediaStreamTrack, connection: RTCPeerConnection, addTransceiver: RTCPeerConnection['addTransceiver'],
): ReadySender {
  // The smallest layer is what somebody who comes gets first. The others run once somebody looks that closely (dynacast).
  const sendEncodings = LAYERS.map((layer, place) => ({ ...layer, active: place === 0 }))
  const transceiver = addTransceiver.call(connection, track, { direction: 'sendonly', sendEncodings })
  // The section keeps the track's name, by which the server finds what LiveKit's client announces.
  put(transceiver.sender, null)
  const ready = { track, transceiver }
  void untilConnected(connection).then(() => warmUp(connection, ready))
  return ready
}

function untilConnected(connection: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    connection.addEventListener('connectionstatechange', () => { if (connection.connectionState === 'connected') resolve() })
  })
}

/** A track that is disabled is black, in the size that it has (W3C Media Capture and Streams, enabled). */
async function warmUp(connection: RTCPeerConnection, ready: ReadySender): Promise<void> {
  const isNotTaken = () => readyOn.get(connection) === ready
  if (!isNotTaken() || !isAgreed(connection, ready)) return
  const dark = ready.track.clone()
  dark.enabled = false
  put(ready.transceiver.sender, dark)
  await new Promise((resolve) => setTimeout(resolve, WARM_UP_MS))
  if (isNotTaken()) put(ready.transceiver.sender, null)
  dark.stop()
}

/** A connection that was closed meanwhile takes nothing, and needs nothing. */
function put(sender: RTCRtpSender, track: MediaStreamTrack | null): void {
  sender.replaceTrack(track).catch(() => null)
}

/** The agreed section, taken once, if it is for this track and all that is asked for. */
function takeReady(connection: RTCPeerConnection, track: MediaStreamTrack, init: RTCRtpTransceiverInit = {}): RTCRtpTransceiver | null {
  const ready = readyOn.get(connection)
  if (ready?.track !== track || !isAgreed(connection, ready) || !areLayers(init.sendEncodings ?? [])) return null
  readyOn.set(connection, null)
  put(ready.transceiver.sender, track)
  return ready.transceiver
}

/** Some browsers name a section otherwise, and the server would take its layers for tracks of their own. */
function isAgreed({ currentLocalDescription }: RTCPeerConnection, { transceiver, track }: ReadySender): boolean {
  return transceiver.currentDirection === 'sendonly' && (currentLocalDescription?.sdp.includes(track.id) ?? false)
}

/** For a camera of another size LiveKit's client chooses other layers, and a section that waits for these would stay empty. */
function isUsual(track: MediaStreamTrack): boolean {
  const { width = 0, height = 0 } = track.getSettings()
  return Math.max(width, height) === h720.width && Math.min(width, height) === h720.height
}

function areLayers(encodings: readonly RTCRtpEncodingParameters[]): boolean {
  const names = new Set([...LAYERS, ...encodings].flatMap((encoding) => Object.keys(encoding))) as Set<keyof RTCRtpEncodingParameters>
  const isLayer = (layer: RTCRtpEncodingParameters, index: number) => [...names].every((name) => layer[name] === encodings[index]?.[name])
  return encodings.length === LAYERS.length && LAYERS.every(isLayer)
}
