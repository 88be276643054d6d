import { useState } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { deviceActions } from '../device/device-actions.ts'
import { leave, say, type Call, type CallView } from '../call/call.ts'
import { startShare, stopShare } from '../call/publish.ts'
import type { LocalMedia } from '../device/local-media.ts'
import type { RoomScene } from '../room-scene.ts'
import { DevicesDialog } from './devices-dialog.tsx'
import { LeaveDialog } from './leave-dialog.tsx'

type ControlsProps = {
  call: Call
  scene: RoomScene
  view: CallView
  media: LocalMedia
  isPanelShown: boolean
  onTogglePanel: () => void
}

/** What a person can do in the meeting, in one row below the pictures. */
export function Controls({ call, scene, view, media, isPanelShown, onTogglePanel }: ControlsProps) {
  const { controls } = scene.texts
  const [open, setOpen] = useState<'devices' | 'leave' | null>(null)
  const { switchDevice } = deviceActions(call)
  const [isHeard, isSeen] = [media.microphone.state === 'ready', media.camera.state === 'ready']
  const [isHost, close] = [call.role === 'host', () => setOpen(null)]
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
      {mayShare() && (
        <Control
          icon={view.isSharing ? 'share-stop' : 'share'} label={view.isSharing ? controls.stopShare : controls.share}
          onPress={() => void toggleShare(call, view.isSharing)}
        />
      )}
      <Control icon="devices" label={controls.devices} onPress={() => setOpen('devices')} />
      <Control
        icon="agenda" label={isPanelShown ? controls.agendaHide : controls.agendaShow} onPress={onTogglePanel} isExpanded={isPanelShown}
      />
      <button type="button" className="button leave" data-tone="danger" onClick={() => (isHost ? setOpen('leave') : leave(call))}>
        <Icon name="leave" />{controls.leave}
      </button>
      <DevicesDialog call={call} media={media} texts={scene.texts} isOpen={open === 'devices'} onClose={close} />
      {isHost && <LeaveDialog call={call} texts={scene.texts} isOpen={open === 'leave'} onClose={close} />}
    </div>
  )
}

type ControlProps = { icon: IconName; label: string; isOff?: boolean; isExpanded?: boolean; onPress: () => void }

function Control({ icon, label, isOff, isExpanded, onPress }: ControlProps) {
  return (
    <button
      type="button" className="round" data-off={isOff ? '' : undefined} aria-label={label} title={label}
      aria-expanded={isExpanded} onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  )
}

function mayShare(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function'
}

/** Closing the browser's picker is a choice and no fault. */
async function toggleShare(call: Call, isSharing: boolean): Promise<void> {
  try {
    await (isSharing ? stopShare(call.room) : startShare(call.room))
  } catch (error) {
    if (!(error instanceof Error && error.name === 'NotAllowedError')) say(call, call.texts.news.deviceFault)
  }
}
