import { useEffect } from 'react'
import { RoomEvent } from 'livekit-client'
import type { Call } from '../../call/call.ts'
import { changeStage, type StageDesk, type StageView } from '../choices/stage-desk.ts'
import { newsOfDevices, type DevicesSeen } from './device-news.ts'
import { devicesSeen } from './devices-seen.ts'

/** As long as this a message about a device stays. */
const SHOWN_MS = 8_000

/** Tells when another device is used, or one is plugged in; a message waits while a dialog covers it. */
export function useDeviceNews(call: Call, desk: StageDesk, { news, isCovered }: { news: StageView['deviceNews']; isCovered: boolean }): void {
  useEffect(() => {
    let known = devicesSeen(call.room, call.media.store.read())
    const look = () => {
      const seen = devicesSeen(call.room, call.media.store.read())
      const found = newsOfDevices(known, seen)
      known = { ...seen, inUse: lastInUse(known.inUse, seen.inUse) }
      if (found) changeStage(desk, { deviceNews: found })
    }
    call.room.on(RoomEvent.ActiveDeviceChanged, look)
    const unwatch = call.media.store.watch(look)
    return () => {
      call.room.off(RoomEvent.ActiveDeviceChanged, look)
      unwatch()
    }
  }, [call, desk])
  useEffect(() => {
    if (!news || isCovered) return
    const timer = setTimeout(() => changeStage(desk, { deviceNews: null }), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [desk, news, isCovered])
}

/** A device that is being switched is nowhere for a moment: what was in use before still is what it is compared with. */
function lastInUse(before: DevicesSeen['inUse'], now: DevicesSeen['inUse']): DevicesSeen['inUse'] {
  return { camera: now.camera ?? before.camera, microphone: now.microphone ?? before.microphone, speaker: now.speaker ?? before.speaker }
}
