import type { Room } from 'livekit-client'
import type { LocalMedia, OwnDevice } from '../../device/own-media.ts'
import type { DevicesSeen, KnownDevice, OwnDeviceKind } from './device-news.ts'

const KIND_OF: Record<MediaDeviceKind, OwnDeviceKind> = { videoinput: 'camera', audioinput: 'microphone', audiooutput: 'speaker' }

/** What is in use and what is there, as far as the browser says. */
export function devicesSeen(room: Room, { camera, microphone, devices }: LocalMedia): DevicesSeen {
  const present = devices.map(({ kind, deviceId, label }) => ({ kind: KIND_OF[kind], device: { id: deviceId, label } }))
  const speakerId = room.getActiveDevice('audiooutput') ?? 'default'
  const speaker = present.find(({ kind, device }) => kind === 'speaker' && device.id === speakerId)?.device ?? null
  return { present, inUse: { camera: runningDevice(camera), microphone: runningDevice(microphone), speaker } }
}

function runningDevice({ state, track }: OwnDevice): KnownDevice | null {
  const source = track?.mediaStreamTrack
  if (!source || state !== 'ready' || source.readyState !== 'live') return null
  return { id: source.getSettings().deviceId ?? '', label: source.label }
}
