import { Icon } from '#app/ui/icon.tsx'
import type { CallView } from '../../call/call.ts'
import type { BrowserKind } from '../../device/device-fault.ts'
import type { LocalMedia } from '../../device/local-media.ts'
import type { RoomScene } from '../../room-scene.ts'
import type { CallActions } from '../call-actions.ts'
import { RecordingDialog } from '../../recording/recording-dialog.tsx'
import type { RecordingActions } from '../../recording/recording-actions.ts'
import type { StageInHand } from '../choices/use-stage.ts'
import { Control } from './control.tsx'
import { DevicesDialog } from './dialogs/devices-dialog.tsx'
import { LeaveDialog } from './dialogs/leave-dialog.tsx'
import type { OpenDialog } from './dialogs/open-dialog.ts'
import { More } from './more.tsx'
import { moreEntries } from './more-entries.ts'
import { pressShare } from './press-share.ts'

export type ControlsProps = {
  scene: RoomScene
  view: CallView
  media: LocalMedia
  stage: StageInHand
  browser: BrowserKind
  actions: CallActions
  isPanelShown: boolean
  onTogglePanel: () => void
  recording: { isAble: boolean; actions: RecordingActions }
  dialog: OpenDialog
  onDialog: (dialog: OpenDialog) => void
}

/** What a person can do in the meeting, in one row below the pictures. */
export function Controls(props: ControlsProps) {
  const { scene, view, media, stage, browser, actions, isPanelShown, onTogglePanel, recording, dialog, onDialog } = props
  const { texts, seat } = scene
  const { controls } = texts
  const { switchDevice, switchShare } = actions
  const [isHeard, isSeen] = [media.microphone.state === 'ready', media.camera.state === 'ready']
  const [isHost, close] = [seat.role === 'host', () => onDialog(null)]
  return (
    <div className="controls" role="group" aria-label={controls.label}>
      <Control
        icon={isHeard ? 'microphone' : 'microphone-off'} label={isHeard ? controls.microphoneOff : controls.microphoneOn}
        isOff={!isHeard} onPress={() => switchDevice('microphone', !isHeard)}
      />
      <Control
        icon={isSeen ? 'camera' : 'camera-off'} label={isSeen ? controls.cameraOff : controls.cameraOn}
        isOff={!isSeen} onPress={() => switchDevice('camera', !isSeen)}
      />
      {switchShare && (
        <Control
          icon={view.isSharing ? 'share-stop' : 'share'} label={view.isSharing ? controls.stopShare : controls.share}
          onPress={() => pressShare({ view, actions, onDialog })}
        />
      )}
      <Control
        icon="agenda" label={isPanelShown ? controls.agendaHide : controls.agendaShow} onPress={onTogglePanel} isExpanded={isPanelShown}
      />
      <More label={controls.more} entries={moreEntries({ texts, stage, isHost, onDialog })} />
      <button
        type="button" className="button leave" data-tone="danger" title={controls.leave}
        onClick={() => (isHost ? onDialog('leave') : actions.leave())}
      >
        <Icon name="leave" /><span className="leave-word">{controls.leave}</span>
      </button>
      <DevicesDialog {...{ media, browser, texts, actions }} isOpen={dialog === 'devices'} onClose={close} />
      {isHost && <RecordingDialog {...recording} texts={texts.recording} door={view.door} isOpen={dialog === 'recording'} onClose={close} />}
      {isHost && <LeaveDialog texts={texts.leave} actions={actions} isOpen={dialog === 'leave'} onClose={close} />}
    </div>
  )
}
