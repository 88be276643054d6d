import { switchDevice, type Call } from '../../call/call.ts'
import { setDeviceForNow } from '../../device/local-media.ts'
import { chooseForNow } from '../../device/media-desk.ts'
import type { SavingLevel } from './saving.ts'

export type CameraRest = {
  set(level: SavingLevel): void
  /** The person is outside, where nothing is saved: whoever comes back is seen again. */
  end(): void
}

/**
 * The own camera rests while there is only sound, and is turned on again only if that turned it off. It is no choice to
 * remember, and whoever turns it on by hand meanwhile has made one: from then on it is theirs.
 */
export function createCameraRest(call: Call): CameraRest {
  const { media } = call
  let isResting = false
  let known: SavingLevel = 'off'
  const unwatch = media.store.watch(() => { if (media.store.read().choices.camera.isOn) isResting = false })
  const turn = (isOn: boolean) => {
    isResting = !isOn
    void switchDevice(call, 'camera', isOn, setDeviceForNow)
  }
  return {
    set(level) {
      if (level === known) return
      known = level
      if (level === 'sound' && media.store.read().camera.state === 'ready') turn(false)
      else if (level !== 'sound' && isResting) turn(true)
    },
    end() {
      unwatch()
      if (!isResting) return
      if (media.store.read().hasStarted) return turn(true)
      isResting = false
      chooseForNow(media, ({ camera, ...others }) => ({ ...others, camera: { ...camera, isOn: true } }))
    },
  }
}
