import type { RoomScene } from '../../room-scene.ts'
import type { OpenDialog } from './dialogs/open-dialog.ts'
import type { MoreEntry } from './more.tsx'

type MoreProps = { texts: RoomScene['texts']; isHost: boolean; onDialog: (dialog: OpenDialog) => void }

/** What is needed less often than the buttons of the bar, in the order in which it is listed. */
export function moreEntries({ texts: { controls, recording }, isHost, onDialog }: MoreProps): MoreEntry[] {
  return [
    { id: 'devices', icon: 'devices', label: controls.devices, onChoose: () => onDialog('devices') },
    ...(isHost ? [{ id: 'record', icon: 'record', label: recording.entry, onChoose: () => onDialog('recording') } as const] : []),
  ]
}
