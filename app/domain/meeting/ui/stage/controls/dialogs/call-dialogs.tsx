import { memo } from 'react'
import { PeopleDialog } from '../../../control/people-dialog.tsx'
import type { BrowserKind } from '../../../device/device-fault.ts'
import { RecordingDialog } from '../../../recording/recording-dialog.tsx'
import type { ControlsProps } from '../controls.tsx'
import { sharerOf } from '../press-share.ts'
import { DevicesDialog } from './devices-dialog.tsx'
import { StageDialogs } from './stage-dialogs.tsx'

type CallDialogsProps = Omit<ControlsProps, 'side' | 'onDialog'> & { browser: BrowserKind; onTakeShare: () => void; onClose: () => void }

/**
 * Everything that a press opens in a call, but the way out: that must open with the line down too. While none is open, what the call
 * tells several times a second is not drawn in them.
 */
export const CallDialogs = memo(AllDialogs, (before, now) => before.dialog === null && now.dialog === null)

function AllDialogs({ scene, view, media, stage, browser, actions, recording, dialog, onTakeShare, onClose }: CallDialogsProps) {
  const { texts, seat: { role } } = scene
  const sharerName = sharerOf(view)?.name ?? ''
  return (
    <>
      <StageDialogs {...{ texts, stage, sharerName, dialog, onTakeShare, onClose }} isHost={role === 'host'} />
      <DevicesDialog {...{ media, browser, texts, actions, onClose }} isOpen={dialog === 'devices'} />
      {role === 'host' && (
        <>
          <RecordingDialog {...recording} texts={texts.recording} door={view.door} isOpen={dialog === 'recording'} onClose={onClose} />
          <PeopleDialog door={view.door} people={view.people} texts={texts} onAsk={actions.askDoor} isOpen={dialog === 'people'} onClose={onClose} />
        </>
      )}
    </>
  )
}
