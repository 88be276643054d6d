import { fill } from '#app/i18n/fill.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { CallView } from '../../call/call.ts'
import type { LocalMedia } from '../../device/own-media.ts'
import type { RoomScene } from '../../room-scene.ts'
import type { CallActions } from '../call-actions.ts'
import type { RecordingActions } from '../../recording/recording-actions.ts'
import type { StageInHand } from '../choices/use-stage.ts'
import { Control } from './control.tsx'
import { LeaveDialog } from './dialogs/leave-dialog.tsx'
import type { OpenDialog } from './dialogs/open-dialog.ts'
import { More } from './more.tsx'
import { moreEntries } from './more-entries.ts'
import { pressShare } from './press-share.ts'
import type { SideControl } from './side-control.ts'

export type ControlsProps = {
  scene: RoomScene
  view: CallView
  media: LocalMedia
  stage: StageInHand
  actions: CallActions
  side: SideControl
  recording: { isAble: boolean; actions: RecordingActions }
  dialog: OpenDialog
  onDialog: (dialog: OpenDialog) => void
}

/** What a person can do in the meeting, in one row below the pictures. */
export function Controls(props: ControlsProps) {
  const { scene, view, media, stage, actions, side, dialog, onDialog } = props
  const { texts, seat } = scene
  const { controls } = texts
  const { switchDevice, switchShare } = actions
  const [isHeard, isSeen] = [media.microphone.state === 'ready', media.camera.state === 'ready']
  const isHost = seat.role === 'host'
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
      <SideControls side={side} texts={texts} />
      <More label={controls.more} entries={moreEntries({ scene, door: view.door, stage, onDialog, onAsk: actions.askDoor })} />
      <button
        type="button" className="button leave" data-tone="danger" title={controls.leave}
        onClick={() => (isHost ? onDialog('leave') : actions.leave())}
      >
        <Icon name="leave" /><span className="leave-word">{controls.leave}</span>
      </button>
      {isHost && <LeaveDialog texts={texts.leave} actions={actions} isOpen={dialog === 'leave'} onClose={() => onDialog(null)} />}
    </div>
  )
}

function SideControls({ side: { shown, unread, onToggle }, texts: { controls, talk: { chat } } }: { side: SideControl; texts: RoomScene['texts'] }) {
  const words = unread > 0 ? fill(chat.showUnread, { count: unread }) : chat.show
  return (
    <>
      <Control
        icon="agenda" label={shown === 'agenda' ? controls.agendaHide : controls.agendaShow} isExpanded={shown === 'agenda'}
        onPress={() => onToggle('agenda')}
      />
      <Control icon="chat" label={shown === 'chat' ? chat.hide : words} isExpanded={shown === 'chat'} count={unread} onPress={() => onToggle('chat')} />
    </>
  )
}
