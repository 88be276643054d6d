/** What this room's media are sent in, and what mends them. */
const CODECS = { audio: ['audio/opus', 'audio/red'], video: ['video/vp8', 'video/rtx'] }

/**
 * Connections of this page offer the codecs of this room alone. Browsers list all that they know for every section, which makes
 * 21 kB of each offer, written, parsed and answered several times before a face is seen; LiveKit's client has no setting for it.
 * Those that can't be told (setCodecPreferences, W3C WebRTC §5.4) offer all, as they always do.
 */
export function offerOnlyWhatIsUsed(): void {
  if (typeof RTCRtpTransceiver === 'undefined' || !('setCodecPreferences' in RTCRtpTransceiver.prototype)) return
  const { addTransceiver } = RTCPeerConnection.prototype
  RTCPeerConnection.prototype.addTransceiver = function addLeanTransceiver(trackOrKind, init) {
    const transceiver = addTransceiver.call(this, trackOrKind, init)
    const kind = typeof trackOrKind === 'string' ? trackOrKind : trackOrKind.kind
    if (kind === 'audio' || kind === 'video') transceiver.setCodecPreferences(usedCodecs(kind))
    return transceiver
  }
}

/** In the order in which the browser prefers them. None asks for the browser's own list. */
function usedCodecs(kind: 'audio' | 'video'): RTCRtpCodec[] {
  const known = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? []
  return known.filter(({ mimeType }) => CODECS[kind].includes(mimeType.toLowerCase()))
}
