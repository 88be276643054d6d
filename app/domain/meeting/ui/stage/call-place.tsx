import { useState, type ReactNode } from 'react'
import { useStore } from '#app/ui/island/use-store.ts'
import type { Call } from '../call/call.ts'
import { useCallView } from '../call/use-call.ts'
import { browserKind } from '../device/device-fault.ts'
import { recordingActions } from '../recording/recording-actions.ts'
import type { RoomScene } from '../room-scene.ts'
import { callActions } from './call-actions.ts'
import { useCaptions } from './captions/use-captions.ts'
import type { SuggestedLayout } from './choices/stage-desk.ts'
import { useStage } from './choices/use-stage.ts'
import { useSuggestedLayout } from './choices/use-suggested-layout.ts'
import type { OpenDialog } from './controls/dialogs/open-dialog.ts'
import { useLoaded } from './extras/use-loaded.ts'
import type { SideControl } from './controls/side-control.ts'
import { InCall } from './in-call.tsx'
import type { AgendaKeys } from './keyboard/agenda-keys.ts'
import { useLater } from './pictures/use-later.ts'
import type { Showing } from './showing.ts'
import { usePlaceFocus } from './use-place-focus.ts'

/** By then the first picture is there, and what is needed less often may take its share of the line. */
const EXTRAS_AFTER_MS = 1_500

type CallPlaceProps = {
  call: Call
  scene: RoomScene
  /** Where the agenda is, to be shown in the small window too. */
  point: ReactNode
  side: SideControl
  keys: AgendaKeys
  suggested: SuggestedLayout
  showing: Showing
  /** False while it is prepared behind the door. */
  isShown: boolean
}

/** Where everybody sees and hears each other. */
export function CallPlace({ call, scene, point, side, keys, suggested, showing, isShown }: CallPlaceProps) {
  const view = useCallView(call)
  const media = useStore(call.media.store)
  const recorded = useStore(call.recording.store)
  const recording = { isAble: call.recording.format !== null, actions: recordingActions(call) }
  const { desk, ...stage } = useStage(call)
  useSuggestedLayout(desk, suggested)
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const ref = usePlaceFocus('call', isShown)
  const captions = useCaptions(call.captions)
  const isSettled = useLater(view.state.stage === 'inside', EXTRAS_AFTER_MS)
  const extras = useLoaded(loadExtras, isSettled || dialog !== null)
  const shared = { scene, view, media, stage, recording, side, dialog, onDialog: setDialog, actions: callActions(call) }
  return (
    <div className="room-main call" ref={ref} tabIndex={-1} hidden={!isShown}>
      <InCall {...shared} {...{ captions, recorded, showing }} />
      {showing.dialogs(dialog, () => setDialog(null))}
      {extras && <extras.CallExtras {...shared} {...{ call, desk, point, keys }} browser={browserKind(navigator.userAgent)} />}
    </div>
  )
}

function loadExtras() {
  return import('./extras/call-extras.tsx')
}
