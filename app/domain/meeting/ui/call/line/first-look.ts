import { ConnectionState, RoomEvent, Track, type Room } from 'livekit-client'

/** From somebody's coming to the moments at which they are ready for a picture: who is back, on most machines, and on slow ones. */
const READY_AFTER_MS = [0, 150, 300]
/** A camera is out when its offer is answered: by then those who are there have mostly agreed to see it. */
const AGREED_AFTER_MS = [0, 150]
/** Whoever loads the page again is back within that time, and is told of to the others a moment after they could see. */
const BACK_WITHIN_MS = 3_000
/** Hardly a page is loaded again sooner, and whole pictures of all layers take the cores that load it, on the same machine. */
const BACK_AFTER_MS = 300
const BETWEEN_MS = 100

/**
 * Sends somebody who comes a whole picture when they can take it. The media server asks for one the moment it answers the newcomer's
 * offer; on a fast line it is there before that browser has taken the answer in, and is lost. The next would come 400 ms later:
 * encoders listen to no request within 300 ms of another (libwebrtc, EncoderRtcpFeedback), but to the page they do (W3C WebRTC
 * Extensions, RTCEncodingOptions.keyFrame; elsewhere than in Chromium it changes nothing). In a call of more the others' pictures
 * would suffer for it, and whoever comes late waits as ever.
 *
 * Whoever has gone may have loaded the page again: for a moment, with nobody looking, ten pictures a second are whole, so that the
 * server need not ask for one across the line.
 */
export function sendFirstLook(room: Room): void {
  if (!('userAgentData' in navigator)) return
  room.on(RoomEvent.ParticipantConnected, () => sendWholePictures(room, READY_AFTER_MS))
  room.on(RoomEvent.ParticipantDisconnected, () => awaitReturn(room))
  room.on(RoomEvent.LocalTrackPublished, ({ source }) => {
    if (source === Track.Source.Camera) sendWholePictures(room, AGREED_AFTER_MS)
  })
}

function sendWholePictures(room: Room, afterMs: readonly number[]): void {
  if (room.remoteParticipants.size !== 1) return
  for (const ms of afterMs) setTimeout(() => void sendWholePicture(room), ms)
}

function awaitReturn(room: Room): void {
  const goneAt = performance.now()
  const sending = setInterval(() => {
    const goneMs = performance.now() - goneAt
    const isAwaited = room.state === ConnectionState.Connected && room.remoteParticipants.size === 0 && goneMs < BACK_WITHIN_MS
    if (!isAwaited) clearInterval(sending)
    else if (goneMs >= BACK_AFTER_MS) void sendWholePicture(room)
  }, BETWEEN_MS)
}

async function sendWholePicture(room: Room): Promise<void> {
  const sender = room.localParticipant.getTrackPublication(Track.Source.Camera)?.videoTrack?.sender
  if (!sender) return
  const parameters = sender.getParameters()
  const encodingOptions = parameters.encodings.map(({ active }) => ({ keyFrame: active }))
  await sender.setParameters(parameters, { encodingOptions }).catch(() => null)
}
