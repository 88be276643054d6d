import { fill } from '#app/i18n/fill.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { CallView } from '../../call/call.ts'
import type { BrowserKind } from '../../device/device-fault.ts'
import type { LocalMedia } from '../../device/own-media.ts'
import type { RoomScene } from '../../room-scene.ts'
import type { CallActions } from '../call-actions.ts'
import { RecordingDialog } from '../../recording/recording-dialog.tsx'
import type { RecordingActions } from '../../recording/recording-actions.ts'
import type { StageInHand } from '../choices/use-stage.ts'
import { PeoplePart } from '../../control/people-part.tsx'
import { Control } from './control.tsx'
import { DevicesDialog } from './dialogs/devices-dialog.tsx'
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
  browser: BrowserKind
  actions: CallActions
  side: SideControl
  recording: { isAble: boolean; actions: RecordingActions }
  dialog: OpenDialog
  onDialog: (dialog: OpenDialog) => void
}

/** What a person can do in the meeting, in one row below the pictures. */
export function Controls(props: ControlsProps) {
  const { scene, view, media, stage, browser, actions, side, recording, dialog, onDialog } = props
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
      <SideControls side={side} texts={texts} />
      <More label={controls.more} entries={moreEntries({ scene, door: view.door, stage, onDialog, onAsk: actions.askDoor })} />
      <button
        type="button" className="button leave" data-tone="danger" title={controls.leave}
        onClick={() => (isHost ? onDialog('leave') : actions.leave())}
      >
        <Icon name="leave" /><span className="leave-word">{controls.leave}</span>
      </button>
      <DevicesDialog {...{ media, browser, texts, actions }} isOpen={dialog === 'devices'} onClose={close} />
      {isHost && <RecordingDialog {...recording} texts={texts.recording} door={view.door} isOpen={dialog === 'recording'} onClose={close} />}
      {isHost && (
        <PeoplePart door={view.door} people={view.people} texts={texts} onAsk={actions.askDoor} isOpen={dialog === 'people'} onClose={close} />
      )}
      {isHost && <LeaveDialog texts={texts.leave} actions={actions} isOpen={dialog === 'leave'} onClose={close} />}
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
