import type { RoomScene } from '../../room-scene.ts'
import type { OpenDialog } from './dialogs/open-dialog.ts'
import type { MoreEntry } from './more.tsx'

type MoreProps = { texts: RoomScene['texts']; onDialog: (dialog: OpenDialog) => void }

/** What is needed less often than the buttons of the bar, in the order in which it is listed. */
export function moreEntries({ texts: { controls }, onDialog }: MoreProps): MoreEntry[] {
  return [
    { id: 'devices', icon: 'devices', label: controls.devices, onChoose: () => onDialog('devices') },
  ]
}
