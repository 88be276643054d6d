import { useState } from 'react'
import { useStore } from '#app/ui/island/use-store.ts'
import type { Call, CallView } from '../call/call.ts'
import { browserKind } from '../device/device-fault.ts'
import type { RoomScene } from '../room-scene.ts'
import { callActions } from './call-actions.ts'
import type { OpenDialog } from './controls/dialogs/open-dialog.ts'
import type { SideControl } from './controls/controls.tsx'
import { InCall } from './in-call.tsx'
import { usePlaceFocus } from './use-place-focus.ts'

type CallPlaceProps = { call: Call; scene: RoomScene; view: CallView; side: SideControl }

/** Where everybody sees and hears each other. */
export function CallPlace({ call, scene, view, side }: CallPlaceProps) {
  const media = useStore(call.media.store)
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const ref = usePlaceFocus('call')
  return (
    <div className="room-main call" ref={ref} tabIndex={-1}>
      <InCall
        {...{ scene, view, media, dialog, side }} actions={callActions(call)} onDialog={setDialog}
        browser={browserKind(navigator.userAgent)}
      />
    </div>
  )
}
