import { useState } from 'react'
import type { RoomScene } from '../../room-scene.ts'
import { isRingOn, switchRing } from '#app/ui/browser/ring.ts'

/** Whether a knock is heard in this browser; remembered there. */
export function RingSwitch({ texts }: { texts: RoomScene['texts']['warmDoor']['ring'] }) {
  const [isOn, setOn] = useState(isRingOn)
  const change = () => {
    switchRing(!isOn)
    setOn(!isOn)
  }
  return <label className="ring-switch"><input type="checkbox" checked={isOn} onChange={change} />{texts.on}</label>
}
