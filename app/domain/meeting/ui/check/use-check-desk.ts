import { useEffect, useState } from 'react'
import type { CheckActions } from '../device/device-check.tsx'
import type { MediaDesk } from '../device/own-media.ts'
import { createMediaDesk } from '../device/media-desk.ts'
import { browserStorage } from '../device/remembered.ts'

/** Camera and microphone for this page alone; both are let go when it is left. */
export function useCheckDesk(): { desk: MediaDesk; actions: CheckActions } {
  const [desk] = useState(() => createMediaDesk(browserStorage()))
  const [actions] = useState(() => actionsOn(desk))
  useEffect(() => {
    let unwatch = () => {}
    let isLeft = false
    // What was refused is noticed to be given only after it was asked for.
    const watch = desk.store.watch(() => {
      if (!desk.store.read().hasStarted) return
      watch()
      void import('../device/device-watch.ts').then(({ watchDevices }) => { if (!isLeft) unwatch = watchDevices(desk) })
    })
    return () => {
      isLeft = true
      watch()
      unwatch()
    }
  }, [desk])
  return { desk, actions }
}

/** The same as in the room, from a module that is fetched with the first press. */
function actionsOn(desk: MediaDesk): CheckActions {
  const load = () => import('../device/local-media.ts')
  return {
    start: () => void load().then(({ startMedia }) => startMedia(desk)),
    switchDevice: (kind, isOn) => void load().then(({ setDeviceOn }) => setDeviceOn(desk, kind, isOn)),
    chooseDevice: (kind, deviceId) => void load().then(({ chooseDevice }) => chooseDevice(desk, kind, deviceId)),
    chooseSpeaker: (deviceId) => void load().then(({ chooseSpeaker }) => chooseSpeaker(desk, deviceId)),
  }
}
