import type { CheckActions } from './device-check.tsx'
import type { EffectActions } from '../effects/effect-choices.tsx'
import { chooseBackground, chooseNoise } from '../effects/watch-effects.ts'
import { chooseDevice, chooseSpeaker, startMedia } from './local-media.ts'
import { switchDevice, type Call } from '../call/call.ts'

/** What a person can do with their own devices, at the door and inside alike. */
export function deviceActions(call: Call): CheckActions & EffectActions {
  return {
    start: () => void startMedia(call.media),
    switchDevice: (kind, isOn) => void switchDevice(call, kind, isOn),
    chooseDevice: (kind, deviceId) => void chooseDevice(call.media, kind, deviceId),
    chooseBackground: (background) => chooseBackground(call.media, background),
    chooseNoise: (isNoiseReduced) => void chooseNoise(call.media, isNoiseReduced),
    chooseSpeaker(deviceId) {
      chooseSpeaker(call.media, deviceId)
      // A browser that can't switch plays on where it played.
      call.room.switchActiveDevice('audiooutput', deviceId).catch(() => null)
    },
  }
}
