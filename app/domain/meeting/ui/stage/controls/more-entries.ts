import type { RoomScene } from '../../room-scene.ts'
import type { StageInHand } from '../choices/use-stage.ts'
import type { OpenDialog } from './dialogs/open-dialog.ts'
import type { MoreEntry } from './more.tsx'

type MoreProps = { texts: RoomScene['texts']; stage: StageInHand; isHost: boolean; onDialog: (dialog: OpenDialog) => void }

/** What is needed less often than the buttons of the bar, in the order in which it is listed. */
export function moreEntries({ texts, stage: { view, actions }, isHost, onDialog }: MoreProps): MoreEntry[] {
  const { controls, layout, pip, recording, saving, shortcuts } = texts
  const small: MoreEntry[] = actions.switchPip
    ? [{ id: 'pip', icon: 'window', label: view.pip ? pip.close : pip.open, onChoose: actions.switchPip }]
    : []
  return [
    { id: 'layout', icon: 'layout', label: layout.title, onChoose: () => onDialog('layout') },
    ...small,
    { id: 'devices', icon: 'devices', label: controls.devices, onChoose: () => onDialog('devices') },
    { id: 'saving', icon: 'save-data', label: saving.title, onChoose: () => onDialog('saving') },
    ...(isHost ? [{ id: 'record', icon: 'record', label: recording.entry, onChoose: () => onDialog('recording') } as const] : []),
    { id: 'shortcuts', icon: 'keys', label: shortcuts.title, onChoose: () => onDialog('shortcuts') },
  ]
}
