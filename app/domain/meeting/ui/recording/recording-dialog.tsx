import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/island/dialog.tsx'
import type { DoorView } from '../../room-data.ts'
import type { RoomScene } from '../room-scene.ts'
import type { RecordingActions } from './recording-actions.ts'

type RecordingDialogProps = {
  texts: RoomScene['texts']['recording']
  door: DoorView
  /** This browser can record. */
  isAble: boolean
  actions: RecordingActions
  isOpen: boolean
  onClose: () => void
}

/** What recording means, before anybody is asked. */
export function RecordingDialog({ texts: { dialog }, door, isAble, actions, isOpen, onClose }: RecordingDialogProps) {
  const words = wordsOf({ dialog, door, isAble })
  const ask = () => {
    actions.ask()
    onClose()
  }
  const buttons = (
    <>
      <Button type="button" tone="quiet" onClick={onClose}>{dialog.close}</Button>
      {words === null && <Button type="button" onClick={ask}>{dialog.ask}</Button>}
    </>
  )
  return (
    <Dialog title={dialog.title} isOpen={isOpen} onClose={onClose} actions={buttons}>
      {words ? <p>{words}</p> : <><p>{dialog.text}</p><p>{dialog.where}</p></>}
    </Dialog>
  )
}

/** Why nobody can be asked now; null when they can. */
function wordsOf({ dialog, door, isAble }: { dialog: RoomScene['texts']['recording']['dialog']; door: DoorView; isAble: boolean }): string | null {
  const { recording, guests } = door
  if (recording?.stage === 'running') return recording.isMine ? dialog.running : fill(dialog.otherHost, { name: recording.askedBy })
  if (recording?.stage === 'asked') return recording.isMine ? dialog.asked : fill(dialog.otherHost, { name: recording.askedBy })
  if (!isAble) return dialog.unable
  return guests.some(({ door: stands, isPresent }) => stands === 'admitted' && isPresent) ? null : dialog.alone
}
