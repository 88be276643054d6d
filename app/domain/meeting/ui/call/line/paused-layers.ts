type Describe = (this: RTCPeerConnection, description: RTCSessionDescriptionInit) => Promise<void>

/** The layers of a camera that the server takes, by their names (RFC 8853 §5.1). */
const TAKEN = /^(a=simulcast:recv )(\S+)/m

/**
 * Negotiating leaves the layers of the own camera as they are. By the server's answers all of them run, so the browser starts those
 * again that rest because nobody looks at them (libwebrtc, UpdateSimulcastLayerStatusInSender), and LiveKit's client stops them once
 * more after it: the encoder is made anew each time, whoever it is that is negotiated for, and all the while somebody waits for a
 * face. Here an answer says that a layer which rests is paused (`~`, RFC 8853 §5.1).
 */
export function letLayersRest(): void {
  const setRemoteDescription: Describe = RTCPeerConnection.prototype.setRemoteDescription
  RTCPeerConnection.prototype.setRemoteDescription = function setRestingDescription(description: RTCSessionDescriptionInit) {
    const { type, sdp } = description
    return setRemoteDescription.call(this, type === 'answer' && sdp ? { type, sdp: withRest(sdp, this) } : description)
  }
}

function withRest(sdp: string, connection: RTCPeerConnection): string {
  return sdp.split(/^(?=m=)/m).map((section) => {
    if (!TAKEN.test(section)) return section
    const resting = restingIn(connection, /^a=mid:(\S+)/m.exec(section)?.[1])
    const rested = (rid: string) => resting.has(rid) ? `~${rid}` : rid
    return section.replace(TAKEN, (_, start: string, layers: string) => start + layers.split(';').map(rested).join(';'))
  }).join('')
}

function restingIn(connection: RTCPeerConnection, mid: string | undefined): Set<string> {
  const encodings = connection.getTransceivers().find((one) => one.mid === mid)?.sender.getParameters().encodings ?? []
  return new Set(encodings.flatMap(({ rid, active }) => rid !== undefined && active === false ? [rid] : []))
}
