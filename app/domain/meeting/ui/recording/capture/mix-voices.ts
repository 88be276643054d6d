import type { Room } from 'livekit-client'

/** Tracks come and go with people, devices and reconnections. */
const LOOK_AGAIN_MS = 500

/** Everybody's sound as one track, the host's own included; `end` lets go of everything. */
export function mixVoices(room: Room): { track: MediaStreamTrack; end: () => void } {
  const context = new AudioContext()
  const mix = context.createMediaStreamDestination()
  const [track] = mix.stream.getAudioTracks()
  if (!track) throw new Error('this browser mixes no sound')
  const heard = new Map<string, MediaStreamAudioSourceNode>()
  const look = () => {
    const present = new Map(soundsIn(room).map((sound) => [sound.id, sound]))
    for (const [id, node] of heard) if (!present.has(id)) { node.disconnect(); heard.delete(id) }
    for (const [id, sound] of present) {
      if (heard.has(id)) continue
      const node = context.createMediaStreamSource(new MediaStream([sound]))
      node.connect(mix)
      heard.set(id, node)
    }
  }
  look()
  const timer = setInterval(look, LOOK_AGAIN_MS)
  void context.resume()
  return { track, end: () => { clearInterval(timer); track.stop(); void context.close() } }
}

function soundsIn(room: Room): MediaStreamTrack[] {
  return [room.localParticipant, ...room.remoteParticipants.values()]
    .flatMap((person) => [...person.audioTrackPublications.values()])
    .flatMap(({ track }) => track?.mediaStreamTrack ?? [])
    .filter((track) => track.readyState === 'live')
}
