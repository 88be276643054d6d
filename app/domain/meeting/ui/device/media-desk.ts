import { createStore } from '#app/ui/island/store.ts'
import type { Readiness } from '../../meeting.ts'
import type { LocalMedia, MediaDesk } from './own-media.ts'
import { recallChoices, rememberChoices, type DeviceChoices } from './remembered.ts'

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

/** Changes a part of what the desk shows. */
export function changeMedia({ store }: MediaDesk, part: Partial<LocalMedia>): void {
  store.write({ ...store.read(), ...part })
}

/** Chooses for now and for the next time. What holds for now alone is not remembered with it. */
export function chooseForGood(desk: MediaDesk, choose: (before: DeviceChoices) => DeviceChoices): void {
  chooseForNow(desk, choose)
  rememberChoices(desk.storage, choose(recallChoices(desk.storage)))
}

/** Chooses for this meeting alone: what was chosen before stays remembered. */
export function chooseForNow(desk: MediaDesk, choose: (before: DeviceChoices) => DeviceChoices): void {
  changeMedia(desk, { choices: choose(desk.store.read().choices) })
}

/** Notes what a test found, in place of what it found before. */
export function noteFound(desk: MediaDesk, found: LocalMedia['tests']): void {
  changeMedia(desk, { tests: { ...desk.store.read().tests, ...found } })
}

/**
 * Goes in without camera and microphone, this once: what was chosen stays remembered, and what is turned on inside
 * asks the browser again.
 */
export function listenOnly(desk: MediaDesk): void {
  const media = desk.store.read()
  for (const kind of ['camera', 'microphone'] as const) media[kind].track?.stop()
  const off = { state: 'off', track: null } as const
  changeMedia(desk, { camera: off, microphone: off })
  chooseForNow(desk, ({ camera, microphone, ...others }) => (
    { ...others, camera: { ...camera, isOn: false }, microphone: { ...microphone, isOn: false } }
  ))
}
