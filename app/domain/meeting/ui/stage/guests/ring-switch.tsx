import { useState } from 'react'
import { askToNotify, mayAskToNotify } from '#app/ui/browser/notify.ts'
import { Button } from '#app/ui/button.tsx'
import type { RoomScene } from '../../room-scene.ts'
import { isRingOn, switchRing } from '#app/ui/browser/ring.ts'

/** Whether a knock is heard in this browser, remembered there; and the press by which the system may be told too. */
export function RingSwitch({ texts }: { texts: RoomScene['texts']['warmDoor']['ring'] }) {
  const [isOn, setOn] = useState(isRingOn)
  const [mayAsk, setMayAsk] = useState(mayAskToNotify)
  const change = () => {
    switchRing(!isOn)
    setOn(!isOn)
  }
  const ask = () => void askToNotify().then(() => setMayAsk(mayAskToNotify))
  return (
    <>
      <label className="ring-switch"><input type="checkbox" checked={isOn} onChange={change} />{texts.on}</label>
      {mayAsk && <Button type="button" tone="plain" onClick={ask}>{texts.notify}</Button>}
    </>
  )
}
