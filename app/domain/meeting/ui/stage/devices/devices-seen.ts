import type { Room } from 'livekit-client'
import type { LocalMedia, OwnDevice } from '../../device/own-media.ts'
import type { DevicesSeen, KnownDevice, OwnDeviceKind } from './device-news.ts'

const KIND_OF: Record<MediaDeviceKind, OwnDeviceKind> = { videoinput: 'camera', audioinput: 'microphone', audiooutput: 'speaker' }

/** What is in use and what is there, as far as the browser says. */
export function devicesSeen(room: Room, { camera, microphone, devices }: LocalMedia): DevicesSeen {
  const present = devices.map(({ kind, deviceId, label }) => ({ kind: KIND_OF[kind], device: { id: deviceId, label } }))
  const speakerId = room.getActiveDevice('audiooutput') ?? 'default'
  const speaker = present.find(({ kind, device }) => kind === 'speaker' && device.id === speakerId)?.device ?? null
  return { present, inUse: { camera: runningDevice(camera, devices), microphone: runningDevice(microphone, devices), speaker } }
}

/** A picture before a background is drawn by ourselves: the device is the one that it is drawn from. */
function runningDevice({ state, track }: OwnDevice, devices: readonly MediaDeviceInfo[]): KnownDevice | null {
  if (!track || state !== 'ready' || track.mediaStreamTrack.readyState !== 'live') return null
  const id = track.getSourceTrackSettings().deviceId ?? ''
  const listed = devices.find((device) => device.deviceId === id && device.kind === `${track.kind}input`)
  return { id, label: listed?.label ?? (track.getProcessor() ? '' : track.mediaStreamTrack.label) }
}
