import type { RoomScene } from '../../room-scene.ts'
import type { DoorRequest, DoorView } from '../../../room-data.ts'
import { hasQuestion, switchQuestion } from '../../control/own-hand.ts'
import type { StageInHand } from '../choices/use-stage.ts'
import type { OpenDialog } from './dialogs/open-dialog.ts'
import type { MoreEntry } from './more.tsx'

type MoreProps = {
  scene: RoomScene
  door: DoorView
  stage: StageInHand
  onDialog: (dialog: OpenDialog) => void
  onAsk: (request: DoorRequest) => Promise<boolean>
}

/** What is needed less often than the buttons of the bar, in the order in which it is listed. */
export function moreEntries({ scene: { seat, texts }, door, stage: { view, actions }, onDialog, onAsk }: MoreProps): MoreEntry[] {
  const { controls, document, layout, mirror, pip, recording, saving, shortcuts, talk } = texts
  const ask = () => void onAsk(switchQuestion(door, seat.id))
  const isHost = seat.role === 'host'
  const people: MoreEntry = { id: 'people', icon: 'people', label: talk.people.open, onChoose: () => onDialog('people') }
  const show: MoreEntry = { id: 'document', icon: 'file', label: document.entry, onChoose: () => onDialog('document') }
  const spoken: MoreEntry = { id: 'mirror', icon: 'clock', label: mirror.entry, onChoose: () => onDialog('mirror') }
  const small: MoreEntry[] = actions.switchPip
    ? [{ id: 'pip', icon: 'window', label: view.pip ? pip.close : pip.open, onChoose: actions.switchPip }]
    : []
  return [
    { id: 'hand', icon: 'question', label: talk.hand.raise, isOn: hasQuestion(door, seat.id), onChoose: ask },
    ...(isHost ? [people, show] : [spoken]),
    { id: 'layout', icon: 'layout', label: layout.title, onChoose: () => onDialog('layout') },
    ...small,
    { id: 'devices', icon: 'devices', label: controls.devices, onChoose: () => onDialog('devices') },
    { id: 'saving', icon: 'save-data', label: saving.title, onChoose: () => onDialog('saving') },
    ...(isHost ? [{ id: 'record', icon: 'record', label: recording.entry, onChoose: () => onDialog('recording') } as const] : []),
    { id: 'shortcuts', icon: 'keys', label: shortcuts.title, onChoose: () => onDialog('shortcuts') },
  ]
}
