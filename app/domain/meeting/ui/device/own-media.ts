import type { LocalAudioTrack, LocalVideoTrack } from 'livekit-client'
import type { Store } from '#app/ui/island/store.ts'
import type { DeviceState, Readiness } from '../../meeting.ts'
import type { EffectState } from '../effects/background.ts'
import type { DeviceChoices } from './remembered.ts'

export type DeviceKind = 'camera' | 'microphone'
export type OwnTrack = LocalVideoTrack | LocalAudioTrack
export type OwnDevice = { state: DeviceState; track: OwnTrack | null }

/** The person's own camera and microphone: shown at the door, and the very same tracks are published inside. */
export type LocalMedia = {
  camera: OwnDevice
  microphone: OwnDevice
  /** The browser is asking the person for leave, or starting a device. */
  isAsking: boolean
  /** The check has been begun, by the page or by the person. */
  hasStarted: boolean
  choices: DeviceChoices
  devices: MediaDeviceInfo[]
  effect: EffectState
  /** What the tests of loudspeaker and network found, once they were made. */
  tests: Pick<Readiness, 'speaker' | 'network'>
}

export type MediaDesk = {
  store: Store<LocalMedia>
  storage: Storage | null
  /** What ended by itself and is to be started again. */
  ended: Set<DeviceKind>
}
