import { useState } from 'react'
import { useStore } from '#app/ui/island/use-store.ts'
import type { Call, CallView } from '../call/call.ts'
import { browserKind } from '../device/device-fault.ts'
import { recordingActions } from '../recording/recording-actions.ts'
import type { RoomScene } from '../room-scene.ts'
import { callActions } from './call-actions.ts'
import type { OpenDialog } from './controls/dialogs/open-dialog.ts'
import { InCall } from './in-call.tsx'
import { usePlaceFocus } from './use-place-focus.ts'

type CallPlaceProps = { call: Call; scene: RoomScene; view: CallView; isPanelShown: boolean; onTogglePanel: () => void }

/** Where everybody sees and hears each other. */
export function CallPlace({ call, scene, view, isPanelShown, onTogglePanel }: CallPlaceProps) {
  const media = useStore(call.media.store)
  const recorded = useStore(call.recording.store)
  const recording = { isAble: call.recording.format !== null, actions: recordingActions(call) }
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const ref = usePlaceFocus('call')
  return (
    <div className="room-main call" ref={ref} tabIndex={-1}>
      <InCall
        {...{ scene, view, media, dialog, recorded, recording, isPanelShown, onTogglePanel }}
        actions={callActions(call)} onDialog={setDialog} browser={browserKind(navigator.userAgent)}
      />
    </div>
  )
}
