import { createStore } from '#app/ui/island/store.ts'
import type { Readiness } from '../../meeting.ts'
import type { LocalMedia, MediaDesk } from './local-media.ts'
import { recallChoices } from './remembered.ts'

/** Camera and microphone as they are before anything was started. Needs none of LiveKit's client. */
export function createMediaDesk(storage: Storage | null): MediaDesk {
  const off = { state: 'off', track: null } as const
  const choices = recallChoices(storage)
  const effect = 'none' as const
  const nothingYet = { camera: off, microphone: off, isAsking: false, hasStarted: false, choices, devices: [], effect, tests: {} }
  return { storage, ended: new Set(), store: createStore<LocalMedia>(nothingYet) }
}

export function readinessOf({ camera, microphone, tests }: LocalMedia): Readiness {
  return { camera: camera.state, microphone: microphone.state, ...tests }
}

/** Notes what a test found, in place of what it found before. */
export function noteFound({ store }: MediaDesk, found: LocalMedia['tests']): void {
  const media = store.read()
  store.write({ ...media, tests: { ...media.tests, ...found } })
}

/**
 * Goes in without camera and microphone, this once: what was chosen stays remembered, and what is turned on inside
 * asks the browser again.
 */
export function listenOnly({ store }: MediaDesk): void {
  const media = store.read()
  for (const kind of ['camera', 'microphone'] as const) media[kind].track?.stop()
  const off = { state: 'off', track: null } as const
  const { camera, microphone } = media.choices
  const choices = { ...media.choices, camera: { ...camera, isOn: false }, microphone: { ...microphone, isOn: false } }
  store.write({ ...media, camera: off, microphone: off, choices })
}
