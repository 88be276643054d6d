/** What this room's media are sent in, and what mends them. */
const CODECS = { audio: ['audio/opus', 'audio/red'], video: ['video/vp8', 'video/rtx'] }

/**
 * Connections of this page offer what this room uses, and no more: each section is written, parsed and answered several times before
 * a face is seen, and LiveKit's client has no setting for it.
 *
 * - The codecs of this room. Browsers list all that they know for every section, which makes 21 kB of each offer.
 * - One section for sound and one for a picture to begin with, where the client makes three of each at once: two people need no more.
 *   The server asks for others as they are needed (MediaSectionsRequirement), which takes no more offers than it took with them there.
 *   In Chromium alone: Firefox decodes only what has a section in the first offer (livekit-client, applyInitialPublisherLayout).
 *
 * Browsers that can't be told of codecs (setCodecPreferences, W3C WebRTC §5.4) offer all, as they always do.
 */
export function offerOnlyWhatIsUsed(): void {
  if (typeof RTCRtpTransceiver === 'undefined' || !('setCodecPreferences' in RTCRtpTransceiver.prototype)) return
  const { addTransceiver } = RTCPeerConnection.prototype
  // No other browser has it (User-Agent Client Hints).
  const isChromium = 'userAgentData' in navigator
  RTCPeerConnection.prototype.addTransceiver = function addLeanTransceiver(trackOrKind, init) {
    const mayShare = isChromium && typeof trackOrKind === 'string' && init?.direction === 'recvonly'
    const same = mayShare && isBeginning(this) ? receivingOf(this, trackOrKind) : undefined
    if (same) return same
    const transceiver = addTransceiver.call(this, trackOrKind, init)
    const kind = typeof trackOrKind === 'string' ? trackOrKind : trackOrKind.kind
    if (kind === 'audio' || kind === 'video') transceiver.setCodecPreferences(usedCodecs(kind))
    return transceiver
  }
}

/** Connections whose first turn is over. */
const begun = new WeakSet<RTCPeerConnection>()

/** What the server asks for may come before the first offer is answered, so only the turn in which a connection begins counts. */
function isBeginning(connection: RTCPeerConnection): boolean {
  queueMicrotask(() => begun.add(connection))
  return !begun.has(connection)
}

function receivingOf(connection: RTCPeerConnection, kind: string): RTCRtpTransceiver | undefined {
  return connection.getTransceivers().find(({ direction, receiver }) => direction === 'recvonly' && receiver.track.kind === kind)
}

/** In the order in which the browser prefers them. None asks for the browser's own list. */
function usedCodecs(kind: 'audio' | 'video'): RTCRtpCodec[] {
  const known = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? []
  return known.filter(({ mimeType }) => CODECS[kind].includes(mimeType.toLowerCase()))
}
